import Vocabulary

/// The community safety team's register of steps against anti-social behaviour.
struct CommunitySafety: Extract {
  let source = "community-safety"
  let fileName: @Sendable (Day) -> String = {
    let text = DateStyle.slashes.text($0)
    return "ASB register \(text.prefix(2))-\(text.dropFirst(3).prefix(2))-\($0.year).csv"
  }
  let shape = FileShape(encoding: .windows1252)
  let schedule = Schedule.quarterlySnapshots
  let isTypedByHand = true

  let fields: [Field<AntisocialAction>] = [
    Field("CaseRef", .reference) { "ASB/\($0.matter.number)" },
    .fullName("Name", of: "subject", .plain),
    .born("DOB", of: "subject", .shortSlashes),
    .address("Address"),
    .postcode("Postcode"),
    Field("Action", .code) { Self.words($0.matter.step) ?? "" },
    .from("ActionDate", .shortSlashes),
  ]

  func entries(in scene: Scene) -> [Entry<AntisocialAction>] {
    scene.entries(of: .antisocialAction, as: "subject") {
      guard case .antisocialAction(let action) = $0, Self.words(action.step) != nil
      else { return nil }
      return action
    }
  }

  /// Notices and demotions are the landlord's, and are in its own lists.
  private static func words(_ step: AntisocialAction.Step) -> String? {
    switch step {
    case .warningLetter: "Warning letter"
    case .visit: "Visit"
    case .mediation: "Mediation"
    case .acceptableBehaviourContract: "ABC signed"
    case .parentingContract: "Parenting contract"
    case .injunction: "ASBI granted"
    case .antisocialBehaviourOrder: "ASBO granted"
    case .noticeOnNuisanceGround, .demotion: nil
    }
  }
}
