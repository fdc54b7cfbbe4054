import Testing

@testable import CSVFiles

/// Records that are taken along in blocks are those of the file, byte for byte.
@Suite struct BlockTests {
  @Test(arguments: [true, false])
  func everyShortTextIsTheSameInBlocks(strict: Bool) {
    var limits = CSVLimits()
    limits.recordBytes = 4
    let dialect = CSVDialect(quoting: strict ? .strict : .tolerant)
    forEveryText(upTo: 5, of: Array("a,\"\n\r".utf8)) { text in
      for chunk in [1, 2, 5] {
        for most in [1, 2, 3] {
          var splitter = CSVRecordSplitter(dialect: dialect, limits: limits)
          var members = 0
          var parser = CSVParser(dialect: dialect, limits: limits)
          var reader = CSVReader(dialect: dialect, limits: limits)
          reader.feed(text.span)
          reader.finish()
          for block in blocks(of: text, chunk: chunk, most: most, &splitter) {
            members += block.members.count
            for member in block.members {
              expectSame(member, of: block, &parser, as: reader.next(), of: &reader, text)
            }
          }
          if reader.next() != nil { Issue.record("\(shown(text)): lost after \(members)") }
        }
      }
    }
  }

  @Test func aBlockIsEmptiedForTheNextRecords() {
    var splitter = CSVRecordSplitter()
    splitter.feed(Array("a\nb,c\n".utf8).span)
    splitter.finish()
    var block = CSVBlock()
    splitter.fill(&block, upTo: 1)
    #expect(block.members.map(\.record.byteCount) == [1])
    block.removeAll()
    splitter.fill(&block, upTo: 5)
    #expect(block.members.map(\.record.offset) == [2])
    #expect(block.withBytesAndLineEnd(of: block.members[0]) { $0.count } == 4)
  }

  // MARK: Help

  private func blocks(
    of text: [UInt8], chunk: Int, most: Int, _ splitter: inout CSVRecordSplitter
  ) -> [CSVBlock] {
    var blocks: [CSVBlock] = []
    var block = CSVBlock()
    func take(_ splitter: inout CSVRecordSplitter) {
      while true {
        splitter.fill(&block, upTo: most)
        guard block.members.count == most else { return }
        blocks.append(block)
        block.removeAll()
      }
    }
    for start in stride(from: 0, to: text.count, by: chunk) {
      splitter.feed(text.span.extracting(start..<min(start + chunk, text.count)))
      take(&splitter)
    }
    splitter.finish()
    take(&splitter)
    return blocks + (block.members.isEmpty ? [] : [block])
  }

  private func expectSame(
    _ member: CSVBlock.Member, of block: CSVBlock, _ parser: inout CSVParser,
    as record: CSVRecord?, of reader: inout CSVReader, _ text: [UInt8]
  ) {
    guard let record, member.record == record else {
      Issue.record("\(shown(text)): \(member.record), not \(String(describing: record))")
      return
    }
    let isKept = record.state != .tooLong
    let end = record.offset + record.byteCount
    let alone = isKept ? Array(text[record.offset..<end]) : []
    let withLineEnd = isKept ? alone + text[end..<end + record.lineEndByteCount] : []
    if block.withBytes(of: member, { bytes($0) }) != alone
      || block.withBytesAndLineEnd(of: member, { bytes($0) }) != withLineEnd
    {
      Issue.record("\(shown(text)): other bytes")
    }
    var (row, expected) = (CSVRow(), CSVRow())
    let outcome = result { () throws(CSVError) in try block.parse(member, with: &parser, into: &row)
    }
    let wanted = result { () throws(CSVError) in try reader.parse(record, into: &expected) }
    if outcome != wanted { Issue.record("\(shown(text)): \(outcome), not \(wanted)") }
    guard outcome == "parsed" else { return }
    let fields = (0..<row.fieldCount).map { row.text($0) }
    if fields != (0..<expected.fieldCount).map({ expected.text($0) }) {
      Issue.record("\(shown(text)): other fields")
    }
  }

  private func bytes(_ span: Span<UInt8>) -> [UInt8] { (0..<span.count).map { span[$0] } }

  private func result(_ body: () throws(CSVError) -> Void) -> String {
    do throws(CSVError) {
      try body()
      return "parsed"
    } catch {
      return error.description
    }
  }
}
