import CCSV

/// One record as the oracle or the reader sees it.
enum SeenRecord: Equatable {
  case fields([[UInt8]])
  case unescapedQuote
  case unclosedQuote
}

/// What libcsv makes of a whole text, fed to it byte by byte without any splitting of ours.
///
/// Only the meant differences are added: after an error reading begins again, after the line of a
/// stray quote, or after the first line of a record whose quote is never closed.
final class WholeTextOracle {
  private var fields: [[UInt8]] = []
  private var records: [SeenRecord] = []
  private var rowEnded = false

  static func records(of text: [UInt8], strict: Bool) -> [SeenRecord] {
    let oracle = WholeTextOracle()
    var from = 0
    while let restart = oracle.read(text, from: from, strict: strict) { from = restart }
    return oracle.records
  }

  private func read(_ text: [UInt8], from start: Int, strict: Bool) -> Int? {
    var parser = unsafe csv_parser()
    _ = unsafe csv_init(&parser, strict ? UInt8(CSV_STRICT) : 0)
    defer { unsafe csv_free(&parser) }
    fields = []
    var recordStart = start
    for index in start..<text.count {
      rowEnded = false
      var byte = text[index]
      let read = unsafe csv_parse(
        &parser, &byte, 1, Self.field, Self.row, Unmanaged.passUnretained(self).toOpaque())
      if read == 0 {
        records.append(.unescapedQuote)
        return afterLine(of: index, in: text)
      }
      if rowEnded { recordStart = index + 1 }
    }
    _ = unsafe csv_set_opts(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    let finished = unsafe csv_fini(
      &parser, Self.field, Self.row, Unmanaged.passUnretained(self).toOpaque())
    guard finished != 0 else { return nil }
    records.append(.unclosedQuote)
    return afterLine(of: afterBlankLines(recordStart, in: text), in: text)
  }

  private static let field:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) ->
      Void = { bytes, count, context in
        guard let context = unsafe context else { return }
        let oracle = unsafe Unmanaged<WholeTextOracle>.fromOpaque(context).takeUnretainedValue()
        oracle.fields.append(
          unsafe Array(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)))
      }

  private static let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
    guard let context = unsafe context else { return }
    let oracle = unsafe Unmanaged<WholeTextOracle>.fromOpaque(context).takeUnretainedValue()
    oracle.records.append(.fields(oracle.fields))
    oracle.fields = []
    oracle.rowEnded = true
  }

  /// Skips lines of nothing but blanks, which libcsv does not report.
  private func afterBlankLines(_ start: Int, in text: [UInt8]) -> Int {
    var place = start
    for index in start..<text.count {
      switch text[index] {
      case 0x0A, 0x0D: place = index + 1
      case 0x20, 0x09: continue
      default: return place
      }
    }
    return place
  }

  private func afterLine(of place: Int, in text: [UInt8]) -> Int {
    var index = place
    while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
    if index + 1 < text.count, text[index] == 0x0D, text[index + 1] == 0x0A { index += 1 }
    return min(index + 1, text.count)
  }
}
