import CSVFiles
public import Disk
public import Linkage

/// What people know of records: who each is, or of some pairs whether they match.
///
/// A file with `id` and `entity`, and `source` where there are several, says who each record is. A file with
/// `unique_id_l` and `unique_id_r`, and `source_dataset_l` and `source_dataset_r`, has labels of pairs
/// as Splink writes them, with `clerical_match_score` from 0 to 1.
public enum TruthFile: Sendable {
  /// Who each record is; records that the file does not name are left out.
  ///
  /// Further columns of the file are groups for which figures are given: sex, age group, origin of the name.
  case entities(EntityTruth, groups: [Grouping])
  /// What was said of some pairs.
  case labels([LabelledPair])

  /// A further column of the file, with each record's value.
  public struct Grouping: Sendable {
    /// The heading.
    public let name: String
    /// The values, and the records that have them.
    public let groups: RecordGroups
  }

  /// The most values that a column may have to be taken for groups.
  private static let mostGroups = 50

  /// Reads a file about the records of a table.
  public static func read(_ path: Path, of linker: Linker) throws -> TruthFile {
    let rows = try TruthRows(path)
    let records = RecordIndex(linker.table)
    guard records.repeated == 0 else {
      throw LinkageProblem.repeatedIDs(file: path.text, count: records.repeated)
    }
    if let entity = rows.place(["entity", "cluster", "person", "true_id"]),
      let id = rows.place(["id", "unique_id", "record_id", "rec_id"])
    {
      let source = rows.place(["source", "source_dataset"])
      let truth = try entities(rows, id: id, source: source, entity: entity, records, linker)
      let others = rows.headings.indices.filter { ![id, entity, source].contains($0) }
      let groups = others.compactMap { column in
        grouping(rows, column, id: id, source: source, records, count: linker.table.count)
      }
      return .entities(truth, groups: groups)
    }
    guard let left = rows.place(["unique_id_l", "id_l"]),
      let right = rows.place(["unique_id_r", "id_r"])
    else { throw LinkageProblem.noTruth(file: path.text) }
    return .labels(try labels(rows, left, right, records))
  }

  private static func entities(
    _ rows: TruthRows, id: Int, source: Int?, entity: Int, _ records: RecordIndex, _ linker: Linker
  ) throws -> EntityTruth {
    var numbers: [String: Int32] = [:]
    var entities = [Int32](repeating: 0, count: linker.table.count)
    var unknown = UnknownRecords()
    for line in rows.lines {
      let row = line.row
      guard let record = records.find(source: source.map { row[$0] }, id: row[id]) else {
        unknown.add(line.number)
        continue
      }
      guard !row[entity].isEmpty else { continue }
      let number = numbers[row[entity]] ?? Int32(numbers.count + 1)
      numbers[row[entity]] = number
      entities[Int(record)] = number
    }
    try unknown.refuse(rows.path, all: rows.lines.count)
    return EntityTruth(
      entities: entities, sources: linker.table.sourceOf.map { Int32($0) },
      scope: linker.mode == .link ? .acrossSources : .everyPair)
  }

  /// The groups of a column; nil where it has too many values to be one of groups.
  private static func grouping(
    _ rows: TruthRows, _ column: Int, id: Int, source: Int?, _ records: RecordIndex, count: Int
  ) -> Grouping? {
    let names = Set(rows.lines.map { $0.row[column] }).subtracting([""]).sorted()
    guard (1...mostGroups).contains(names.count) else { return nil }
    var codes = [Int32](repeating: -1, count: count)
    for line in rows.lines {
      guard let record = records.find(source: source.map { line.row[$0] }, id: line.row[id]),
        let place = names.firstIndex(of: line.row[column])
      else { continue }
      codes[Int(record)] = Int32(place)
    }
    return Grouping(
      name: rows.headings[column], groups: RecordGroups(names: names, codes: codes))
  }

