public import SQLiteAccess

/// The figures of a run by which one night is compared with another.
public struct NightFigures: Hashable, Sendable {
  /// A figure with its words.
  public struct Figure: Hashable, Sendable {
    /// What is counted.
    public var words: String
    /// How many.
    public var count: Int
  }

  /// The day for which the run was made.
  public var asOf: String
  /// The figures in their order.
  public var figures: [Figure]
  /// The newest extract of each source, by the source’s title, with its rows.
  public var sources: [String: Int]
}

/// What became of ids since the run before.
public struct LineageCount: Hashable, Sendable {
  /// `person` or `family`.
  public var subject: String
  /// What happened: born, split, merged and so on.
  public var event: String
  /// How many.
  public var count: Int
}

extension RunFile {
  /// The figures by which this run is compared with others.
  public mutating func nightFigures() throws(DatabaseError) -> NightFigures {
    var figures: [NightFigures.Figure] = []
    for (words, query) in try figureQueries() {
      let count = try connection.first(query) { (row) throws(DatabaseError) in
        row.optionalInteger(0) ?? 0
      }
      figures.append(.init(words: words, count: count ?? 0))
    }
    let sources = try connection.query(
      "SELECT title, rows FROM source_state JOIN source ON source.name = source_name WHERE rows IS NOT NULL"
    ) { (row) throws(DatabaseError) in (row.text(0), row.integer(1)) }
    return NightFigures(
      asOf: try notes()["as_of"] ?? "", figures: figures,
      sources: Dictionary(sources, uniquingKeysWith: { first, _ in first }))
  }

  private mutating func figureQueries() throws(DatabaseError) -> [(String, SQL)] {
    var queries: [(String, SQL)] = [
      ("Rows accepted", "SELECT sum(accepted) FROM extract"),
      ("Rows quarantined", "SELECT sum(quarantined) FROM extract"),
      ("Facts", "SELECT count(*) FROM fact"),
      ("Records of people", "SELECT count(*) FROM person_record"),
      ("People", "SELECT count(*) FROM person"), ("Families", "SELECT count(*) FROM family"),
      ("Families of concern", "SELECT count(*) FROM journey WHERE concern_from IS NOT NULL"),
      ("Missed opportunities", "SELECT count(*) FROM journey_missed"),
      ("Doubts about who is who", "SELECT count(*) FROM cluster_note"),
    ]
    for pack in try eligiblePacks() {
      queries.append(
        (
          "Meet \(pack.title)",
          """
          SELECT count(*) FROM family_pack WHERE pack = \(pack.number)
            AND substr(states, \(pack.place + 1), 1) = 'm'
          """
        ))
    }
    guard try hasProgramme() else { return queries }
    return queries + [
      (
        "In the programme or put forward",
        "SELECT count(*) FROM cohort_family WHERE in_run = 1 AND (entered = 1 OR eligibility = 'met')"
      ), ("Attached", "SELECT count(*) FROM cohort_family WHERE attached IS NOT NULL"),
      ("Claims", "SELECT count(*) FROM claim"),
    ]
  }

  private mutating func eligiblePacks() throws(DatabaseError) -> [(
    number: Int, title: String, place: Int
  )] {
    try connection.query(
      """
      SELECT pack.number, pack.title, criterion.number FROM pack
        JOIN criterion ON criterion.pack = pack.number AND criterion.name = pack.eligible
      ORDER BY pack.number
      """
    ) { (row) throws(DatabaseError) in
      (number: row.integer(0), title: row.text(1), place: row.integer(2))
    }
  }

  /// What became of ids since the run before, by subject and event.
  public mutating func lineageCounts() throws(DatabaseError) -> [LineageCount] {
    try connection.query(
      "SELECT subject, event, count(*) FROM lineage GROUP BY 1, 2 ORDER BY 1 DESC, 2"
    ) { (row) throws(DatabaseError) in
      LineageCount(subject: row.text(0), event: row.text(1), count: row.integer(2))
    }
  }
}
