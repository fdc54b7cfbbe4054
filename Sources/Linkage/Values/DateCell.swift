/// In which order day, month and year stand.
enum DateOrder: Sendable {
  case dayFirst
  case monthFirst
  case yearFirst

  /// The order in a pattern such as `MM/dd/yyyy`.
  init(pattern: String) {
    let first = pattern.first { "yMd".contains($0) }
    self = first == "y" ? .yearFirst : first == "M" ? .monthFirst : .dayFirst
  }
}

/// Reads dates for comparison, and keeps the digits even of those that no calendar has.
///
/// A slip of the pen that made the 31st of February still agrees in seven of eight digits with the
/// date that was meant; as «missing» it would say nothing.
enum DateCell {
  /// A date as yyyymmdd, with 00 for parts that are not given; four digits are a year.
  ///
  /// Without an order day, month and year stand as they do in Britain.
  static func packed(_ cell: Span<UInt8>, order: DateOrder?) -> Int32? {
    var numbers = InlineArray<3, Int>(repeating: 0)
    var widths = InlineArray<3, Int>(repeating: 0)
    var count = 0
    var monthPlace = -1
    var index = 0
    while index < cell.count, count < 3 {
      let byte = cell[index]
      if byte &- 0x30 < 10 {
        let start = index
        var number = 0
        while index < cell.count, cell[index] &- 0x30 < 10, index - start < 9 {
          number = number * 10 + Int(cell[index] &- 0x30)
          index += 1
        }
        (numbers[count], widths[count]) = (number, index - start)
        count += 1
      } else if (byte | 0x20) &- 0x61 < 26 {
        let start = index
        while index < cell.count, (cell[index] | 0x20) &- 0x61 < 26 { index += 1 }
        if let month = month(cell.extracting(start..<index)), monthPlace < 0 {
          (numbers[count], widths[count]) = (month, 2)
          monthPlace = count
          count += 1
        } else if byte == UInt8(ascii: "T") {
          break
        }
      } else {
        index += 1
      }
    }
    if count == 0 { return nil }
    if widths[0] == 8 { return compact(numbers[0], order) }
    return arranged(numbers, widths, count, monthPlace, order ?? .dayFirst)
  }

  /// 19560409, or 09041956: in the order that the settings name, if that makes a day, or else as a year may stand first.
  private static func compact(_ digits: Int, _ order: DateOrder?) -> Int32? {
    let (first, second, year) = (digits / 1_000_000, digits / 10_000 % 100, digits % 10_000)
    let (month, day) = order == .monthFirst ? (first, second) : (second, first)
    let (yearFirst, monthSecond, dayLast) = (digits / 10_000, digits / 100 % 100, digits % 100)
    let mayBeYear = (1500..<2200).contains(yearFirst) && monthSecond <= 12 && dayLast <= 31
    let isAsNamed = order != nil && month <= 12 && day <= 31
    return order == .yearFirst || mayBeYear && !isAsNamed
      ? checked(yearFirst, monthSecond, dayLast) : checked(year, month, day)
  }

  private static func arranged(
    _ numbers: InlineArray<3, Int>, _ widths: InlineArray<3, Int>, _ count: Int,
    _ monthPlace: Int, _ order: DateOrder
  ) -> Int32? {
    switch count {
    case 1: return widths[0] == 4 ? checked(numbers[0], 0, 0) : nil
    case 2:
      if widths[0] == 4 { return checked(numbers[0], numbers[1], 0) }
      return widths[1] == 4 ? checked(numbers[1], numbers[0], 0) : nil
    default: break
    }
    if widths[0] == 4 || order == .yearFirst {
      return checked(year(numbers[0], widths[0]), numbers[1], numbers[2])
    }
    let year = year(numbers[2], widths[2])
    if monthPlace == 0 || (monthPlace < 0 && order == .monthFirst) {
      return checked(year, numbers[0], numbers[1])
    }
    return checked(year, numbers[1], numbers[0])
  }

  /// Two digits are of the hundred years that end with 2029.
  private static func year(_ number: Int, _ width: Int) -> Int {
    guard width <= 2 else { return number }
    return number < 30 ? 2000 + number : 1900 + number
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
    guard (1...9999).contains(year), (0...99).contains(month), (0...99).contains(day) else {
      return nil
    }
    let packed = Int32(year * 10_000 + month * 100 + day)
    return sentinels.contains(packed) ? nil : packed
  }

  /// Dates that computers write where nobody knows.
  private static let sentinels: Set<Int32> = [1900_01_01, 1899_12_30, 9999_12_31, 1_01_01]

  private static func month(_ word: Span<UInt8>) -> Int? {
    guard word.count >= 3 else { return nil }
    let key =
      UInt32(word[0] & 0xDF) << 16 | UInt32(word[1] & 0xDF) << 8 | UInt32(word[2] & 0xDF)
    return months.firstIndex(of: key).map { $0 + 1 }
  }

  private static let months: [UInt32] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}

/// Reads numbers for comparison.
enum NumberCell {
  /// The number in a cell; blanks, commas between thousands and a pound sign are passed over.
  static func number(_ cell: Span<UInt8>) -> Double? {
    var text: [UInt8] = []
    for index in cell.indices {
      switch cell[index] {
      case 0x20, 0x09, UInt8(ascii: ","), 0xC2, 0xA3: continue
      default: text.append(cell[index])
      }
    }
    return Double(String(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}
