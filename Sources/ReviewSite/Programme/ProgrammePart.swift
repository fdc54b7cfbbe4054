import Claims
import Cohorts
import Criteria
import Pipelines
import Reports
import Vocabulary

/// A family's life in the programme, its claims, and what can be entered about it.
struct ProgrammePart {
  private let family: FamilyView
  private let desk: ProgrammeDesk
  private let life: FamilyLife?

  init(_ family: FamilyView, _ desk: ProgrammeDesk) {
    self.family = family
    self.desk = desk
    life = desk.cohort[family.id]
  }

  var markup: Markup {
    Markup([
      "<h2 id=\"programme\">Programme</h2>", story, claims,
      family.visit.may(.manageProgramme) ? forms : .nothing,
    ])
  }

  // MARK: Story

  private var story: Markup {
    guard let life else {
      let title = desk.definition.programme.title
      return family.isPutForward
        ? "<p>The run puts the family forward for \(title), and nobody has entered it.</p>"
        : "<p>Nobody has entered the family in \(title).</p>"
    }
    var rows: [(String, String)] = [("Stands", Words.sentence(life.status.title))]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { rows.append((name, value)) }
    }
    add("Area", life.area)
    add("Identified", life.identified.map(DayWording.long))
    add("Confirmed", life.confirmed.map { "\(DayWording.long($0.on)) by \($0.by)" })
    add("Attached", life.attachedOn.map(DayWording.long))
    add(
      "Criteria at attachment", life.attachment.map { titles($0.snapshot).joined(separator: "; ") })
    add(
      "Leads",
      [Words.sentence(life.leadAgency), life.leadProfessional].filter { !$0.isEmpty }.joined(
        separator: ", "))
    add("Assessed", life.assessed.map(DayWording.long))
    add("Plan", life.planned.map(DayWording.long))
    add("Agreed to be worked with", life.serviceConsent?.rawValue)
    add("Agreed to the evaluation", life.evaluationConsent?.rawValue)
    add("Legal ground", life.lawfulBasis)
    add(
      "Worked with",
      life.workedOn.last.map { "\(life.workedOn.count) times, last on \(DayWording.long($0))" })
    add(
      "Nominated",
      life.nominations.map { nomination in
        let answer = nomination.isTaken.map { $0 ? "taken" : "turned down" } ?? "not answered"
        return "\(nomination.service) (\(answer))"
      }.joined(separator: ", "))
    add("Results", life.results.joined(separator: ", "))
    add("Ended", life.ended.map { "\(DayWording.long($0)): \(life.ending)" })
    return "<dl class=\"pairs\">\(rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as Markup })</dl>"
  }

  /// The criteria that a snapshot has as met, as people call them; by their names where the pack is another by now.
  private func titles(_ snapshot: EligibilitySnapshot) -> [String] {
    let pack = family.visit.generation.pipeline?.criteria.first { $0.name == snapshot.pack }
    return snapshot.met.map { name in
      pack?.criteria.first { $0.name == name }?.title ?? name
    }
  }

  private var claims: Markup {
    let own = desk.claims.all.filter { $0.current.family == family.id }
    guard !own.isEmpty else { return .nothing }
    return DataTable(
      id: "family-claims", caption: "Claims",
      columns: [
        .text("Claim"), .text("State"), .text("Window"), .text("Results"), .number("Amount"),
      ],
      rows: own.map { claim in
        [
          "<a href=\"\(Links.claim(claim.id))\">\(claim.id.text)</a>", ClaimWords.tag(claim.status),
          "\(claim.window)", "\(results(of: claim))",
          "\(claim.current.amount.text)",
        ]
      }
    ).markup
  }

  private func results(of claim: ClaimState) -> String {
    let scheme = desk.definition.scheme(named: claim.current.scheme)
    return claim.current.results.map { scheme?.result(named: $0)?.title ?? $0 }
      .joined(separator: "; ")
  }

  // MARK: Forms

  /// The steps that may come next, as far as where the family stands tells; the rules judge what is sent.
  private var nextSteps: [CohortStep] {
    guard let life else { return [.identify, .confirm] }
    if life.ended != nil { return [.identify, .confirm] }
    switch life.status {
    case .identified: return [.confirm, .lead, .consent, .basis, .decline, .moveOut]
    case .confirmed: return [.attach, .lead, .consent, .basis, .nominate, .decline, .moveOut]
    default:
      return [
        .work, .assess, .plan, .lead, .consent, .basis, .progress, .problem, .nominate, .accept,
        .turnDown, .achieve, .close, .decline, .moveOut,
      ]
    }
  }

  private var forms: Markup {
    let forms = nextSteps.enumerated().map { place, step in form(step, isFirst: place == 0) }
    return "<h3>Enter what happened</h3>\n\(forms)"
  }

  private func form(_ step: CohortStep, isFirst: Bool) -> Markup {
    let fields = step.values.map { value in field(value.name, step, isNeeded: value.isNeeded) }
    let key: Markup =
      switch step {
      case .identify: " data-key-toggle=\"p\""
      case .confirm: " data-key-toggle=\"y\""
      case .attach: " data-key-toggle=\"t\""
      default: .nothing
      }
    let open: Markup = isFirst ? " open" : .nothing
    return """
      <details class="step"\(open)\(key)><summary>\(Self.title(step))</summary>
      <form class="narrow" method="post" action="\(Links.enter(family.id))">\(family.visit.token)
      <input type="hidden" name="step" value="\(step.rawValue)">
      \(TextField(label: "On", name: "on-\(step.rawValue)", sentAs: "on", value: family.day.iso, hint: "The day of which it is true, such as 2013-07-22.", isRequired: true, longest: 10).markup)
      \(fields)
      <button class="button">\(Self.title(step))</button></form></details>
      """
  }

  private func field(_ name: String, _ step: CohortStep, isNeeded: Bool) -> Markup {
    let id = "\(step.rawValue)-\(name)"
    let programme = desk.definition.programme
    func choice(_ label: String, _ words: [String]) -> Markup {
      Choice(
        label: label, name: id, sentAs: name, options: words.map { ($0, Words.sentence($0)) },
        empty: isNeeded ? "Choose" : "None", isRequired: isNeeded
      ).markup
    }
    func text(_ label: String, _ hint: String? = nil) -> Markup {
      TextField(label: label, name: id, sentAs: name, hint: hint, isRequired: isNeeded).markup
    }
    switch name {
    case "area" where !programme.areas.isEmpty:
      return Choice(
        label: "Area", name: id, sentAs: name, options: programme.areas.map { ($0.name, $0.name) },
        chosen: life?.area ?? family.visit.generation.index[family.id]?.area, empty: "Choose",
        isRequired: true
      ).markup
    case "agency" where !programme.agencies.isEmpty:
      return choice("Agency that leads", programme.agencies)
    case "delivery": return text("Who provides the work, where it is passed on")
    case "professional": return text("Staff reference of who leads")
    case "pack":
      return choice("Pack", family.visit.generation.pipeline?.criteria.map(\.name) ?? [])
    case "local-concern": return text("Local concern", "Where the pack asks for one.")
    case "service" where step == .consent:
      return choice("To be worked with", Consent.allCases.map(\.rawValue))
    case "evaluation": return choice("To the evaluation", Consent.allCases.map(\.rawValue))
    case "service": return choice("Service", programme.services.map(\.name))
    case "reason" where !programme.closingReasons.isEmpty:
      return choice("Reason", programme.closingReasons)
    case "element": return choice("Element", names(of: .element))
    case "name" where step == .problem && !names(of: .problem).isEmpty:
      return choice("Problem", names(of: .problem))
    case "name" where step == .achieve && !names(of: .result).isEmpty:
      return choice("Result", names(of: .result))
    case "reference":
      return text("What shows it", "The reference of a review, a notice or an agreement.")
    case "to": return text("Authority")
    default: return text(Words.sentence(name))
    }
  }

  /// What the schemes that could claim for the family have names for.
  private func names(of word: SchemeWord) -> [String] {
    desk.definition.names(of: word, attachedBy: life?.attachment?.snapshot.pack)
  }

  static func title(_ step: CohortStep) -> String {
    switch step {
    case .identify: "Put forward"
    case .confirm: "Confirm"
    case .attach: "Attach"
    case .lead: "Say who leads"
    case .assess: "Note the assessment"
    case .plan: "Note the plan"
    case .work: "Note work with it"
    case .consent: "Note consent"
    case .basis: "Note the legal ground"
    case .progress: "Note progress"
    case .problem: "Note a new problem"
    case .nominate: "Nominate to a service"
    case .accept: "The service takes it"
    case .turnDown: "The service turns it down"
    case .achieve: "Note a result"
    case .close: "Close"
    case .decline: "It declined"
    case .moveOut: "It moved out"
    }
  }
}
