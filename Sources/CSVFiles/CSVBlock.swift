/// Some records of a file that follow each other, with their bytes, to be parsed away from the file.
public struct CSVBlock: Sendable {
  /// A record, and where its bytes begin among the block's.
  public struct Member: Sendable {
    /// The record, its place counted in the file.
    public let record: CSVRecord
    fileprivate let start: Int
  }

  /// The records in the order of the file.
  public private(set) var members: [Member] = []
  private var bytes: [UInt8] = []

  /// Makes a block without records.
  public init() {}

  /// Lends the bytes of a record, without its line end; of one that was too long there are none.
  public func withBytes<Result, Failure: Error>(
    of member: Member, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span.extracting(place(of: member)))
  }

  /// Lends the bytes of a record with its line end, as received.
  public func withBytesAndLineEnd<Result, Failure: Error>(
    of member: Member, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let place = place(of: member)
    guard member.record.state != .tooLong else { return try body(bytes.span.extracting(place)) }
    let end = place.upperBound + member.record.lineEndByteCount
    return try body(bytes.span.extracting(place.lowerBound..<end))
  }

  /// Parses a record where its bytes lie.
  public func parse(
    _ member: Member, with parser: inout CSVParser, into row: inout CSVRow
  ) throws(CSVError) {
    try member.record.requireWhole()
    try parser.parse(bytes.span.extracting(place(of: member)), into: &row)
  }

  /// Takes all records out, and keeps the room.
  public mutating func removeAll() {
    members.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func append(_ record: CSVRecord, _ text: Span<UInt8>) {
    members.append(Member(record: record, start: bytes.count))
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private func place(of member: Member) -> Range<Int> {
    let count = member.record.state == .tooLong ? 0 : member.record.byteCount
    return member.start..<member.start + count
  }
}
