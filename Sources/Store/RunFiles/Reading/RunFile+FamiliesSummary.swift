public import SQLiteAccess
import Vocabulary

/// The families of a run in numbers, for reports.
public struct FamiliesSummary: Hashable, Sendable {
  /// How many families have so many of something.
  public struct Count: Hashable, Sendable {
    /// The number, or the year.
    public var number: Int
    /// The families.
    public var families: Int
  }

  /// How the families came out in one criterion of a pack.
  public struct Criterion: Hashable, Sendable {
    /// What people call the pack.
    public var pack: String
    /// What people call the criterion.
    public var title: String
    /// Families that meet it.
    public var met: Int
    /// Families that do not.
    public var notMet: Int
    /// Families of which one cannot tell.
    public var cannotTell: Int
    /// Families to which it does not apply.
    public var notApplicable: Int
  }

  /// Where a family lives, by its head's newest address with a postcode.
  public struct Home: Hashable, Sendable {
    /// The family.
    public var family: Int64
    /// The postcode.
    public var postcode: String
  }

  /// By the number of people who live together.
  public var sizes: [Count]
  /// By the number of children.
  public var children: [Count]
  /// By the year of the earliest concern.
  public var concerns: [Count]
  /// Every criterion of every pack, in their order.
  public var criteria: [Criterion]
  /// Where the families live of which concern is seen.
  public var homes: [Home]

  /// All families.
  public var families: Int { sizes.reduce(0) { $0 + $1.families } }
}

extension RunFile {
  /// Whether the run formed families.
  public mutating func hasFamilies() throws(DatabaseError) -> Bool {
    try connection.first("SELECT 1 FROM family LIMIT 1") { (row) throws(DatabaseError) in
      row.integer(0)
    } != nil
  }

  /// The families in numbers; nil where the run formed none.
  public mutating func familiesSummary() throws(DatabaseError) -> FamiliesSummary? {
    let sizes = try counts("SELECT residents, count(*) FROM family GROUP BY 1 ORDER BY 1")
    guard !sizes.isEmpty else { return nil }
    return FamiliesSummary(
      sizes: sizes,
      children: try counts("SELECT children, count(*) FROM family GROUP BY 1 ORDER BY 1"),
      concerns: try counts(
        """
        SELECT cast(substr(concern_from, 1, 4) AS INTEGER), count(*) FROM journey
        WHERE concern_from IS NOT NULL GROUP BY 1 ORDER BY 1
        """), criteria: try criteria(), homes: try homes())
  }

  private mutating func counts(_ query: SQL) throws(DatabaseError) -> [FamiliesSummary.Count] {
    try connection.query(query) { (row) throws(DatabaseError) in
      FamiliesSummary.Count(number: row.integer(0), families: row.integer(1))
    }
  }

  private mutating func criteria() throws(DatabaseError) -> [FamiliesSummary.Criterion] {
    // Each family's letters are read once and counted here: in SQL, it would be once for each criterion.
    var letters: [Int: [[UInt8: Int]]] = [:]
    try connection.forEach("SELECT pack, states FROM family_pack") {
      (row) throws(DatabaseError) in
      row.withTextBytes(1) { states in
        Self.count(states, in: &letters[row.integer(0), default: []])
      }
    }
    return try connection.query(
      """
      SELECT pack.title, criterion.title, criterion.pack, criterion.number
      FROM criterion JOIN pack ON pack.number = criterion.pack
      ORDER BY criterion.pack, criterion.number
      """
    ) { (row) throws(DatabaseError) in
      let ofPack = letters[row.integer(2)] ?? []
      let states = row.integer(3) < ofPack.count ? ofPack[row.integer(3)] : [:]
      func families(_ state: FindingState) -> Int { states[state.letter] ?? 0 }
      return FamiliesSummary.Criterion(
        pack: row.text(0), title: row.text(1), met: families(.met), notMet: families(.notMet),
        cannotTell: families(.cannotTell), notApplicable: families(.notApplicable))
    }
  }

  /// Counts the letters of a family, place by place.
  private static func count(_ states: Span<UInt8>, in letters: inout [[UInt8: Int]]) {
    for place in 0..<states.count {
      if place == letters.count { letters.append([:]) }
      letters[place][states[place], default: 0] += 1
    }
  }

  /// Where the families live of which concern is seen.
  private mutating func homes() throws(DatabaseError) -> [FamiliesSummary.Home] {
    let concerned = Set(
      try connection.query("SELECT family_id FROM journey WHERE concern_from IS NOT NULL") {
        (row) throws(DatabaseError) in row.integer64(0)
      })
    return try familyHomes().filter { concerned.contains($0.family) }
  }

  /// Where families live, by their heads' newest addresses with a postcode; protected records tell nothing.
  public mutating func familyHomes() throws(DatabaseError) -> [FamiliesSummary.Home] {
    try connection.query("SELECT family_id, postcode FROM family_home ORDER BY family_id") {
      (row) throws(DatabaseError) in
      FamiliesSummary.Home(family: row.integer64(0), postcode: row.text(1))
    }
  }
}
