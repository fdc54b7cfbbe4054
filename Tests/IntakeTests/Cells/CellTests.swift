import Testing
import TestSupport
import Vocabulary

@testable import Intake

@Suite("Cells")
struct CellTests {
  static let allTypes: [(name: String, type: ColumnType)] = [
    ("text", .text), ("name", .name), ("reference", .reference), ("code", .codes(["A": "a"])),
    ("flag", .flag), ("integer", .integer), ("sessions", .sessions),
    ("money", .money(isInverted: false)), ("date", .dates("dd/MM/yyyy")), ("term", .term),
    ("sex", .sex), ("upn", .identifier(.upn)), ("uprn", .uprn), ("school", .school),
    ("postcode", .postcode), ("practice", .practice), ("marks", .marks),
  ]

  @Test("words for «not said» are absent in a column of any type", arguments: allTypes)
  func nullWords(case named: (name: String, type: ColumnType)) {
    let words = [
      "", " ", "  \t ", "-", "--", ".", "n/a", "N/A", "N/K", "null", "NULL", "(null)", "(nil)",
      " NULL ", "\u{A0}", "\u{A0}-\u{A0}",
    ]
    for word in words {
      let cell = ReadCell(word, as: named.type)
      #expect(cell.outcome == "-", "«\(word)»")
    }
  }

  @Test("a contract's own words for «not said» do not depend on case, spaces and hyphens")
  func ownNullWords() {
    for value in ["Not asked", "NOT  ASKED", "not-asked", " notasked "] {
      let cell = ReadCell(value, as: .integer) { $0.nullWords = ["not asked", "999"] }
      #expect(cell.outcome == "-", "«\(value)»")
    }
    #expect(ReadCell("999", as: .integer) { $0.nullWords = ["999"] }.outcome == "-")
    #expect(ReadCell("9990", as: .integer) { $0.nullWords = ["999"] }.outcome == "9990")
  }

