import SQLiteAccess
import TestSupport
import Testing

@testable import Store

/// Which families of new concern do not want help, by what agencies were told and by what the programme entered.
@Suite struct WobblesTests {
  /// A family and its only person of one number, with one record each, of which concern is seen.
  private func family(_ number: Int) -> String {
    """
    INSERT INTO family VALUES (\(number), \(number), 1, 1, 0, NULL);
    INSERT INTO family_member VALUES (\(number), \(number), 'parent', NULL, NULL, 1);
    INSERT INTO person_member VALUES (\(number), \(number));
    INSERT INTO journey (family_id, concern_from, concern_to, professionals, agencies, undated)
      VALUES (\(number), '2013-07-01', '2013-07-01', 0, 1, 0);
    """
  }

  private func told(_ kind: Int, of family: Int, on day: String) -> String {
    """
    INSERT INTO fact (key, source_id, extract_id, line, kind_id, record_key, starts)
      VALUES (\(family), 1, 1, 1, \(kind), \(family), '\(day)');
    """
  }

  private func refused(_ script: [String]) throws -> [Int64: Bool] {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.connection.executeScript(
        """
        INSERT INTO run VALUES ('as_of', '2013-07-22');
        INSERT INTO fact_kind (id, name, title, agency, shape, level, sensitivity) VALUES
          (0, 'early-help.consent.given', 'g', 'early-help', 'event', 0, 'ordinary'),
          (1, 'early-help.consent.refused', 'r', 'early-help', 'event', 0, 'ordinary');
        """ + script.joined())
      let rows = try file.wobbles(knownFamilies: [], knownPeople: [])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.family, $0.isRefused) })
    }
  }

  @Test func `the newest word holds, and of one day the refusal`() throws {
    let found = try refused([
      family(1), family(2), family(3), family(4), family(5),
      told(1, of: 2, on: "2013-01-05"),
      told(1, of: 3, on: "2013-01-05"), told(0, of: 3, on: "2013-02"),
      told(0, of: 4, on: "2013-01-05"), told(1, of: 4, on: "2013-01-05"),
      told(0, of: 5, on: "2013-01-05"), told(1, of: 5, on: "2013-03-01"),
    ])
    #expect(found == [1: false, 2: true, 3: false, 4: true, 5: true])
  }

  @Test func `what the programme entered is heeded, too`() throws {
    func entered(_ number: Int, _ standing: String, _ consent: String?) -> String {
      """
      INSERT INTO cohort_family (family_id, in_run, standing, entered, packs, criteria, area,
        children, agencies, service_consent, comparison, contested)
        VALUES (\(number), 1, '\(standing)', 1, '', '', 'x', 1, 1,
          \(consent.map { "'\($0)'" } ?? "NULL"), 0, 0);
      """
    }
    let found = try refused([
      family(1), family(2), family(3), family(4), family(5),
      entered(1, "attached", "given"), entered(2, "attached", "refused"),
      entered(3, "worked", "withdrawn"), entered(4, "declined", nil), entered(5, "confirmed", nil),
    ])
    #expect(found == [1: false, 2: true, 3: true, 4: true, 5: false])
  }

  @Test func `who was known before is not new, under this id or another`() throws {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.connection.executeScript([1, 2, 3].map(family).joined())
      let rows = try file.wobbles(knownFamilies: [1], knownPeople: [2])
      #expect(rows.map(\.family) == [3])
    }
  }
}
