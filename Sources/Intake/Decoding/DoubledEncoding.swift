/// Letters that were written as UTF-8 and read as Windows-1252 before they came to the file: `Głowacki` as `GÅ‚owacki`.
///
/// Nothing but that makes such a text: each sign in it that is no ASCII has to be a byte of Windows-1252, the bytes have to be
/// well-formed UTF-8, and what they spell has to be of Latin script. A surname such as LÍŠKA is two such bytes in a row too,
/// and yet no Latin letter in UTF-8; it stays as it is.
enum DoubledEncoding {
  /// The text that was meant; nil where it is meant as it stands.
  static func meant(by value: Span<UInt8>) -> [UInt8]? {
    guard value.indices.contains(where: { value[$0] >= 0x80 }) else { return nil }
    var bytes: [UInt8] = []
    for scalar in String(decoding: value.indices.map { value[$0] }, as: UTF8.self).unicodeScalars {
      guard let byte = Windows1252.byte(of: scalar) else { return nil }
      bytes.append(byte)
    }
    guard UTF8Validator.isValid(bytes.span),
      String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(isOfNames)
    else { return nil }
    return bytes
  }

  /// Whether a sign is one that names and addresses in Latin script have.
  private static func isOfNames(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x7F, 0xA0...0x17F: true
    // O and U with a horn, S and T with a comma below, and what Vietnamese, Welsh and Irish have more.
    case 0x1A0...0x1A1, 0x1AF...0x1B0, 0x218...0x21B, 0x1E00...0x1EFF: true
    // Dashes and quotes.
    case 0x2010...0x201F, 0x2026: true
    default: false
    }
  }
}