  @Test("what spreadsheets leave behind is damage in every column but marks", arguments: allTypes)
  func damage(case named: (name: String, type: ColumnType)) {
    for value in ["##", "######", "#N/A", "#n/a", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!"]
    {
      let cell = ReadCell(value, as: named.type)
      if named.type == .marks {
        #expect(cell.outcome == (value.allSatisfy { $0 == "#" } ? value : "unknown-code"))
      } else {
        #expect(cell.outcome == "spreadsheet-damage", "«\(value)»")
      }
    }
  }

  @Test("a number in the form 1.23457E+12 is no reference of anybody")
  func exponents() {
    for value in ["1.23457E+12", "1E+12", "4.1e+09", "1.E+15"] {
      #expect(ReadCell(value, as: .reference).outcome == "spreadsheet-damage", "«\(value)»")
      #expect(ReadCell(value, as: .integer).outcome == "spreadsheet-damage", "«\(value)»")
    }
    for value in ["1E12", "E+12", "12E+3", "1.2E+", "1.2E+1x", "1.2.3E+4", "1-E+12"] {
      #expect(ReadCell(value, as: .reference).outcome == value)
    }
  }

  static let cases: [CellCase] = [
    // Text: single spaces, no line ends, straight quotes.
    CellCase(.text, "  a  b\r\n\tc ", "a b c"),
    CellCase(.text, "O\u{2019}Neil \u{201C}Bob\u{201D} 1\u{2013}2", "O'Neil \"Bob\" 1-2"),
    CellCase(.text, "a\u{A0}b \u{A0} c\u{A0} d", "a b c d"),
    CellCase(.text, "Łucja Żółć 李 😀", "Łucja Żółć 李 😀"),
    CellCase(.text, "…€", "…€"),
    CellCase(.reference, "00123", "00123"),
    CellCase(.reference, " AB 12/3 ", "AB 12/3"),

    // Whole numbers.
    CellCase(.integer, "12", "12"), CellCase(.integer, " 0012 ", "12"),
    CellCase(.integer, "-3", "-3"), CellCase(.integer, "+3", "3"), CellCase(.integer, "-0", "0"),
    CellCase(.integer, "1,234", "1234"), CellCase(.integer, "12.0", "12"),
    CellCase(.integer, "12.00", "12"), CellCase(.integer, "12.5", "type-error"),
    CellCase(.integer, "5+", "type-error"), CellCase(.integer, "*", "type-error"),
    CellCase(.integer, ".5", "type-error"), CellCase(.integer, "1 2", "type-error"),
    CellCase(.integer, "+", "type-error"), CellCase(.integer, "999999999999999", "999999999999999"),
    CellCase(.integer, "9999999999999999", "type-error"),
    CellCase(.sessions, "0", "0"), CellCase(.sessions, "-1", "out-of-range"),

    // Money, in pence.
    CellCase(.money(isInverted: false), "12", "1200"),
    CellCase(.money(isInverted: false), "£1,234.56", "123456"),
    CellCase(.money(isInverted: false), "12.5", "1250"),
    CellCase(.money(isInverted: false), "12.500", "1250"),
    CellCase(.money(isInverted: false), "12.505", "type-error"),
    CellCase(.money(isInverted: false), "-12.34", "-1234"),
    CellCase(.money(isInverted: false), "12.34-", "-1234"),
    CellCase(.money(isInverted: false), "-£12.34", "-1234"),
    CellCase(.money(isInverted: false), "£-12.34", "-1234"),
    CellCase(.money(isInverted: false), "(12.34)", "-1234"),
    CellCase(.money(isInverted: false), "(£12.34)", "-1234"),
    CellCase(.money(isInverted: false), "12.34 CR", "-1234"),
    CellCase(.money(isInverted: false), "12.34cr", "-1234"),
    CellCase(.money(isInverted: false), "12.34 DR", "1234"),
    CellCase(.money(isInverted: false), "(12.34) CR", "type-error"),
    CellCase(.money(isInverted: false), "--12.34", "type-error"),
    CellCase(.money(isInverted: false), "-12.34-", "type-error"),
    CellCase(.money(isInverted: false), "£", "type-error"),
    CellCase(.money(isInverted: false), "nil", "type-error"),
    CellCase(.money(isInverted: false), "1.2.3", "type-error"),
    CellCase(.money(isInverted: false), "0.00", "0"),
    CellCase(.money(isInverted: true), "-12.34", "1234"),
    CellCase(.money(isInverted: true), "12.34", "-1234"),
    CellCase(.money(isInverted: true), "12.34 CR", "1234"),
    CellCase(.money(isInverted: true), "0", "0"),

    // Flags and sexes.
    CellCase(.flag, "Y", "yes"), CellCase(.flag, "yes", "yes"), CellCase(.flag, "TRUE", "yes"),
    CellCase(.flag, "1", "yes"), CellCase(.flag, "t", "yes"), CellCase(.flag, "N", "no"),
    CellCase(.flag, "No", "no"), CellCase(.flag, "false", "no"), CellCase(.flag, "0", "no"),
    CellCase(.flag, "F", "no"), CellCase(.flag, "maybe", "type-error"),
    CellCase(.flag, "2", "type-error"),
    CellCase(.sex, "M", "male"), CellCase(.sex, "1", "male"), CellCase(.sex, "Boy", "male"),
    CellCase(.sex, "f", "female"), CellCase(.sex, "2", "female"), CellCase(.sex, "GIRL", "female"),
    CellCase(.sex, "Female", "female"), CellCase(.sex, "U", "-"), CellCase(.sex, "9", "-"),
    CellCase(.sex, "0", "-"), CellCase(.sex, "not known", "-"), CellCase(.sex, "Unborn", "-"),
    CellCase(.sex, "?", "unknown-code"), CellCase(.sex, "3", "unknown-code"),

    // Identifiers: sound, each with its own problem, and fillers.
    CellCase(.identifier(.nhsNumber), "943 476 5919", "9434765919"),
    CellCase(.identifier(.nhsNumber), "9434765918", "nhs-checksum"),
    CellCase(.identifier(.nhsNumber), "943476591", "identifier-shape"),
    CellCase(.identifier(.nhsNumber), "9.43477E+09", "spreadsheet-damage"),
    CellCase(.identifier(.nhsNumber), "0000000000", "- [placeholder-identifier]"),
    CellCase(.identifier(.upn), "A851432106001", "upn-check-letter"),
    CellCase(.identifier(.upn), "A85143210600", "identifier-shape"),
    CellCase(.identifier(.nino), "AB123456C", "AB123456C"),
    CellCase(.identifier(.nino), "ab 12 34 56 c", "AB123456C"),
    CellCase(.identifier(.nino), "BG123456C", "identifier-shape"),
    CellCase(.uprn, "100012345678", "100012345678"), CellCase(.uprn, "abc", "identifier-shape"),
    CellCase(.school, "8514321", "8514321"), CellCase(.school, "851/4321", "8514321"),
    CellCase(.school, "116001", "116001"), CellCase(.school, "12", "identifier-shape"),

    // Postcodes.
    CellCase(.postcode, "so14 1aa", "SO14 1AA"), CellCase(.postcode, "SO141AA", "SO14 1AA"),
    CellCase(.postcode, "NF1 1NF", "- [placeholder-postcode]"),
    CellCase(.postcode, "ZZ99 3VZ", "- [placeholder-postcode]"),
    CellCase(.postcode, "SO14", "postcode-shape"), CellCase(.postcode, "nfa", "postcode-shape"),
    // A zero for an O could be repaired, but a repair is a guess.
    CellCase(.postcode, "S014 1AA", "postcode-shape"),
    CellCase(.postcode, "SO14 IAA", "postcode-shape"),
  ]

  @Test("each type reads good values and names what is wrong with others", arguments: cases)
  func values(case cell: CellCase) {
    #expect(ReadCell(cell.value, as: cell.type).outcome == cell.outcome)
  }

  static let dates: [CellCase] = [
    CellCase(.dates("dd/MM/yyyy"), "03/04/2012", "2012-04-03"),
    CellCase(.dates("dd/MM/yyyy"), "03/04/2012 00:00:00", "2012-04-03"),
    CellCase(.dates("dd/MM/yyyy"), "03/04/2012 10:30", "unreadable-date"),
    CellCase(.dates("dd/MM/yyyy"), "31/02/2012", "unreadable-date"),
    CellCase(.dates("dd/MM/yyyy"), "2012-04-03", "unreadable-date"),
    CellCase(.dates("d/M/yy"), "3/4/12", "2012-04-03"),
    CellCase(.dates("d/M/yy"), "3/4/45", "1945-04-03"),
    CellCase(.dates("d/M/yy", birth: true), "3/4/12", "2012-04-03"),
    CellCase(.dates("d/M/yy", birth: true), "3/4/14", "1914-04-03"),
    CellCase(.dates("ddMMMyyyy"), "03APR2012", "2012-04-03"),
    CellCase(.dates("yyyyMMdd"), "20120403", "2012-04-03"),
    CellCase(.dates("MMM yyyy"), "MAY 2007", "2007-05"),
    CellCase(.dates("yyyy"), "2007", "2007"),
    CellCase(.dates("excel-serial"), "41002", "2012-04-03"),
    CellCase(.dates("MMM yyyy", "dd/MM/yyyy", "yyyy"), "03/04/2012", "2012-04-03"),
    CellCase(.dates("MMM yyyy", "dd/MM/yyyy", "yyyy"), "2012", "2012"),
    CellCase(.dates("dd/MM/yyyy", "MM/dd/yyyy"), "03/04/2012", "ambiguous-date"),
    CellCase(.dates("dd/MM/yyyy", "MM/dd/yyyy"), "04/04/2012", "2012-04-04"),
    CellCase(.dates("dd/MM/yyyy", "MM/dd/yyyy"), "13/04/2012", "2012-04-13"),
    CellCase(.dates("dd/MM/yyyy", "MM/dd/yyyy"), "04/13/2012", "2012-04-13"),
    // Days that systems fill in.
    CellCase(.dates("dd/MM/yyyy", birth: true), "01/01/1900", "- [default-date]"),
    CellCase(.dates("dd/MM/yyyy", birth: true), "01/01/1901", "- [default-date]"),
    CellCase(.dates("dd/MM/yyyy", birth: true), "01/01/1970", "- [default-date]"),
    CellCase(.dates("dd/MM/yyyy", birth: true), "30/12/1899", "- [default-date]"),
    CellCase(.dates("dd/MM/yyyy"), "31/12/9999", "- [default-date]"),
    CellCase(.dates("dd/MM/yyyy", birth: true), "01/01/1981", "1981-01-01"),
    // Births are past, and of people who may be alive.
    CellCase(.dates("dd/MM/yyyy", birth: true), "22/07/2013", "2013-07-22"),
    CellCase(.dates("dd/MM/yyyy", birth: true), "23/07/2013", "date-in-future"),
    CellCase(.dates("dd/MM/yyyy", birth: true), "22/07/1893", "1893-07-22"),
    CellCase(.dates("dd/MM/yyyy", birth: true), "21/07/1893", "date-too-early"),
    CellCase(.dates("dd/MM/yyyy"), "23/07/2013", "2013-07-23"),
    // No system tells of what was a hundred years ago, but a year that a spreadsheet took for a day's number says so.
    CellCase(.dates("dd/MM/yyyy"), "22/07/1913", "1913-07-22"),
    CellCase(.dates("dd/MM/yyyy"), "21/07/1913", "date-too-early"),
    CellCase(.dates("MMM yyyy"), "JUN 1913", "date-too-early"),
    CellCase(.dates("excel-serial"), "2013", "date-too-early"),
  ]

  @Test("dates are read as exactly as they are stated", arguments: dates)
  func dateValues(case cell: CellCase) {
    #expect(ReadCell(cell.value, as: cell.type).outcome == cell.outcome)
  }

  @Test("a date that must be past is not good after the as-of date, where the contract says so")
  func past() {
    for (mustBePast, outcome) in [(true, "date-in-future"), (false, "2013-07-23")] {
      let cell = ReadCell("23/07/2013", as: .dates("dd/MM/yyyy")) { $0.mustBePast = mustBePast }
      #expect(cell.outcome == outcome)
    }
    let today = ReadCell("22/07/2013", as: .dates("dd/MM/yyyy")) { $0.mustBePast = true }
    #expect(today.outcome == "2013-07-22")
    // A month that has begun is not after the day.
    let month = ReadCell("JUL 2013", as: .dates("MMM yyyy")) { $0.mustBePast = true }
    #expect(month.outcome == "2013-07")
  }

  @Test("ranges hold their ends, of numbers and of pence")
  func ranges() {
    for (value, outcome) in [
      ("0", "out-of-range"), ("1", "1"), ("90", "90"), ("91", "out-of-range"),
    ] {
      #expect(ReadCell(value, as: .integer) { $0.range = 1...90 }.outcome == outcome)
      #expect(ReadCell(value, as: .sessions) { $0.range = 1...90 }.outcome == outcome)
    }
    #expect(ReadCell("0.99", as: .money(isInverted: false)) { $0.range = 0...100 }.number == 99)
    let money = ReadCell("1.01", as: .money(isInverted: false)) { $0.range = 0...100 }
    #expect(money.outcome == "out-of-range")
  }

  @Test("patterns are letters, digits, any run, or the character itself in either case")
  func patterns() {
    let cases: [(value: String, pattern: String, fits: Bool)] = [
      ("AB12", "AA99", true), ("ab12", "AA99", true), ("AB1", "AA99", false),
      ("AB123", "AA99", false), ("A-12", "A-99", true), ("x/12", "X/99", true),
      ("abc123", "*9", true), ("abc", "*9", false), ("", "*", true), ("anything", "*", true),
      ("A12B34", "A*A99", true), ("A12B3", "A*A99", false),
    ]
    for item in cases {
      #expect(
        CellPattern.matches(Array(item.value.utf8).span, Array(item.pattern.utf8)) == item.fits,
        "\(item)")
    }
    let cell = ReadCell("12", as: .reference) { $0.pattern = "AA99" }
    #expect(cell.outcome == "pattern-mismatch")
  }

