public import SQLiteAccess

/// The tables of the programme and its claims, each written row by row in the order of its columns.
public enum ProgrammeTable: String, Sendable, CaseIterable {
  case succession
  case family = "cohort_family"
  case change = "cohort_change"
  case funnel = "cohort_funnel"
  case claim
  case difference = "claim_difference"
  case prospect = "claim_prospect"
  case gap = "claim_gap"

  /// How many columns it has.
  var columns: Int {
    switch self {
    case .difference: 3
    case .succession, .change: 4
    case .gap: 6
    case .prospect: 10
    case .funnel: 12
    case .claim: 19
    case .family: 36
    }
  }
}

/// One step from an id to another, and what it was.
public struct SuccessionRow: Hashable, Sendable {
  /// The id before.
  public var from: Int64
  /// The id after.
  public var to: Int64
  /// Whether the first id ended with it.
  public var isMerged: Bool

  /// States a step.
  public init(from: Int64, to: Int64, isMerged: Bool) {
    self.from = from
    self.to = to
    self.isMerged = isMerged
  }
}

/// A family of a run's cohort, as much of it as the next run compares with.
public struct CohortFamilyRow: Hashable, Sendable {
  /// The family.
  public var family: Int64
  /// Where it stood.
  public var standing: String
  /// The first day on which a run put it forward, if any did.
  public var putForward: String?
  /// Its area.
  public var area: String
  /// The agency that led.
  public var leadAgency: String
  /// The professional who led.
  public var leadProfessional: String
}

extension RunFile {
  /// Adds rows to a table of the programme, each with a value for every column.
  public mutating func add(
    _ rows: [[SQLValue]], to table: ProgrammeTable
  ) throws(DatabaseError) {
    try insert(rows, into: table.rawValue, columns: table.columns)
  }

  /// Whether the file has the tables of the programme; one that an older program wrote does not.
  public mutating func hasProgramme() throws(DatabaseError) -> Bool {
    try connection.first("SELECT 1 FROM sqlite_schema WHERE name = 'cohort_family'") {
      (row) throws(DatabaseError) in row.integer(0)
    } != nil
  }

  /// What the packs that put families forward came to, by family; nil of a run that tells of no programme.
  ///
  /// A word is empty where none of the packs was asked. The families that it leaves out meet none of the packs, and nothing of them is of concern.
  public mutating func cohortEligibility() throws(DatabaseError) -> [Int64: String]? {
    guard try hasProgramme() else { return nil }
    let isTold = try connection.first(
      "SELECT 1 FROM cohort_family UNION ALL SELECT 1 FROM cohort_funnel LIMIT 1"
    ) { (row) throws(DatabaseError) in row.integer(0) }
    guard isTold != nil else { return nil }
    let rows = try connection.query(
      "SELECT family_id, coalesce(eligibility, '') FROM cohort_family"
    ) { (row) throws(DatabaseError) in (row.integer64(0), row.text(1)) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// What the run's data says differently of claims that are locked, by the claims' numbers; nothing of an older program's
  /// file.
  public mutating func claimDifferences() throws(DatabaseError) -> [Int: [String]] {
    guard try hasProgramme() else { return [:] }
    let rows = try connection.query(
      "SELECT claim, words FROM claim_difference ORDER BY claim, place"
    ) { (row) throws(DatabaseError) in (row.integer(0), row.text(1)) }
    var differences: [Int: [String]] = [:]
    for (claim, words) in rows { differences[claim, default: []].append(words) }
    return differences
  }

  /// How many families were attached by some packs, by year; nil of an older program's file, which does not say by which.
  public mutating func attachedFamilies(
    by packs: [String]
  ) throws(DatabaseError) -> [String: Int]? {
    guard try hasColumn("attached_pack", in: "cohort_family") else { return nil }
    var families: [String: Int] = [:]
    for pack in Set(packs) {
      let years = try connection.query(
        """
        SELECT year, count(*) FROM cohort_family
        WHERE attached IS NOT NULL AND attached_pack = \(pack) AND year IS NOT NULL GROUP BY year
        """
      ) { (row) throws(DatabaseError) in (row.text(0), row.integer(1)) }
      for (year, count) in years { families[year, default: 0] += count }
    }
    return families
  }

  /// Which ids came from which, over all runs up to this one, in the order of ids; nothing of an older program's file.
  public mutating func successions(
    _ subject: IdentitySubject
  ) throws(DatabaseError) -> [SuccessionRow] {
    guard try hasProgramme() else { return [] }
    return try connection.query(
      """
      SELECT from_id, to_id, event FROM succession WHERE subject = \(subject.rawValue)
      ORDER BY from_id, to_id
      """
    ) { (row) throws(DatabaseError) in
      SuccessionRow(
        from: row.integer64(0), to: row.integer64(1), isMerged: row.text(2) == "merged")
    }
  }

  /// The families of the cohort, in the order of their ids; nothing of an older program's file.
  public mutating func cohortFamilies() throws(DatabaseError) -> [CohortFamilyRow] {
    guard try hasProgramme() else { return [] }
    return try connection.query(
      """
      SELECT family_id, standing, put_forward, area, lead_agency, lead_professional
      FROM cohort_family ORDER BY family_id
      """
    ) { (row) throws(DatabaseError) in
      CohortFamilyRow(
        family: row.integer64(0), standing: row.text(1), putForward: row.optionalText(2),
        area: row.text(3), leadAgency: row.optionalText(4) ?? "",
        leadProfessional: row.optionalText(5) ?? "")
    }
  }
}
