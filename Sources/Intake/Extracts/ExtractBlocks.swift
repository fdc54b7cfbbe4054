import CSVFiles

/// Cuts one extract, chunk by chunk, into blocks of records.
///
///     var blocks = ExtractBlocks(of: shape)
///     while chunks come { blocks.feed(chunk); while let block = blocks.next() { read(block) } }
///     blocks.finish()
///     while let block = blocks.next() { read(block) }
///
/// Each block but the last has the same number of records, however the file is cut into chunks.
public struct ExtractBlocks: ~Copyable {
  /// How many records make a block, and a batch.
  ///
  /// Few enough that a batch is not far from the processor when it is stored, and enough that the tasks do not wake each
  /// other all the time: at 512, that took a twelfth of the processor's time.
  private static let usual = 2_048

  private let records: Int
  private var splitter: CSVRecordSplitter
  private var transcoder: UTF16Transcoder?
  private var markBytesLeft: Int
  private var isFinished = false
  /// The block that is being filled.
  private var block = RecordBlock()
  /// A block that has been read, whose memory the next one takes.
  private var spare: RecordBlock?
  /// How many bytes of text, in UTF-8 where the file is UTF-16, were split into records.
  private(set) var textBytes = 0

  /// Prepares to cut an extract of this shape.
  public init(of shape: ExtractShape) {
    self.init(of: shape, records: Self.usual)
  }

  /// Prepares to cut an extract into blocks of so many records.
  init(of shape: ExtractShape, records: Int) {
    self.records = records
    splitter = CSVRecordSplitter(
      dialect: shape.bound.contract.dialect.csv(delimiter: shape.delimiter))
    transcoder = shape.encoding.isLittleEndian.map { UTF16Transcoder(isLittleEndian: $0) }
    markBytesLeft = shape.markBytes
    block.offset = shape.markBytes
  }

  /// Whether the text could not be decoded as what it was taken for.
  var hasEncodingError: Bool { transcoder?.hasError ?? false }

  /// Takes the next bytes of the file, as received.
  public mutating func feed(_ chunk: Span<UInt8>) {
    let skipped = min(markBytesLeft, chunk.count)
    markBytesLeft -= skipped
    let rest = chunk.extracting(skipped..<chunk.count)
    guard transcoder != nil else { return split(rest) }
    var text: [UInt8] = []
    transcoder?.append(rest, to: &text)
    split(text.span)
  }

  /// Says that no bytes follow.
  public mutating func finish() {
    var text: [UInt8] = []
    transcoder?.finish(appendingTo: &text)
    split(text.span)
    splitter.finish()
    isFinished = true
  }

  private mutating func split(_ text: Span<UInt8>) {
    textBytes += text.count
    splitter.feed(text)
  }

  /// The next full block, or, when the file is finished, what is left; nil when more bytes are needed or all is given.
  public mutating func next() -> RecordBlock? {
    splitter.fill(&block.csv, upTo: records)
    let count = block.csv.members.count
    guard count >= records || (isFinished && count > 0) else { return nil }
    var next = spare.take() ?? RecordBlock()
    next.number = block.number + 1
    next.firstRecord = block.firstRecord + count
    next.offset = block.offset + byteCountAsReceived()
    swap(&block, &next)
    return next
  }

  private func byteCountAsReceived() -> Int {
    guard transcoder == nil else {
      return block.csv.members.reduce(0) { $0 + block.utf16ByteCount(of: $1) }
    }
    return block.csv.members.reduce(0) { $0 + $1.record.byteCount + $1.record.lineEndByteCount }
  }

  /// Takes back a block that has been read: memory that was used is had again at once, while new memory comes slowly.
  public mutating func reuse(_ block: consuming RecordBlock) {
    block.csv.removeAll()
    spare = block
  }
}
