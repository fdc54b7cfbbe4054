import Journeys
import Store
import Vocabulary

/// The lines of `kindred journey`, to be read from top to bottom.
struct JourneyLines {
  private let journey: JourneyAccount
  private let family: FamilyAccount
  private let day: Day
  private let names: [Int64: String]

  init(_ journey: JourneyAccount, _ family: FamilyAccount, at day: Day) {
    self.journey = journey
    self.family = family
    self.day = day
    names = Dictionary(
      family.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func lines(_ styling: Styling) -> [String] {
    let id = FamilyID(family.family.id).text
    var lines = [styling.apply(.heading, to: "Journey of family \(id) to \(day.iso)")]
    lines += overview.map { "  \($0)" }
    lines += part("Signs", signs(styling), styling)
    lines += part("Missed opportunities", missed, styling)
    lines += part("Timeline", timeline(styling), styling)
    lines += part("Agencies", services(styling), styling)
    lines += part("Costs", costs(styling), styling)
    lines += part("Visits due to new homes", visits, styling)
    lines += part("What nobody can tell", untold, styling)
    return lines
  }

  private func part(_ title: String, _ lines: [String], _ styling: Styling) -> [String] {
    lines.isEmpty ? [] : ["", styling.apply(.heading, to: title)] + lines
  }

  // MARK: Words

  private func interval(_ from: String?, _ to: String?) -> DayInterval? {
    guard let from, let to, let first = Day(iso: from), let last = Day(iso: to) else { return nil }
    return DayInterval(first: first, last: last)
  }

  private func date(_ from: String?, _ to: String?) -> String? { interval(from, to)?.dateText }

  private func date(_ span: JourneyAccount.Span) -> String { date(span.from, span.to) ?? "?" }

  private func interval(_ column: String) -> DayInterval? {
    interval(journey.values["\(column)_from"], journey.values["\(column)_to"])
  }

  private func date(_ column: String) -> String? { interval(column)?.dateText }

  private func name(_ person: Int64?) -> String {
    guard let person else { return "the home" }
    return names[person].flatMap { $0.isEmpty ? nil : $0 } ?? "somebody"
  }

  private func pounds(_ pence: Int?) -> String { pence.map { Pence(Int64($0)).text } ?? "" }

  private func days(_ least: Int, _ most: Int) -> String {
    least == most ? "\(least) days" : "\(least) to \(most) days"
  }

  // MARK: Parts

  private var overview: [String] {
    var lines: [String] = []
    lines.append("First sign        \(date("first_sign") ?? "none")")
    lines.append("Earliest concern  \(concern)")
    if let from = journey.values["may_be_from"] {
      lines.append("                  It may have been from \(from) on; vague dates leave it open.")
    }
    lines.append("                  \(censoring)")
    for threshold in journey.thresholds {
      lines.append("\(date(threshold.date).padded(to: 16))  \(threshold.title)")
    }
    if journey.thresholds.isEmpty { lines.append("No plan or statutory event until \(day.iso).") }
    if let lead {
      lines.append("Lead time         \(lead.text) from the concern to the first of them")
    }
    lines.append(
      "Known to          \(Numbers.counted(number("agencies"), "agency", "agencies")) beyond those "
        + "that everybody meets, \(Numbers.counted(number("professionals"), "named professional"))")
    if let tier = journey.values["tier"] {
      lines.append("Tier of need      \(journey.basis["tier \(tier)"] ?? tier)")
      if let offer = journey.basis["offer \(tier)"] { lines.append("                  \(offer)") }
    }
    return lines.map(Printable.line)
  }

  /// From the concern to the first of the thresholds that end it.
  private var lead: LeadTime? {
    guard let start = interval("concern"), let end = interval("headline") else { return nil }
    return LeadTime(from: start, to: end)
  }

  private var concern: String {
    guard let earliest = date("concern") else { return "none seen" }
    let single = date("single").map { "one sign by itself: \($0)" }
    let sum = date("sum").map { "several together: \($0)" }
    return earliest + " (" + [single, sum].compactMap { $0 }.joined(separator: "; ") + ")"
  }

  private func number(_ value: String) -> Int { journey.values[value].flatMap { Int($0) } ?? 0 }

  /// From when agencies' data tell anything: nobody sees further back.
  private var censoring: String {
    let silent = journey.observed.filter { $0.since == nil }.count
    let starts = journey.observed.compactMap(\.since)
    guard let first = starts.min(), let last = starts.max() else {
      return "No agency's data cover any days."
    }
    let agencies = Numbers.counted(silent, "agency", "agencies")
    let none = silent == 0 ? "" : "; \(agencies) delivered nothing"
    return "Seen through data that begin between \(first) and \(last)\(none)."
  }

  private func signs(_ styling: Styling) -> [String] {
    var table = TextTable([
      ("DATE", .left), ("SIGN", .left), ("WEIGHT", .right), ("WHO", .left), ("WHAT", .left),
    ])
    for sign in journey.signs {
      let what = sign.isCertain ? sign.title : "\(sign.title) (it may be)"
      table.add([
        .init(date(sign.date)), .init(sign.name), .init(sign.weight), .init(name(sign.person)),
        .init(what),
      ])
    }
    return table.lines(styling, indent: "  ")
  }

  private var missed: [String] {
    journey.missed.flatMap { missed in
      let why = missed.reason == "outcome" ? "it came to nothing" : "no plan followed"
      let lost = missed.lost.map { ", \(days($0.least, $0.most)) before the threshold" } ?? ""
      var lines = ["  \(date(missed.date))  \(missed.agency): \(why)\(lost)"]
      let known = missed.known.isEmpty ? "nothing else" : missed.known
      let others = missed.elsewhere.isEmpty ? "nothing" : missed.elsewhere
      lines.append("      it knew \(known); only others knew \(others)")
      if let pence = missed.penceAfter, pence > 0 {
        lines.append("      \(pounds(pence)) was spent afterwards, as far as it is costed")
      }
      return lines.map(Printable.line)
    }
  }

  private func timeline(_ styling: Styling) -> [String] {
    var table = TextTable([
      ("DATE", .left), ("UNTIL", .left), ("WHO", .left), ("AGENCY", .left), ("WHAT", .left),
      ("SIGNS", .left), ("COST", .right),
    ])
    for entry in journey.entries {
      table.add([
        .init(entry.starts), .init(entry.ends), .init(name(entry.person)), .init(entry.agency),
        .init(entry.title), .init(entry.signs), .init(entry.pence.map { pounds($0) }),
      ])
    }
    return table.lines(styling, indent: "  ")
  }

  private func services(_ styling: Styling) -> [String] {
    var table = TextTable([
      ("AGENCY", .left), ("CONTACTS", .right), ("MISSED", .right), ("ASSESSMENTS", .right),
      ("PLANS", .right), ("OPEN DAYS", .right), ("PROFESSIONALS", .right), ("SERVICES", .right),
    ])
    for service in journey.services {
      table.add([.init(service.agency)] + service.counts.map { .init($0) })
    }
    return table.lines(styling, indent: "  ")
  }

  private func costs(_ styling: Styling) -> [String] {
    guard let total = journey.values["pence"].flatMap({ Int($0) }) else { return [] }
    var table = TextTable([
      ("AGENCY", .left), ("SPENT", .left), ("WHEN", .left), ("COST", .right), ("EVENTS", .right),
    ])
    for cost in journey.costs {
      table.add([
        .init(cost.agency), .init(cost.stance), .init(Self.stage(cost.stage)),
        .init(pounds(cost.pence)), .init(cost.events),
      ])
    }
    let least = journey.values["least"] == "1" ? "at least " : ""
    let basis =
      "based on \(journey.values["costed"] ?? "0") of \(journey.values["events"] ?? "0") events costed"
    var lines = table.lines(styling, indent: "  ")
    lines.append(
      "  In all \(least)\(pounds(total)), \(basis), prices of \(journey.basis["prices"] ?? "?").")
    if let overlapping = journey.values["overlapping"], overlapping != "0" {
      lines.append("  \(overlapping) more are part of a matter that is counted already.")
    }
    for kind in journey.notCosted { lines.append("  Not costed: \(kind.title) (\(kind.facts))") }
    if let licence = journey.basis["costs_licence"] {
      lines.append("  \(journey.basis["costs_title"] ?? ""); \(licence).")
    }
    return lines.map(Printable.line)
  }

  private static func stage(_ stage: String) -> String {
    switch stage {
    case "before": "before the concern"
    case "between": "concern to threshold"
    case "after": "after the threshold"
    case "straddling": "at a vague date"
    default: "no concern seen"
    }
  }

  private var visits: [String] {
    journey.visits.map { visit in
      let made =
        switch visit.made {
        case "yes": "made"
        case "no": "not made"
        default: "nobody can tell whether it was made"
        }
      let missing = visit.missing.isEmpty ? "" : "; not registered: \(visit.missing)"
      return Printable.line("  arrived \(date(visit.arrival)), due \(visit.due): \(made)\(missing)")
    }
  }

  private var untold: [String] {
    journey.untold.map { sign in
      let why =
        switch sign.reason {
        case "no-feed", "no-kind": "nothing that could show it is delivered"
        case "not-covered": "the days are not covered by what was delivered"
        default: "a date or a detail is too vague"
        }
      return Printable.line("  \(sign.name): \(why)")
    }
  }
}

extension String {
  /// The text with blanks after it, up to a width.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
