public import SQLiteAccess
public import Store
public import Vocabulary

/// What two packs make of the same families in a run: whom each reading adds and loses, and who is just outside.
public struct PackComparison: Sendable {
  /// A family of which the two packs do not say the same, or that is just outside of the first.
  public struct Family: Hashable, Sendable {
    /// Which family.
    public var id: FamilyID
    /// What the first pack says of its eligibility.
    public var first: FindingState
    /// What the second pack says of it.
    public var second: FindingState
    /// The criteria of the second pack that it meets.
    public var met: [String]
    /// The criteria of the first pack that it is half-way to or nearer: «often-excluded 2 of 3».
    public var short: [String]
  }

  /// The names of the packs.
  public var packs: (first: String, second: String)
  /// How many families come to what under the first and the second pack.
  public var counts: [FindingState: [FindingState: Int]] = [:]
  /// The families that differ, in the order of their ids.
  public var families: [Family] = []

  /// How many families a reading has in, or out.
  public func count(first: FindingState, second: FindingState) -> Int {
    counts[first]?[second] ?? 0
  }

  /// How many are eligible under the second pack and not under the first.
  public var added: Int {
    FindingState.allCases.filter { $0 != .met }.map { count(first: $0, second: .met) }
      .reduce(0, +)
  }

  /// How many are eligible under the first pack and not under the second.
  public var lost: Int {
    FindingState.allCases.filter { $0 != .met }.map { count(first: .met, second: $0) }
      .reduce(0, +)
  }
}

/// A pack of a run, with its criteria.
public struct RunPack: Hashable, Sendable {
  /// Its number in the run.
  public var number: Int
  /// Its name.
  public var name: String
  /// What people call it.
  public var title: String
  /// The criterion that decides, by its place.
  public var eligible: Int?
  /// The names and titles of its criteria.
  public var criteria: [(name: String, title: String)]

  /// Whether two are the same pack of one run.
  public static func == (left: RunPack, right: RunPack) -> Bool {
    left.number == right.number && left.name == right.name
  }

  /// Feeds what tells packs apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(number)
    hasher.combine(name)
  }
}

extension RunFile {
  /// The packs that were asked in the run.
  public mutating func packs() throws(DatabaseError) -> [RunPack] {
    let rows = try connection.query(
      "SELECT number, name, title, eligible FROM pack ORDER BY number"
    ) {
      (row) throws(DatabaseError) in
      (number: row.integer(0), name: row.text(1), title: row.text(2), eligible: row.optionalText(3))
    }
    var packs: [RunPack] = []
    for row in rows {
      let criteria = try connection.query(
        "SELECT name, title FROM criterion WHERE pack = \(row.number) ORDER BY number"
      ) { (row) throws(DatabaseError) in (name: row.text(0), title: row.text(1)) }
      packs.append(
        RunPack(
          number: row.number, name: row.name, title: row.title,
          eligible: criteria.firstIndex { $0.name == row.eligible }, criteria: criteria))
    }
    return packs
  }

  /// How many families came to what, for each criterion of a pack.
  public mutating func counts(of pack: RunPack) throws(DatabaseError) -> [[FindingState: Int]] {
    var counts = [[FindingState: Int]](repeating: [:], count: pack.criteria.count)
    let rows = try connection.prepare(
      "SELECT states, count(*) FROM family_pack WHERE pack = ? GROUP BY states")
    try rows.bind(pack.number, at: 1)
    while try rows.step() {
      let states = rows.row.text(0)
      let families = rows.row.integer(1)
      for (place, letter) in states.utf8.enumerated() where place < counts.count {
        guard let state = FindingState(letter: letter) else { continue }
        counts[place][state, default: 0] += families
      }
    }
    return counts
  }

  /// Sets what two packs of the run say of every family beside each other.
  public mutating func comparison(
    of first: RunPack, and second: RunPack
  ) throws(DatabaseError) -> PackComparison {
    var comparison = PackComparison(packs: (first.name, second.name))
    guard let firstPlace = first.eligible, let secondPlace = second.eligible else {
      return comparison
    }
    let rows = try connection.query(
      """
      SELECT one.family_id, substr(one.states, \(firstPlace + 1), 1),
        substr(other.states, \(secondPlace + 1), 1), other.states
      FROM family_pack AS one JOIN family_pack AS other ON other.family_id = one.family_id
      WHERE one.pack = \(first.number) AND other.pack = \(second.number)
      ORDER BY one.family_id
      """
    ) { (row) throws(DatabaseError) in
      (
        id: row.integer64(0), first: FindingState(letter: row.text(1).utf8.first ?? 0),
        second: FindingState(letter: row.text(2).utf8.first ?? 0), states: row.text(3)
      )
    }
    let short = try nearMisses(of: first)
    for row in rows {
      guard let one = row.first, let other = row.second else { continue }
      comparison.counts[one, default: [:]][other, default: 0] += 1
      let near = one == .met ? [] : short[row.id] ?? []
      guard (one == .met) != (other == .met) || (one == .notMet && !near.isEmpty) else { continue }
      let met = row.states.utf8.enumerated().filter { $0.element == UInt8(ascii: "m") }
        .map { second.criteria[$0.offset].name }
      comparison.families.append(
        PackComparison.Family(
          id: FamilyID(row.id), first: one, second: other, met: met, short: near))
    }
    return comparison
  }

  /// What each family is half-way to or nearer, without meeting it.
  private mutating func nearMisses(
    of pack: RunPack
  ) throws(DatabaseError) -> [Int64: [String]] {
    var short: [Int64: [String]] = [:]
    let rows = try connection.prepare(
      """
      SELECT family_id, criterion, part, needed FROM criterion_finding
      WHERE pack = ? AND state = 'not-met' AND 2 * part >= needed
      ORDER BY family_id, criterion
      """)
    try rows.bind(pack.number, at: 1)
    while try rows.step() {
      let name = pack.criteria[rows.row.integer(1)].name
      short[rows.row.integer64(0), default: []].append(
        "\(name) \(rows.row.integer(2)) of \(rows.row.integer(3))")
    }
    return short
  }
}
