import CSVFiles
import Vocabulary

/// Reads blocks of an extract's records into batches.
///
/// Every record and every byte goes into the account; what can't be used is kept as received, with the reason. A reader
/// knows what it has read before, so it is quicker with the next block; what it says of a block is the same all the same,
/// but for places: one that it put into a batch of late it does not put there again.
public struct BlockReader: ~Copyable {
  let shape: ExtractShape
  private var parser: CSVParser
  private var row = CSVRow()
  private var rows: RowReader
  /// The block that is being read.
  private var block = RecordBlock()
  /// Where the next record lies in the file as received.
  private var offset = 0
  private var account = BlockAccount()
  private let footer: FooterMatcher

  /// Prepares to read blocks of an extract of this shape.
  public init(of shape: ExtractShape, context: IntakeContext) {
    self.shape = shape
    parser = CSVParser(dialect: shape.bound.contract.dialect.csv(delimiter: shape.delimiter))
    rows = RowReader(bound: shape.bound, context: context)
    footer = FooterMatcher(shape.bound.contract.footer, delimiter: shape.delimiter)
  }

  /// What the columns hold in all the blocks read so far.
  public var profiles: [ColumnProfile] { rows.profiles }

  /// Reads a block; the batch of it may take the memory of one that is not needed any more.
  public mutating func read(
    _ block: RecordBlock, reusing spare: consuming IntakeBatch? = nil
  ) -> IntakeBatch {
    self.block = block
    offset = block.offset
    var batch = spare.take() ?? IntakeBatch(asLargeAs: rows.batch)
    for (place, member) in block.csv.members.enumerated() {
      take(member, number: block.firstRecord + place)
    }
    self.block = RecordBlock()
    // The next is likely to come to as much, and would be moved again and again as it grows.
    rows.exchange(&batch)
    swap(&account, &batch.account)
    return batch
  }

  // MARK: Records

  private mutating func take(_ member: CSVBlock.Member, number: Int) {
    let record = member.record
    let place = locate(member)
    account.records.read += 1
    account.records.bytes += record.byteCount + record.lineEndByteCount
    account.records.endsWithLineEnd = record.lineEndByteCount > 0
    account.endsRagged = false
    if number <= shape.headerRecord {
      return skip(number == shape.headerRecord ? .header : .preamble)
    }
    if let problem = parse(member) {
      // A line that is no row may still be a footer with a quotation mark in it.
      if isFooter(member) { return skip(.footer) }
      let pieces = block.csv.withBytes(of: member) { BrokenRecord.pieces(of: $0, shape.delimiter) }
      return quarantineBroken(member, place, problem, rows.verdict(onPieces: pieces))
    }
    if row.isBlank() { return skip(.blank) }
    if shape.bound.isHeader(row) { return skip(.repeatedHeader) }
    if isFooter(member) { return skip(.footer) }
    if let problem = shape.bound.widthProblem(of: row) {
      noteOtherHeader(at: record)
      return quarantineBroken(member, place, problem, rows.verdict(onBroken: row))
    }
    let outcome = rows.read(row, line: record.firstLine)
    noteOwnValues(line: outcome == .accepted ? record.firstLine : nil)
    switch outcome {
    case .accepted:
      account.records.accepted += 1
      noteBlanked(line: record.firstLine)
    case .suppressed: skip(.suppressed)
    case .rejected:
      noteOtherHeader(at: record)
      // A delimiter too many shifts the cells also where an empty last one makes room for it.
      if row.fieldCount > shape.bound.headerWidth {
        return quarantineBroken(member, place, nil, rows.verdict(onBroken: row))
      }
      quarantine(member, place)
    }
  }

  private mutating func skip(_ reason: ExtractAccount.Skipped) { account.records.skip(reason) }

  /// Where the record lies in the file as received; in UTF-16 that is not where it lies in the text that was split.
  private mutating func locate(_ member: CSVBlock.Member) -> Range<Int> {
    let record = member.record
    let start = offset
    offset +=
      shape.encoding.isLittleEndian == nil
      ? record.byteCount + record.lineEndByteCount : block.utf16ByteCount(of: member)
    return start..<offset
  }

