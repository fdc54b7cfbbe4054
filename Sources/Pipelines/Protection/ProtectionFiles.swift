import CSVFiles
import Disk
import Intake
import Vocabulary
import YAMLFiles

/// The key of a council's list of people: its secret where it has one, else its name.
enum SuppressionKey {
  /// How many bytes a secret has at least.
  static let leastBytes = 32

  static func read(_ settings: PipelineSettings, in folder: Path) throws -> [UInt8] {
    guard let name = settings.secret else { return Array(settings.council.utf8) }
    let path = folder.joining(name)
    guard try Files.target(of: path) == .file else {
      throw PipelineMistakes(mistakes: [
        ListMistakes.mistake(
          "there is no such file", in: path.text, line: 1,
          advice: "make it once by 'openssl rand -hex 32', and keep it as long as the list")
      ])
    }
    let secret = try Files.read(path)
    let end = secret.lastIndex { !ASCII.isWhitespace($0) }.map { $0 + 1 } ?? 0
    guard end >= leastBytes else {
      throw PipelineMistakes(mistakes: [
        ListMistakes.mistake(
          "a secret has at least \(leastBytes) characters", in: path.text, line: 1,
          advice: "make it once by 'openssl rand -hex 32'")
      ])
    }
    return Array(secret[..<end])
  }
}

/// The list of people as a file: `kind,digest`.
enum SuppressedFile {
  static let headings = ["kind", "digest"]

  static func entries(
    _ bytes: [UInt8], named name: String, key: [UInt8]
  ) throws(PipelineMistakes) -> [SuppressionList.Entry] {
    let table = try ListMistakes.told(in: name) { () throws(ListTable.Mistake) in
      try ListTable(bytes)
    }
    var mistakes: [YAMLMistake] = []
    func note(_ what: String, line: Int, advice: String? = nil) {
      mistakes.append(ListMistakes.mistake(what, in: name, line: line, advice: advice))
    }
    if table.headings != headings { note("the header is not kind,digest", line: 1) }
    var entries: [SuppressionList.Entry] = []
    for (line, cells) in table.rows where mistakes.isEmpty {
      if let entry = SuppressionList.Entry(kind: cells[0], digest: cells[1]) {
        entries.append(entry)
      } else {
        note("the row holds no digest", line: line, advice: "let 'kindred protect' make the list")
      }
    }
    if mistakes.isEmpty, !entries.isEmpty, !entries.contains(SuppressionList.seal(key: key)) {
      note(
        "the list was made with another key, or by a program that takes names apart otherwise",
        line: 1,
        advice: "delete it and make yours with 'kindred protect' from the people who belong on it; "
          + "or put back the council's name or the secret, if only that was changed")
    }
    guard mistakes.isEmpty else { throw PipelineMistakes(mistakes: mistakes) }
    return entries.filter { $0.kind != SuppressionList.sealKind }
  }

  static func bytes(of entries: Set<SuppressionList.Entry>, key: [UInt8]) -> [UInt8] {
    let seal = entries.isEmpty ? [] : [SuppressionList.seal(key: key)]
    var writer = CSVWriter()
    for cells in [headings] + (seal + entries.sorted()).map({ [$0.kind, $0.digest] }) {
      for cell in cells { writer.field(cell) }
      writer.endRecord()
    }
    return writer.bytes
  }
}

/// The list of addresses as a file: `uprn,address,postcode,reason`.
///
/// It holds the addresses themselves: as digests they would be forgotten without a word as soon as a program wrote
/// addresses in another way.
enum AddressesFile {
  static let headings = ["uprn", "address", "postcode", "reason"]

  struct Row: Hashable {
    /// The cells in the order of the headings.
    var cells: [String]
    var uprn: Int64?
    /// The key under which all spellings of the address are one; empty where none is given.
    var matchKey: String

    var identity: String { "\(uprn ?? 0)|\(matchKey)" }
  }

  /// Reads a table with some of the headings, in any order.
  static func rows(_ bytes: [UInt8], named name: String) throws(PipelineMistakes) -> [Row] {
    let table = try ListMistakes.told(in: name) { () throws(ListTable.Mistake) in
      try ListTable(bytes)
    }
    var mistakes: [YAMLMistake] = []
    func note(_ what: String, line: Int, advice: String? = nil) {
      mistakes.append(ListMistakes.mistake(what, in: name, line: line, advice: advice))
    }
    for (column, heading) in table.headings.enumerated() where !headings.contains(heading) {
      mistakes.append(ListMistakes.noHeading(column, in: name, among: headings))
    }
    guard mistakes.isEmpty else { throw PipelineMistakes(mistakes: mistakes) }
    var rows: [Row] = []
    for (line, cells) in table.rows {
      let ordered = headings.map { heading in
        table.headings.firstIndex(of: heading).map { cells[$0] } ?? ""
      }
      do throws(IdentifierProblem) {
        let uprn = try uprn(ordered[0])
        let key = UKAddress.parse(lines: [ordered[1], ordered[2]]).matchKey
        if uprn == nil && key.isEmpty {
          note("the row names no address", line: line, advice: "give a UPRN, or a house and street")
        }
        rows.append(Row(cells: ordered, uprn: uprn, matchKey: key))
      } catch {
        note("what stands under 'uprn' is no property number", line: line)
      }
    }
    guard mistakes.isEmpty else { throw PipelineMistakes(mistakes: mistakes) }
    return rows
  }

  private static func uprn(_ text: String) throws(IdentifierProblem) -> Int64? {
    if text.isEmpty { return nil }
    return Int64(try IdentifierKind.uprn.canonicalText(of: text, asOf: nil))
  }

  static func bytes(of rows: [Row]) -> [UInt8] {
    var writer = CSVWriter()
    for cells in [headings] + rows.map(\.cells) {
      for cell in cells { writer.field(cell) }
      writer.endRecord()
    }
    return writer.bytes
  }
}
