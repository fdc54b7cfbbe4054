import Testing
import TestSupport
import Vocabulary

@testable import Intake

/// An extract and everything that its account has to say, whatever the size of the chunks it comes in.
struct FramingCase: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var contract: String
  var accepted: Int
  var skips: String
  var reasons: [String]
  var problems: [String]
  var testDescription: String { name }

  init(
    _ name: String, _ text: String, contract: String = "", accepted: Int,
    skips: String = "header 1",
    reasons: [String] = [], problems: [String] = []
  ) {
    self.name = name
    self.text = text
    self.contract = contract
    self.accepted = accepted
    self.skips = skips
    self.reasons = reasons
    self.problems = problems
  }
}

@Suite("Framing")
struct FramingTests {
  static let total = "footer: [{total: \"Total records: {count}\"}]\n"
  static let page = "footer: [{ignore: \"Page {n} of {n}\"}, {ignore: \"*** end of *\"}]\n"

  static let cases: [FramingCase] = [
    FramingCase("plain", "Number,Date of Birth,Count\na,,1\nb,,2\n", accepted: 2),
    FramingCase(
      "no line end at the end", "Number,Date of Birth,Count\na,,1\nb,,2", accepted: 2,
      problems: ["cut-short"]),
    FramingCase("CR LF", "Number,Date of Birth,Count\r\na,,1\r\nb,,2\r\n", accepted: 2),
    FramingCase("CR alone", "Number,Date of Birth,Count\ra,,1\rb,,2\r", accepted: 2),
    FramingCase("all line ends", "Number,Date of Birth,Count\r\na,,1\rb,,2\nc,,3\r\n", accepted: 3),
    FramingCase("only a header", "Number,Date of Birth,Count\n", accepted: 0),
    FramingCase("nothing", "", accepted: 0, skips: "", problems: ["empty-file"]),
    FramingCase("blank lines", "\r\n \n", accepted: 0, skips: "", problems: ["empty-file"]),
    FramingCase(
      "a workbook", "PK\u{3}\u{4}\u{14}\n", accepted: 0, skips: "", problems: ["not-text"]),
    FramingCase(
      "a page", "\n <!DOCTYPE html>\n<p>Number", accepted: 0, skips: "", problems: ["not-text"]),
    FramingCase(
      "a heading like a workbook's beginning", "PK,Number,DOB,Count\n1,a,,1\n", accepted: 1),
    FramingCase(
      "another file", "Some,Thing,Else\n1,2,3\n", accepted: 0, skips: "",
      problems: ["header-not-found"]),
    FramingCase("semicolons", "Number;Date of Birth;Count\na;;1\n", accepted: 1),
    FramingCase("tabs", "Number\tDate of Birth\tCount\na\t\t1\n", accepted: 1),
    FramingCase(
      "pipes", "Number|Date of Birth|Count\na|\"x|y\"|1\n", accepted: 0,
      reasons: ["line 2: DOB unreadable-date"]),
    FramingCase(
      "the wrong delimiter is agreed", "Number;Date of Birth;Count\na;;1\n",
      contract: "dialect: {delimiter: comma}\n", accepted: 0, skips: "",
      problems: ["header-not-found"]),
    FramingCase(
      "headings differ in case and marks", "NUMBER,date_of_birth, COUNT \na,,1\n", accepted: 1),
    FramingCase("headings in another order", "Count,Number,DOB,Extra\n1,a,,x\n", accepted: 1),
    FramingCase(
      "lines before the header",
      "Exclusions\nRun by \"A. Clerk\" on 1 July\n\nOFFICIAL, SENSITIVE\nNumber,DOB,Count\na,,1\n",
      accepted: 1, skips: "preamble 4, header 1"),
    FramingCase(
      "a stray quotation mark before the header",
      "\"Run\" by \"A,B\" on\n\"x\"y\nNumber,DOB,Count\na,,1\n",
      accepted: 1, skips: "preamble 2, header 1"),
    FramingCase(
      "the header on every page",
      "Number,DOB,Count\na,,1\nNUMBER,dob,COUNT\nNumber,DOB,Count,,\nNumber,DOB,Count\nb,,2\n",
      accepted: 2, skips: "header 1, repeated-header 3"),
    FramingCase(
      "blank rows and rows of delimiters",
      "Number,DOB,Count\n\na,,1\n,,\n  \n\"\",\" \",\n,,,,,\nb,,2\n\n",
      accepted: 2, skips: "header 1, blank 6"),
    FramingCase(
      "trailing delimiters", "Number,DOB,Count,,,\na,,1,,,\nb,,2\nc,,3,,,,,\n", accepted: 3),
    FramingCase(
      "short and long rows", "Number,DOB,Count\na,\nb\nc,,3,4\nd,,4\n", accepted: 1,
      reasons: ["line 2: missing-cell", "line 3: missing-cell", "line 4: extra-cell"]),
    FramingCase(
      "a stated total", "Number,DOB,Count\na,,1\nb,,x\nTotal records: 2\n", contract: total,
      accepted: 1, skips: "header 1, footer 1", reasons: ["line 3: Count type-error"]),
    FramingCase(
      "a total in a cell", "Number,DOB,Count\na,,1\n\"TOTAL  records: 1\",,\n", contract: total,
      accepted: 1, skips: "header 1, footer 1"),
    FramingCase(
      "a wrong total", "Number,DOB,Count\na,,1\nTotal records: 1,002\n", contract: total,
      accepted: 1, skips: "header 1, footer 1", problems: ["count-mismatch"]),
    FramingCase(
      "no total", "Number,DOB,Count\na,,1\n", contract: total, accepted: 1,
      problems: ["missing-total"]),
    FramingCase(
      "pages and an end", "Number,DOB,Count\na,,1\nPage 1 of 2\nb,,2\n*** END OF REPORT ***\n",
      contract: page, accepted: 2, skips: "header 1, footer 2"),
    FramingCase(
      "a footer that is not agreed", "Number,DOB,Count\na,,1\nPage 1 of 2\n", accepted: 1,
      reasons: ["line 3: missing-cell"]),
    FramingCase(
      "quotation marks doubled", "Number,DOB,Count\n\"say \"\"a\"\"\",,1\n", accepted: 1),
    FramingCase(
      "line ends in a cell", "Number,DOB,Count\n\"a\nb\r\nc\",,1\nd,,x\n", accepted: 1,
      reasons: ["line 5: Count type-error"]),
    FramingCase(
      "a stray quotation mark", "Number,DOB,Count\na \"b\" c,,1\nd,,2\n", accepted: 2),
    FramingCase(
      "a stray quotation mark where none may be", "Number,DOB,Count\na \"b\" c,,1\nd,,2\n",
      contract: "dialect: {quotes: strict}\n", accepted: 1, reasons: ["line 2: stray-quote"]),
    FramingCase(
      "a quotation mark never closed", "Number,DOB,Count\n\"a,,1\nb,,2\nc,,3\n", accepted: 2,
      reasons: ["line 2: unclosed-quote"]),
    FramingCase(
      "the file ends within a cell", "Number,DOB,Count\na,,1\n\"b,,", accepted: 1,
      reasons: ["line 3: unclosed-quote"], problems: ["cut-short"]),
    FramingCase(
      "the file ends within a row", "Number,DOB,Count\na,,1\nb,", accepted: 1,
      reasons: ["line 3: missing-cell"], problems: ["cut-short"]),
    FramingCase(
      "a required heading is missing", "Numbr,DOB,Count\na,,1\n", accepted: 0, skips: "",
      problems: ["missing-label"]),
    FramingCase(
      "two headings for one column", "Number,DOB,Date of birth,Count\na,,,1\n", accepted: 0,
      skips: "", problems: ["duplicate-label"]),
    FramingCase(
      "too few rows", "Number,DOB,Count\na,,1\n", contract: "file-rows", accepted: 1,
      problems: ["row-count"]),
  ]

