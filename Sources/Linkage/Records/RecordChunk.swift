/// Some records of one source as their file gives them: a code for each cell, the distinct cells once.
///
///     chunk.add(cell, column: 0)
///     chunk.endRecord(id: id)
///
/// Chunks are filled side by side, and made into one table by `RecordTableBuilder`.
public struct RecordChunk: Sendable {
  /// The number of the source.
  public let source: Int
  /// How many records there are.
  public private(set) var count = 0
  var columns: [ChunkColumn]
  private(set) var ids: [UInt8] = []
  private(set) var idEnds: [UInt32] = []

  /// Starts a chunk of a source with columns that are all missing.
  public init(source: Int, columns: Int) {
    self.source = source
    self.columns = Array(repeating: ChunkColumn(), count: columns)
  }

  /// Adds the cell of a column to the record that is being read; a cell not added is missing.
  public mutating func add(_ cell: Span<UInt8>, column: Int) {
    columns[column].add(cell, record: count)
  }

  /// Ends a record.
  public mutating func endRecord(id: Span<UInt8>) {
    unsafe id.withUnsafeBufferPointer { unsafe ids.append(contentsOf: $0) }
    idEnds.append(UInt32(ids.count))
    count += 1
  }
}

/// The cells of one column in a chunk.
struct ChunkColumn: Sendable {
  /// The distinct cells, until they are cleaned.
  var dictionary = ByteDictionary(capacity: 256)
  /// What the cells mean, once they are cleaned.
  private(set) var values: ValueTable?
  var codes: [Int32] = []

  mutating func add(_ cell: Span<UInt8>, record: Int) {
    guard !cell.isEmpty else { return }
    while codes.count < record { codes.append(0) }
    codes.append(dictionary.code(of: cell))
  }

  /// Cleans the distinct cells; those that mean the same become one value.
  mutating func clean(_ settings: ColumnSettings) {
    var cleaner = CellCleaner(settings)
    var table = ValueTable(CellCleaner.kind(of: settings.type))
    var cleaned: [Int32] = [0]
    cleaned.reserveCapacity(dictionary.count + 1)
    for code in 1..<Int32(dictionary.count + 1) {
      let cell = dictionary.bytes.span.extracting(dictionary.range(of: code))
      cleaned.append(cleaner.code(of: cell, in: &table))
    }
    for index in codes.indices { codes[index] = cleaned[Int(codes[index])] }
    dictionary = ByteDictionary()
    table.texts.freeze()
    values = table
  }
}
