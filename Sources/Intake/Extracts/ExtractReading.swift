import CSVFiles
import Vocabulary

/// Reads one extract, chunk by chunk, into batches.
///
///     var reading = ExtractReading(of: shape, context: context)
///     while chunks come { reading.feed(chunk); while let batch = reading.nextBatch() { keep(batch) } }
///     reading.finish()
///
/// Every record and every byte goes into the account; what can't be used is kept as received, with the reason.
public struct ExtractReading: ~Copyable {
  /// How many rows make a batch.
  ///
  /// Few enough that a batch is not far from the processor when it is stored, and enough that the two tasks do not wake
  /// each other all the time: at 512, that took a twelfth of the processor's time.
  static let rowsInBatch = 2_048

  let shape: ExtractShape
  private var reader: CSVReader
  /// For records that had to be decoded before they could be parsed.
  private var decodedParser: CSVParser
  private var row = CSVRow()
  private var rows: RowReader
  private var transcoder: UTF16Transcoder?
  private var markBytesLeft: Int
  private var originalOffset: Int
  private var recordNumber = 0
  private var rowsSinceBatch = 0
  /// A batch that nobody needs any more, whose memory the next one takes.
  private var spare: IntakeBatch?
  private var isFinished = false
  /// Whether the last record broke off: too few cells, an open quotation mark, half a character.
  private(set) var endedRagged = false
  /// The line of the first row that looks like a header of other columns.
  private(set) var otherHeaderLine: Int?
  /// How many bytes of text, in UTF-8 where the file is UTF-16, were split into records.
  private var textBytes = 0
  private let footer: FooterMatcher
  /// Where the records went.
  public private(set) var account = ExtractAccount()
  /// What was wrong with rows and cells.
  public private(set) var tally = ProblemTally()

  /// Prepares to read an extract of this shape.
  public init(of shape: ExtractShape, context: IntakeContext) {
    let dialect = shape.bound.contract.dialect.csv(delimiter: shape.delimiter)
    self.shape = shape
    reader = CSVReader(dialect: dialect)
    decodedParser = CSVParser(dialect: dialect)
    rows = RowReader(bound: shape.bound, context: context)
    footer = FooterMatcher(shape.bound.contract.footer, delimiter: shape.delimiter)
    markBytesLeft = shape.markBytes
    originalOffset = shape.markBytes
    switch shape.encoding {
    case .utf16LittleEndian: transcoder = UTF16Transcoder(isLittleEndian: true)
    case .utf16BigEndian: transcoder = UTF16Transcoder(isLittleEndian: false)
    default: transcoder = nil
    }
  }

  /// What the columns hold.
  public var profiles: [ColumnProfile] { rows.profiles }

  /// Takes the next bytes of the file, as received.
  public mutating func feed(_ chunk: Span<UInt8>) {
    let skipped = min(markBytesLeft, chunk.count)
    markBytesLeft -= skipped
    let rest = chunk.extracting(skipped..<chunk.count)
    guard transcoder != nil else {
      textBytes += rest.count
      return reader.feed(rest)
    }
    var text: [UInt8] = []
    transcoder?.append(rest, to: &text)
    textBytes += text.count
    reader.feed(text.span)
  }

  /// Whether every record and every byte of the text went into the account.
  public var balances: Bool { account.balances(textBytes: textBytes) }

  /// Says that no bytes follow.
  public mutating func finish() {
    var text: [UInt8] = []
    transcoder?.finish(appendingTo: &text)
    textBytes += text.count
    reader.feed(text.span)
    reader.finish()
    isFinished = true
  }

  /// Whether the text could not be decoded as what it was taken for.
  public var hasEncodingError: Bool { transcoder?.hasError ?? false }