  static func contract(_ item: FramingCase) throws -> SourceContract {
    let rows = "contents: snapshot, rows: {least: 2}"
    let head =
      item.contract == "file-rows"
      ? ContractText.head.replacing("contents: snapshot", with: rows) : ContractText.head
    let extra = item.contract == "file-rows" ? "" : item.contract
    return try ContractText.contract(
      """
      \(extra)columns:
        Number: {type: reference, required: true}
        DOB: {type: date, format: dd/MM/yyyy, aliases: [Date of Birth]}
        Count: {type: integer}
      people: {pupil: {ids: {local:number: Number}}}

      """, head: head)
  }

  @Test("every record and byte is accounted for, in chunks of every size", arguments: cases)
  func accounts(case item: FramingCase) throws {
    let contract = try Self.contract(item)
    let bytes = Array(item.text.utf8)
    let whole = ReadExtract(bytes, of: contract)
    #expect(whole.account.accepted == item.accepted)
    #expect(whole.skips == item.skips)
    #expect(whole.reasons == item.reasons)
    #expect(whole.problemCodes == item.problems)
    expectAccounted(whole, of: bytes)
    for size in 1...max(1, bytes.count) {
      let read = ReadExtract(bytes, of: contract, chunk: size)
      check(read.summary == whole.summary && read.problems == whole.problems, "chunks of \(size)")
    }
  }

