import Disk
import TestSupport
import Testing
import Vocabulary

@testable import Intake
@testable import Pipelines

/// A file is read in blocks, several at a time, and handed on in its order.
@Suite struct ExtractReaderTests {
  @Test(arguments: [1, 2, 3, 4, 8])
  func `batches come in the order of the file, however many are read at a time`(
    _ threads: Int
  ) async throws {
    try await withTiny { tiny in
      let reader = try await tenancies(tiny, rows: 20_000, threads: threads)
      var lines: [UInt32] = []
      var bytes: [Int] = []
      let result = try await reader.read { batch in
        lines += batch.records.facts.map(\.line)
        bytes.append(batch.bytesRead)
        return batch
      }
      #expect(lines == Array(2...20_001))
      #expect(bytes == bytes.sorted() && bytes.count == 10)
      #expect(bytes.last == result.account.bytes)
      #expect(result.balances && result.account.accepted == 20_000)
    }
  }

  @Test(arguments: [1, 4])
  func `who wants no more ends the reading`(_ threads: Int) async throws {
    struct Enough: Error {}
    try await withTiny { tiny in
      let reader = try await tenancies(tiny, rows: 20_000, threads: threads)
      var taken = 0
      await #expect(throws: Enough.self) {
        _ = try await reader.read { batch in
          taken += 1
          if taken == 3 { throw Enough() }
          return batch
        }
      }
      #expect(taken == 3)
    }
  }

  @Test func `as many blocks are under way as are read at a time`() async throws {
    try await withTiny { tiny in
      let reader = try await tenancies(tiny, rows: 0, threads: 1)
      var readers = BlockReaders(of: reader.shape, context: reader.context, width: 3)
      var blocks = ExtractBlocks(of: reader.shape)
      blocks.feed(Array(Self.text(rows: 12_000).utf8).span)
      blocks.finish()
      var (begun, taken): ([Int], [Int]) = ([], [])
      while true {
        while !readers.isFull, let block = blocks.next() {
          begun.append(block.number)
          readers.begin(block)
        }
        guard let (block, _) = await readers.next() else { break }
        #expect(begun.count - taken.count <= 3)
        taken.append(block.number)
      }
      #expect(begun == Array(0..<6) && taken == begun)
    }
  }

  @Test func `to begin more blocks than are read at a time is a mistake of ours`() async {
    await #expect(processExitsWith: .failure) {
      try await withTiny { tiny in
        let reader = try await tenancies(tiny, rows: 0, threads: 1)
        var readers = BlockReaders(of: reader.shape, context: reader.context, width: 1)
        readers.begin(RecordBlock())
        readers.begin(RecordBlock())
      }
    }
  }

  fileprivate static func text(rows: Int) -> String {
    TinyTexts.tenanciesHeader
      + (0..<rows).map { "T\($0);\($0 % 50) Mill Lane;SO14 3AA;Mr Bob Baker;;2011-05-09;\n" }
      .joined()
  }
}

/// A reader of the tiny pipeline's tenancies, made so many.
private func tenancies(
  _ tiny: TinyPipeline, rows: Int, threads: Int
) async throws -> ExtractReader {
  try tiny.deliver("tenancies_2013-06.csv", ExtractReaderTests.text(rows: rows))
  let extract = try #require(
    try await tiny.plan().extracts.first { $0.fileName == "tenancies_2013-06.csv" })
  let context = try tiny.load().definition.intakeContext(asOf: day(TinyTexts.asOf))
  return ExtractReader(
    path: tiny.extracts.joining(extract.fileName), digest: extract.digest,
    shape: try #require(extract.survey.shape), context: context, threads: threads)
}
