import Reports
import Store

extension JourneyList {
  /// What the list holds, as «CSV on the Web» describes tables.
  var description: TableDescription {
    let fileName = path.split(separator: "/").last.map(String.init) ?? path
    return TableDescription(
      fileName: fileName, title: title,
      columns: headings.map { .init(heading: $0, type: type(of: $0)) },
      nulls: self == .timeline ? ["not costed"] : [])
  }

  private var title: String {
    switch self {
    case .journeys: "Families, with their first sign, their earliest concern and what came of it"
    case .timeline: "What agencies wrote down, family by family"
    case .signs: "Signs of need"
    case .missed: "Opportunities that were missed"
    case .agencies: "What each agency had to do with each family"
    case .costs: "What each agency spent in each part of a family's journey, in pounds"
    case .visits: "Visits due to families that came to a new home"
    }
  }

  /// The timeline's dates are as exact as they were told, so they are no days; in the other lists they are.
  private func type(of heading: String) -> String {
    if ["cost", "cost_after"].contains(heading) { return "decimal" }
    if Self.counts.contains(heading) { return "integer" }
    let isDate = heading == "due" || heading.hasSuffix("_from") || heading.hasSuffix("_to")
    return isDate && self != .timeline ? "date" : "string"
  }

  private static let counts: Set<String> = [
    "lead_days_least", "lead_days_most", "lost_days_least", "lost_days_most", "missed",
    "professionals", "agencies", "costed", "events", "overlapping", "weight", "contacts",
    "assessments", "plans", "episodes", "open_days", "services",
  ]
}