  @Test("the zero that an NHS number lost is put back where its check digit proves it")
  func padding() {
    func read(_ value: String, padding: Int?) -> String {
      ReadCell(value, as: .identifier(.nhsNumber)) { $0.padding = padding }.outcome
    }
    // One of the ten numbers has the right check digit.
    let sound = (0...9).map { "10101010\($0)" }.filter {
      read($0, padding: 10).contains("repaired")
    }
    #expect(sound.count == 1)
    #expect(read(sound[0], padding: 10) == "0\(sound[0]) [repaired-zeros]")
    #expect(read(sound[0], padding: nil) == "identifier-shape")
    #expect(read("9434765919", padding: 10) == "9434765919")
    #expect(read("9434765918", padding: 10) == "nhs-checksum")
    let unsound = (0...9).map { "10101010\($0)" }.filter { $0 != sound[0] }
    for value in unsound { #expect(!read(value, padding: 10).hasPrefix("0"), "\(value)") }
  }
}

@Suite("Codes")
struct CodeTableTests {
  static let longList = (1...30).map { CodeMeaning(code: "Code \($0)", meaning: "m\($0)") }

  @Test("case, spaces, hyphens and underscores do not matter, in short lists and in long ones")
  func folding() {
    for codes in [Array(Self.longList.prefix(12)), Array(Self.longList.prefix(13)), Self.longList] {
      let table = CodeTable(codes)
      for value in ["Code 7", "CODE 7", "code7", "co-de_7", "C o d e 7"] {
        #expect(table.place(of: Array(value.utf8).span) == 6, "«\(value)» of \(codes.count)")
      }
      for value in ["Code 77", "Cod 7", "", "7", "Code é"] {
        #expect(table.place(of: Array(value.utf8).span) == nil, "«\(value)»")
      }
    }
  }