  @Test(
    "the same rows come out of UTF-16 and Windows-1252, and the bytes are the file's",
    arguments: cases)
  func otherEncodings(case item: FramingCase) throws {
    guard !item.text.isEmpty else { return }
    let contract = try Self.contract(item)
    let text = item.text + (item.text.hasSuffix("\n") ? "é😀\n" : "")
    let plain = ReadExtract(text, of: contract)
    for littleEndian in [true, false] {
      let bytes = UTF16Tests.encode(text, littleEndian: littleEndian, mark: true)
      let read = ReadExtract(bytes, of: contract)
      #expect(read.reasons == plain.reasons && read.skips == plain.skips)
      #expect(read.account.accepted == plain.account.accepted)
      expectAccounted(read, of: bytes)
      for size in [1, 2, 3, 7, 64] {
        #expect(ReadExtract(bytes, of: contract, chunk: size).summary == read.summary)
      }
    }
    let latin = Array(item.text.utf8) + (item.text.hasSuffix("\n") ? [0xE9, 0x0A] : [])
    expectAccounted(ReadExtract(latin, of: contract), of: latin)
  }

  @Test("a missing heading is told with the one in the file that looks like it")
  func nearestHeading() throws {
    let contract = try Self.contract(FramingCase("", "", accepted: 0))
    let read = ReadExtract("Numbr,DOB,Count\n", of: contract)
    #expect(read.problems == [FileProblem(.missingLabel, column: 0, note: "numbr")])
    let other = ReadExtract("Pupil,DOB,Count\n", of: contract)
    #expect(other.problems == [FileProblem(.missingLabel, column: 0)])
  }

  @Test("a column by which it is told whether there is a fact has to be there")
  func decidingColumns() throws {
    let contract = try ContractText.contract(
      """
      columns:
        Number: {type: reference}
        On: {type: date, format: dd/MM/yyyy}
        Outcome: {type: code, codes: [kept, dropped]}
        Note: {type: text}
      people: {pupil: {ids: {local:number: Number}}}
      facts: [{kind: happened, of: pupil, on: On, when: {not: {Outcome: dropped}}}]

      """)
    let renamed = ReadExtract("Number,On,Outcomes,Note\n", of: contract)
    #expect(renamed.problems == [FileProblem(.missingLabel, column: 2, note: "outcomes")])
    let other = ReadExtract("Number,On,Outcome,Notes\n", of: contract)
    #expect(other.problems.map(\.severity) == [.warning])
  }

