/// Why a text is not a postcode.
public enum PostcodeProblem: Error, Sendable, Hashable {
  /// Nothing is there.
  case empty
  /// It is the first half alone, as in `PO1`.
  case outwardOnly
  /// No postcode is written so.
  case wrongShape
}

/// A postcode as in `PO1 2AL`, kept as its eight characters in one number.
///
/// It is tested against the grammar and not against a list: whether it is in use, a gazetteer knows.
public struct Postcode: Sendable, Hashable, Comparable {
  /// The postcode as one number, in the order of the texts: what it is stored and sorted by.
  public let packed: UInt64

  /// Reads a postcode, whatever the letter case, spaces and punctuation.
  public init(_ bytes: Span<UInt8>) throws(PostcodeProblem) {
    guard let text = CompactText(bytes, leavingOut: .punctuation) else { throw .wrongShape }
    if text.count == 0 { throw .empty }
    try self.init(text)
  }

  /// Reads a postcode, whatever the letter case, spaces and punctuation.
  public init(_ text: String) throws(PostcodeProblem) {
    try self.init(text.utf8.span)
  }

  init(_ text: CompactText) throws(PostcodeProblem) {
    guard let split = PostcodeGrammar.inwardStart(of: text) else {
      let isOutward = PostcodeGrammar.isOutward(text, 0..<text.count)
      throw isOutward ? .outwardOnly : .wrongShape
    }
    var packed: UInt64 = 0
    for place in 0..<8 {
      let index = place < 4 ? place : split + place - 4
      let isUsed = place < 4 ? index < split : index < text.count
      packed = packed << 8 | UInt64(isUsed ? text[index] : 0x20)
    }
    self.packed = packed
  }

  /// Whether the first comes first in a list.
  public static func < (left: Postcode, right: Postcode) -> Bool {
    left.packed < right.packed
  }
}

extension Postcode {
  /// The whole postcode as in `PO1 2AL`.
  public var text: String {
    String(appending: appendText)
  }

  /// Appends the whole postcode as in `PO1 2AL`.
  public func appendText(to bytes: inout [UInt8]) {
    append(places: 0..<4, to: &bytes)
    bytes.append(0x20)
    append(places: 4..<8, to: &bytes)
  }

  /// The letters in front as in `PO`.
  public var area: String {
    String(appending: { append(places: 0..<areaLength, to: &$0) })
  }

  /// The first half as in `PO1`.
  public var district: String {
    String(appending: { append(places: 0..<4, to: &$0) })
  }

  /// The district and the first digit of the second half as in `PO1 2`.
  public var sector: String {
    String(appending: { bytes in
      append(places: 0..<4, to: &bytes)
      bytes.append(0x20)
      bytes.append(byte(at: 4))
    })
  }

  /// The last two letters as in `AL`, or the number of a forces' post office after its first digit.
  public var unit: String {
    String(appending: { append(places: 5..<8, to: &$0) })
  }

  /// Whether both have the same letters in front.
  public func sharesArea(with other: Postcode) -> Bool {
    areaLength == other.areaLength
      && (0..<areaLength).allSatisfy { byte(at: $0) == other.byte(at: $0) }
  }

  /// Whether both have the same first half.
  public func sharesDistrict(with other: Postcode) -> Bool {
    outward == other.outward
  }

  /// Whether both have the same first half and the same digit after it.
  public func sharesSector(with other: Postcode) -> Bool {
    packed >> 24 == other.packed >> 24
  }

  /// The four characters of the first half in one number.
  var outward: UInt32 { UInt32(packed >> 32) }

  private var areaLength: Int {
    (0..<4).first { !ASCII.isLetter(byte(at: $0)) } ?? 4
  }

  func byte(at place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: packed >> UInt64((7 - place) * 8))
  }

  private func append(places: Range<Int>, to bytes: inout [UInt8]) {
    for place in places where byte(at: place) != 0x20 { bytes.append(byte(at: place)) }
  }
}

extension Postcode: CustomStringConvertible {
  /// The kind alone, so that an address never reaches a log by accident.
  public var description: String { "postcode (hidden)" }
}
