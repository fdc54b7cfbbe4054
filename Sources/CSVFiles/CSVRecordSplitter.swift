/// Finds where the records of a file begin and end, chunk by chunk, as libcsv would.
///
/// CR, LF and CR LF each end a line. Lines without a quote, nearly all of most files, are found by
/// looking for the next line end and the next quote, each byte once; the others byte by byte. The
/// records are the same however the file is cut into chunks.
///
/// Two differences from libcsv are meant: a quote that is never closed costs the line it stands in
/// and not the rest of the file, and in a strict dialect a stray quote costs the rest of its line.
public struct CSVRecordSplitter: ~Copyable {
  private let limits: CSVLimits
  private let scanner: QuoteScanner
  private var buffer: [UInt8] = []
  /// Where the next record begins in the buffer.
  private var start = 0
  /// Where the buffer's first byte lies in the file.
  private var bufferOffset = 0
  private var line = 1
  private var isFinished = false
  private var lineFeed = NextByte(0x0A)
  private var carriageReturn = NextByte(0x0D)
  private var quote: NextByte
  /// A record found too long, whose end is still looked for.
  private var overlong: (offset: Int, lines: Int)?

  /// Makes a splitter for one file of a dialect.
  public init(dialect: CSVDialect = CSVDialect(), limits: CSVLimits = CSVLimits()) {
    self.limits = limits
    scanner = QuoteScanner(dialect: dialect, limits: limits)
    quote = NextByte(dialect.quote)
  }

  /// Takes the next bytes of the file; ask for records until there is none before the next feed.
  public mutating func feed(_ chunk: Span<UInt8>) {
    precondition(!isFinished, "the file was said to be finished")
    dropRead()
    unsafe chunk.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
  }

  /// Says that no bytes follow.
  public mutating func finish() {
    isFinished = true
  }

  /// Lends the bytes of a record, without its line end, until the next feed.
  ///
  /// The bytes of a record that was too long were not kept: there are none.
  public func withBytes<Result, Failure: Error>(
    of record: CSVRecord, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withBytes(of: record, andLineEnd: false, body)
  }

  private func withBytes<Result, Failure: Error>(
    of record: CSVRecord, andLineEnd isWanted: Bool,
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard record.state != .tooLong else { return try body(buffer.span.extracting(0..<0)) }
    let first = record.offset - bufferOffset
    precondition(first >= 0, "the record's bytes are gone since the last feed")
    let count = record.byteCount + (isWanted ? record.lineEndByteCount : 0)
    return try body(buffer.span.extracting(first..<(first + count)))
  }

  /// Parses a record's bytes where they lie.
  func parse(
    _ record: CSVRecord, with parser: inout CSVParser, into row: inout CSVRow
  ) throws(CSVError) {
    let first = record.offset - bufferOffset
    precondition(first >= 0, "the record's bytes are gone since the last feed")
    try parser.parse(buffer.span.extracting(first..<(first + record.byteCount)), into: &row)
  }

  /// The next record, or nil when more bytes are needed or the file is at its end.
  public mutating func next() -> CSVRecord? {
    if let overlong { return endOverlong(overlong) }
    guard start < buffer.count else { return nil }
    let end = lineEnd(atOrAfter: start)
    let quote = quote.place(atOrAfter: start, in: buffer)
    if let quote, quote < end ?? .max {
      if let end, endsPlainly(at: end, firstQuote: quote) {
        return record(to: end, lines: 1, .whole)
      }
      return quotedRecord()
    }
    guard let end = end ?? (isFinished ? buffer.count : nil) else {
      return buffer.count - start > limits.recordBytes ? beginOverlong(at: start, lines: 1) : nil
    }
    return record(
      to: end, lines: 1, end - start > limits.recordBytes ? .tooLong : .whole)
  }

  /// Moves records into a block until it has so many, or until more bytes are needed or the file is at its end.
  public mutating func fill(_ block: inout CSVBlock, upTo most: Int) {
    while block.members.count < most, let record = next() {
      withBytes(of: record, andLineEnd: true) { block.append(record, $0) }
    }
  }

