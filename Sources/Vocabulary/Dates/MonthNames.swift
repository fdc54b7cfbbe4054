/// The English names of the months, long and short.
enum MonthNames {
  private static let names: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The month whose name stands at the offset, in any letter case, and how many bytes it takes.
  ///
  /// A name is written in full, with its first three letters, or as `Sept`.
  static func month(in bytes: Span<UInt8>, at offset: Int) -> (month: Int, width: Int)? {
    var end = offset
    while end < bytes.count, ASCII.isLetter(bytes[end]) { end += 1 }
    // In 03MAY2007T00:00 no letter follows the name; names never run into other words.
    for (index, name) in names.enumerated() {
      let width = end - offset
      let isShort = width == 3 || width == 4 && index == 8
      guard isShort || width == name.utf8CodeUnitCount else { continue }
      if starts(bytes, at: offset, width: width, with: name) { return (index + 1, width) }
    }
    return nil
  }

  private static func starts(
    _ bytes: Span<UInt8>, at offset: Int, width: Int, with name: StaticString
  ) -> Bool {
    name.withUTF8Buffer { letters in
      for index in 0..<width
      where unsafe ASCII.lowercased(bytes[offset + index]) != letters[index] { return false }
      return true
    }
  }
}
