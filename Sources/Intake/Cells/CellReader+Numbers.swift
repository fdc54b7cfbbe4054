import Vocabulary

/// Cells that hold numbers and amounts.
extension CellReader {
  func readInteger(
    _ value: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    guard let number = Self.wholeNumber(value) else {
      return SpreadsheetDamage.isExponent(value) ? .spreadsheetDamage : .typeError
    }
    if isSessions, number < 0 { return .outOfRange }
    if let range, !range.contains(number) { return .outOfRange }
    cell.number = number
    Self.append(number, to: &text)
    return nil
  }

  func readMoney(
    _ value: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    guard let amount = Self.pence(value) else { return .typeError }
    let pence = isInverted ? -amount : amount
    if let range, !range.contains(pence) { return .outOfRange }
    cell.number = pence
    Self.append(pence, to: &text)
    return nil
  }

  /// A whole number, with a sign, thousands commas and the `.0` that spreadsheets add.
  static func wholeNumber(_ value: Span<UInt8>) -> Int? {
    var commas = ThousandsCommas()
    var digits = 0
    var number = 0
    var index = 0
    var isNegative = false
    if value.count > 0, value[0] == UInt8(ascii: "-") || value[0] == UInt8(ascii: "+") {
      isNegative = value[0] == UInt8(ascii: "-")
      index = 1
    }
    while index < value.count {
      let byte = value[index]
      if let digit = ASCII.digit(byte) {
        digits += 1
        guard digits <= 15 else { return nil }
        number = number * 10 + digit
      } else if byte == UInt8(ascii: ".") {
        guard isZeros(value, from: index + 1) else { return nil }
        break
      } else if byte != UInt8(ascii: ",") || !commas.mayStand(after: digits) {
        return nil
      }
      index += 1
    }
    guard digits > 0, commas.mayEnd(after: digits) else { return nil }
    return isNegative ? -number : number
  }

  private static func isZeros(_ value: Span<UInt8>, from start: Int) -> Bool {
    for index in start..<value.count where value[index] != UInt8(ascii: "0") { return false }
    return true
  }

  /// An amount in pence; a credit, marked `CR` or by brackets, is negative.
  static func pence(_ value: Span<UInt8>) -> Int? {
    guard let text = CompactText(value, leavingOut: .blanks) else { return nil }
    var bytes: [UInt8] = []
    for index in 0..<text.count { bytes.append(text[index]) }
    // The marks of a credit; two of them on one amount could mean either, so they are no amount.
    var signs = 0
    if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
      signs += 1
      bytes = Array(bytes.dropFirst().dropLast())
    }
    if bytes.suffix(2) == Array("CR".utf8)[...] {
      signs += 1
      bytes.removeLast(2)
    } else if bytes.suffix(2) == Array("DR".utf8)[...] {
      bytes.removeLast(2)
    }
    if bytes.last == UInt8(ascii: "-") {
      signs += 1
      bytes.removeLast()
    }
    signs += removeMinus(&bytes)
    // The pound sign takes two bytes, and the minus may stand after it.
    if bytes.starts(with: [0xC2, 0xA3]) { bytes.removeFirst(2) }
    signs += removeMinus(&bytes)
    guard signs <= 1, let pence = poundsAndPence(bytes) else { return nil }
    return signs == 1 ? -pence : pence
  }

  private static func removeMinus(_ bytes: inout [UInt8]) -> Int {
    guard bytes.first == UInt8(ascii: "-") else { return 0 }
    bytes.removeFirst()
    return 1
  }

  private static func poundsAndPence(_ bytes: [UInt8]) -> Int? {
    var commas = ThousandsCommas()
    var number = 0
    var digits = 0
    var decimals: Int?
    for byte in bytes {
      if let digit = ASCII.digit(byte) {
        if let count = decimals {
          // A third decimal that is not zero is no amount of money.
          guard count < 2 else {
            if digit == 0 { continue }
            return nil
          }
          decimals = count + 1
        }
        digits += 1
        guard digits <= 15 else { return nil }
        number = number * 10 + digit
      } else if byte == UInt8(ascii: "."), decimals == nil {
        guard commas.mayEnd(after: digits) else { return nil }
        decimals = 0
      } else if byte != UInt8(ascii: ",") || decimals != nil || !commas.mayStand(after: digits) {
        return nil
      }
    }
    guard digits > 0, decimals != nil || commas.mayEnd(after: digits) else { return nil }
    for _ in (decimals ?? 0)..<2 { number *= 10 }
    return number
  }

  static func append(_ number: Int, to text: inout [UInt8]) {
    if number < 0 { text.append(UInt8(ascii: "-")) }
    text.append(digitsOf: Int(number.magnitude))
  }
}

/// The commas of a number: only those before groups of three digits mean nothing, and a comma elsewhere, as in the `1,50` of
/// other countries, would make another number of it.
private struct ThousandsCommas {
  /// After how many digits the last comma stood.
  private var last: Int?

  mutating func mayStand(after digits: Int) -> Bool {
    let isGood = last.map { digits == $0 + 3 } ?? (1...3).contains(digits)
    last = digits
    return isGood
  }

  func mayEnd(after digits: Int) -> Bool { last.map { digits == $0 + 3 } ?? true }
}
