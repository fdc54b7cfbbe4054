import SQLiteAccess

/// The lists of journeys that a run writes for everyone to open, each one query over the run file.
public enum JourneyList: String, Sendable, CaseIterable {
  case journeys, timeline, signs, missed, agencies, costs, visits

  /// The file's path in the run's folder.
  public var path: String { "journeys/\(rawValue).csv" }

  /// Its headings.
  public var headings: [String] {
    switch self {
    case .journeys:
      [
        "family_ref", "first_sign_from", "first_sign_to", "concern_from", "concern_to",
        "single_from", "single_to", "accumulated_from", "accumulated_to", "may_be_from", "headline",
        "headline_from", "headline_to", "lead_days_least", "lead_days_most", "missed",
        "professionals", "agencies", "tier", "tier_may_be", "cost", "costed", "events",
        "overlapping", "cost_is_least",
      ]
    case .timeline:
      [
        "family_ref", "date_from", "date_to", "precision", "lane", "agency", "kind",
        "summary_code", "weight", "cost", "source_row",
      ]
    case .signs:
      [
        "family_ref", "sign", "step", "title", "person", "date_from", "date_to", "weight",
        "certain",
      ]
    case .missed:
      [
        "family_ref", "date_from", "date_to", "agency", "reason", "known", "known_elsewhere",
        "next_from", "next_to", "lost_days_least", "lost_days_most", "cost_after", "source_row",
      ]
    case .agencies:
      [
        "family_ref", "agency", "contacts", "missed", "assessments", "plans", "episodes",
        "open_days", "professionals", "services",
      ]
    case .costs: ["family_ref", "agency", "stance", "stage", "cost", "events"]
    case .visits: ["family_ref", "arrival_from", "arrival_to", "due", "made", "not_registered"]
    }
  }

  fileprivate var query: String {
    switch self {
    case .journeys:
      """
      SELECT printf('%016x', family_id), first_sign_from, first_sign_to, concern_from, concern_to,
        single_from, single_to, sum_from, sum_to, may_be_from, headline, headline_from,
        headline_to, lead_least, lead_most,
        (SELECT count(*) FROM journey_missed WHERE family_id = journey.family_id), professionals,
        agencies, tier, tier_may_be,
        CASE WHEN pence IS NOT NULL THEN printf('%d.%02d', pence / 100, pence % 100) END, costed, events,
        overlapping, CASE least WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END
      FROM journey ORDER BY family_id
      """
    case .timeline:
      """
      SELECT printf('%016x', family_id), starts, ends,
        CASE WHEN length(starts) = 10 THEN 'day' WHEN length(starts) = 4 THEN 'year'
          WHEN starts LIKE '%Q%' THEN 'quarter' ELSE 'month' END,
        CASE WHEN person_id IS NULL THEN 'home' ELSE printf('%016x', person_id) END, fact_kind.agency, fact_kind.name,
        signs, weight, CASE WHEN pence IS NULL THEN 'not costed'
          ELSE printf('%d.%02d', pence / 100, pence % 100) END, file_name || ':' || line
      FROM journey_entry JOIN fact_kind ON fact_kind.id = kind_id
        JOIN extract ON extract.id = extract_id
      ORDER BY family_id, number
      """
    case .signs:
      """
      SELECT printf('%016x', family_id), sign.name, step, title,
        CASE WHEN person_id IS NOT NULL THEN printf('%016x', person_id) END, date_from, date_to, weight,
        CASE certain WHEN 1 THEN 'yes' ELSE 'cannot-tell' END
      FROM journey_sign JOIN sign ON sign.number = journey_sign.sign
      ORDER BY family_id, journey_sign.number
      """
    case .missed:
      """
      SELECT printf('%016x', family_id), date_from, date_to, agency, reason, known, elsewhere,
        next_from, next_to, lost_least, lost_most,
        CASE WHEN pence_after IS NOT NULL
          THEN printf('%d.%02d', pence_after / 100, pence_after % 100) END,
        file_name || ':' || line
      FROM journey_missed LEFT JOIN extract ON extract.id = extract_id
      ORDER BY family_id, number
      """
    case .agencies:
      """
      SELECT printf('%016x', family_id), agency, contacts, missed, assessments, plans, episodes,
        open_days, professionals, services
      FROM journey_agency ORDER BY family_id, agency
      """
    case .costs:
      """
      SELECT printf('%016x', family_id), agency, stance, stage,
        printf('%d.%02d', pence / 100, pence % 100), events
      FROM journey_cost ORDER BY family_id, agency, stance, stage
      """
    case .visits:
      """
      SELECT printf('%016x', family_id), arrival_from, arrival_to, due, made, missing
      FROM journey_visit ORDER BY family_id, arrival_from, due
      """
    }
  }
}

