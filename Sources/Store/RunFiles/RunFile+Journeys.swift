public import SQLiteAccess

/// The tables of families' journeys, each written row by row in the order of its columns.
public enum JourneyTable: String, Sendable, CaseIterable {
  case basis = "journey_basis"
  case sign
  case observed = "journey_observed"
  case journey
  case familySign = "journey_sign"
  case signFact = "journey_sign_fact"
  case untold = "journey_untold"
  case threshold = "journey_threshold"
  case missed = "journey_missed"
  case agency = "journey_agency"
  case uncoordinated = "journey_uncoordinated"
  case cost = "journey_cost"
  case notCosted = "journey_not_costed"
  case entry = "journey_entry"
  case visit = "journey_visit"

  /// How many columns it has.
  var columns: Int {
    switch self {
    case .basis, .observed: 2
    case .notCosted: 3
    case .signFact, .uncoordinated: 4
    case .sign, .threshold: 5
    case .untold, .cost, .visit: 6
    case .familySign: 9
    case .agency, .entry: 11
    case .missed: 15
    case .journey: 25
    }
  }
}

/// Writing journeys.
extension RunFile {
  /// Adds rows to a table of journeys, each with a value for every column.
  public mutating func add(
    _ rows: [[SQLValue]], to table: JourneyTable
  ) throws(DatabaseError) {
    try insert(rows, into: table.rawValue, columns: table.columns)
  }

  /// Adds rows to a table, each with a value for every column.
  mutating func insert(
    _ rows: [[SQLValue]], into table: String, columns: Int
  ) throws(DatabaseError) {
    guard !rows.isEmpty else { return }
    let places = Array(repeating: "?", count: columns).joined(separator: ", ")
    let statement = try connection.prepare("INSERT INTO \(table) VALUES (\(places))")
    for row in rows {
      try statement.bind(row)
      try statement.run()
    }
  }
}
