public import Vocabulary

/// When a family first met a criterion, to the month.
public struct FirstMet: Hashable, Sendable {
  /// The family, by its place in the case file.
  public var family: Int
  /// The first month at whose end it met the criterion, as far back as was asked.
  public var month: DayInterval
  /// Whether it did not meet it before; else it did, or nobody can tell, and the month is the latest that it can be.
  public var isExact: Bool
}

extension CriteriaEngine {
  /// How far back is asked: facts older than this are hardly ever delivered.
  private static let monthsAsked = 60

  /// The first month at whose end each of some families met a criterion, by what the file tells of the days until then.
  ///
  /// The end of the last month is the date itself. Families that never met it are left out.
  public func firstMet(
    _ criterion: Int, by families: [Int], of file: CaseFile, until date: Day
  ) -> [FirstMet] {
    var asked = file
    var waiting = families
    var mayHaveBeenBefore = Set(families)
    var found: [FirstMet] = []
    // Words and coverage are those of the file, whatever the month.
    let binding = CriteriaBinding(program, to: date, in: file, terms: terms)
    for month in Self.months(until: date) where !waiting.isEmpty {
      asked.families = waiting.map { file.families[$0] }
      var states = [FindingState](repeating: .notApplicable, count: waiting.count)
      for finding in findings(for: asked, binding.rebound(program, to: month.last)).findings
      where Int(finding.criterion) == criterion {
        states[Int(finding.family)] = finding.state
      }
      for (family, state) in zip(waiting, states) {
        if state == .met {
          found.append(
            FirstMet(
              family: family, month: month, isExact: !mayHaveBeenBefore.contains(family)))
        } else if state == .cannotTell {
          mayHaveBeenBefore.insert(family)
        } else {
          // What was certainly not met at the end of a month began after it.
          mayHaveBeenBefore.remove(family)
        }
      }
      waiting = zip(waiting, states).filter { $0.1 != .met }.map(\.0)
    }
    return found.sorted { $0.family < $1.family }
  }

  /// The months that are asked, the last of which ends with the date.
  private static func months(until date: Day) -> [DayInterval] {
    let first = date.adding(days: 1 - date.day)
    return (0..<monthsAsked).reversed().compactMap { back in
      let start = first.adding(months: -back)
      let end = back == 0 ? date : start.adding(months: 1).adding(days: -1)
      return DayInterval(first: start, last: end)
    }
  }
}