  /// The next full batch, or, when the file is finished, what is left; nil when more bytes are needed or all is given.
  public mutating func nextBatch() -> IntakeBatch? {
    while rowsSinceBatch < Self.rowsInBatch, let record = reader.next() {
      take(record)
      rowsSinceBatch += 1
    }
    guard rowsSinceBatch >= Self.rowsInBatch || (isFinished && rowsSinceBatch > 0) else {
      return nil
    }
    rowsSinceBatch = 0
    // The next is likely to come to as much, and would be moved again and again as it grows.
    var batch = spare.take() ?? IntakeBatch(asLargeAs: rows.batch)
    rows.exchange(&batch)
    batch.bytesRead = account.bytes
    return batch
  }

  /// Takes back a batch that has been stored: memory that was used is had again at once, while new memory comes slowly.
  public mutating func reuse(_ batch: consuming IntakeBatch) {
    batch.removeAll()
    spare = batch
  }

  // MARK: Records

  private mutating func take(_ record: CSVRecord) {
    let number = recordNumber
    recordNumber += 1
    account.read += 1
    let place = locate(record)
    account.bytes += record.byteCount + record.lineEndByteCount
    account.endsWithLineEnd = record.lineEndByteCount > 0
    endedRagged = false
    if number <= shape.headerRecord {
      return account.skip(number == shape.headerRecord ? .header : .preamble)
    }
    if let problem = parse(record) {
      // A line that is no row may still be a footer with a quotation mark in it.
      if isFooter(record) { return account.skip(.footer) }
      let pieces = reader.withBytes(of: record) { BrokenRecord.pieces(of: $0, shape.delimiter) }
      return quarantineBroken(record, place, problem, rows.verdict(onPieces: pieces))
    }
    if row.isBlank() { return account.skip(.blank) }
    if shape.bound.isHeader(row) { return account.skip(.repeatedHeader) }
    if isFooter(record) { return account.skip(.footer) }
    if let problem = shape.bound.widthProblem(of: row) {
      noteOtherHeader(at: record)
      return quarantineBroken(record, place, problem, rows.verdict(onBroken: row))
    }
    switch rows.read(row, line: record.firstLine) {
    case .accepted:
      account.accepted += 1
      noteBlanked(line: record.firstLine)
    case .suppressed: account.skip(.suppressed)
    case .rejected:
      noteOtherHeader(at: record)
      // A delimiter too many shifts the cells also where an empty last one makes room for it.
      if row.fieldCount > shape.bound.headerWidth {
        return quarantineBroken(record, place, nil, rows.verdict(onBroken: row))
      }
      quarantine(record, place)
    }
  }

  /// Where the record lies in the file as received; in UTF-16 that is not where it lies in the text that was split.
  ///
  /// The bytes of a record too long to be kept are gone; in UTF-16 they are then taken for ASCII.
  private mutating func locate(_ record: CSVRecord) -> (offset: Int, byteCount: Int) {
    guard transcoder != nil else {
      return (record.offset + shape.markBytes, record.byteCount + record.lineEndByteCount)
    }
    let textBytes =
      record.state == .tooLong
      ? 2 * record.byteCount
      : reader.withBytes(of: record) { UTF16Transcoder.byteCount(of: $0) }
    let offset = originalOffset
    let byteCount = textBytes + 2 * record.lineEndByteCount
    originalOffset += byteCount
    return (offset, byteCount)
  }

  /// Parses a record into the row, decoding it first where that is needed.
  private mutating func parse(_ record: CSVRecord) -> ProblemCode? {
    guard record.state == .whole else {
      return record.state == .tooLong ? .recordTooLong : .unclosedQuote
    }
    let encoding = shape.encoding
    let needsDecoding = reader.withBytes(of: record) { bytes in
      RecordText.needsDecoding(bytes, encoding)
    }
    switch needsDecoding {
    case .plain: break
    case .forbidden: return .forbiddenValue
    case .invalid: return .invalidEncoding
    case .windows1252: return parseDecoded(record)
    }
    do throws(CSVError) {
      try reader.parse(record, into: &row)
      return nil
    } catch {
      return ProblemCode(error)
    }
  }

