import Testing
import Vocabulary

@testable import Intake

@Suite("Addresses that are withheld")
struct ProtectionTests {
  static func contract(_ start: String = "") throws -> SourceContract {
    try ContractText.contract(
      """
      columns:
        Surname: {type: name}
        Forename: {type: name}
        DOB: {type: date, format: dd/MM/yyyy, birth: true}
        Parent: {type: name}
        Address: {type: text}
        Postcode: {type: postcode}
        UPRN: {type: uprn}
        Hidden: {type: flag}
        Start: {type: date, format: dd/MM/yyyy}
        End: {type: date, format: dd/MM/yyyy}
        Count: {type: integer}
      places:
        home: {lines: [Address], postcode: Postcode, uprn: UPRN}
      people:
        pupil: {surname: Surname, forename: Forename, born: DOB, at: home, protected: Hidden}
        parent: {name: Parent, at: home}
      facts:
        - {kind: lasted, of: pupil, start: Start, end: End, attributes: {note: Postcode}}

      """)
  }

  static let heading =
    "Surname,Forename,DOB,Parent,Address,Postcode,UPRN,Hidden,Start,End,Count\n"

  static func read(
    _ rows: String..., protected: ProtectedAddresses = ProtectedAddresses()
  ) throws -> ReadExtract {
    ReadExtract(
      heading + rows.map { $0 + "\n" }.joined(), of: try contract(),
      context: ReadExtract.context(protected: protected))
  }

  static func matchKey(_ address: String, _ postcode: String) -> String {
    UKAddress.parse(lines: [address, postcode]).matchKey
  }

  @Test("an ordinary address is kept, and both people live there")
  func ordinary() throws {
    let read = try Self.read("Reed,Ann,01/02/2003,Mary Reed,12 Elm Road,SO14 1AA,,,,,")
    #expect(read.places.count == 1)
    #expect(read.people.map(\.place) == [read.places[0].key, read.places[0].key])
    #expect(read.people.map(\.isProtected) == [false, false])
    #expect(read.holds("Elm"))
  }

  @Test(
    "no byte of a protected address is in the batch",
    arguments: [
      ("flag", "Reed,Ann,01/02/2003,Mary Reed,12 Elm Road,SO14 1AA,,Y,01/02/2013,,"),
      (
        "refuge",
        "Reed,Ann,01/02/2003,Mary Reed,\"Elm Refuge, 12 Elm Road\",SO14 1AA,,,01/02/2013,,"
      ),
      ("listed by its spelling", "Reed,Ann,01/02/2003,Mary Reed,7 Elm Rd,SO14 1AA,,,01/02/2013,,"),
      (
        "listed by number",
        "Reed,Ann,01/02/2003,Mary Reed,9 Elm Road,SO14 1AA,100012345,,01/02/2013,,"
      ),
      (
        "restricted name",
        "Reed (restricted),Ann,01/02/2003,Mary Reed,12 Elm Road,SO14 1AA,,,01/02/2013,,"
      ),
      (
        "do not disclose",
        "Reed,Ann do not disclose,01/02/2003,Mary Reed,12 Elm Road,SO14 1AA,,,01/02/2013,,"
      ),
    ])
  func withheld(case named: (name: String, row: String)) throws {
    let protected = ProtectedAddresses(
      uprns: [100_012_345], matchKeys: [Self.matchKey("7 Elm Road", "SO14 1AA")])
    let read = try Self.read(named.row, protected: protected)
    #expect(read.account.accepted == 1)
    #expect(read.places.isEmpty)
    #expect(read.people.map(\.place) == [0, 0])
    #expect(read.people[0].isProtected)
    #expect(!read.holds("Elm") && !read.holds("SO14") && !read.holds("100012345"))
    // The fact stays; the postcode, which it would have carried, does not.
    #expect(read.facts.count == 1)
    #expect(read.texts(of: \FactEntry.attributes) == [""])
  }

  @Test(
    "a building stands for everything in it",
    arguments: [
      ("12 Elm Road", true), ("Flat 3, 12 Elm Road", true), ("Room 9; 12 Elm Rd", true),
      ("Haven Lodge, Elm Road", true), ("Room 2, Haven Lodge Elm Road", true),
      ("Haven Lodge Room 3, Elm Road", true), ("Flat 1, 9 Elm Road", true),
      ("Flat 2, 9 Elm Road", false), ("9 Elm Road", false), ("14 Elm Road", false),
      ("Flat 3, 14 Elm Road", false), ("Elm Lodge, Elm Road", false), ("Elm Road", false),
    ])
  func building(case item: (address: String, isWithheld: Bool)) throws {
    let listed = ["12 Elm Road", "Haven Lodge, Elm Road", "Flat 1, 9 Elm Road"]
    let protected = ProtectedAddresses(
      matchKeys: Set(listed.map { Self.matchKey($0, "SO14 1AA") }))
    let row = "Reed,Ann,01/02/2003,,\"\(item.address)\",SO14 1AA,,,,,"
    let read = try Self.read(row, protected: protected)
    #expect(read.people.map(\.isProtected) == [item.isWithheld])
    #expect(read.places.isEmpty == item.isWithheld)
  }

