import Cohorts
import SQLiteAccess
import Store
import Vocabulary

/// The cohort as rows of the run's file, in the order of the tables' columns.
extension CohortMember {
  var row: [SQLValue] { known + entered + judged }

  private var known: [SQLValue] {
    [
      .integer(subject.family.value), .truth(subject.isInRun), .text(standing.rawValue),
      .truth(isEntered), .optional(subject.eligibility?.rawValue), .words(subject.packs),
      .words(subject.criteria), .optional(subject.concern?.first.iso),
      .optional(subject.concern?.last.iso), .optional(putForward?.iso), .optional(year?.text),
      .text(area), .optional(subject.area?.district), .optional(subject.area?.ward),
      .integer(Int64(subject.children)), .integer(Int64(subject.agencies)),
    ]
  }

  private var entered: [SQLValue] {
    [
      .optional(life?.identified?.iso), .optional(life?.confirmed?.on.iso),
      .optional(life?.confirmed?.by), .optional(life?.attachedOn?.iso),
      .optional(life?.leadAgency), .optional(life?.leadProfessional),
      .optional(life?.assessed?.iso), .optional(life?.planned?.iso),
      .optional(life?.workedOn.last?.iso), .optional(life?.serviceConsent?.rawValue),
      .optional(life?.evaluationConsent?.rawValue), .words(life?.results ?? []),
      .optional(life?.ended?.iso), .optional(life?.ending),
    ]
  }

  private var judged: [SQLValue] {
    [
      place.map { .integer(Int64($0.place)) } ?? .null,
      place.map { .integer(Int64($0.points)) } ?? .null, .optional(reasons), .truth(isComparison),
      .truth(isContested), .optional(life?.attachment?.snapshot.pack),
    ]
  }

  /// The first day on which a run put it forward, where runs do: for the next run to know.
  private var putForward: Day? {
    guard subject.eligibility == .met else { return nil }
    return subject.putForward ?? (isEntered ? nil : life?.identified)
  }

  /// What gave it its points: `crime 3, children 1`.
  var reasons: String? {
    place.map { row in row.reasons.map { "\($0.sign) \($0.points)" }.joined(separator: ", ") }
  }
}

extension CohortChange {
  var row: [SQLValue] {
    [
      .integer(family.value), .text(what.rawValue), .optional(before?.rawValue),
      .optional(after?.rawValue),
    ]
  }
}

extension Funnel.Row {
  func row(_ programme: Programme) -> [SQLValue] {
    let aim = area.isEmpty ? programme.aim(in: year) : nil
    return [
      .text(year.text), .text(area), target.map { .integer(Int64($0)) } ?? .null,
      aim.map { .integer(Int64($0)) } ?? .null,
    ]
      + [identified, confirmed, waiting, attached, planned, worked, achieved, lost]
      .map { .integer(Int64($0)) }
  }
}

extension SQLValue {
  static func truth(_ truth: Bool) -> SQLValue { .integer(truth ? 1 : 0) }

  /// A text, or nothing where there is none.
  static func optional(_ text: String?) -> SQLValue {
    text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .null
  }

  /// Words with blanks between them.
  static func words(_ words: [String]) -> SQLValue { .text(words.joined(separator: " ")) }
}