  private mutating func parseDecoded(_ record: CSVRecord) -> ProblemCode? {
    var text: [UInt8] = []
    let isDecoded = reader.withBytes(of: record) { Windows1252.append($0, to: &text) }
    guard isDecoded else { return .invalidEncoding }
    do throws(CSVError) {
      try decodedParser.parse(text.span, into: &row)
      return nil
    } catch {
      return ProblemCode(error)
    }
  }

  // MARK: What kind of row

  private mutating func isFooter(_ record: CSVRecord) -> Bool {
    guard !footer.isEmpty else { return false }
    let match = reader.withBytes(of: record) { footer.match($0) }
    if let count = match.count { account.statedTotal = count }
    return match.matches
  }

  // MARK: Rows that are not accepted

  /// Remembers the first row that is a header of other columns, or of the same in another order: what follows it was
  /// read in the wrong columns, as happens where exports were pasted together.
  private mutating func noteOtherHeader(at record: CSVRecord) {
    if otherHeaderLine == nil, shape.bound.looksLikeHeader(row) {
      otherHeaderLine = record.firstLine
    }
  }

  /// A record whose cells can't be trusted is kept as received only where it can name nobody who must not be kept; one
  /// that was read to its end has its reasons already.
  private mutating func quarantineBroken(
    _ record: CSVRecord, _ place: (offset: Int, byteCount: Int), _ problem: ProblemCode?,
    _ verdict: RowReader.BrokenVerdict
  ) {
    if verdict == .suppressed { return account.skip(.suppressed) }
    if let problem {
      rows.reasons = [Rejection.Reason(code: problem, column: nil, maskedValue: .none)]
      rows.withholdsRaw = false
    }
    if verdict == .withheld { rows.withholdsRaw = true }
    quarantine(record, place)
  }

  private mutating func quarantine(_ record: CSVRecord, _ place: (offset: Int, byteCount: Int)) {
    account.quarantined += 1
    endedRagged = rows.reasons.contains {
      $0.code == .missingCell || $0.code == .unclosedQuote || $0.code == .invalidEncoding
    }
    let start = rows.batch.rejectedText.count
    appendRaw(record)
    let raw = TextRange(
      start: UInt32(start), count: UInt32(rows.batch.rejectedText.count - start))
    for reason in rows.reasons {
      tally.note(
        reason.code, column: reason.column, isRejection: true, line: record.firstLine)
    }
    rows.batch.rejections.append(
      Rejection(
        line: UInt32(record.firstLine), lineCount: UInt32(record.lineCount), offset: place.offset,
        byteCount: place.byteCount, raw: raw, reasons: rows.reasons))
  }

  /// The record as it was received; one too long to be kept, or with a protected address in it, is in the file at
  /// its offset alone.
  private mutating func appendRaw(_ record: CSVRecord) {
    if rows.withholdsRaw { return }
    var bytes: [UInt8] = []
    reader.withBytesAndLineEnd(of: record) { text in
      for index in 0..<text.count { bytes.append(text[index]) }
    }
    if let transcoder {
      UTF16Transcoder.appendBack(
        bytes[...], isLittleEndian: transcoder.isLittleEndian, to: &rows.batch.rejectedText)
    } else {
      rows.batch.rejectedText.append(contentsOf: bytes)
    }
  }

  /// Counts the values that were left out of an accepted row.
  private mutating func noteBlanked(line: Int) {
    for blanked in rows.blanked {
      tally.note(blanked.code, column: blanked.column, isRejection: false, line: line)
    }
  }
}

extension ProblemCode {
  init(_ error: CSVError) {
    switch error.code {
    case .unclosedQuote: self = .unclosedQuote
    case .recordTooLong, .fieldTooLong, .tooManyFields: self = .recordTooLong
    default: self = .strayQuote
    }
  }
}