  @Test(
    "a rejected row with a protected address is not kept as received",
    arguments: [
      ("flag", "Reed,Ann,01/02/2003,Mary Reed,12 Elm Road,SO14 1AA,,Y,,,x"),
      ("refuge", "Reed,Ann,01/02/2003,Mary Reed,\"Elm Refuge, 12 Elm Road\",SO14 1AA,,,,,x"),
      ("listed", "Reed,Ann,01/02/2003,Mary Reed,7 Elm Road,SO14 1AA,,,,,x"),
      ("restricted", "Reed (restricted),Ann,01/02/2003,Mary Reed,12 Elm Road,SO14 1AA,,,,,x"),
      (
        "rejected by its facts",
        "Reed,Ann,01/02/2003,,12 Elm Road,SO14 1AA,,Y,02/02/2013,01/02/2013,"
      ),
      ("too few cells", "Reed,Ann,01/02/2003,Mary Reed,7 Elm Road,SO14 1AA"),
      ("too many cells", "Reed,Ann,01/02/2003,Mary Reed,Elm Refuge,SO14 1AA,,,,,,more"),
      ("an open quotation mark", "Reed,Ann,01/02/2003,Mary Reed,Elm Refuge,SO14 1AA,,,,,\"x"),
    ])
  func rejected(case named: (name: String, row: String)) throws {
    let protected = ProtectedAddresses(matchKeys: [Self.matchKey("7 Elm Road", "SO14 1AA")])
    let read = try Self.read(named.row, protected: protected)
    #expect(read.account.quarantined == 1)
    #expect(read.rejections.map(\.raw.isEmpty) == [true])
    #expect(read.rejections.map(\.line) == [2])
    #expect(!read.holds("Elm") && !read.holds("SO14"))
  }

  @Test("an address that comes first in a rejected row is stored with the next row that gives it")
  func addressOfRejectedRow() throws {
    let read = try Self.read(
      "Reed,Ann,01/02/2003,,12 Elm Road,SO14 1AA,,,02/02/2013,01/02/2013,",
      "Reed,Ann,01/02/2003,,12 Elm Road,SO14 1AA,,,01/02/2013,02/02/2013,")
    #expect(read.account.accepted == 1)
    #expect(read.account.quarantined == 1)
    #expect(read.places.map(\.key) == read.people.map(\.place))
  }

  @Test("an address given again is stored once")
  func addressAgain() throws {
    let read = try Self.read(
      "Reed,Ann,01/02/2003,,12 Elm Road,SO14 1AA,,,,,",
      "Reed,Bob,01/02/2004,,12 Elm Road,SO14 1AA,,,,,")
    #expect(read.places.count == 1)
    #expect(Set(read.people.map(\.place)) == [read.places[0].key])
  }
}

@Suite("People about whom nothing is kept")
struct SuppressionTests {
  static let key: [UInt8] = Array("a key of the council".utf8)

  static func list(_ entries: (kind: String, value: String)...) -> SuppressionList {
    SuppressionList(
      key: key,
      digests: Set(
        entries.map { SuppressionList.digest(kind: $0.kind, value: $0.value, key: key) }))
  }

  static func read(_ rows: String) throws -> ReadExtract {
    let contract = try ContractText.contract(
      """
      columns:
        Case: {type: reference}
        NHS: {type: nhs-number}
        Surname: {type: name}
        Forename: {type: name}
        DOB: {type: date, format: dd/MM/yyyy, birth: true}
        Notes: {type: text}
        Count: {type: integer}
      people:
        client:
          {surname: Surname, forename: Forename, born: DOB, ids: {nhs-number: NHS, local:case: Case}}

      """)
    let suppressed = list(
      ("nhs-number", "9434765919"), ("local:case", "C77"),
      ("name-birth", "REED|ANN|2003-02-01"))
    return ReadExtract(
      "Case,NHS,Surname,Forename,DOB,Notes,Count\n" + rows, of: contract,
      context: ReadExtract.context(suppressed: suppressed))
  }

