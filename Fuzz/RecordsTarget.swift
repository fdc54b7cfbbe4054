import CSVFiles

/// Splits and parses the bytes as a file: no byte may be lost, and the records are the same however
/// the file comes in.
func tryRecords(_ bytes: [UInt8]) {
  var choices = Choices(bytes)
  let delimiters = [0x2C, 0x3B, 0x09, 0x7C] as [UInt8]
  let dialect = CSVDialect(
    delimiter: delimiters[choices.number(below: delimiters.count)],
    quoting: choices.number(below: 2) == 0 ? .strict : .tolerant)
  var limits = CSVLimits()
  if choices.number(below: 4) == 0 {
    (limits.recordBytes, limits.fieldBytes, limits.fields, limits.recordLines) = (64, 16, 8, 4)
  }
  let chunk = choices.number(below: 64) + 1
  let text = Array(choices.rest)

  let inOne = records(of: text, dialect, limits, chunk: max(text.count, 1))
  let inParts = records(of: text, dialect, limits, chunk: chunk)
  precondition(inOne == inParts, "the cut into chunks shows")

  var end = 0
  for record in inOne.map(\.record) {
    precondition(record.offset == end, "records have to follow each other without a gap")
    end += record.byteCount + record.lineEndByteCount
  }
  precondition(end == text.count, "bytes were lost")
}

private struct ReadRecord: Equatable {
  var record: CSVRecord
  var fields: [[UInt8]]
  var error: CSVError?
}

private func records(
  of text: [UInt8], _ dialect: CSVDialect, _ limits: CSVLimits, chunk: Int
) -> [ReadRecord] {
  var reader = CSVReader(dialect: dialect, limits: limits)
  var row = CSVRow()
  var read: [ReadRecord] = []

  func takeAll() {
    while let record = reader.next() {
      do throws(CSVError) {
        try reader.parse(record, into: &row)
        let fields = (0..<row.fieldCount).map { Array(row.bytes[row.fieldRange($0)]) }
        read.append(ReadRecord(record: record, fields: fields))
      } catch {
        read.append(ReadRecord(record: record, fields: [], error: error))
      }
    }
  }

  for start in stride(from: 0, to: text.count, by: chunk) {
    reader.feed(text.span.extracting(start..<min(start + chunk, text.count)))
    takeAll()
  }
  reader.finish()
  takeAll()
  return read
}
