/// What one byte is, read as ASCII.
///
/// Bytes of 128 and more are parts of other characters in UTF-8 and belong to none of these classes.
public enum ASCII {
  /// Whether the byte is one of `0` to `9`.
  @inlinable
  public static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }

  /// Whether the byte is one of `A` to `Z`.
  @inlinable
  public static func isUppercase(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26
  }

  /// Whether the byte is one of `a` to `z`.
  @inlinable
  public static func isLowercase(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26
  }

  /// Whether the byte is a letter of either case.
  @inlinable
  public static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  /// Whether the byte is a letter or a digit.
  @inlinable
  public static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte)
  }

  /// Whether the byte is a space, a tab or the end of a line.
  @inlinable
  public static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }

  /// The value 0 to 9 of a digit, or nothing for any other byte.
  @inlinable
  public static func digit(_ byte: UInt8) -> Int? {
    isDigit(byte) ? Int(byte &- 0x30) : nil
  }

  /// The letter in upper case; any other byte as it is.
  @inlinable
  public static func uppercased(_ byte: UInt8) -> UInt8 {
    isLowercase(byte) ? byte & 0xDF : byte
  }

  /// The letter in lower case; any other byte as it is.
  @inlinable
  public static func lowercased(_ byte: UInt8) -> UInt8 {
    isUppercase(byte) ? byte | 0x20 : byte
  }
}
