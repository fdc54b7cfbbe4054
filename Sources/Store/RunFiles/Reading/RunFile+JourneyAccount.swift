public import SQLiteAccess

/// Reading one family's journey.
extension RunFile {
  /// Whether the run followed journeys.
  public mutating func hasJourneys() throws(DatabaseError) -> Bool {
    let found = try connection.first(
      "SELECT count(*) FROM sqlite_schema WHERE name = 'journey_basis'"
    ) { (row) throws(DatabaseError) in row.integer(0) }
    guard found == 1 else { return false }
    let rows = try connection.first("SELECT count(*) FROM journey_basis") {
      (row) throws(DatabaseError) in row.integer(0)
    }
    return rows ?? 0 > 0
  }

  /// A family's journey; nil where there is none of the id.
  public mutating func journeyAccount(_ id: Int64) throws(DatabaseError) -> JourneyAccount? {
    let columns = [
      "first_sign_from", "first_sign_to", "concern_from", "concern_to", "single_from",
      "single_to", "sum_from", "sum_to", "may_be_from", "headline", "headline_from",
      "headline_to", "lead_least", "lead_most", "professionals", "agencies", "undated", "tier",
      "tier_may_be", "pence", "costed", "events", "overlapping", "least",
    ]
    let list = columns.joined(separator: ", ")
    let row = try connection.first(
      "SELECT \(raw: list) FROM journey WHERE family_id = \(id)"
    ) { (row) throws(DatabaseError) in columns.indices.map { row.optionalText($0) } }
    guard let row else { return nil }
    var values: [String: String] = [:]
    for (column, value) in zip(columns, row) { values[column] = value }
    return JourneyAccount(
      values: values, signs: try signs(id), thresholds: try thresholds(id),
      missed: try missed(id), entries: try entries(id), services: try services(id),
      costs: try costs(id), notCosted: try notCosted(id), untold: try untold(id),
      visits: try visits(id), observed: try observedSince(), basis: try journeyBasis())
  }

  private mutating func signs(_ id: Int64) throws(DatabaseError) -> [JourneyAccount.Sign] {
    let sensitivities = try signSensitivities(id)
    return try connection.query(
      """
      SELECT name, title, person_id, date_from, date_to, weight, certain, journey_sign.number
      FROM journey_sign JOIN sign ON sign.number = journey_sign.sign
      WHERE family_id = \(id) ORDER BY journey_sign.number
      """
    ) { (row) throws(DatabaseError) in
      JourneyAccount.Sign(
        name: row.text(0), title: row.text(1),
        person: row.isNull(2) ? nil : row.integer64(2),
        date: JourneyAccount.Span(from: row.text(3), to: row.text(4)), weight: row.integer(5),
        isCertain: row.integer(6) == 1, sensitivities: sensitivities[row.integer64(7)] ?? [])
    }
  }

  /// How carefully the rows behind each sign are to be handled, by the sign's number; nothing of an older program's file,
  /// which has no kinds there.
  private mutating func signSensitivities(
    _ id: Int64
  ) throws(DatabaseError) -> [Int64: [String]] {
    guard try hasColumn("kind_id", in: "journey_sign_fact") else { return [:] }
    let rows = try connection.query(
      """
      SELECT DISTINCT number, sensitivity FROM journey_sign_fact
        CROSS JOIN fact_kind ON fact_kind.id = kind_id
      WHERE family_id = \(id) ORDER BY number, sensitivity
      """
    ) { (row) throws(DatabaseError) in (number: row.integer64(0), word: row.text(1)) }
    return Dictionary(grouping: rows, by: \.number).mapValues { $0.map(\.word) }
  }

  private mutating func thresholds(
    _ id: Int64
  ) throws(DatabaseError) -> [(title: String, date: JourneyAccount.Span)] {
    try connection.query(
      """
      SELECT title, date_from, date_to FROM family_threshold WHERE family_id = \(id)
      ORDER BY date_from, date_to, title
      """
    ) { (row) throws(DatabaseError) in
      (title: row.text(0), date: JourneyAccount.Span(from: row.text(1), to: row.text(2)))
    }
  }

  private mutating func missed(_ id: Int64) throws(DatabaseError) -> [JourneyAccount.Missed] {
    try connection.query(
      """
      SELECT date_from, date_to, title, reason, known, elsewhere, lost_least, lost_most,
        pence_after
      FROM journey_missed JOIN agency ON agency.name = journey_missed.agency
      WHERE family_id = \(id) ORDER BY number
      """
    ) { (row) throws(DatabaseError) in
      JourneyAccount.Missed(
        date: JourneyAccount.Span(from: row.text(0), to: row.text(1)), agency: row.text(2),
        reason: row.text(3), known: row.text(4), elsewhere: row.text(5),
        lostLeast: row.optionalInteger(6), lostMost: row.optionalInteger(7),
        penceAfter: row.optionalInteger(8))
    }
  }

