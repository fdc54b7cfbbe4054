import Testing
import TestSupport
import Vocabulary

@testable import Intake

/// A reader as plain as can be: whole text, split at line ends and delimiters outside quotation marks.
private enum PlainReader {
  static func rows(of text: String, delimiter: Character) -> [[String]] {
    var rows: [[String]] = []
    var row = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == delimiter && !isQuoted {
        row.append("")
      } else if character.isNewline && !isQuoted {
        rows.append(row)
        row = [""]
      } else {
        row[row.count - 1].append(character)
      }
    }
    if row != [""] { rows.append(row) }
    return rows
  }

  /// What each row should come to: its number and count, or nothing where it is rejected.
  static func values(of text: String, delimiter: Character) -> [[String]?] {
    rows(of: text, delimiter: delimiter).dropFirst().compactMap { row -> [String]?? in
      let cells = row.map { $0.trimmed }
      if cells.allSatisfy(\.isEmpty) { return nil }
      guard cells.count >= 3, cells.dropFirst(3).allSatisfy(\.isEmpty) else { return .some(nil) }
      guard !cells[0].isEmpty else { return .some(nil) }
      guard cells[1].isEmpty || Int(cells[1]) != nil else { return .some(nil) }
      let count = Int(cells[1]).map(String.init) ?? ""
      return .some([cells[0], count, cells[2]])
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text).replacing("\t", with: " ")
  }
}

@Suite("Against a plain reader")
struct PlainReaderTests {
  static func extract(_ random: inout SplitMix64, delimiter: String, end: String) -> String {
    let words = [
      "a", "Bo", "zoë", "x y", "", " ", "Ł", "q-1", "\"d\(delimiter)e\"", "\" f \"", "\"\"",
    ]
    let counts = ["1", "0", "-7", "12", "", " 5 ", "x", "1.5", "\"3\"", "007"]
    var text = "Number\(delimiter)Count\(delimiter)Word\(end)"
    for _ in 0..<random.below(30) {
      var cells = [random.one(of: words), random.one(of: counts), random.one(of: words)]
      switch random.below(12) {
      case 0: cells.removeLast()
      case 1: cells.append("more")
      case 2: cells.append("")
      case 3: cells = [""]
      case 4: cells = ["", "", ""]
      default: break
      }
      text += cells.joined(separator: delimiter) + end
    }
    return text
  }

  @Test("random extracts come to the same rows and values", arguments: 0..<40)
  func random(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let contract = try ContractText.contract(
      """
      columns:
        Number: {type: reference, required: true}
        Count: {type: integer}
        Word: {type: text}
      people: {pupil: {ids: {local:number: Number}}}
      facts: []

      """)
    for _ in 0..<20 {
      let delimiter = random.one(of: [",", ";", "\t", "|"])
      let end = random.one(of: ["\n", "\r\n", "\r"])
      let text = Self.extract(&random, delimiter: delimiter, end: end)
      let bytes = Array(text.utf8)
      let read = ReadExtract(bytes, of: contract, chunk: 1 + random.below(50))
      let expected = PlainReader.values(of: text, delimiter: Character(delimiter))
      let accepted = expected.compactMap { $0 }
      #expect(
        read.texts(of: \PersonEntry.localNumbers)
          == accepted.map { "number=\($0[0])" }, "\(text)")
      #expect(read.account.quarantined == expected.count { $0 == nil }, "\(text)")
      expectAccounted(read, of: bytes)
    }
  }

  @Test("random extracts with facts carry the same values", arguments: 0..<20)
  func randomValues(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(1_000 + seed))
    let contract = try ContractText.contract(
      """
      columns:
        Number: {type: reference, required: true}
        Count: {type: integer}
        Word: {type: text}
        On: {type: date, format: yyyy-MM-dd}
      people: {pupil: {ids: {local:number: Number}}}
      facts:
        - {kind: happened, of: pupil, on: On, attributes: {kind: Count, note: Word}}

      """)
    for _ in 0..<20 {
      let plain = Self.extract(&random, delimiter: ",", end: "\n")
      // Every row of three cells gets a day, so that each accepted row states one fact.
      let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      let rows = PlainReader.rows(of: plain, delimiter: ",")
      let text = zip(lines, rows).enumerated().map { index, row in
        "\(row.0)" + (row.1.count == 3 ? (index == 0 ? ",On" : ",2012-01-01") : "") + "\n"
      }.joined()
      let kept = zip(lines, rows).filter { $0.1.count == 3 }.map { "\($0.0)\n" }.joined()
      let expected = PlainReader.values(of: kept, delimiter: ",").compactMap { $0 }.map { cells in
        let parts =
          (cells[1].isEmpty ? [] : ["\"kind\":\"\(cells[1])\""])
          + (cells[2].isEmpty ? [] : ["\"note\":\"\(cells[2])\""])
        return parts.isEmpty ? "" : "{\(parts.joined(separator: ","))}"
      }
      let read = ReadExtract(text, of: contract)
      #expect(read.texts(of: \FactEntry.attributes) == expected, "\(text)")
    }
  }
}
