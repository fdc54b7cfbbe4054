import Disk
import SQLiteAccess
import TestSupport
import Testing

/// No name, birth date or postcode of the sample's two thousand people is ever said or logged.
@Suite struct PrivacyTests {
  static let workspaceRecords = [
    "kindred.prom", "current/log.jsonl", "current/manifest.json", "current/run_results.json",
    "current/sources.json", "current/request.json", "current/quarantine/rejections.csv",
  ]

  @Test(.timeLimit(.minutes(Patience.minutes(5))))
  func `a whole night says nothing about anybody`() throws {
    try withTemporaryFolder { workspace in
      let pipeline = SampleCouncil.package.joining("pipelines/solentshire").text
      let said = try Self.commands(pipeline, workspace).map { words in
        let answer = try run(builtTool("kindred"), words, timeout: 240)
        #expect(answer.status == 0, "\(words): \(answer.errors)")
        return (words[0], answer.output + answer.errors)
      }
      let written = try Self.workspaceRecords.map { name in
        (name, try readText("\(workspace)/\(name)"))
      }
      let people = try PersonalDetails(
        readText(SampleCouncil.package.joining("sample-data/truth/people.csv").text))
      #expect(people.surnames.count > 100 && people.births.count > 1_000)
      #expect(people.postcodes.count > 20)
      for (name, text) in said + written {
        #expect(!text.isEmpty, "\(name)")
        #expect(people.found(in: text) == [], "\(name)")
      }
      for (name, text) in try Self.reports(in: workspace) {
        #expect(people.found(in: text).filter { !Self.words.contains($0) } == [], "\(name)")
      }
      // Of the people on the sample's list nothing is there at all, nor the building that is withheld.
      for query in [
        "SELECT count(*) FROM person_record WHERE (surname = 'Lewis' AND forenames = 'Lee'"
          + " OR surname = 'Mistry' AND forenames = 'Divya') AND born IN ('1979-12-25', '1995-04-04')",
        "SELECT count(*) FROM person_record WHERE nhs_number IN ('9999925480', '9999903665',"
          + " '9999950469') OR nino IN ('GX355984B', 'GH996985A') OR pnc = '2010/0003725A'"
          + " OR upn = 'U820200199001'",
        "SELECT count(*) FROM place WHERE match_key LIKE '%HAVEN LODGE%SX30AA'",
      ] { #expect(try Self.number(query, in: workspace) == 0, "\(query)") }
      #expect(
        try Self.number(
          "SELECT count(*) FROM extract_skip WHERE reason = 'suppressed'", in: workspace)
          > 5)
      // What check foresaw is what the run found.
      let findings = { (text: String) in
        text.split(separator: "\n").filter { $0.contains("too-many-rejected: ") }.count
      }
      #expect(findings(said[0].1) == findings(said[1].1) && findings(said[0].1) > 0)
    }
  }

  /// Words of titles, wards and tables that are surnames too, and the day from which an agency's data tell anything.
  private static let words: Set = [
    "Black", "Green", "Hill", "Lane", "North", "Park", "Pearson", "Ward", "White", "Young",
    "1993-04-01",
  ]

  /// The pages of the night and their tables; its workbooks, which hold the same, can be read by everybody.
  private static func reports(in workspace: String) throws -> [(String, String)] {
    let folder = "\(workspace)/current/reports"
    let books = try Files.list(Path("\(folder)/.")).filter { $0.hasSuffix(".xlsx") }
    let lint = try run(builtTool("kindred"), ["lint-xlsx"] + books.map { "\(folder)/\($0)" })
    #expect(lint.status == 0 && books.count > 1, "\(lint.output)")
    var files: [(String, String)] = []
    for folder in [folder, "\(folder)/tables"] {
      for name in try Files.list(Path("\(folder)/.")) {
        guard name.hasSuffix(".html") || name.hasSuffix(".csv") else { continue }
        files.append((name, try readText("\(folder)/\(name)")))
      }
    }
    return files
  }

