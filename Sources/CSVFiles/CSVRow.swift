/// The fields of one record, in one run of bytes; made once and filled again for each record.
public struct CSVRow: Sendable {
  /// The fields' bytes in their order, perhaps with others between them; those after the last field are left over.
  public internal(set) var bytes: [UInt8] = []
  /// Where each field begins and ends in `bytes`; those after the last field are left over.
  @usableFromInline var starts: [UInt32] = []
  @usableFromInline var ends: [UInt32] = []
  /// How many fields the record has; a blank line has none.
  public internal(set) var fieldCount = 0

  /// Makes a row without fields.
  public init() {}

  /// Where a field lies in `bytes`.
  @inlinable
  public func fieldRange(_ index: Int) -> Range<Int> {
    precondition(index < fieldCount, "the row has no such field")
    return Int(starts[index])..<Int(ends[index])
  }

  /// Lends a field's bytes to a closure.
  @inlinable
  public func withField<Result, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span.extracting(fieldRange(index)))
  }

  /// Whether a field has no bytes.
  @inlinable
  public func isEmpty(_ index: Int) -> Bool {
    fieldRange(index).isEmpty
  }

  /// A field as text; bytes that are not UTF-8 become replacement characters.
  public func text(_ index: Int) -> String {
    String(decoding: bytes[fieldRange(index)], as: UTF8.self)
  }

  /// All fields as text.
  public var texts: [String] { (0..<fieldCount).map(text) }

  /// Makes room for the fields of a record: they never have more bytes than the record has.
  mutating func makeRoom(bytes byteCount: Int, fields: Int) {
    if bytes.count < byteCount {
      bytes = Array(repeating: 0, count: max(byteCount, 2 * bytes.count, 256))
    }
    makeRoom(fields: fields)
  }

  /// Makes room for where the fields of a record lie.
  mutating func makeRoom(fields: Int) {
    guard ends.count < fields else { return }
    ends = Array(repeating: 0, count: max(fields, 2 * ends.count, 32))
    starts = ends
  }

  /// Takes over a record's bytes as they are.
  mutating func take(_ record: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    unsafe record.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Says that so many fields lie one after another.
  mutating func joinFields(_ count: Int) {
    fieldCount = count
    for index in 0..<count { starts[index] = index == 0 ? 0 : ends[index - 1] }
  }
}
