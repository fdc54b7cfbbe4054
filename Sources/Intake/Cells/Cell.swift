import Vocabulary

/// What one cell of a row came to.
struct Cell {
  enum State: UInt8 {
    /// Nothing was said.
    case absent
    /// A good value.
    case present
    /// A value that is not good; it is left out, or its row is rejected.
    case invalid
  }

  var state = State.absent
  /// The value in its canonical form, in the batch's text.
  var text = TextRange.none
  /// The value as a number: a date's first day, a code's place in its list, a count, pence.
  var number = 0
  /// Whether the same value was read in this column before.
  var isRepeated = false
}

/// Values that mean «not said» in any column.
enum NullWord {
  /// Whether the trimmed bytes say that there is nothing to say.
  static func matches(_ value: Span<UInt8>) -> Bool {
    guard value.count > 0 else { return true }
    // Nearly every value is told apart from all of these by its first byte.
    switch value[0] | 0x20 {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "n"), UInt8(ascii: "("): break
    default: return false
    }
    switch value.count {
    case 1: return value[0] == UInt8(ascii: "-") || value[0] == UInt8(ascii: ".")
    case 2: return value[0] == UInt8(ascii: "-") && value[1] == UInt8(ascii: "-")
    case 3:
      return folds(value, to: "n/a") || folds(value, to: "n/k")
    case 4: return folds(value, to: "null")
    case 5: return folds(value, to: "(nil)")
    case 6: return folds(value, to: "(null)")
    default: return false
    }
  }

  private static func folds(_ value: Span<UInt8>, to word: StaticString) -> Bool {
    value.equalsIgnoringCase(word)
  }
}

/// What spreadsheets leave behind: `######`, `#N/A`, `1.23457E+12`.
enum SpreadsheetDamage {
  static func isIn(_ value: Span<UInt8>) -> Bool {
    guard value.count > 1 else { return false }
    if value[0] == UInt8(ascii: "#") {
      return value[1] == UInt8(ascii: "#") || value.equalsIgnoringCase("#n/a")
        || value.equalsIgnoringCase("#ref!") || value.equalsIgnoringCase("#value!")
        || value.equalsIgnoringCase("#name?") || value.equalsIgnoringCase("#div/0!")
        || value.equalsIgnoringCase("#num!") || value.equalsIgnoringCase("#null!")
    }
    return false
  }

  /// Whether a number has lost its last digits to the form `1.23457E+12` or `1E+12`.
  static func isExponent(_ value: Span<UInt8>) -> Bool {
    guard value.count >= 5, ASCII.isDigit(value[0]) else { return false }
    var index = 1
    if value[index] == UInt8(ascii: ".") {
      index += 1
      while index < value.count, ASCII.isDigit(value[index]) { index += 1 }
    }
    guard index + 2 < value.count, value[index] | 0x20 == UInt8(ascii: "e"),
      value[index + 1] == UInt8(ascii: "+")
    else { return false }
    for place in index + 2..<value.count where !ASCII.isDigit(value[place]) { return false }
    return true
  }
}
