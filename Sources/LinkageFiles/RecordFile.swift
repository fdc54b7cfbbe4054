import CSVFiles
import Disk
import Linkage

/// One CSV file of records: its headings, and where the wanted columns stand.
struct RecordFile: Sendable {
  let path: Path
  let source: Int
  let headings: [String]
  /// For each column of the settings, the field of a row that has it.
  let places: [Int?]
  private let idPlace: Int?
  private let dialect: CSVDialect
  private let columnCount: Int

  /// How many bytes of the file are one piece of work.
  private static let pieceBytes = 4 << 20

  var hasIDs: Bool { idPlace != nil }

  /// Reads the headings.
  init(_ path: Path, source: Int, settings: LinkageSettings, needed: [Bool]) throws {
    self.path = path
    self.source = source
    let first = try Self.firstLine(of: path)
    dialect = CSVDialect(delimiter: Self.delimiter(in: first), quoting: .tolerant)
    var row = CSVRow()
    var parser = CSVParser(dialect: dialect)
    do { try parser.parse(first.span, into: &row) } catch {
      throw LinkageProblem.unreadable(file: path.text, line: 1, why: error.message)
    }
    let headings = row.texts
    guard !headings.isEmpty else { throw LinkageProblem.noHeader(file: path.text) }
    let folded = headings.map(Self.folded)
    func place(_ names: [String]) -> Int? {
      for name in names.map(Self.folded) {
        if let place = folded.firstIndex(of: name) { return place }
      }
      return nil
    }
    self.headings = headings
    places = settings.columns.indices.map { needed[$0] ? place(settings.columns[$0].headers) : nil }
    idPlace = place(settings.idHeaders)
    columnCount = settings.columns.count
  }

  /// Headings are the same whatever their case and the blanks around them.
  private static func folded(_ heading: String) -> String {
    String(heading.lowercased().drop { $0 == " " || $0 == "\u{FEFF}" }.trimmingSuffix(" "))
  }

  private static func firstLine(of path: Path) throws -> [UInt8] {
    let file = try File(reading: path)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    let count = try file.read(into: &buffer)
    var start = 0
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let line = buffer[start..<count].prefix { $0 != 0x0A && $0 != 0x0D }
    guard !line.isEmpty else { throw LinkageProblem.noHeader(file: path.text) }
    return Array(line)
  }

  /// The usual delimiter that comes most often among the headings.
  private static func delimiter(in line: [UInt8]) -> UInt8 {
    let usual: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
    let counts = usual.map { delimiter in line.count { $0 == delimiter } }
    let most = counts.max() ?? 0
    return usual[counts.firstIndex(of: most) ?? 0]
  }

  // MARK: Records

  /// Bytes of the file with where their records lie, cut so that no record is in two pieces.
  private struct Piece: Sendable {
    var bytes: [UInt8] = []
    var records: [Span] = []
    struct Span: Sendable {
      let start: Int
      let count: Int
      let line: Int
    }
  }

  /// Some of the file's records, with those that have more or fewer cells than the headings.
  struct Part: Sendable {
    var chunk: RecordChunk
    var uneven = 0
    var firstUnevenLine = 0
  }

  /// Parses the records: one task finds where they lie, others take them apart.
  func read(threads: Int) async throws -> [Part] {
    var parts: [Part] = []
    let file = try File(reading: path)
    var reader = CSVReader(dialect: dialect)
    var buffer = [UInt8](repeating: 0, count: Self.pieceBytes)
    try await withThrowingTaskGroup(of: (Int, Part).self) { group in
      var (sent, running) = (0, 0)
      var results: [Part?] = []
      var isFirst = true
      while true {
        let count = try file.read(into: &buffer)
        if count > 0 { reader.feed(buffer.span.extracting(0..<count)) } else { reader.finish() }
        let piece = try nextPiece(of: &reader, isFirst: isFirst)
        isFirst = false
        if !piece.records.isEmpty {
          if running >= max(1, threads) { try await take(&group, &results, &running) }
          let number = sent
          results.append(nil)
          sent += 1
          running += 1
          group.addTask { (number, try part(of: piece)) }
        }
        if count == 0 { break }
      }
      while running > 0 { try await take(&group, &results, &running) }
      parts = results.compactMap(\.self)
    }
    return parts
  }

  private func take(
    _ group: inout ThrowingTaskGroup<(Int, Part), any Error>,
    _ results: inout [Part?], _ running: inout Int
  ) async throws {
    guard let (number, part) = try await group.next() else { return }
    results[number] = part
    running -= 1
  }

  private func nextPiece(of reader: inout CSVReader, isFirst: Bool) throws -> Piece {
    var piece = Piece()
    piece.bytes.reserveCapacity(Self.pieceBytes + 1 << 16)
    while let record = reader.next() {
      // The first line has the headings.
      if isFirst, record.firstLine == 1 { continue }
      if record.state != .whole {
        throw LinkageProblem.unreadable(
          file: path.text, line: record.firstLine,
          why: record.state == .tooLong
            ? "the record is too long" : "a quoted field is never closed")
      }
      if record.byteCount == 0 { continue }
      let start = piece.bytes.count
      reader.withBytes(of: record) { bytes in
        unsafe bytes.withUnsafeBufferPointer { unsafe piece.bytes.append(contentsOf: $0) }
      }
      piece.records.append(
        .init(start: start, count: record.byteCount, line: record.firstLine))
    }
    return piece
  }

  private func part(of piece: Piece) throws -> Part {
    var part = Part(chunk: RecordChunk(source: source, columns: columnCount))
    var parser = CSVParser(dialect: dialect)
    var row = CSVRow()
    let wanted = places.enumerated().compactMap { column, place in
      place.map { (column: column, place: $0) }
    }
    for record in piece.records {
      do {
        try parser.parse(
          piece.bytes.span.extracting(record.start..<(record.start + record.count)), into: &row)
      } catch {
        throw LinkageProblem.unreadable(file: path.text, line: record.line, why: error.message)
      }
      if !isEven(row) {
        if part.uneven == 0 { part.firstUnevenLine = record.line }
        part.uneven += 1
      }
      for (column, place) in wanted where place < row.fieldCount {
        row.withField(place) { part.chunk.add($0, column: column) }
      }
      if let idPlace, idPlace < row.fieldCount, !row.isEmpty(idPlace) {
        row.withField(idPlace) { part.chunk.endRecord(id: $0) }
      } else {
        part.chunk.endRecord(id: String(record.line).utf8.span)
      }
    }
    return part
  }

  /// Whether a row has as many cells as there are headings; empty ones too many are only trailing delimiters.
  private func isEven(_ row: CSVRow) -> Bool {
    row.fieldCount == headings.count
      || row.fieldCount > headings.count
        && (headings.count..<row.fieldCount).allSatisfy { row.isEmpty($0) }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
