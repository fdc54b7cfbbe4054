public import SQLiteAccess

/// Reading the journeys in numbers.
extension RunFile {
  /// The journeys of the run in numbers; nil where it followed none.
  public mutating func concernSummary() throws(DatabaseError) -> ConcernSummary? {
    guard try hasJourneys() else { return nil }
    let basis = try connection.query("SELECT name, value FROM journey_basis") {
      (row) throws(DatabaseError) in (row.text(0), row.text(1))
    }
    return ConcernSummary(
      families: try concernFamilies(), missed: try missedByAgency(), signs: try signCounts(),
      costs: try costLines(), notCosted: try notCostedKinds(),
      observations: try connection.query(
        """
        SELECT title, since FROM journey_observed JOIN agency ON agency.name = journey_observed.agency
        ORDER BY agency.name
        """
      ) { (row) throws(DatabaseError) in
        ConcernSummary.Observation(agency: row.text(0), since: row.optionalText(1))
      }, basis: Dictionary(basis, uniquingKeysWith: { first, _ in first }))
  }

  private mutating func concernFamilies() throws(DatabaseError) -> [ConcernSummary.Family] {
    var homes: [Int64: String] = [:]
    for home in try familyHomes() { homes[home.family] = home.postcode }
    // A sign of the day of the concern whose agency had delivered for less than a year.
    return try connection.query(
      """
      SELECT journey.family_id, residents, children,
        (SELECT count(DISTINCT person_id) FROM family_member
          WHERE family_member.family_id = journey.family_id AND until IS NULL
            AND role IN ('parent', 'partner', 'grandparent')),
        concern_from, concern_to, headline_from, headline_to, lead_least, lead_most, tier,
        agencies,
        (SELECT count(*) FROM journey_missed WHERE family_id = journey.family_id),
        (SELECT count(*) FROM journey_missed WHERE family_id = journey.family_id
          AND reason = 'outcome'),
        pence, coalesce(costed, 0), coalesce(events, 0), coalesce(least, 0),
        concern_from IS NOT NULL AND EXISTS (
          SELECT 1 FROM journey_entry JOIN fact_kind ON fact_kind.id = kind_id
            JOIN journey_observed ON journey_observed.agency = fact_kind.agency
          WHERE journey_entry.family_id = journey.family_id AND weight > 0
            AND starts = substr(concern_from, 1, length(starts))
            AND since > date(concern_from, '-365 days'))
      FROM journey JOIN family ON family.id = journey.family_id ORDER BY journey.family_id
      """
    ) { (row) throws(DatabaseError) in
      let id = row.integer64(0)
      let lead = row.optionalInteger(8).flatMap { least in
        row.optionalInteger(9).map { ConcernSummary.Lead(least: least, most: $0) }
      }
      return ConcernSummary.Family(
        id: id, residents: row.integer(1), children: row.integer(2), adults: row.integer(3),
        concern: row.optionalText(4).map { JourneyAccount.Span(from: $0, to: row.text(5)) },
        mayBeEarlier: row.integer(18) == 1,
        threshold: row.optionalText(6).map { JourneyAccount.Span(from: $0, to: row.text(7)) },
        lead: lead, tier: row.optionalText(10), agencies: row.integer(11), missed: row.integer(12),
        turnedAway: row.integer(13), pence: row.optionalInteger(14), costed: row.integer(15),
        events: row.integer(16), isLeast: row.integer(17) == 1, postcode: homes[id])
    }
  }

  private mutating func missedByAgency() throws(DatabaseError) -> [ConcernSummary.Missed] {
    let lost = try connection.query(
      "SELECT agency, lost_least FROM journey_missed WHERE lost_least IS NOT NULL ORDER BY 1, 2"
    ) { (row) throws(DatabaseError) in (row.text(0), row.integer(1)) }
    let days = Dictionary(grouping: lost, by: \.0).mapValues { $0.map(\.1) }
    return try connection.query(
      """
      SELECT journey_missed.agency, title, sum(reason = 'outcome'), sum(reason <> 'outcome'),
        count(DISTINCT family_id)
      FROM journey_missed JOIN agency ON agency.name = journey_missed.agency
      GROUP BY 1 ORDER BY count(*) DESC, 1
      """
    ) { (row) throws(DatabaseError) in
      ConcernSummary.Missed(
        agency: row.text(1), turnedAway: row.integer(2), noPlan: row.integer(3),
        families: row.integer(4), lost: days[row.text(0)] ?? [])
    }
  }

  private mutating func signCounts() throws(DatabaseError) -> [ConcernSummary.Sign] {
    let untold = try connection.query(
      "SELECT sign, count(DISTINCT family_id) FROM journey_untold GROUP BY sign"
    ) { (row) throws(DatabaseError) in (row.integer(0), row.integer(1)) }
    let families = Dictionary(untold, uniquingKeysWith: { first, _ in first })
    let seen = try connection.query(
      """
      SELECT sign, count(*), count(DISTINCT family_id) FROM journey_sign WHERE certain = 1
      GROUP BY sign
      """
    ) { (row) throws(DatabaseError) in (row.integer(0), (row.integer(1), row.integer(2))) }
    let counts = Dictionary(seen, uniquingKeysWith: { first, _ in first })
    return try connection.query("SELECT number, name, title, unfed FROM sign ORDER BY number") {
      (row) throws(DatabaseError) in
      let number = row.integer(0)
      return ConcernSummary.Sign(
        name: row.text(1), title: row.text(2), certain: counts[number]?.0 ?? 0,
        families: counts[number]?.1 ?? 0, untold: families[number] ?? 0,
        isUnfed: row.integer(3) == 1)
    }
  }

  private mutating func costLines() throws(DatabaseError) -> [ConcernSummary.Cost] {
    try connection.query(
      """
      SELECT family_id, agency, stance, stage, pence, events FROM journey_cost
      ORDER BY family_id, agency, stance, stage
      """
    ) { (row) throws(DatabaseError) in
      ConcernSummary.Cost(
        family: row.integer64(0), agency: row.text(1), isPreventive: row.text(2) == "preventive",
        stage: row.text(3), pence: row.integer(4), events: row.integer(5))
    }
  }

  private mutating func notCostedKinds() throws(DatabaseError) -> [ConcernSummary.NotCosted] {
    try connection.query(
      """
      SELECT fact_kind.title, agency.title, sum(facts), count(DISTINCT family_id)
      FROM journey_not_costed JOIN fact_kind ON fact_kind.id = kind_id
        JOIN agency ON agency.name = fact_kind.agency
      GROUP BY kind_id ORDER BY agency.name, fact_kind.title
      """
    ) { (row) throws(DatabaseError) in
      ConcernSummary.NotCosted(
        title: row.text(0), agency: row.text(1), facts: row.integer(2), families: row.integer(3))
    }
  }
}