  private static func labels(
    _ rows: TruthRows, _ left: Int, _ right: Int, _ records: RecordIndex
  ) throws -> [LabelledPair] {
    let sources = (
      rows.place(["source_dataset_l", "source_l"]), rows.place(["source_dataset_r", "source_r"])
    )
    let score = rows.place(["clerical_match_score", "score", "match"])
    var unknown = UnknownRecords()
    var unreadable: [Int] = []
    var labels: [LabelledPair] = []
    for line in rows.lines {
      let row = line.row
      guard let one = records.find(source: sources.0.map { row[$0] }, id: row[left]),
        let other = records.find(source: sources.1.map { row[$0] }, id: row[right])
      else {
        unknown.add(line.number)
        continue
      }
      // Without a column of scores a line is a pair that matches; without a score nobody has judged it yet.
      let text = score.map { row[$0] } ?? "1"
      guard !text.isEmpty else { continue }
      guard let said = judgement(text) else {
        unreadable.append(line.number)
        continue
      }
      labels.append(LabelledPair(left: one, right: other, score: said))
    }
    guard unreadable.isEmpty else {
      throw LinkageProblem.unreadableScores(file: rows.path.text, lines: unreadable)
    }
    try unknown.refuse(rows.path, all: rows.lines.count)
    return labels
  }
}

extension TruthFile {
  /// A score from 0 to 1, or whether the pair matches in a word.
  fileprivate static func judgement(_ text: String) -> Double? {
    switch text.lowercased() {
    case "true": 1
    case "false": 0
    default: Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
    }
  }
}

/// Lines that name no record of the linkage.
private struct UnknownRecords {
  private var count = 0
  private var first = 0

  mutating func add(_ line: Int) {
    if count == 0 { first = line }
    count += 1
  }

  /// Truth may know more people than were linked, but if it knows none of them the ids are other ids.
  func refuse(_ path: Path, all: Int) throws {
    guard count > 0, count == all else { return }
    throw LinkageProblem.unknownRecords(file: path.text, count: count, line: first)
  }
}

/// The rows of a small CSV file as texts.
private struct TruthRows {
  struct Line {
    let number: Int
    let row: [String]
  }

  let path: Path
  let headings: [String]
  let lines: [Line]

  init(_ path: Path) throws {
    let all = try Self.rows(path)
    guard let first = all.first else { throw LinkageProblem.noHeader(file: path.text) }
    let headings = first.row.map { heading in
      String(heading.lowercased().drop { $0 == "\u{FEFF}" })
    }
    self.path = path
    self.headings = headings
    lines = all.dropFirst().map { line in
      let missing = max(0, headings.count - line.row.count)
      return Line(
        number: line.number, row: line.row + Array(repeating: "", count: missing))
    }
  }

  private static func rows(_ path: Path) throws -> [Line] {
    let bytes = try Files.read(path, atMost: 4 << 30)
    var reader = CSVReader(dialect: CSVDialect(quoting: .tolerant))
    reader.feed(bytes.span)
    reader.finish()
    var rows: [Line] = []
    var row = CSVRow()
    while let record = reader.next() {
      if record.byteCount == 0 { continue }
      if let why = parse(record, of: &reader, into: &row) {
        throw LinkageProblem.unreadable(file: path.text, line: record.firstLine, why: why)
      }
      rows.append(Line(number: record.firstLine, row: row.texts))
    }
    return rows
  }

  /// Takes a record apart, or says why it can't be.
  private static func parse(
    _ record: CSVRecord, of reader: inout CSVReader, into row: inout CSVRow
  ) -> String? {
    do { try reader.parse(record, into: &row) } catch { return error.message }
    return nil
  }

  /// Where the first of these headings stands that is there.
  func place(_ names: [String]) -> Int? {
    for name in names {
      if let place = headings.firstIndex(of: name) { return place }
    }
    return nil
  }
}

/// Records by source and id.
private struct RecordIndex {
  private var records: [RecordName: RecordNumber] = [:]
  private let sources: [String]
  /// How many records have the id of one before them.
  private(set) var repeated = 0

  init(_ table: RecordTable) {
    sources = table.sources
    records.reserveCapacity(table.count)
    for record in 0..<RecordNumber(table.count) {
      if records.updateValue(record, forKey: table.name(record)) != nil { repeated += 1 }
    }
  }

  /// The record; without a source, the one that has the id in the first source that does.
  func find(source: String?, id: String) -> RecordNumber? {
    if let source, let found = records[RecordName(source: source, id: id)] { return found }
    for each in sources {
      if let found = records[RecordName(source: each, id: id)] {
        return source == nil || sources.count == 1 ? found : nil
      }
    }
    return nil
  }
}