  @Test("every text of three bytes has the place that folding and comparing gives")
  func oracle() {
    let texts = everyText(upTo: 3, of: "aB-_ 1")
    let codes = ["a", "b1", "A-B", "1-1", "-", "aaa"].map { CodeMeaning(code: $0, meaning: $0) }
    func folded(_ text: [UInt8]) -> String {
      let left = String(decoding: text, as: UTF8.self).lowercased().filter { !"-_ ".contains($0) }
      return left.isEmpty ? String(decoding: text, as: UTF8.self) : left
    }
    for padding in [0, 12] {
      let more = (0..<padding).map { CodeMeaning(code: "more\($0)", meaning: "") }
      let table = CodeTable(codes + more)
      for text in texts {
        let expected = codes.firstIndex { folded(Array($0.code.utf8)) == folded(text) }
        check(table.place(of: text.span) == expected, String(decoding: text, as: UTF8.self))
      }
    }
  }

  @Test("a code gives the word it stands for, and its place")
  func meanings() {
    let type = ColumnType.codes(["FIXD": "fixed", "SUSP": "fixed", "PERM": "permanent"])
    #expect(ReadCell("susp", as: type).outcome == "fixed")
    #expect(ReadCell("susp", as: type).number == 1)
    #expect(ReadCell("LNCH", as: type).outcome == "unknown-code")
  }

