/// A number or code that an authority gives to a person, a place or an organisation.
public protocol Identifier: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// What it is issued for and by whom.
  static var kind: IdentifierKind { get }

  /// Reads it from a cell, spaces and letter case aside.
  init(_ bytes: Span<UInt8>) throws(IdentifierProblem)

  /// One number for each identifier of the kind: what it is compared, sorted and stored by.
  var packed: UInt64 { get }

  /// Appends the one way in which the identifier is written.
  func appendText(to bytes: inout [UInt8])
}

extension Identifier {
  /// Reads it from a text, spaces and letter case aside.
  public init(_ text: String) throws(IdentifierProblem) {
    try self.init(text.utf8.span)
  }

  /// The one way in which the identifier is written.
  public var text: String {
    String(appending: appendText)
  }

  /// The kind alone, so that an identifier never reaches a log by accident.
  public var description: String {
    "\(Self.kind.rawValue) (hidden)"
  }

  /// Whether the first comes first in a list.
  public static func < (left: Self, right: Self) -> Bool {
    left.packed < right.packed
  }
}

extension CompactText {
  /// The text of a cell that is to be an identifier.
  static func identifier(
    _ bytes: Span<UInt8>, leavingOut separators: Separators = .hyphensAndStops
  ) throws(IdentifierProblem) -> CompactText {
    guard let text = CompactText(bytes, leavingOut: separators) else { throw .wrongShape }
    if text.count == 0 { throw .empty }
    if text.isDamagedBySpreadsheet || isFraction(bytes) { throw .damagedBySpreadsheet }
    return text
  }

  /// Whether a number ends in the `.0` of a column that was taken for amounts: without the stop it would be another number.
  private static func isFraction(_ bytes: Span<UInt8>) -> Bool {
    var end = bytes.trimmedRange().upperBound
    let last = end
    while end > 0, bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
    return end < last && last - end <= 2 && end > 1 && bytes[end - 1] == UInt8(ascii: ".")
      && ASCII.isDigit(bytes[end - 2])
  }

  /// Whether a spreadsheet has put an error value or a rounded number in the number's place.
  private var isDamagedBySpreadsheet: Bool {
    if self[0] == 0x23 { return true }
    for index in 1..<max(count, 2) - 1 where self[index] == 0x45 {
      if self[index + 1] == 0x2B, isDigits(index + 2..<count) { return true }
    }
    return false
  }

  /// Whether the digits in the range are all the same.
  func isRepeatedDigit(_ range: Range<Int>) -> Bool {
    isDigits(range) && range.allSatisfy { self[$0] == self[range.lowerBound] }
  }

  /// The sum of the digits in the range, each by its weight, from the given one downwards.
  func weightedSum(_ range: Range<Int>, from weight: Int) -> Int {
    var sum = 0
    for index in range { sum += (digit(at: index) ?? 0) * (weight - (index - range.lowerBound)) }
    return sum
  }
}

extension Character {
  /// The character that one ASCII byte is.
  init(ascii byte: UInt8) {
    self.init(UnicodeScalar(byte))
  }
}