  @Test("a header of other columns further down is told, since what follows it is misread")
  func otherHeader() throws {
    let contract = try Self.contract(FramingCase("", "", accepted: 0))
    let text = "Number,DOB,Count\na,,1\nCount,DOB,Number\n3,,b\n"
    let read = ReadExtract(text, of: contract)
    #expect(read.problems == [FileProblem(.otherHeader, note: "line 3")])
    #expect(read.account.quarantined >= 1)
    let wider = ReadExtract("Number,DOB,Count\na,,1\nNumber,Name,DOB,Count\nb,X,,2\n", of: contract)
    #expect(wider.problems == [FileProblem(.otherHeader, note: "line 3")])
    // The same header again is only that of another page, and a row that is wrong is no header.
    let again = ReadExtract("Number,DOB,Count\na,,1\nNumber,DOB,Count\nb,,x\n", of: contract)
    #expect(again.problems == [] && again.skips == "header 1, repeated-header 1")
  }

  @Test("lines, offsets and counts of lines are those of the file")
  func places() throws {
    let contract = try Self.contract(FramingCase("", "", accepted: 0))
    let text = "Title\r\nNumber,DOB,Count\r\n\"a\r\nb\",,x\r\nc,,1\rd,,y\n\"e\",,z"
    let read = ReadExtract(text, of: contract)
    #expect(read.rejections.map(\.line) == [3, 6, 7])
    #expect(read.rejections.map(\.lineCount) == [2, 1, 1])
    #expect(read.rejections.map(\.offset) == [25, 41, 46])
    #expect(read.rejections.map(\.byteCount) == [11, 5, 6])
    expectAccounted(read, of: Array(text.utf8))
  }

  @Test("columns without a header stand in the contract's order")
  func noHeader() throws {
    let contract = try ContractText.contract(
      columns: ["Number: {type: reference}", "Count: {type: integer}"], extra: "header: none\n")
    let read = ReadExtract("a;1\nb;x\nc;2;3\nd\n", of: contract)
    #expect(read.account.accepted == 1)
    #expect(read.skips == "")
    #expect(
      read.reasons == ["line 2: Count type-error", "line 3: extra-cell", "line 4: missing-cell"])
  }

  @Test("the header is looked for among as many records as the contract says")
  func within() throws {
    for (lines, found) in [(4, true), (5, false)] {
      let contract = try ContractText.contract(
        columns: ["Number: {type: reference}", "Count: {type: integer}"],
        extra: "header: {within: 5}\n")
      let text = String(repeating: "title\n", count: lines) + "Number,Count\na,1\n"
      let read = ReadExtract(text, of: contract)
      #expect((read.problemCodes == []) == found)
    }
  }
}

@Suite("Lines that are no data")
struct LinePatternTests {
  struct LineCase: Sendable, CustomTestStringConvertible {
    var pattern: String
    var line: String
    var matches: Bool
    var count: Int?
    var testDescription: String { "\(pattern) and \(line)" }

    init(_ pattern: String, _ line: String, _ matches: Bool, count: Int? = nil) {
      self.pattern = pattern
      self.line = line
      self.matches = matches
      self.count = count
    }
  }

  static let cases = [
    LineCase("Total: {count}", "Total: 12", true, count: 12),
    LineCase("Total: {count}", "  TOTAL:   1,234 ", true, count: 1234),
    LineCase("Total: {count}", "Total: ", false), LineCase("Total: {count}", "Total: x", false),
    LineCase("Total: {count}", "Total: 12 rows", false),
    LineCase("Total: {count} rows", "total: 12 rows", true, count: 12),
    LineCase("{count} rows, {n} pages", "12 rows, 3 pages", true, count: 12),
    LineCase("Page {n} of {n}", "Page 1 of 20", true),
    LineCase("*** end ***", "*** END ***", true), LineCase("a*b*c", "a1b2b3c", true),
    LineCase("a*b*c", "a1b2b3", false), LineCase("*", "anything", true), LineCase("*", "", true),
    LineCase("Total: {count}", "Total: 123456789012345678901", false),
  ]