  // MARK: Records with quotes

  /// Whether the record ends with its line, as far as the places of its quotes show.
  ///
  /// It does where each of them opens a field that begins with it, or closes one that ends with it. Nearly all records
  /// with quotes are so, and need not be followed byte by byte.
  private mutating func endsPlainly(at end: Int, firstQuote: Int) -> Bool {
    guard end - start <= limits.recordBytes else { return false }
    // Places asked for never go back, so what was found counts only if the record does end here.
    var ahead = quote
    var open = firstQuote
    while open < end {
      guard open == start || buffer[open - 1] == scanner.dialect.delimiter,
        let close = ahead.place(atOrAfter: open + 1, in: buffer), close < end,
        close + 1 == end || buffer[close + 1] == scanner.dialect.delimiter
      else { return false }
      open = ahead.place(atOrAfter: close + 1, in: buffer) ?? end
    }
    quote = ahead
    return true
  }

  private mutating func quotedRecord() -> CSVRecord? {
    switch scanner.scan(buffer.span, from: start, isLast: isFinished) {
    case .needsMore: return nil
    case .ends(let end, let lines): return record(to: end, lines: lines, .whole)
    case .tooLong(let place, let lines): return beginOverlong(at: place, lines: lines)
    case .open(let firstLineEnd):
      if let firstLineEnd { return record(to: firstLineEnd, lines: 1, .unclosedQuote) }
      guard buffer.count - start > limits.recordBytes else {
        return record(to: buffer.count, lines: 1, .unclosedQuote)
      }
      return beginOverlong(at: start, lines: 1)
    }
  }

  // MARK: Records that are too long

  private mutating func beginOverlong(at place: Int, lines: Int) -> CSVRecord? {
    let found = (offset: bufferOffset + start, lines: lines)
    overlong = found
    start = place
    return endOverlong(found)
  }

  /// Goes on to the next line end, and lets go of the bytes before it.
  private mutating func endOverlong(_ found: (offset: Int, lines: Int)) -> CSVRecord? {
    guard let end = lineEnd(atOrAfter: start) ?? (isFinished ? buffer.count : nil) else {
      start = buffer.count
      return nil
    }
    guard let record = record(to: end, lines: found.lines, .tooLong, offset: found.offset) else {
      return nil
    }
    overlong = nil
    return record
  }

  // MARK: Line ends

  private mutating func lineEnd(atOrAfter place: Int) -> Int? {
    let feed = lineFeed.place(atOrAfter: place, in: buffer)
    let carriage = carriageReturn.place(atOrAfter: place, in: buffer)
    guard let feed, let carriage else { return feed ?? carriage }
    return min(feed, carriage)
  }

  /// How many bytes the line end at a place has; nil where only the next chunk can tell.
  private func lineEndByteCount(at place: Int) -> Int? {
    guard place < buffer.count else { return 0 }
    guard buffer[place] == 0x0D else { return 1 }
    guard place + 1 < buffer.count else { return isFinished ? 1 : nil }
    return buffer[place + 1] == 0x0A ? 2 : 1
  }

  private mutating func record(
    to end: Int, lines: Int, _ state: CSVRecord.State, offset: Int? = nil
  ) -> CSVRecord? {
    guard let ending = lineEndByteCount(at: end) else { return nil }
    let offset = offset ?? bufferOffset + start
    let record = CSVRecord(
      offset: offset, byteCount: bufferOffset + end - offset, lineEndByteCount: ending,
      firstLine: line, lineCount: lines, state: state)
    start = end + ending
    line += lines
    return record
  }

  private mutating func dropRead() {
    guard start > 0 else { return }
    buffer.removeSubrange(0..<start)
    bufferOffset += start
    lineFeed.shift(by: start)
    carriageReturn.shift(by: start)
    quote.shift(by: start)
    start = 0
  }
}
