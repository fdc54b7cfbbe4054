/// Reads a file chunk by chunk into records, and a record into a row.
///
///     reader.feed(chunk)
///     while let record = reader.next() {
///       try reader.parse(record, into: &row)
///     }
///
/// A record that cannot be parsed throws, and the reader goes on with the next.
public struct CSVReader: ~Copyable {
  private var splitter: CSVRecordSplitter
  private var parser: CSVParser

  /// Makes a reader for one file of a dialect.
  public init(dialect: CSVDialect = CSVDialect(), limits: CSVLimits = CSVLimits()) {
    splitter = CSVRecordSplitter(dialect: dialect, limits: limits)
    parser = CSVParser(dialect: dialect, limits: limits)
  }

  /// Takes the next bytes of the file.
  public mutating func feed(_ chunk: Span<UInt8>) {
    splitter.feed(chunk)
  }

  /// Says that no bytes follow.
  public mutating func finish() {
    splitter.finish()
  }

  /// The next record, or nil when more bytes are needed or the file is at its end.
  public mutating func next() -> CSVRecord? {
    splitter.next()
  }

  /// Lends the bytes of a record until the next feed.
  public func withBytes<Result, Failure: Error>(
    of record: CSVRecord, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try splitter.withBytes(of: record, body)
  }

  /// Parses a record that was just found into a row.
  public mutating func parse(_ record: CSVRecord, into row: inout CSVRow) throws(CSVError) {
    try record.requireWhole()
    try splitter.parse(record, with: &parser, into: &row)
  }
}
