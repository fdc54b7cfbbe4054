import Intake

/// Reads an extract's blocks several at a time, and gives what they came to in their order.
///
/// Which reader a block is for its number alone says, since a reader knows what it has read before: so what is stored does
/// not depend on how many work at a time, or on which of them is done first.
struct BlockReaders {
  /// How many readers a file has: with more, storing would take longer than reading.
  private static let most = 4

  private let shape: ExtractShape
  private let context: IntakeContext
  /// How many blocks are read at a time.
  private let width: Int
  /// As many as there were blocks, up to the most.
  private var readers: [BlockReading] = []
  /// The blocks under way, the oldest first.
  private var underWay: [(block: RecordBlock, batch: Task<IntakeBatch, Never>)] = []

  /// Prepares to read an extract of this shape, so many blocks at a time.
  init(of shape: ExtractShape, context: IntakeContext, width: Int) {
    self.shape = shape
    self.context = context
    self.width = min(width, Self.most)
  }

  /// Whether the oldest block has to be taken before another can begin.
  var isFull: Bool { underWay.count == width }

  /// Begins to read a block; they come in their order.
  mutating func begin(_ block: RecordBlock) {
    precondition(!isFull, "more blocks than are read at a time")
    if readers.count < Self.most, readers.count == block.number {
      readers.append(BlockReading(of: shape, context: context))
    }
    // Its reader is free: there are no more blocks under way than readers, and the oldest is taken first.
    let reader = readers[block.number % Self.most]
    underWay.append((block, Task { await reader.read(block) }))
  }

  /// The oldest block under way, once it is read, and what it came to; nil when there is none.
  mutating func next() async -> (block: RecordBlock, batch: IntakeBatch)? {
    guard !underWay.isEmpty else { return nil }
    let oldest = underWay.removeFirst()
    return (oldest.block, await oldest.batch.value)
  }

  /// Gives a batch that has been stored to the reader of a block that was taken, which is free.
  func reuse(_ batch: consuming IntakeBatch, forReaderOf block: Int) async {
    await readers[block % Self.most].reuse(batch)
  }

  /// What the columns hold, reader by reader.
  var profiles: [[ColumnProfile]] {
    get async {
      var profiles: [[ColumnProfile]] = []
      for reader in readers { profiles.append(await reader.profiles) }
      return profiles
    }
  }
}

/// One of the readers of a file.
private actor BlockReading {
  private var reader: BlockReader
  /// A batch that nobody needs any more, whose memory the next one takes.
  private var spare: IntakeBatch?

  init(of shape: ExtractShape, context: IntakeContext) {
    reader = BlockReader(of: shape, context: context)
  }

  /// What the columns hold in the blocks read so far.
  var profiles: [ColumnProfile] { reader.profiles }

  func read(_ block: RecordBlock) -> IntakeBatch { reader.read(block, reusing: spare.take()) }

  func reuse(_ batch: consuming IntakeBatch) {
    batch.removeAll()
    spare = batch
  }
}
