public import SQLiteAccess

/// Reading the programme in numbers.
extension RunFile {
  /// The programme of the run in numbers; nil where the run tells of none.
  public mutating func programmeSummary() throws(DatabaseError) -> ProgrammeSummary? {
    guard try hasProgramme() else { return nil }
    let members = try programmeMembers()
    let steps = try programmeSteps()
    guard !members.isEmpty || !steps.isEmpty else { return nil }
    return ProgrammeSummary(
      steps: steps, members: members, claims: try programmeClaims(), prospects: try prospects(),
      gaps: try gaps(), changes: try programmeChanges())
  }

  private mutating func programmeSteps() throws(DatabaseError) -> [ProgrammeSummary.Step] {
    try connection.query(
      """
      SELECT year, area, target, aim, identified, confirmed, waiting, attached, planned, worked,
        achieved, lost
      FROM cohort_funnel ORDER BY area <> '', area, year
      """
    ) { (row) throws(DatabaseError) in
      ProgrammeSummary.Step(
        year: row.text(0), area: row.text(1), target: row.optionalInteger(2),
        aim: row.optionalInteger(3), identified: row.integer(4), confirmed: row.integer(5),
        waiting: row.integer(6), attached: row.integer(7), planned: row.integer(8),
        worked: row.integer(9), achieved: row.integer(10), lost: row.integer(11))
    }
  }

  private mutating func programmeMembers() throws(DatabaseError) -> [ProgrammeSummary.Member] {
    try connection.query(
      """
      SELECT family_id, standing, ward, district, nullif(lead_agency, ''),
        coalesce(lead_professional, '') <> '', attached, planned, coalesce(results, '') <> '',
        entered = 1 OR coalesce(eligibility, '') = 'met'
      FROM cohort_family WHERE in_run = 1 ORDER BY family_id
      """
    ) { (row) throws(DatabaseError) in
      ProgrammeSummary.Member(
        family: row.integer64(0), standing: row.text(1), ward: row.optionalText(2),
        district: row.optionalText(3), leadAgency: row.optionalText(4),
        hasProfessional: row.integer(5) == 1, attached: row.optionalText(6),
        planned: row.optionalText(7), hasResult: row.integer(8) == 1,
        isCohort: row.integer(9) == 1)
    }
  }

  private mutating func programmeClaims() throws(DatabaseError) -> [ProgrammeSummary.Claim] {
    try connection.query(
      """
      SELECT status, year, area, agency, scheme, pence, paid_pence, changed FROM claim
      WHERE origin = '' ORDER BY number
      """
    ) { (row) throws(DatabaseError) in
      ProgrammeSummary.Claim(
        status: row.text(0), year: row.text(1), area: row.text(2), agency: row.text(3),
        scheme: row.text(4), pence: row.integer(5), paid: row.integer(6),
        isChanged: row.integer(7) > 0)
    }
  }

  private mutating func prospects() throws(DatabaseError) -> [ProgrammeSummary.Prospect] {
    try connection.query(
      """
      SELECT scheme, claim_window, count(*), sum(gaps = 0), sum(pence) FROM claim_prospect
      GROUP BY 1, 2 ORDER BY 2, 1
      """
    ) { (row) throws(DatabaseError) in
      ProgrammeSummary.Prospect(
        scheme: row.text(0), window: row.text(1), families: row.integer(2),
        complete: row.integer(3), pence: row.integer(4))
    }
  }

  private mutating func gaps() throws(DatabaseError) -> [ProgrammeSummary.Gap] {
    try connection.query(
      """
      SELECT code, chase, count(DISTINCT family_id) FROM claim_gap GROUP BY 1, 2
      ORDER BY 3 DESC, 1, 2
      """
    ) { (row) throws(DatabaseError) in
      ProgrammeSummary.Gap(code: row.text(0), chase: row.text(1), families: row.integer(2))
    }
  }

  private mutating func programmeChanges() throws(DatabaseError) -> [ProgrammeSummary.Change] {
    try connection.query(
      "SELECT what, before, after, count(*) FROM cohort_change GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    ) { (row) throws(DatabaseError) in
      ProgrammeSummary.Change(
        what: row.text(0), before: row.optionalText(1), after: row.optionalText(2),
        families: row.integer(3))
    }
  }
}
