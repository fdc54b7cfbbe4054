import Disk
import Intake
import Sealing

/// Reads one extract from the disk and hands its batches on.
struct ExtractReader: Sendable {
  let path: Path
  /// The file's digest when the run was planned.
  let digest: Digest
  let shape: ExtractShape
  let context: IntakeContext
  /// How many of the file's blocks are read at a time.
  let threads: Int

  /// Reads the whole file into a channel.
  func run(into channel: BatchChannel) async {
    do {
      let result = try await read { try await channel.send($0) }
      await channel.finish(.success(result))
    } catch {
      await channel.finish(.failure(error))
    }
  }

  /// Reads the whole file, handing on each batch for one that has been stored.
  func read(_ handOn: (IntakeBatch) async throws -> IntakeBatch?) async throws -> ExtractResult {
    var source = try BlockSource(path, shape)
    var readers = BlockReaders(of: shape, context: context, width: threads)
    var totals = ExtractTotals(of: shape)
    while true {
      while !readers.isFull, let block = try source.next() { readers.begin(block) }
      guard let (block, read) = await readers.next() else { break }
      var batch = read
      totals.add(&batch)
      let number = block.number
      source.blocks.reuse(block)
      if let stored = try await handOn(batch) { await readers.reuse(stored, forReaderOf: number) }
    }
    // The run's name and manifest say which bytes went into it, so it has to be these.
    guard try source.file.digest(of: path) == digest else {
      throw RunProblem.changedWhileRead(path.lastComponent)
    }
    for profiles in await readers.profiles { totals.add(profiles) }
    return totals.result(of: source.blocks)
  }
}

/// The blocks of a file, read as they are asked for.
private struct BlockSource: ~Copyable {
  var file: ExtractSource
  var blocks: ExtractBlocks
  private var buffer = [UInt8](repeating: 0, count: ExtractSource.chunkBytes)
  private var isAtEnd = false

  init(_ path: Path, _ shape: ExtractShape) throws {
    file = try ExtractSource(path)
    blocks = ExtractBlocks(of: shape)
  }

  /// The next block, or nil at the end of the file.
  mutating func next() throws -> RecordBlock? {
    while true {
      if let block = blocks.next() { return block }
      if isAtEnd { return nil }
      let count = try file.read(into: &buffer)
      if count > 0 {
        Self.feed(buffer, upTo: count, to: &blocks)
      } else {
        blocks.finish()
        isAtEnd = true
      }
    }
  }

  /// Of its own, since what is lent of one part of a value would otherwise lock the other.
  private static func feed(_ bytes: [UInt8], upTo count: Int, to blocks: inout ExtractBlocks) {
    blocks.feed(bytes.span.extracting(0..<count))
  }
}
