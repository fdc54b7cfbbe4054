import SQLiteAccess
import Store
import TestSupport
import Vocabulary

@testable import Reports

/// Small invented runs to make reports of.
enum SampleRun {
  /// Fills a new run file, and makes its reports.
  static func reports(
    _ fill: (inout RunFile) throws -> Void = { try ordinary(&$0) }
  ) throws -> [ReportFile] {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.begin()
      try fill(&file)
      try file.commit()
      return try RunReports.files(for: &file)
    }
  }

  /// The ordinary run as plain values.
  static func picture(
    _ fill: (inout RunFile) throws -> Void = { try ordinary(&$0) }
  ) throws -> RunPicture {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.begin()
      try fill(&file)
      try file.commit()
      return try RunPicture(&file)
    }
  }

  /// A council with sources in every state, and something wrong in some of them.
  static func ordinary(_ file: inout RunFile) throws {
    try addNotes(to: &file)
    try file.add(vocabulary)
    try addMeanings(to: &file)
    try addSources(to: &file)
    try addExclusions(to: &file)
    try addCrimes(to: &file)
    try addTenancies(to: &file)
    try addFindings(to: &file)
    try addFacts(to: &file)
  }

  static func addNotes(to file: inout RunFile) throws {
    try file.note("council", "Solentshire")
    try file.note("as_of", "2013-07-22")
    try file.note("purpose", "identification")
    try file.note("program", "kindred 0.1.0")
    try file.note("pipeline", "solentshire")
  }

  private static let vocabulary = FactVocabulary(
    agencies: [
      Agency(
        name: "education", title: "Schools and the education service", isUniversal: true),
      Agency(name: "police", title: "Police", isUniversal: false),
      Agency(
        name: "health", title: "Health: practices, clinics, children's health", isUniversal: true),
    ],
    kinds: [
      kind("education.exclusion.fixed", "Fixed-period exclusion", "education", .event),
      kind("education.enrolment", "On a school's roll", "education", .episode),
      kind("police.crime", "Crime", "police", .event),
      kind("housing.tenancy", "Tenancy", "housing", .episode),
    ], relations: [])

  private static func kind(
    _ name: String, _ title: String, _ agency: String, _ shape: FactShape
  ) -> FactKind {
    FactKind(
      name: name, title: title, agency: agency, shape: shape, level: 1, cost: nil,
      sensitivity: .ordinary, attributes: [])
  }

  static func addMeanings(to file: inout RunFile) throws {
    let meanings = [
      ("unknown-code", "The value is none of the contract's codes.", "Ask what it means."),
      ("unreadable-date", "The value is no date in the contract's patterns.", "Add its pattern."),
      ("repaired-zeros", "Leading zeros that were dropped were put back.", "Nothing."),
    ]
    for (code, meaning, remedy) in meanings {
      try file.connection.execute(
        """
        INSERT INTO problem_code (code, level, meaning, remedy)
        VALUES (\(code), 'cell', \(meaning), \(remedy))
        """)
    }
  }

  private static func addSources(to file: inout RunFile) throws {
    let sources = [
      ("exclusions", "Exclusions from schools", "education"),
      ("police-crimes", "Recorded crimes with suspects and victims", "police"),
      ("tenancies", "Tenancies and rent accounts", "housing"),
      ("early-help", "Early help assessments", "early-help"),
      ("health-visits", "Immunisations and development checks", "health"),
      ("voluntary-log", "Referrals to voluntary services", "voluntary"),
    ]
    for (number, source) in sources.enumerated() {
      try file.addSource(
        SourceRow(
          number: number, name: source.0, title: source.1, agency: source.2, owner: "Data team",
          ground: SharingGround(
            basis: "public task", gateway: "an Act", agreement: nil, purposes: ["identification"],
            retain: "6 years"),
          slots: ["person"]))
    }
    try addState("exclusions", "fresh", "2013-07-15", 7, "2013-08-15", (1_204, 1_190, 88), &file)
    try addState(
      "police-crimes", "stale", "2013-03-04", 140, "2013-04-04", (18_340, 18_900, 71), &file)
    try addState("tenancies", "warn", "2013-05-31", 52, "2013-06-30", (9_000, nil, nil), &file)
    try addState("early-help", "missing", nil, nil, "2013-07-01", (nil, nil, nil), &file)
    try addState("health-visits", "not-due", nil, nil, "2013-09-30", (nil, nil, nil), &file)
  }

  static func addState(
    _ source: String, _ state: String, _ newest: String?, _ age: Int?, _ due: String?,
    _ rows: (newest: Int?, usual: Int?, overlap: Int?), _ file: inout RunFile
  ) throws {
    try file.connection.execute(
      """
      INSERT INTO source_state (source_name, state, newest, age_days, due, rows, usual_rows,
        overlap_hundredths, unseen_hundredths)
      VALUES (\(source), \(state), \(newest), \(age), \(due), \(rows.newest), \(rows.usual),
        \(rows.overlap), \(rows.overlap.map { 100 - $0 }))
      """)
  }

  private static func addExclusions(to file: inout RunFile) throws {
    let months = [
      (1, "2013-07-15", 1_190, 14), (2, "2013-06-15", 1_188, 3), (3, "2013-05-15", 1_201, 2),
      (4, "2013-04-15", 640, 0), (5, "2013-03-15", 1_177, 4), (6, "2013-02-15", 1_150, 1),
      (7, "2013-01-15", 1_166, 0),
    ]
    for (number, day, accepted, quarantined) in months {
      try addExtract(
        number, source: 0, "exclusions_\(day).csv", day, accepted: accepted,
        quarantined: quarantined, skips: [("header", 1), ("footer", 1)],
        stated: accepted + quarantined, &file)
      let empty = number == 1 ? 240 : 12
      try addColumn(number, 0, "UPN", "upn", (accepted - empty, empty, 3), 1_101, nil, &file)
      try addColumn(
        number, 1, "StartDate", "date", (accepted, 0, 11), 140, (15_600, 15_901), &file)
      try addColumn(number, 2, "Sessions", "sessions", (accepted, 0, 0), 24, (1, 90), &file)
      try addColumn(number, 3, "Reason", "code", (accepted, 0, 14), 9, nil, &file)
      let persistent = number == 1 ? 502 : 260
      let rest = [
        ("PP", 201), ("VA", 180), ("DA", 96), ("OT", 60), ("BU", 22), ("TH", 9), ("SM", 2),
      ]
      for (code, count) in [("DB", persistent)] + rest {
        try addValue(number, 3, "code", code, count, &file)
      }
      try addValue(number, 0, "shape", "A999999999999", 71, &file)
      try addValue(number, 0, "shape", "A99999999999A", 2, &file)
    }
    try addProblem(1, "unknown-code", "Reason", rejects: true, 11, "14 15 88 1002 1003", &file)
    try addProblem(1, "unreadable-date", "StartDate", rejects: true, 3, "17 18 21", &file)
    try addProblem(2, "unknown-code", "Reason", rejects: true, 3, "40 41 42", &file)
    try addProblem(1, "repaired-zeros", "UPN", rejects: false, 41, "2 3 5 8 13", &file)
    for line in 1...11 { try addRejection(1, line, "unknown-code", "Reason", "AA", &file) }
    for line in 11...14 {
      try addRejection(1, line, "unreadable-date", "StartDate", "99.99", &file)
    }
    for line in 1...3 { try addRejection(2, line, "unknown-code", "Reason", "AA", &file) }
  }

  private static func addCrimes(to file: inout RunFile) throws {
    try addExtract(
      8, source: 1, "CRIMES 2013-03-04.txt", "2013-03-04", accepted: 18_211, quarantined: 122,
      skips: [("header", 1), ("preamble", 4), ("suppressed", 7)], stated: 18_341, &file)
    try addExtract(
      9, source: 1, "CRIMES 2013-02-04.txt", "2013-02-04", accepted: 18_900, quarantined: 0,
      skips: [("header", 1)], stated: nil, &file)
    try addExtract(
      10, source: 1, "CRIMES 2013-02-04 (1).txt", "2013-02-04", state: "duplicate", accepted: 0,
      quarantined: 0, skips: [], stated: nil, &file)
    for number in 8...9 {
      try addColumn(number, 0, "Crime No", "text", (18_333, 0, 0), 18_204, nil, &file)
      try addColumn(number, 1, "Value", "money", (4_000, 14_333, 0), 380, (0, 12_345_678), &file)
      try addValue(number, 0, "shape", "99/AA/9999/99", 1_140, &file)
    }
    try addProblem(8, "unreadable-date", "Offence Date", rejects: true, 122, "9 10 11 12 13", &file)
    for line in 1...122 {
      try addRejection(8, line, "unreadable-date", "Offence Date", "99-Aaa", &file)
    }
  }

  private static func addTenancies(to file: inout RunFile) throws {
    try addExtract(
      11, source: 2, "rents_2013-05.zip", "2013-05-31", accepted: 9_000, quarantined: 0,
      skips: [], stated: nil, &file)
  }

  private static func addFindings(to file: inout RunFile) throws {
    try addFinding(
      "warning", "stale-source", "tenancies", nil, nil, "The newest extract is 52 days old.", &file)
    try addFinding(
      "error", "source-too-old", "police-crimes", nil, nil, "The newest extract is 140 days old.",
      &file)
    for name in ["notes.txt", "old.csv", "x.csv", "y.csv", "z.csv"] {
      try addFinding(
        "warning", "unclaimed-file", "", name, nil, "No contract names this file.", &file)
    }
    try addFinding(
      "error", "rejected-rows", "exclusions", "exclusions_2013-07-15.csv", "Reason",
      "More rows are quarantined than the contract tolerates.", &file)
  }

  private static func addFacts(to file: inout RunFile) throws {
    try file.connection.executeScript(
      """
      WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 2400)
      INSERT INTO fact (key, source_id, extract_id, line, kind_id, record_key, starts)
        SELECT n, n % 3, 1, n, n % 3, n % 500, (2008 + n % 6) || '-05-03' FROM number;
      WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 1500)
      INSERT INTO person_record (key, source_id, extract_id, line, slot, protected)
        SELECT n, n % 3, 1, n, 0, 0 FROM number;
      INSERT INTO later_mention SELECT key, 2, line, 0 FROM person_record WHERE key <= 900;
      INSERT INTO place (key) VALUES (1), (2), (3);
      """)
  }
}