  private static func number(_ sql: String, in workspace: String) throws -> Int {
    // SQLite opens nothing through a link.
    let day = "\(workspace)/runs/\(SampleCouncil.asOf)"
    let run = try Files.list(Path(day))[0]
    var connection = try Connection(path: "\(day)/\(run)/run.db", .readOnlyImmutable)
    return try connection.query("\(raw: sql)") { (row) throws(DatabaseError) in row.integer(0) }[0]
  }

  private static func commands(_ pipeline: String, _ workspace: String) -> [[String]] {
    let day = ["--as-of", SampleCouncil.asOf]
    let place = ["--workspace", workspace]
    return [
      ["run", pipeline, "--verbose"] + day + place, ["check", pipeline] + day,
      ["plan", pipeline] + day + place, ["plan", pipeline, "--format", "json"] + day + place,
      ["sources"] + place, ["sources", "--format", "json"] + place,
      ["rejects", "--limit", "100000"] + place,
      ["rejects", "--limit", "100000", "--format", "json"] + place, ["runs"] + place,
    ]
  }
}

/// What must not be said: surnames as words, birth dates and postcodes however they are written.
struct PersonalDetails {
  var surnames: Set<[UInt8]> = []
  var births: Set<[UInt8]> = []
  var postcodes: Set<[UInt8]> = []

  /// Surnames that are words of ours too, so that meeting them says nothing.
  private static let ownWords: Set<String> = ["Read"]

  /// Reads the sample's people; babies born since the first delivery share days with deliveries, which may be told.
  init(_ csv: String) {
    for line in csv.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if !Self.ownWords.contains(cells[1]) { add(cells[1], cells[1].uppercased(), to: \.surnames) }
      let born = cells[3].split(separator: "-").map(String.init)
      if born.count == 3, cells[3] < "2012-09-01" {
        let reversed = born.reversed()
        add(
          cells[3], born.joined(), reversed.joined(separator: "/"),
          reversed.joined(separator: "-"), reversed.joined(separator: "."), to: \.births)
      }
      if let postcode = cells.last, !postcode.isEmpty {
        add(postcode.filter { $0 != " " }, to: \.postcodes)
      }
    }
  }

  private mutating func add(
    _ texts: String..., to details: WritableKeyPath<PersonalDetails, Set<[UInt8]>>
  ) {
    self[keyPath: details].formUnion(texts.map { Array($0.utf8) })
  }

  /// Which of the details a text has.
  func found(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let words = Self.parts(of: bytes) { Self.isLetter($0) || Self.isDigit($0) }
    let dates = Self.parts(of: bytes) { Self.isDigit($0) || "-/.".utf8.contains($0) }
    // A postcode is one word or two.
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    let found = surnames.intersection(words).union(births.intersection(dates))
      .union(births.intersection(words)).union(postcodes.intersection(words + pairs))
    return found.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  private static func parts(of bytes: [UInt8], _ belongs: (UInt8) -> Bool) -> [[UInt8]] {
    bytes.split { !belongs($0) }.map(Array.init)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Letters, the apostrophe of O'Neill, and whatever is no ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte == 0x27 || byte >= 0x80
  }
}

@Suite struct PersonalDetailsTests {
  @Test func `what must not be said is found`() {
    let people = PersonalDetails(
      """
      person,surname,forename,born,died,postcode
      0,O'Neill,Ann,1959-06-17,,SX1 0AA
      """)
    for text in [
      "an O'Neill!", "O'NEILL", "born 17/06/1959", "\"1959-06-17\"", "id19590617 19590617.",
      "at SX1 0AA", "SX10AA",
    ] {
      #expect(people.found(in: text).count == 1, "\(text)")
    }
    #expect(people.found(in: "o'neills of SX1 1AA on 1959-06-18, 0AA SX1") == [])
  }
}
