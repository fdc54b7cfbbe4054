import SQLiteAccess
import TestSupport
import Testing
import Vocabulary

@testable import Store

/// The name by which somebody is shown who was looked for.
struct FoundPersonTests {
  private static func name(of records: [(String?, String?)]) -> String? {
    var found = FoundPerson(keys: [])
    for (forename, surname) in records { found.take(forename: forename, surname: surname) }
    return found.name
  }

  @Test
  func `a whole name is shown, wherever among the records it stands`() {
    let partial: [(String?, String?)] = [
      ("C", "Smith"), (nil, "Smith"), ("Chris", nil), (nil, nil),
    ]
    for place in 0...partial.count {
      var records = partial
      records.insert(("Christine", "Smith"), at: place)
      records.append(("Kirsty", "Smith"))
      #expect(Self.name(of: records) == "Christine Smith")
    }
  }

  @Test
  func `where no name is whole, the first of any is shown`() {
    #expect(Self.name(of: [(nil, nil), ("C", "Smith"), (nil, "Jones")]) == "C Smith")
    #expect(Self.name(of: [(nil, "Jones"), ("C", "Smith")]) == "Jones")
    #expect(Self.name(of: [(nil, nil)]) == nil)
  }

  @Test(
    "people by a number: a national insurance number is one with its letter and without",
    arguments: [
      ("AB123456C", [1, 2]), ("AB123456", [1, 2]), ("AB123456D", [1, 2]), ("AB123457", [3]),
      ("AB12345", []), ("9434765919", [3]), ("943476591", []), ("A820200012015", [4]),
      ("A82020001", []), ("", []),
    ])
  func byNumber(_ wanted: String, _ people: [Int64]) throws {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.begin()
      let records: [(nino: String?, nhs: String?, upn: String?)] = [
        ("AB123456C", nil, nil), ("AB123456", nil, nil), ("AB123457A", "9434765919", nil),
        (nil, nil, "A820200012015"),
      ]
      for (place, record) in records.enumerated() {
        let key = place + 1
        try file.connection.execute(
          """
          INSERT INTO person_record
            (key, source_id, extract_id, line, slot, nino, nhs_number, upn, protected)
          VALUES (\(key), 0, 0, \(key), 0, \(record.nino), \(record.nhs), \(record.upn), 0)
          """)
        try file.connection.execute("INSERT INTO person_member VALUES (\(key), \(key))")
      }
      let found = try file.people(withNumber: wanted, atMost: 10)
      #expect(found == people.map { PersonID($0) })
    }
  }
}
