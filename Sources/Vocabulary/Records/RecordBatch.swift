/// Where a piece of text lies in a batch's bytes.
public struct TextRange: Hashable, Sendable, BitwiseCopyable {
  /// The first byte.
  public var start: UInt32
  /// How many bytes.
  public var count: UInt32

  /// Names a place.
  @inlinable public init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  /// Nothing was said.
  @inlinable public static var none: TextRange { TextRange(start: 0, count: 0) }

  /// Whether nothing was said.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// The place as a range of indices.
  @inlinable public var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// What some thousands of rows came to, in the order of the rows: what intake hands to the store.
///
/// All text lies in one run of bytes, so that a batch is a handful of allocations whatever it holds.
public struct RecordBatch: Sendable {
  /// The bytes that all text ranges point into.
  public var text: [UInt8] = []
  /// The places seen for the first time in a while.
  public var places: [PlaceEntry] = []
  /// The people, one for each slot and row that names one.
  public var people: [PersonEntry] = []
  /// The facts.
  public var facts: [FactEntry] = []
  /// The relations.
  public var relations: [RelationEntry] = []

  /// A batch with nothing in it.
  public init() {}

  /// A piece of the batch's text.
  public func string(_ range: TextRange) -> String {
    String(decoding: text[range.indices], as: UTF8.self)
  }
}
