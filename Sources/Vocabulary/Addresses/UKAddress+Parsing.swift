extension UKAddress {
  /// Reads an address from its lines or fields, whatever each of them holds.
  public static func parse(lines: [String]) -> UKAddress {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128)
    for line in lines {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      bytes += line.utf8
    }
    return parse(bytes.span)
  }

  /// Reads an address from one text, with commas or line ends or none.
  public static func parse(_ text: String) -> UKAddress { parse(text.utf8.span) }

  /// Reads an address from UTF-8, with commas or line ends or none.
  public static func parse(_ text: Span<UInt8>) -> UKAddress {
    AddressReading(text).address(text)
  }
}