  @Test("a word that usually says nothing is a code where the contract gives it a meaning")
  func emptyWords() {
    let type = ColumnType.codes(["N/A": "none", "-": "none", "A": "some"])
    #expect(ReadCell("n/a", as: type).outcome == "none")
    #expect(ReadCell("-", as: type).outcome == "none")
    #expect(ReadCell("NULL", as: type).outcome == "-")
    #expect(ReadCell("N/A", as: .codes(["A": "some"])).outcome == "-")
  }
}

@Suite("Session marks")
struct SessionMarksTests {
  struct MarkCase: Sendable, CustomTestStringConvertible {
    var mark: String
    var counts: [Int]
    var testDescription: String { mark }

    /// Present, authorised, unauthorised, late, unexplained.
    init(_ mark: String, _ counts: Int...) {
      self.mark = mark
      self.counts = counts
    }
  }

  static let cases: [MarkCase] =
    ["/", "\\", "L", "B", "J", "K", "P", "V", "W"].map { MarkCase($0, 1, 0, 0, 0, 0) }
    + ["C", "C1", "C2", "E", "F", "H", "I", "I01", "I02", "M", "R", "S", "T", "J1"].map {
      MarkCase($0, 0, 1, 0, 0, 0)
    }
    + [MarkCase("G", 0, 0, 1, 0, 0), MarkCase("U", 0, 0, 1, 1, 0)]
    + ["N", "O"].map { MarkCase($0, 0, 0, 1, 0, 1) }
    + ["D", "X", "X01", "X09", "Y", "Y1", "Y7", "Q", "Z", "#", "-"].map {
      MarkCase($0, 0, 0, 0, 0, 0)
    }

  @Test("every mark of every era has its class, in either case", arguments: cases)
  func classes(case mark: MarkCase) throws {
    for text in [mark.mark, mark.mark.lowercased()] {
      let counted = SessionMarks(Array(text.utf8).span)
      let marks = try #require(counted)
      #expect(
        [marks.present, marks.authorised, marks.unauthorised, marks.late, marks.unexplained]
          == mark.counts)
      #expect(marks.possible == mark.counts[0] + mark.counts[1] + mark.counts[2])
    }
  }

  @Test("every other byte, and every other sub-code, makes the string unreadable")
  func unknown() {
    let known = Set("/\\LBJKPVWCEFHIMRSTGUNODXYQZ#- ,".utf8)
    for byte in UInt8.min...UInt8.max {
      let isKnown =
        known.contains(byte)
        || (0x61...0x7A).contains(byte) && known.contains(byte - 0x20)
      check((SessionMarks([byte].span) != nil) == isKnown, "byte \(byte)")
    }
    for code in ["C3", "C0", "J2", "Y0", "Y8", "I3", "X10", "X0", "L1", "/1", "G1", "1", "C123"] {
      #expect(SessionMarks(Array(code.utf8).span) == nil, "\(code)")
    }
  }

  @Test("a string adds up, with spaces and commas between marks or none")
  func strings() throws {
    let counted = SessionMarks(Array("/\\ /N,OU J1J C1I01##Y7-G".utf8).span)
    let marks = try #require(counted)
    #expect(marks.present == 4)
    #expect(marks.authorised == 3)
    #expect(marks.unauthorised == 4)
    #expect(marks.late == 1)
    #expect(marks.unexplained == 2)
    #expect(marks.possible == 11)
    let all = MarkCount.allCases.map { marks[$0] }
    #expect(all == [11, 4, 3, 4, 1, 2])
  }
}
