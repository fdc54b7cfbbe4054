import Reports
import Store
import Vocabulary

/// A family's journey in figures: the concern and what came of it, signs, missed opportunities, agencies and costs.
struct FamilyJourneyPart {
  private let family: FamilyView
  private let hidden: Set<String>

  init(_ family: FamilyView) {
    self.family = family
    hidden = family.hiddenAgencies
  }

  var markup: Markup {
    let heading: Markup = "<h2 id=\"journey\">Journey</h2>"
    guard let journey = family.journey else {
      return "\(heading)\n<p>The run followed no journeys.</p>"
    }
    let hint: Markup =
      hidden.isEmpty
      ? .nothing
      : "<p class=\"note\">Signs, contacts and costs of agencies whose rows your role does not show are left out.</p>"
    return Markup([
      heading, overview(journey), hint, signs(journey), missed(journey), agencies(journey),
      costs(journey),
    ])
  }

  private func overview(_ journey: JourneyAccount) -> Markup {
    func date(_ column: String) -> String? {
      FamilyView.date(family.concern("\(column)_from"), family.concern("\(column)_to"))
    }
    func hidden(_ column: String) -> String? {
      journey.values["\(column)_from"] == nil ? nil : "not shown to your role"
    }
    var rows: [(String, String)] = [
      ("First sign", date("first_sign") ?? hidden("first_sign") ?? "none"),
      ("Earliest concern", date("concern") ?? hidden("concern") ?? "none seen"),
    ]
    if let from = family.concern("may_be_from") {
      rows.append(("It may have been from", DayWording.long(from)))
    }
    // A threshold names what happened, which is as much as a row says.
    let seesAll = family.visit.may(.seeSensitive)
    if seesAll {
      rows += journey.thresholds.map {
        ($0.title.prefix(1).uppercased() + $0.title.dropFirst(), FamilyView.date($0.date))
      }
    }
    if seesAll, let least = journey.values["lead_least"], let most = journey.values["lead_most"] {
      rows.append(("Lead time", least == most ? "\(least) days" : "\(least) to \(most) days"))
    }
    if let tier = family.tier {
      rows.append(("Tier of need", journey.basis["tier \(tier)"] ?? tier))
    } else if journey.values["tier"] != nil {
      rows.append(("Tier of need", "not shown to your role"))
    }
    let agencies = journey.values["agencies"].flatMap { Int($0) } ?? 0
    rows.append(
      (
        "Known to",
        "\(Numbers.counted(agencies, "agency", "agencies")) beyond those that everybody meets"
      ))
    let items = rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as Markup }
    return "<dl class=\"pairs\">\(items)</dl>"
  }

  /// A list that is longer is folded, since the timeline shows it too.
  private static let mostOpen = 15

  /// Signs that rest on rows which may be seen; of the others there is a count.
  private func signs(_ journey: JourneyAccount) -> Markup {
    let all = journey.signs
    let shown = all.filter { family.shows($0) }
    guard !all.isEmpty else { return "<h3>Signs</h3>\n<p>None.</p>" }
    let table = DataTable(
      id: "signs", caption: "Signs of need, in the order of their dates",
      columns: [.text("When"), .text("Sign"), .text("Who"), .number("Weight")],
      rows: shown.map { sign in
        [
          "\(FamilyView.date(sign.date))",
          "\(sign.title)\(sign.isCertain ? "" : " (it may be)")<small>\(sign.name)</small>",
          "\(family.name(sign.person))", "\(count: sign.weight)",
        ]
      })
    let rest = all.count - shown.count
    let note: Markup =
      rest > 0
      ? "<p class=\"note\">\(Numbers.counted(rest, "sign")) more that your role does not show.</p>"
      : .nothing
    let list: Markup =
      shown.count > Self.mostOpen
      ? "<details><summary>All \(Numbers.counted(shown.count, "sign"))</summary>\n\(table.markup)</details>"
      : table.markup
    return Markup(["<h3>Signs</h3>", shown.isEmpty ? .nothing : list, note])
  }

  private func missed(_ journey: JourneyAccount) -> Markup {
    // What an agency missed is told by what others knew, so nothing of it is told where a row is hidden.
    guard hidden.isEmpty, !journey.missed.isEmpty else { return .nothing }
    let titles = Dictionary(
      journey.signs.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
    let table = DataTable(
      id: "missed", caption: "Missed opportunities",
      columns: [
        .text("When"), .text("Agency"), .text("Why"), .words("It knew"), .words("Only others knew"),
      ],
      rows: journey.missed.map { missed in
        let lost: Markup =
          missed.lost.map { "<small>\(count: $0.least) days or more before the threshold</small>" }
          ?? .nothing
        return [
          "\(FamilyView.date(missed.date))", "\(QueuePage.short(missed.agency))",
          "\(missed.reason == "outcome" ? "It came to nothing" : "No plan followed")\(lost)",
          Self.signs(missed.known, titles), Self.signs(missed.elsewhere, titles),
        ]
      }
    ).stacked
    guard journey.missed.count > Self.mostOpen else { return table.markup }
    let count = Numbers.counted(journey.missed.count, "missed opportunity", "missed opportunities")
    return
      "<h3>Missed opportunities</h3>\n<details><summary>All \(count)</summary>\n\(table.markup)</details>"
  }

  /// Signs by their titles: what an agency knew.
  private static func signs(_ names: String, _ titles: [String: String]) -> Markup {
    let known = names.split(separator: " ").map { titles[String($0)] ?? String($0) }
    guard !known.isEmpty else { return "–" }
    return "\(Numbers.counted(known.count, "sign"))<small>\(known.joined(separator: "; "))</small>"
  }

  private func agencies(_ journey: JourneyAccount) -> Markup {
    let shown = journey.services.filter { !hidden.contains($0.agency) }
    guard !shown.isEmpty else { return .nothing }
    return DataTable(
      id: "contacts", caption: "What agencies had to do with the family",
      columns: [
        .text("Agency"), .number("Contacts"), .number("Missed"), .number("Assessments"),
        .number("Plans"), .number("Open days"), .number("Professionals"), .number("Services"),
      ],
      rows: shown.map { service in
        ["\(service.agency)"] + service.counts.map { "\(count: $0)" as Markup }
      }
    ).markup
  }

  private func costs(_ journey: JourneyAccount) -> Markup {
    guard let total = journey.values["pence"].flatMap({ Int($0) }) else { return .nothing }
    let shown = journey.costs.filter { !hidden.contains($0.agency) }
    let basis = """
      based on \(journey.values["costed"] ?? "0") of \(journey.values["events"] ?? "0") events costed, prices of \
      \(journey.basis["prices"] ?? "?")
      """
    let least: Markup = journey.values["least"] == "1" ? "at least " : .nothing
    let sum: Markup =
      hidden.isEmpty
      ? "<p>In all \(least)<strong>\(Numbers.pounds(total))</strong>, \(basis).</p>" : .nothing
    let missing = journey.notCosted.map { "\($0.title) (\($0.facts))" }
    let rest: Markup =
      missing.isEmpty || !hidden.isEmpty
      ? .nothing : "<p class=\"note\">Not costed: \(Words.list(missing)).</p>"
    let table = DataTable(
      id: "costs", caption: "What it cost, as far as it is costed",
      columns: [
        .text("Agency"), .text("Spent"), .text("When"), .number("Events"), .number("Cost"),
      ],
      rows: shown.map { cost in
        [
          "\(cost.agency)", "\(Words.sentence(cost.stance))", "\(Self.stage(cost.stage))",
          "\(count: cost.events)", "\(Numbers.pounds(cost.pence))",
        ]
      })
    return Markup(["<h3>Costs</h3>", sum, shown.isEmpty ? .nothing : table.markup, rest])
  }

  private static func stage(_ stage: String) -> String {
    switch stage {
    case "before": "Before the concern"
    case "between": "Concern to threshold"
    case "after": "After the threshold"
    case "straddling": "At a vague date"
    default: "No concern seen"
    }
  }
}
