/// The parts that columns play in what rows state.
extension SourceContract {
  /// The columns by which it is told whether a row states a fact, and which.
  var decidingColumns: Set<ColumnNumber> {
    facts.reduce(into: []) { $0.formUnion($1.condition.columns) }
  }

  /// Fills in that the day of an event lies in the past, where the contract does not say otherwise: what happened has
  /// happened, and a mistyped year would put it where nobody looks for it.
  ///
  /// The end of an episode may well be known before it comes, also where it is the day of an event as well.
  mutating func expectPastEvents() {
    let ends = Set(facts.compactMap(\.time.end) + people.compactMap(\.until))
    for fact in facts {
      guard case .on(let column) = fact.time, !ends.contains(column),
        columns[column].mustBePast == nil, case .date = columns[column].type
      else { continue }
      columns[column].mustBePast = true
    }
  }
}

extension FactTimeTemplate {
  /// The column of the last day of an episode.
  fileprivate var end: ColumnNumber? {
    if case .during(_, let end) = self { end } else { nil }
  }
}

extension RowCondition {
  /// The columns that it asks.
  var columns: Set<ColumnNumber> {
    switch self {
    case .always: []
    case .present(let column), .absent(let column), .isOneOf(let column, _): [column]
    case .not(let inner): inner.columns
    case .all(let inner): inner.reduce(into: []) { $0.formUnion($1.columns) }
    }
  }
}