  @Test("case and the number of spaces do not matter", arguments: cases)
  func lines(case item: LineCase) {
    let match = LinePattern(item.pattern).match(folded: LinePattern.folded(Array(item.line.utf8)))
    #expect(match.matches == item.matches)
    #expect(match.count == item.count)
  }

  @Test("every short line is judged as trying every run for each star judges it")
  func oracle() {
    func matches(_ pattern: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>) -> Bool {
      guard let first = pattern.first else { return line.isEmpty }
      if first == UInt8(ascii: "*") {
        return (line.startIndex...line.endIndex).contains {
          matches(pattern.dropFirst(), line[$0...])
        }
      }
      if first == UInt8(ascii: "#") {
        let digits = line.prefix { $0 == UInt8(ascii: "1") }
        return !digits.isEmpty && matches(pattern.dropFirst(), line.dropFirst(digits.count))
      }
      return line.first == first && matches(pattern.dropFirst(), line.dropFirst())
    }
    for (letters, alphabet) in [("ab*", "abx"), ("a#*", "a1x")] {
      let lines = everyText(upTo: 5, of: alphabet)
      for pattern in everyText(upTo: 4, of: letters) {
        let compiled = LinePattern(
          pattern.map { $0 == UInt8(ascii: "#") ? "{n}" : String(UnicodeScalar($0)) }.joined())
        for line in lines
        where compiled.match(folded: line).matches != matches(pattern[...], line[...]) {
          Issue.record("\(pattern) and \(line)")
        }
      }
    }
  }

  @Test("many wildcards take no longer than one", .timeLimit(.minutes(Patience.minutes(1))))
  func manyWildcards() {
    // Trying every run for each would take longer than anybody waits.
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: 300)
    for pattern in [
      String(repeating: "*", count: 40) + "x", String(repeating: "*a", count: 40) + "x",
    ] {
      #expect(!LinePattern(pattern).match(folded: line).matches)
      #expect(LinePattern(pattern).match(folded: line + [UInt8(ascii: "x")]).matches)
    }
  }

  @Test("a footer may stand in quotes, after spaces and before delimiters")
  func footers() {
    let matcher = FooterMatcher(
      [FooterRule(pattern: "Total: {count}", isTotal: true)], delimiter: UInt8(ascii: ","))
    for line in ["Total: 5", "total: 5,,,", "\"Total: 5\",,", " Total: 5", "\"TOTAL: 5\""] {
      let match = matcher.match(Array(line.utf8).span)
      #expect(match.matches && match.count == 5, "\(line)")
    }
    for line in ["", "x Total: 5", "Subtotal: 5", "Total: 5 x"] {
      #expect(!matcher.match(Array(line.utf8).span).matches, "\(line)")
    }
  }
}

@Suite("Headings")
struct HeadingNameTests {
  @Test("letters and digits alone count, in lower case")
  func folding() {
    for heading in [
      "Date of Birth", "DATE_OF_BIRTH", "DateOfBirth", " date-of-birth ", "Date.of.Birth",
    ] {
      #expect(HeadingName.folded(heading) == "dateofbirth")
    }
    #expect(HeadingName.folded("Straße 2") == "straße2")
    #expect(HeadingName.folded("\u{FEFF}Date\u{A0}of\u{202F}birth\u{200B}") == "dateofbirth")
    #expect(HeadingName.folded("\u{E2}\u{C2}") == "\u{E2}\u{C2}")
    #expect(HeadingName.folded("%") == "")
  }
}
