/// Text as addresses and forms write it: `%` and two digits for a byte.
public enum PercentText {
  /// The text that is meant; nil where a `%` has no two digits, a control character is hidden, or it is not UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: What is written.
  ///   - readsPlus: Whether `+` is a space, as in queries and forms.
  ///   - allowsLines: Whether there may be ends of lines and tabs, as in what somebody typed into a large field.
  /// - Returns: The text, or nil.
  public static func decoded(
    _ bytes: some Collection<UInt8>, readsPlus: Bool = false, allowsLines: Bool = false
  ) -> String? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while var byte = rest.next() {
      if byte == UInt8(ascii: "%") {
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
          return nil
        }
        byte = high << 4 | low
      } else if byte == UInt8(ascii: "+"), readsPlus {
        byte = UInt8(ascii: " ")
      }
      let isLine = byte == 0x09 || byte == 0x0A || byte == 0x0D
      guard byte >= 0x20 && byte != 0x7F || isLine && allowsLines else { return nil }
      decoded.append(byte)
    }
    return String(validating: decoded, as: UTF8.self)
  }

  /// A text as one step of an address or one value of a query.
  public static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  /// The fields of a query or a form: `a=1&b=2`; nil where one of them is damaged.
  static func fields(_ bytes: some Collection<UInt8>, allowsLines: Bool) -> HTTPFields? {
    var fields = HTTPFields()
    for piece in bytes.split(separator: UInt8(ascii: "&")) {
      let parts = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? parts[1] : piece.suffix(0)
      guard let name = decoded(parts[0], readsPlus: true),
        let text = decoded(value, readsPlus: true, allowsLines: allowsLines)
      else { return nil }
      fields.add(name, text)
    }
    return fields
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
