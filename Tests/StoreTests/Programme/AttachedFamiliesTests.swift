import SQLiteAccess
import TestSupport
import Testing

@testable import Store

/// How many families a scheme can ever claim for.
@Suite struct AttachedFamiliesTests {
  @Test func `by the pack that they were attached by, and by year`() throws {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      let families = [
        ("2012/13", "tf1-2012"), ("2012/13", "harrow-2013"), ("2012/13", "tf2-2015"),
        ("2013/14", "tf1-2012"), ("2013/14", nil),
      ]
      for (number, (year, pack)) in families.enumerated() {
        try file.connection.executeScript(
          """
          INSERT INTO cohort_family (family_id, in_run, standing, entered, packs, criteria, area,
            children, agencies, comparison, contested, year, attached, attached_pack)
            VALUES (\(number), 1, 'attached', 1, '', '', 'x', 1, 1, 0, 0, '\(year)',
              \(pack == nil ? "NULL" : "'2012-09-01'"), \(pack.map { "'\($0)'" } ?? "NULL"));
          """)
      }
      let counted = try file.attachedFamilies(by: ["tf1-2012", "harrow-2013", "hampshire-2013"])
      #expect(counted == ["2012/13": 2, "2013/14": 1])
      #expect(try file.attachedFamilies(by: ["sf-2022"]) == [:])
    }
  }

  @Test func `an older program's file does not say`() throws {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.connection.executeScript("ALTER TABLE cohort_family DROP COLUMN attached_pack;")
      #expect(try file.attachedFamilies(by: ["tf1-2012"]) == nil)
    }
  }
}
