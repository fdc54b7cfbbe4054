import Testing

@testable import CSVFiles

/// Splitting a file into records and parsing each gives what libcsv makes of the whole file.
@Suite struct ReaderEqualityTests {
  static let alphabet = Array("a,\"\n\r ".utf8)
  #if DEBUG
    static let length = 6
  #else
    static let length = 7
  #endif

  @Test(arguments: [true, false])
  func everyShortTextIsReadAsLibcsvReadsIt(strict: Bool) {
    forEveryText(upTo: Self.length, of: Self.alphabet) { text in
      let expected = WholeTextOracle.records(of: text, strict: strict)
      let seen = read(text, strict: strict, chunk: max(text.count, 1))
      if seen != expected { Issue.record("\(shown(text)): \(seen), not \(expected)") }
    }
  }

  /// Longer texts of quotes and line ends alone, where the states are.
  @Test(arguments: [true, false])
  func everyTextOfQuotesAndLineEndsIsReadAsLibcsvReadsIt(strict: Bool) {
    forEveryText(upTo: 8, of: Array("a\"\n".utf8)) { text in
      let expected = WholeTextOracle.records(of: text, strict: strict)
      let seen = read(text, strict: strict, chunk: max(text.count, 1))
      if seen != expected { Issue.record("\(shown(text)): \(seen), not \(expected)") }
    }
  }

  @Test(arguments: [true, false])
  func chunksMakeNoDifference(strict: Bool) {
    forEveryText(upTo: 5, of: Self.alphabet) { text in
      let whole = split(text, strict: strict, chunk: max(text.count, 1))
      for chunk in 1..<max(text.count, 1) {
        let seen = split(text, strict: strict, chunk: chunk)
        if seen != whole { Issue.record("\(shown(text)) by \(chunk): \(seen), not \(whole)") }
      }
    }
  }

  /// With limits so small that they are met, chunks make no difference either.
  @Test(arguments: [true, false])
  func chunksMakeNoDifferenceAtTheLimits(strict: Bool) {
    var limits = CSVLimits()
    limits.recordBytes = 3
    limits.recordLines = 2
    forEveryText(upTo: 6, of: Array("a,\"\n\r".utf8)) { text in
      let whole = split(text, strict: strict, chunk: max(text.count, 1), limits: limits)
      for chunk in [1, 2, 4] {
        let seen = split(text, strict: strict, chunk: chunk, limits: limits)
        if seen != whole { Issue.record("\(shown(text)) by \(chunk): \(seen), not \(whole)") }
      }
    }
  }

  // MARK: Help

  private func read(_ text: [UInt8], strict: Bool, chunk: Int) -> [SeenRecord] {
    var reader = CSVReader(dialect: CSVDialect(quoting: strict ? .strict : .tolerant))
    var row = CSVRow()
    var records: [SeenRecord] = []
    reader.feed(text.span)
    reader.finish()
    while let record = reader.next() {
      do throws(CSVError) {
        try reader.parse(record, into: &row)
        guard row.fieldCount > 0 else { continue }
        records.append(.fields((0..<row.fieldCount).map { Array(row.bytes[row.fieldRange($0)]) }))
      } catch {
        records.append(error.code == .unclosedQuote ? .unclosedQuote : .unescapedQuote)
      }
    }
    return records
  }

  /// Splits chunk by chunk, and checks that records follow one another without a gap or a lost
  /// line.
  private func split(
    _ text: [UInt8], strict: Bool, chunk: Int, limits: CSVLimits = CSVLimits()
  ) -> [CSVRecord] {
    var splitter = CSVRecordSplitter(
      dialect: CSVDialect(quoting: strict ? .strict : .tolerant), limits: limits)
    var records: [CSVRecord] = []
    var start = 0
    while start < text.count {
      let end = min(start + chunk, text.count)
      splitter.feed(text.span.extracting(start..<end))
      while let record = splitter.next() { records.append(record) }
      start = end
    }
    splitter.finish()
    while let record = splitter.next() { records.append(record) }
    checkNothingIsLost(records, of: text)
    return records
  }

  private func checkNothingIsLost(_ records: [CSVRecord], of text: [UInt8]) {
    var offset = 0
    var line = 1
    for record in records {
      if record.offset != offset || record.firstLine != line {
        Issue.record("\(shown(text)): a gap before byte \(record.offset)")
      }
      offset = record.offset + record.byteCount + record.lineEndByteCount
      line += record.lineCount
    }
    if offset != text.count { Issue.record("\(shown(text)): the end is lost") }
  }
}
