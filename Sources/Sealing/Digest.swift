/// A SHA-256 digest or code of 32 bytes.
public struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The bytes as four numbers, the highest byte first, which compare as the bytes do.
  private let first, second, third, fourth: UInt64

  /// How many bytes a digest has.
  public static let byteCount = 32

  /// Makes a digest of its 32 bytes; nil for any other number.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Digest.byteCount else { return nil }
    self.init(words: bytes.span)
  }

  init(_ bytes: [32 of UInt8]) {
    self.init(words: bytes.span)
  }

  private init(words bytes: Span<UInt8>) {
    func word(_ index: Int) -> UInt64 {
      var word: UInt64 = 0
      for place in (index * 8)..<(index * 8 + 8) { word = word << 8 | UInt64(bytes[place]) }
      return word
    }
    (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
  }

  /// Makes a digest of its 64 hexadecimal digits; nil for any other text.
  public init?(hex: String) {
    guard let bytes = Hex.bytes(of: hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    [first, second, third, fourth].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

  /// The first eight bytes as a number: as good a hash as there is.
  public var firstWord: UInt64 { first }

  /// The bytes as 64 lower-case hexadecimal digits.
  public var hex: String { Hex.text(of: bytes) }

  /// The hexadecimal digits.
  public var description: String { hex }

  /// Orders digests by their bytes.
  public static func < (one: Digest, other: Digest) -> Bool {
    (one.first, one.second, one.third, one.fourth)
      < (other.first, other.second, other.third, other.fourth)
  }
}

/// Bytes as hexadecimal digits, and back.
public enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Bytes as lower-case digits, two for each.
  public static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of lower-case digits, or nil when the text is something else.
  public static func bytes(of text: String) -> [UInt8]? {
    let values = text.utf8.compactMap { digit in digits.firstIndex(of: digit) }
    guard values.count == text.utf8.count, values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}