  private mutating func entries(_ id: Int64) throws(DatabaseError) -> [JourneyAccount.Entry] {
    try connection.query(
      """
      SELECT person_id, agency.title, fact_kind.title, starts, ends, signs, pence, agency.name,
        sensitivity, file_name, line
      FROM journey_entry JOIN fact_kind ON fact_kind.id = kind_id
        JOIN agency ON agency.name = fact_kind.agency
        JOIN extract ON extract.id = extract_id
      WHERE family_id = \(id) ORDER BY number
      """
    ) { (row) throws(DatabaseError) in
      JourneyAccount.Entry(
        person: row.isNull(0) ? nil : row.integer64(0), agency: row.text(1), title: row.text(2),
        starts: row.text(3), ends: row.optionalText(4), signs: row.text(5),
        pence: row.optionalInteger(6), agencyName: row.text(7), sensitivity: row.text(8),
        place: "\(row.text(9)):\(row.integer(10))")
    }
  }

  private mutating func services(_ id: Int64) throws(DatabaseError) -> [JourneyAccount.Service] {
    try connection.query(
      """
      SELECT title, contacts, missed, assessments, plans, open_days, professionals, services
      FROM journey_agency JOIN agency ON agency.name = journey_agency.agency
      WHERE family_id = \(id) ORDER BY agency.name
      """
    ) { (row) throws(DatabaseError) in
      JourneyAccount.Service(agency: row.text(0), counts: (1...7).map { row.integer($0) })
    }
  }

  private mutating func costs(_ id: Int64) throws(DatabaseError) -> [JourneyAccount.Cost] {
    try connection.query(
      """
      SELECT title, stance, stage, pence, events
      FROM journey_cost JOIN agency ON agency.name = journey_cost.agency
      WHERE family_id = \(id) ORDER BY agency.name, stance, stage
      """
    ) { (row) throws(DatabaseError) in
      JourneyAccount.Cost(
        agency: row.text(0), stance: row.text(1), stage: row.text(2), pence: row.integer(3),
        events: row.integer(4))
    }
  }

  private mutating func notCosted(
    _ id: Int64
  ) throws(DatabaseError) -> [(title: String, facts: Int)] {
    try connection.query(
      """
      SELECT title, facts FROM journey_not_costed JOIN fact_kind ON fact_kind.id = kind_id
      WHERE family_id = \(id) ORDER BY kind_id
      """
    ) { (row) throws(DatabaseError) in (title: row.text(0), facts: row.integer(1)) }
  }

  private mutating func untold(
    _ id: Int64
  ) throws(DatabaseError) -> [(name: String, reason: String)] {
    try connection.query(
      """
      SELECT DISTINCT name, title, reason FROM journey_untold
        JOIN sign ON sign.number = journey_untold.sign
      WHERE family_id = \(id)
      UNION SELECT name, title, 'no-feed' FROM sign WHERE unfed = 1 ORDER BY 1, 3
      """
    ) { (row) throws(DatabaseError) in
      (name: "\(row.text(0)) \(row.text(1))", reason: row.text(2))
    }
  }

  private mutating func visits(
    _ id: Int64
  ) throws(DatabaseError) -> [(
    arrival: JourneyAccount.Span, due: String, made: String, missing: String
  )] {
    try connection.query(
      """
      SELECT arrival_from, arrival_to, due, made, missing FROM journey_visit
      WHERE family_id = \(id) ORDER BY arrival_from, due
      """
    ) { (row) throws(DatabaseError) in
      (
        arrival: JourneyAccount.Span(from: row.text(0), to: row.text(1)), due: row.text(2),
        made: row.text(3), missing: row.text(4)
      )
    }
  }

  private mutating func observedSince() throws(DatabaseError) -> [(agency: String, since: String?)]
  {
    try connection.query(
      """
      SELECT title, since FROM journey_observed JOIN agency ON agency.name = journey_observed.agency
      ORDER BY agency.name
      """
    ) { (row) throws(DatabaseError) in (agency: row.text(0), since: row.optionalText(1)) }
  }

  private mutating func journeyBasis() throws(DatabaseError) -> [String: String] {
    let rows = try connection.query("SELECT name, value FROM journey_basis") {
      (row) throws(DatabaseError) in (row.text(0), row.text(1))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}
