public import SQLiteAccess

/// What can be said about the quality of a run's linkage without knowing the truth.
public struct LinkageQuality: Hashable, Sendable {
  /// Pairs of records that were compared, kept, and are one person.
  public var joined: Int
  /// How many of them the model expects to be wrong, in millionths.
  public var expectedWrong: Int
  /// Pairs that were kept and are two people.
  public var apart: Int
  /// How many of them the model expects to be one person, in millionths.
  public var expectedMissed: Int
  /// Pairs about which a person decided.
  public var decided: Int
  /// How often people of a group are known to more than one source.
  public var groups: [Group]
  /// How complete each source’s records of people are.
  public var sources: [Completeness]

  /// People who have something in common.
  public struct Group: Hashable, Sendable {
    /// By what people are grouped.
    public var kind: String
    /// The group; empty where no record says.
    public var name: String
    /// Its people.
    public var people: Int
    /// Those of them whom more than one source knows.
    public var linked: Int
  }

  /// How many of a source’s records have what people are recognised by.
  public struct Completeness: Hashable, Sendable {
    /// What the source is called.
    public var title: String
    /// Its records of people.
    public var records: Int
    /// Those with a birth date that is a day.
    public var born: Int
    /// Those with a sex.
    public var sex: Int
    /// Those with a postcode.
    public var postcode: Int
    /// Those with any national number.
    public var number: Int
  }
}

extension RunFile {
  /// The quality of the linkage as far as the run can tell; nil where there was none.
  public mutating func linkageQuality() throws(DatabaseError) -> LinkageQuality? {
    guard !(try linkageFacts().isEmpty) else { return nil }
    // In whole millionths, so that no order of adding changes the sum.
    let sums = try connection.query(
      """
      SELECT is_joined, count(*), sum(CAST(round((CASE is_joined WHEN 1 THEN 1 - probability
        ELSE probability END) * 1000000) AS INTEGER)), count(decision)
      FROM pair GROUP BY is_joined
      """
    ) { (row) throws(DatabaseError) in
      (row.integer(0), count: row.integer(1), millionths: row.integer(2), decided: row.integer(3))
    }
    let (joined, apart) = (sums.first { $0.0 == 1 }, sums.first { $0.0 == 0 })
    return LinkageQuality(
      joined: joined?.count ?? 0, expectedWrong: joined?.millionths ?? 0,
      apart: apart?.count ?? 0, expectedMissed: apart?.millionths ?? 0,
      decided: sums.reduce(0) { $0 + $1.decided }, groups: try linkedGroups(),
      sources: try completeness())
  }

  private mutating func linkedGroups() throws(DatabaseError) -> [LinkageQuality.Group] {
    var people: [Int64: LinkedPerson] = [:]
    try forEach("SELECT id, sources > 1 FROM person") { (row) throws(DatabaseError) in
      people[row.integer64(0)] = LinkedPerson(isLinked: row.integer(1) == 1)
    }
    try forEach(
      """
      SELECT person_id, sex, ethnicity, substr(born, 1, 4)
      FROM person_record CROSS JOIN person_member ON person_member.record_key = person_record.key
      """
    ) { (row) throws(DatabaseError) in
      people[row.integer64(0)]?.note(row)
    }
    var groups: [LinkageQuality.Group] = []
    for (kind, name) in LinkedPerson.groupings {
      let grouped = Dictionary(grouping: people.values, by: name)
      groups += grouped.keys.sorted().map { name in
        let people = grouped[name] ?? []
        return LinkageQuality.Group(
          kind: kind, name: name, people: people.count, linked: people.count(where: \.isLinked))
      }
    }
    return groups
  }

  private mutating func completeness() throws(DatabaseError) -> [LinkageQuality.Completeness] {
    try connection.query(
      """
      SELECT title, count(*), sum(length(born) = 10), count(sex), count(postcode),
        sum(coalesce(upn, nhs_number, nino, pnc, uln, cro, crn) IS NOT NULL)
      FROM (SELECT source.title, source.name, born, sex, upn, nhs_number, nino, pnc, uln, cro, crn,
          postcode
        FROM person_record JOIN source ON source.id = person_record.source_id
          LEFT JOIN place ON place.key = person_record.place_key)
      GROUP BY name ORDER BY name
      """
    ) { (row) throws(DatabaseError) in
      LinkageQuality.Completeness(
        title: row.text(0), records: row.integer(1), born: row.integer(2), sex: row.integer(3),
        postcode: row.integer(4), number: row.integer(5))
    }
  }
}

/// What a person's records say that people are grouped by; of several answers the last in the alphabet.
private struct LinkedPerson {
  let isLinked: Bool
  private var sex: UInt8 = 0
  private var ethnicity: UInt8 = 0
  private var year = 0

  init(isLinked: Bool) {
    self.isLinked = isLinked
  }

  mutating func note(_ row: borrowing Row) {
    sex = max(sex, row.withTextBytes(1) { $0.isEmpty ? 0 : $0[0] })
    ethnicity = max(ethnicity, row.withTextBytes(2) { $0.isEmpty ? 0 : $0[0] })
    year = max(year, row.integer(3))
  }

  /// The ways to group people, each with the name of a person's group; empty where no record says.
  static let groupings: [(kind: String, name: @Sendable (LinkedPerson) -> String)] = [
    ("Sex", { $0.sex == 0 ? "" : $0.sex == UInt8(ascii: "m") ? "male" : "female" }),
    ("Born", { $0.year == 0 ? "" : "\($0.year / 10)0s" }),
    ("Ethnicity", { $0.ethnicity == 0 ? "" : String(UnicodeScalar($0.ethnicity)) }),
  ]
}
