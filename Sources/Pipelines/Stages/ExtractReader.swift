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
    var source = try ExtractSource(path)
    var reading = ExtractReading(of: shape, context: context)
    var buffer = [UInt8](repeating: 0, count: ExtractSource.chunkBytes)
    while case let count = try source.read(into: &buffer), count > 0 {
      reading.feed(buffer.span.extracting(0..<count))
      while let batch = reading.nextBatch() {
        if let stored = try await handOn(batch) { reading.reuse(stored) }
      }
    }
    // The run's name and manifest say which bytes went into it, so it has to be these.
    guard try source.digest(of: path) == digest else {
      throw RunProblem.changedWhileRead(path.lastComponent)
    }
    reading.finish()
    while let batch = reading.nextBatch() { _ = try await handOn(batch) }
    return ExtractResult(
      account: reading.account, tally: reading.tally, profiles: reading.profiles,
      problems: reading.fileProblems, balances: reading.balances)
  }
}
