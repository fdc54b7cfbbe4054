import CSVFiles
import Store
import Vocabulary
import YAMLFiles

/// Decisions as rows: a column for each member that any decision has.
///
/// A row is read as the object that it would be in JSON, each member on a line of its own, so that there is one reader and
/// its mistakes lead back to the cell.
enum DecisionCSV {
  /// The columns in their order, each with how its cells are written in JSON.
  private static let columns: [(name: String, form: CellForm)] = [
    ("number", .number), ("state", .text), ("decision", .text), ("left", .text), ("right", .text),
    ("record", .text), ("from", .list), ("person", .text), ("family", .text), ("as", .text),
    ("pack", .text), ("criterion", .text), ("finding", .text), ("in", .number), ("since", .text),
    ("until", .text), ("entry", .number), ("by", .text), ("at", .text), ("role", .text),
    ("reason", .text), ("comment", .text), ("supersedes", .number), ("seen", .object),
  ]

  /// How a cell is written in JSON.
  private enum CellForm {
    case text
    /// As it is, where it is a number or true or false.
    case number
    /// Texts with semicolons between.
    case list
    /// JSON itself.
    case object
  }

  /// What Oracle's match review calls the same.
  private static let aliases = [
    "ruledecision": "decision", "reviewedby": "by", "reviewdate": "at", "comments": "comment",
  ]

  // MARK: Writing

  static func bytes(_ fold: DecisionFold) -> [UInt8] {
    // Comments come from people, so a spreadsheet must not take one for a formula; the apostrophe is taken off again.
    var writer = CSVWriter(guardsFormulas: true)
    writer.record(columns.map(\.name))
    for (noted, state) in zip(fold.all, fold.states) {
      let members =
        [
          ("number", .number(noted.number)), ("state", .text(state.words)),
          ("by", .text(noted.decision.by)), ("at", .text(noted.decision.at)),
        ] + noted.decision.members
      let cells = Dictionary(
        members.compactMap { name, value in value.map { (name, $0) } },
        uniquingKeysWith: { one, _ in one })
      writer.record(columns.map { cells[$0.name].map(cell) ?? "" })
    }
    return writer.bytes
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .text(let text): text
    case .list(let texts):
      texts.map { if case .text(let text) = $0 { text } else { "" } }.joined(separator: ";")
    case .null: ""
    case .truth, .number, .object: value.line
    }
  }

  // MARK: Reading

  static func read(
    _ bytes: [UInt8], named name: String, _ importer: DecisionFiles.Importer,
    _ mistakes: inout [YAMLMistake]
  ) -> [DecisionFiles.Imported] {
    let table: ListTable
    do throws(ListTable.Mistake) {
      table = try ListTable(bytes)
    } catch {
      mistakes.append(ListMistakes.mistake(error.what, in: name, line: error.line))
      return []
    }
    var headings: [(name: String, form: CellForm)] = []
    for (place, heading) in table.headings.enumerated() {
      guard let column = column(heading) else {
        mistakes.append(unknown(heading, place, name))
        continue
      }
      if headings.contains(where: { $0.name == column.name }) {
        mistakes.append(
          YAMLMistake(
            file: name, mark: YAMLMark(line: 1, column: place + 1),
            what: "the heading '\(column.name)' was there before"))
      }
      headings.append(column)
    }
    guard mistakes.isEmpty else { return [] }
    return table.rows.compactMap { row in
      decision(row.cells, headings, line: row.line, name, importer, &mistakes)
    }
  }

  private static func column(_ heading: String) -> (name: String, form: CellForm)? {
    let word = heading.lowercased().filter { $0 != " " && $0 != "_" }
    let name = aliases[word] ?? word
    return columns.first { $0.name == name }
  }

  /// A heading that is none is not repeated: in a table without a header it is somebody's name.
  private static func unknown(_ heading: String, _ place: Int, _ name: String) -> YAMLMistake {
    let nearest = NearestWord.suggestion(for: heading.lowercased(), among: columns.map(\.name))
    return YAMLMistake(
      file: name, mark: YAMLMark(line: 1, column: place + 1),
      what: "the heading of column \(place + 1) is none of those there are",
      suggestion: nearest.map { "did you mean '\($0)'?" }
        ?? "there are \(columns.map(\.name).joined(separator: ", "))")
  }

  private static func decision(
    _ cells: [String], _ headings: [(name: String, form: CellForm)], line: Int, _ name: String,
    _ importer: DecisionFiles.Importer, _ mistakes: inout [YAMLMistake]
  ) -> DecisionFiles.Imported? {
    var members: [String] = []
    var columns: [Int] = []
    for (place, heading) in headings.enumerated() where !cells[place].isEmpty {
      members.append("\(JSONValue.text(heading.name).line):\(json(cells[place], heading.form))")
      columns.append(place + 1)
    }
    let text = "{\n" + members.joined(separator: ",\n") + "\n}"
    var found: [YAMLMistake] = []
    var imported: DecisionFiles.Imported?
    do throws(YAMLError) {
      let document = try YAMLDocument.parse(text, name: name)
      imported = document.read(collecting: &found) { DecisionJSON.imported(&$0, importer) }
    } catch {
      found.append(error.asMistake)
    }
    mistakes += found.map { mistake in
      let member = mistake.line - 2
      let column = columns.indices.contains(member) ? columns[member] : 1
      return YAMLMistake(
        file: name, mark: YAMLMark(line: line, column: column), what: mistake.what,
        suggestion: mistake.suggestion)
    }
    imported?.mark = YAMLMark(line: line, column: 1)
    return found.isEmpty ? imported : nil
  }

  private static func json(_ cell: String, _ form: CellForm) -> String {
    let text = unguarded(cell)
    switch form {
    case .text: return JSONValue.text(text).line
    case .list:
      return JSONValue.texts(text.split(separator: ";").map(String.init)).line
    case .number:
      let isPlain = ["true", "false"].contains(text) || Int(text) != nil
      return isPlain ? text : JSONValue.text(text).line
    case .object:
      // What is no object on one line stays a text, and is told as a mistake.
      return text.hasPrefix("{") && !text.contains("\n") ? text : JSONValue.text(text).line
    }
  }

  /// Takes off the apostrophe that keeps a spreadsheet from taking a text for a formula.
  private static func unguarded(_ cell: String) -> String {
    let opens: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]
    guard cell.first == "'", let second = cell.dropFirst().first, opens.contains(second) else {
      return cell
    }
    return String(cell.dropFirst())
  }
}
