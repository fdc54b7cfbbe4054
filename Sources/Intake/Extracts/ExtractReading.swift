/// Reads one extract, chunk by chunk, into batches, by one reader.
///
///     var reading = ExtractReading(of: shape, context: context)
///     while chunks come { reading.feed(chunk); while let batch = reading.nextBatch() { keep(batch) } }
///     reading.finish()
///     while let batch = reading.nextBatch() { keep(batch) }
///
/// A run reads the blocks of a file by several readers at a time. This is the plain way, for whoever wants no more.
public struct ExtractReading: ~Copyable {
  private var blocks: ExtractBlocks
  private var reader: BlockReader
  private var totals: ExtractTotals

  /// Prepares to read an extract of this shape.
  public init(of shape: ExtractShape, context: IntakeContext) {
    blocks = ExtractBlocks(of: shape)
    reader = BlockReader(of: shape, context: context)
    totals = ExtractTotals(of: shape)
  }

  /// Takes the next bytes of the file, as received.
  public mutating func feed(_ chunk: Span<UInt8>) { blocks.feed(chunk) }

  /// Says that no bytes follow.
  public mutating func finish() { blocks.finish() }

  /// The next full batch, or, when the file is finished, what is left; nil when more bytes are needed or all is given.
  public mutating func nextBatch() -> IntakeBatch? {
    guard let block = blocks.next() else { return nil }
    var batch = reader.read(block)
    totals.add(&batch)
    blocks.reuse(block)
    return batch
  }

  /// What all of it came to, once all batches are taken.
  public var result: ExtractResult {
    var totals = totals
    totals.add(reader.profiles)
    return totals.result(of: blocks)
  }
}
