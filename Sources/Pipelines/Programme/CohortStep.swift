import Cohorts
public import Criteria
public import Vocabulary

/// A step in a family's life in the programme, by the word that people type, with what has to be said with it.
public enum CohortStep: String, Hashable, Sendable, CaseIterable {
  /// Puts the family forward.
  case identify
  /// Confirms that it belongs in.
  case confirm
  /// Attaches it to the programme.
  case attach
  /// Says who leads.
  case lead
  /// Notes the assessment of the whole family.
  case assess
  /// Notes the plan for the whole family.
  case plan
  /// Notes that somebody worked with it.
  case work
  /// Notes what it agreed to.
  case consent
  /// Notes the legal ground.
  case basis
  /// Notes progress on an element of a scheme.
  case progress
  /// Notes a problem that came up after attachment.
  case problem
  /// Puts it forward for an intensive service.
  case nominate
  /// The service takes it.
  case accept
  /// The service turns it down.
  case turnDown = "turn-down"
  /// Notes a result.
  case achieve
  /// Ends the work.
  case close
  /// Notes that the family did not want it.
  case decline
  /// Notes that it moved to another authority.
  case moveOut = "move-out"

  /// The values that it takes, by their names, and whether each has to be there.
  public var values: [(name: String, isNeeded: Bool)] {
    switch self {
    case .identify: [("area", false)]
    case .confirm, .assess, .plan, .work, .decline: []
    case .attach:
      [
        ("pack", true), ("area", false), ("agency", true), ("professional", true),
        ("delivery", false), ("local-concern", false),
      ]
    case .lead: [("agency", true), ("professional", true)]
    case .consent: [("service", false), ("evaluation", false)]
    case .basis: [("reference", true)]
    case .progress: [("element", true), ("reference", true)]
    case .problem, .achieve: [("name", true)]
    case .nominate, .accept, .turnDown: [("service", true)]
    case .close: [("reason", true)]
    case .moveOut: [("to", true)]
    }
  }

  /// What happened, by the values that were given.
  ///
  /// - Parameters:
  ///   - given: The values by their names; empty ones count as missing.
  ///   - day: The day of which it is true.
  ///   - packs: The pipeline's packs, which say where a local concern is asked for.
  ///   - snapshot: Judges a pack for the day; asked for attachments alone.
  /// - Returns: The event.
  /// - Throws: ``ProgrammeProblem``, or what judging throws.
  public func event(
    _ given: [String: String], on day: Day, packs: [CriteriaPack],
    judging snapshot: (_ pack: String) throws -> EligibilitySnapshot?
  ) throws -> CohortEvent {
    let given = given.filter { !$0.value.isEmpty }
    for value in values where value.isNeeded && given[value.name] == nil {
      throw ProgrammeProblem.missing(value.name)
    }
    func text(_ name: String) -> String { given[name] ?? "" }
    return switch self {
    case .identify: .identified(area: text("area"))
    case .confirm: .confirmed
    case .attach: .attached(try attachment(given, on: day, packs, snapshot))
    case .lead: .lead(agency: text("agency"), professional: text("professional"))
    case .assess: .assessed
    case .plan: .planned
    case .work: .worked
    case .consent:
      .consented(
        service: try consent("service", given), evaluation: try consent("evaluation", given))
    case .basis: .lawfulBasis(reference: text("reference"))
    case .progress: .progressed(element: text("element"), reference: text("reference"))
    case .problem: .problem(text("name"))
    case .nominate: .nominated(service: text("service"))
    case .accept: .answered(service: text("service"), isTaken: true)
    case .turnDown: .answered(service: text("service"), isTaken: false)
    case .achieve: .achieved(result: text("name"))
    case .close: .closed(reason: text("reason"))
    case .decline: .declined
    case .moveOut: .movedOut(to: text("to"))
    }
  }

  /// An attachment, judged for its day; by criteria that somebody names, where they were judged elsewhere.
  private func attachment(
    _ given: [String: String], on day: Day, _ packs: [CriteriaPack],
    _ snapshot: (String) throws -> EligibilitySnapshot?
  ) throws -> Attachment {
    func text(_ name: String) -> String { given[name] ?? "" }
    if let criteria = given["criteria"] {
      return ByHand.attachment(
        on: day, area: text("area"), agency: text("agency"), professional: text("professional"),
        delivery: text("delivery"), pack: text("pack"), version: "",
        criteria: criteria.split(separator: ",").map(String.init),
        concern: text("local-concern"), packs: packs)
    }
    guard var judged = try snapshot(text("pack")) else {
      throw ProgrammeProblem.refused(
        "the live run has no such family, or the pipeline no pack '\(text("pack"))'")
    }
    if let concern = given["local-concern"] { judged.discretion = .found(concern) }
    return Attachment(
      year: FinancialYear(containing: day), area: text("area"), leadAgency: text("agency"),
      leadProfessional: text("professional"), deliveryAgency: text("delivery"), snapshot: judged)
  }

  private func consent(_ name: String, _ given: [String: String]) throws -> Consent? {
    guard let word = given[name] else { return nil }
    guard let consent = Consent(rawValue: word) else {
      throw ProgrammeProblem.refused("'\(name)' is given, refused or withdrawn")
    }
    return consent
  }
}