  /// Parses a record into the row, decoding it first where that is needed.
  private mutating func parse(_ member: CSVBlock.Member) -> ProblemCode? {
    guard member.record.state == .whole else {
      return member.record.state == .tooLong ? .recordTooLong : .unclosedQuote
    }
    let encoding = shape.encoding
    let needsDecoding = block.csv.withBytes(of: member) { bytes in
      RecordText.needsDecoding(bytes, encoding)
    }
    switch needsDecoding {
    case .plain: break
    case .forbidden: return .forbiddenValue
    case .invalid: return .invalidEncoding
    case .windows1252: return parseDecoded(member)
    }
    do throws(CSVError) {
      try block.csv.parse(member, with: &parser, into: &row)
      return nil
    } catch {
      return ProblemCode(error)
    }
  }

  private mutating func parseDecoded(_ member: CSVBlock.Member) -> ProblemCode? {
    var text: [UInt8] = []
    let isDecoded = block.csv.withBytes(of: member) { Windows1252.append($0, to: &text) }
    guard isDecoded else { return .invalidEncoding }
    do throws(CSVError) {
      try parser.parse(text.span, into: &row)
      return nil
    } catch {
      return ProblemCode(error)
    }
  }

  // MARK: What kind of row

  private mutating func isFooter(_ member: CSVBlock.Member) -> Bool {
    guard !footer.isEmpty else { return false }
    let match = block.csv.withBytes(of: member) { footer.match($0) }
    if let count = match.count { account.records.statedTotal = count }
    return match.matches
  }

  // MARK: Rows that are not accepted

  /// Remembers the first row that is a header of other columns, or of the same in another order: what follows it was
  /// read in the wrong columns, as happens where exports were pasted together.
  private mutating func noteOtherHeader(at record: CSVRecord) {
    if account.otherHeaderLine == nil, shape.bound.looksLikeHeader(row) {
      account.otherHeaderLine = record.firstLine
    }
  }

  /// A record whose cells can't be trusted is kept as received only where it can name nobody who must not be kept; one
  /// that was read to its end has its reasons already.
  private mutating func quarantineBroken(
    _ member: CSVBlock.Member, _ place: Range<Int>, _ problem: ProblemCode?,
    _ verdict: RowReader.BrokenVerdict
  ) {
    if verdict == .suppressed { return skip(.suppressed) }
    if let problem {
      rows.reasons = [Rejection.Reason(code: problem, column: nil, maskedValue: .none)]
      rows.withholdsRaw = false
    }
    if verdict == .withheld { rows.withholdsRaw = true }
    quarantine(member, place)
  }

  private mutating func quarantine(_ member: CSVBlock.Member, _ place: Range<Int>) {
    let record = member.record
    account.records.quarantined += 1
    account.endsRagged = rows.reasons.contains {
      $0.code == .missingCell || $0.code == .unclosedQuote || $0.code == .invalidEncoding
    }
    let start = rows.batch.rejectedText.count
    appendRaw(member)
    let raw = TextRange(
      start: UInt32(start), count: UInt32(rows.batch.rejectedText.count - start))
    for reason in rows.reasons {
      account.tally.note(
        reason.code, column: reason.column, isRejection: true, line: record.firstLine)
    }
    rows.batch.rejections.append(
      Rejection(
        line: UInt32(record.firstLine), lineCount: UInt32(record.lineCount),
        offset: place.lowerBound, byteCount: place.count, raw: raw, reasons: rows.reasons))
  }

  /// The record as it was received; one too long to be kept, or with a protected address in it, is in the file at
  /// its offset alone.
  private mutating func appendRaw(_ member: CSVBlock.Member) {
    if rows.withholdsRaw { return }
    var bytes: [UInt8] = []
    block.csv.withBytesAndLineEnd(of: member) { text in
      for index in 0..<text.count { bytes.append(text[index]) }
    }
    if let isLittleEndian = shape.encoding.isLittleEndian {
      UTF16Transcoder.appendBack(
        bytes[...], isLittleEndian: isLittleEndian, to: &rows.batch.rejectedText)
    } else {
      rows.batch.rejectedText.append(contentsOf: bytes)
    }
  }

  /// Counts the values that were left out of an accepted row.
  private mutating func noteBlanked(line: Int) {
    for blanked in rows.blanked {
      account.tally.note(blanked.code, column: blanked.column, isRejection: false, line: line)
    }
  }

  private mutating func noteOwnValues(line: Int?) {
    for value in rows.ownValues {
      account.ownValues.append(
        BlockAccount.OwnValue(column: value.column, hash: value.hash, line: line))
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
