public import SQLiteAccess

/// A family of which concern is seen, with why and who knows the family already.
public struct WobbleRow: Hashable, Sendable {
  /// The family.
  public var family: Int64
  /// The first and the last day on which the concern may have been.
  public var concern: JourneyAccount.Span
  /// The tier of need.
  public var tier: String?
  /// The signs that show it, as `W19 Police called to a domestic incident`.
  public var signs: [String]
  /// What the agencies are called that have something of the family.
  public var agencies: [String]
  /// Whether somebody leads.
  public var hasLead: Bool
  /// Whether the family refused or withdrew its consent to early help and did not give it again, or declined the programme.
  public var isRefused: Bool
}

/// Reading which families are a concern.
extension RunFile {
  /// The families of which concern is seen, except those that the other run knew of already: by their id, or by someone in them.
  public mutating func wobbles(
    knownFamilies: Set<Int64>, knownPeople: Set<Int64>
  ) throws(DatabaseError) -> [WobbleRow] {
    let people = try peopleByFamily()
    // Facts have no index by person: they are gone through once, and not for each family.
    let refused = try familiesThatRefused()
    let led = try familiesWithALead()
    let rows = try connection.query(
      """
      SELECT family_id, concern_from, concern_to, tier FROM journey
      WHERE concern_from IS NOT NULL ORDER BY concern_from DESC, family_id
      """
    ) { (row) throws(DatabaseError) in
      (
        family: row.integer64(0), from: row.text(1), to: row.text(2), tier: row.optionalText(3)
      )
    }
    var wobbles: [WobbleRow] = []
    for row in rows where !knownFamilies.contains(row.family) {
      guard knownPeople.isDisjoint(with: people[row.family] ?? []) else { continue }
      wobbles.append(
        WobbleRow(
          family: row.family, concern: JourneyAccount.Span(from: row.from, to: row.to),
          tier: row.tier, signs: try signs(of: row.family, until: row.to),
          agencies: try agencies(of: row.family), hasLead: led.contains(row.family),
          isRefused: refused.contains(row.family)))
    }
    return wobbles
  }

  /// The families of which concern was seen, and the people in them.
  public mutating func familiesOfConcern() throws(DatabaseError) -> (
    families: Set<Int64>, people: Set<Int64>
  ) {
    let families = try connection.query(
      "SELECT family_id FROM journey WHERE concern_from IS NOT NULL"
    ) { (row) throws(DatabaseError) in row.integer64(0) }
    let people = try peopleByFamily()
    var known: Set<Int64> = []
    for family in families { known.formUnion(people[family] ?? []) }
    return (Set(families), known)
  }

  private mutating func peopleByFamily() throws(DatabaseError) -> [Int64: Set<Int64>] {
    var people: [Int64: Set<Int64>] = [:]
    let rows = try connection.query("SELECT family_id, person_id FROM family_member") {
      (row) throws(DatabaseError) in (row.integer64(0), row.integer64(1))
    }
    for (family, person) in rows { people[family, default: []].insert(person) }
    return people
  }

  /// The signs of the half-year up to the concern.
  private mutating func signs(
    of family: Int64, until day: String
  ) throws(DatabaseError) -> [String] {
    try connection.query(
      """
      SELECT DISTINCT name, title FROM journey_sign JOIN sign ON sign.number = journey_sign.sign
      WHERE family_id = \(family) AND certain = 1 AND weight > 0 AND date_from <= \(day)
        AND date_to > date(\(day), '-180 days')
      ORDER BY name
      """
    ) { (row) throws(DatabaseError) in "\(row.text(0)) \(row.text(1))" }
  }

  private mutating func agencies(of family: Int64) throws(DatabaseError) -> [String] {
    try connection.query(
      """
      SELECT title FROM journey_agency JOIN agency ON agency.name = journey_agency.agency
      WHERE family_id = \(family) ORDER BY universal, agency.name
      """
    ) { (row) throws(DatabaseError) in row.text(0) }
  }

  /// The families that do not want help: by what early help was told, and by what the programme entered.
  private mutating func familiesThatRefused() throws(DatabaseError) -> Set<Int64> {
    var refused = try familiesThatRefusedEarlyHelp()
    guard try hasProgramme() else { return refused }
    let entered = try connection.query(
      """
      SELECT family_id FROM cohort_family
      WHERE standing = 'declined' OR service_consent IN ('refused', 'withdrawn')
      """
    ) { (row) throws(DatabaseError) in row.integer64(0) }
    refused.formUnion(entered)
    return refused
  }

  /// The families that refused early help or withdrew their consent to it, and did not give it again: by the newest word of
  /// anybody in them, a refusal of the same day last.
  private mutating func familiesThatRefusedEarlyHelp() throws(DatabaseError) -> Set<Int64> {
    let rows = try connection.query(
      """
      SELECT family_id FROM fact CROSS JOIN fact_kind ON fact_kind.id = fact.kind_id
        CROSS JOIN person_member ON person_member.record_key = fact.record_key
        CROSS JOIN family_member ON family_member.person_id = person_member.person_id
      WHERE fact.kind_id IN (SELECT id FROM fact_kind
        WHERE name IN ('early-help.consent.given', 'early-help.consent.refused'))
      GROUP BY family_id
      HAVING max(coalesce(fact.starts, '') || ' ' || fact_kind.name) LIKE '%refused'
      """
    ) { (row) throws(DatabaseError) in row.integer64(0) }
    return Set(rows)
  }
}