/// Reading the lists of journeys.
extension RunFile {
  /// Gives every row of a list in its order, each cell as text, an absent one empty.
  public mutating func forEachRow(
    of list: JourneyList, _ body: ([String]) throws -> Void
  ) throws {
    let count = list.headings.count
    let statement = try connection.prepare(list.query)
    while try statement.step() {
      try body((0..<count).map { statement.row.optionalText($0) ?? "" })
    }
  }

  /// Gives each family's journey as one line of JSON, in the order of their ids; only one family's where it is named.
  public mutating func forEachJourneyInJSON(
    of family: Int64? = nil, _ body: (String) throws -> Void
  ) throws {
    let statement = try connection.prepare(Self.journeyInJSON)
    try statement.bind(family.map(SQLValue.integer) ?? .null, at: 1)
    while try statement.step() { try body(statement.row.text(0)) }
  }

  private static let journeyInJSON = """
    SELECT json_object(
      'family', printf('%016x', journey.family_id),
      'first_sign', json_array(first_sign_from, first_sign_to),
      'concern', json_array(concern_from, concern_to),
      'single', json_array(single_from, single_to),
      'accumulated', json_array(sum_from, sum_to), 'may_be_from', may_be_from,
      'headline', headline, 'headline_date', json_array(headline_from, headline_to),
      'lead_days', json_array(lead_least, lead_most), 'tier', tier, 'tier_may_be', tier_may_be,
      'professionals', professionals, 'agencies', agencies, 'pence', pence, 'costed', costed,
      'events', events, 'overlapping', overlapping,
      'thresholds', (SELECT json_group_array(json_object(
          'name', name, 'date', json_array(date_from, date_to)))
        FROM (SELECT * FROM family_threshold WHERE family_id = journey.family_id
          ORDER BY date_from, name)),
      'signs', (SELECT json_group_array(json_object(
          'sign', name, 'step', step, 'person', CASE WHEN person_id IS NOT NULL THEN printf('%016x', person_id) END,
          'date', json_array(date_from, date_to), 'weight', weight,
          'certain', json(CASE certain WHEN 1 THEN 'true' ELSE 'false' END)))
        FROM (SELECT sign.name, step, person_id, date_from, date_to, weight, certain
          FROM journey_sign JOIN sign ON sign.number = journey_sign.sign
          WHERE family_id = journey.family_id ORDER BY journey_sign.number)),
      'cannot_tell', (SELECT json_group_array(json_object('sign', name, 'step', step,
          'reason', reason))
        FROM (SELECT DISTINCT sign.name, step, reason FROM journey_untold
          JOIN sign ON sign.number = journey_untold.sign
          WHERE family_id = journey.family_id ORDER BY sign.number, step, reason)),
      'missed', (SELECT json_group_array(json_object('date', json_array(date_from, date_to),
          'agency', agency, 'reason', reason, 'known', known, 'known_elsewhere', elsewhere,
          'lost_days', json_array(lost_least, lost_most), 'pence_after', pence_after))
        FROM (SELECT * FROM journey_missed WHERE family_id = journey.family_id ORDER BY number)),
      'by_agency', (SELECT json_group_array(json_object('agency', agency, 'contacts', contacts,
          'missed', missed, 'assessments', assessments, 'plans', plans, 'episodes', episodes,
          'open_days', open_days, 'professionals', professionals, 'services', services))
        FROM (SELECT * FROM journey_agency WHERE family_id = journey.family_id ORDER BY agency)),
      'costs', (SELECT json_group_array(json_object('agency', agency, 'stance', stance,
          'stage', stage, 'pence', pence, 'events', events))
        FROM (SELECT * FROM journey_cost WHERE family_id = journey.family_id
          ORDER BY agency, stance, stage)))
    FROM journey WHERE ?1 IS NULL OR family_id = ?1 ORDER BY family_id
    """
}
