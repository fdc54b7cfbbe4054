import CSVFiles

/// Some thousands of an extract's records, to be read away from the file and from the other blocks.
public struct RecordBlock: Sendable {
  /// The number of the block in its extract, counted from 0.
  public internal(set) var number = 0
  /// The number of its first record.
  var firstRecord = 0
  /// Where its first record lies in the file as received.
  var offset = 0
  /// The records.
  var csv = CSVBlock()

  /// How many bytes a record of a file in UTF-16 has there, line end and all.
  ///
  /// The bytes of a record too long to be kept are gone; they are then taken for ASCII.
  func utf16ByteCount(of member: CSVBlock.Member) -> Int {
    let record = member.record
    let text =
      record.state == .tooLong
      ? 2 * record.byteCount : csv.withBytes(of: member) { UTF16Transcoder.byteCount(of: $0) }
    return text + 2 * record.lineEndByteCount
  }
}