  @Test(
    "a row about a suppressed person leaves nothing behind",
    arguments: [
      ("number", "1,943 476 5919,Quill,Zed,01/02/2001,Xyzzy,1\n"),
      ("local number", "C77,,Quill,Zed,01/02/2001,Xyzzy,1\n"),
      ("name and birth", "1,,Reed,Ann,01/02/2003,Xyzzy,1\n"),
      ("name in capitals", "1,,REED,ANN,01/02/2003,Xyzzy,1\n"),
      ("a row that would be rejected", "1,943 476 5919,Quill,Zed,01/02/2001,Xyzzy,x\n"),
      ("name in a row that would be rejected", "1,,Reed,Ann,01/02/2003,Xyzzy,x\n"),
      ("too few cells", "1,943 476 5919,Quill,Zed,01/02/2001,Xyzzy\n"),
      ("too few cells, by name", "1,,Reed,Ann,01/02/2003,Xyzzy\n"),
      ("too many cells", "1,943 476 5919,Quill,Zed,01/02/2001,Xyzzy,1,2\n"),
      ("shifted cells", "1,extra,9434765919,Quill,Zed,01/02/2001,Xyzzy,1\n"),
      ("an open quotation mark", "1,9434765919,Quill,Zed,01/02/2001,\"Xyzzy,1\n"),
      ("a NUL", "1,9434765919,Quill,Zed,01/02/2001,Xyzzy\u{0},1\n"),
    ])
  func suppressed(case named: (name: String, rows: String)) throws {
    let read = try Self.read(named.rows)
    #expect(read.skips == "header 1, suppressed 1")
    #expect(read.rejections.isEmpty && read.people.isEmpty)
    #expect(read.batches.allSatisfy { $0.rejectedText.isEmpty && $0.records.text.isEmpty })
    #expect(read.account.dataRows == 1)
    #expect(read.balances)
  }

  @Test("a record whose cells are shifted is not kept as received, whomever it may be about")
  func shifted() throws {
    for row in [
      "1,,extra,Reed,Ann,01/02/2003,Xyzzy,1", "1,,Reed,Ann,extra,01/02/2003,Xyzzy,1",
      "1,,Quill,Zed,,01/02/2001,Xyzzy,1",
      "1,,,Reed,Ann,01/02/2003,Xyzzy,", "1,\"Reed,Ann,01/02/2003,Xyzzy,1",
    ] {
      let read = try Self.read(row + "\n")
      #expect(read.account.quarantined == 1 && read.balances, "\(row)")
      #expect(read.rejections.allSatisfy { $0.byteCount > 0 && $0.raw.isEmpty }, "\(row)")
      #expect(!read.holds("Xyzzy"), "\(row)")
    }
    // A row of which every cell is where it should be is judged by its cells.
    #expect(try Self.read("1,,Quill,Zed,01/02/2001,Xyzzy,x\n").holds("Xyzzy"))
  }

  @Test("other people of the same name, or born on the same day, are kept")
  func others() throws {
    let read = try Self.read("1,,Reed,Ann,02/02/2003,,1\n2,,Reed,Amy,01/02/2003,,1\nC78,,Q,Z,,,\n")
    #expect(read.skips == "header 1")
    #expect(read.account.accepted == 3)
  }

  @Test("the letter after a national insurance number is not needed to know somebody by it")
  func suffix() throws {
    let contract = try ContractText.contract(
      """
      columns: {NINO: {type: nino}, Note: {type: text}}
      people: {client: {ids: {nino: NINO}}}

      """)
    for listed in ["RJ162758D", "RJ162758"] {
      let table = try SuppressionTable(
        headings: ["nino"], asOf: ReadExtract.day("2013-07-22"), key: Self.key)
      let list = SuppressionList(
        key: Self.key, digests: Set(try table.entries(of: [listed]).map(\.digest)))
      for given in ["RJ162758D", "RJ 16 27 58", "RJ162758A"] {
        let read = ReadExtract(
          "NINO,Note\n\(given),x\nRJ162759D,y\n", of: contract,
          context: ReadExtract.context(suppressed: list))
        #expect(read.skips == "header 1, suppressed 1", "\(listed) \(given)")
      }
    }
  }

  @Test("the list says nothing without its key")
  func key() {
    let digest = SuppressionList.digest(kind: "upn", value: "A", key: [1])
    #expect(digest != SuppressionList.digest(kind: "upn", value: "A", key: [2]))
    #expect(digest != SuppressionList.digest(kind: "uln", value: "A", key: [1]))
    func isFound(_ key: [UInt8]) -> Bool {
      SuppressionList(key: key, digests: [digest]).contains(
        kind: "upn", value: "A".utf8.span, telling: .max)
    }
    #expect(!isFound([2]) && isFound([1]))
    #expect(SuppressionList().isEmpty)
  }
}
