import Vocabulary

/// How an agency's system writes a day.
enum DateStyle: Sendable, Hashable {
  /// `dd/MM/yyyy`, `dd/MM/yyyy HH:mm:ss`, `d/M/yy`.
  case slashes, slashesWithTime, shortSlashes
  /// `yyyy-MM-dd`, `yyyyMMdd`.
  case iso, packed
  /// `dd MMM yyyy`, `ddMMMyyyy`, `MMM yyyy`.
  case words, joined, month
  /// The number of the day in a spreadsheet that counts from 1900.
  case serial

  /// The day as this style writes it.
  func text(_ day: Day) -> String {
    let (year, month, date) = (day.year, day.month, day.day)
    let name = Self.months[month - 1]
    switch self {
    case .slashes: return "\(two(date))/\(two(month))/\(year)"
    case .slashesWithTime: return "\(two(date))/\(two(month))/\(year) \(time(of: day))"
    case .shortSlashes: return "\(date)/\(month)/\(two(year % 100))"
    case .iso: return day.iso
    case .packed: return "\(year)\(two(month))\(two(date))"
    case .words: return "\(two(date)) \(name) \(year)"
    case .joined: return "\(two(date))\(name.uppercased())\(year)"
    case .month: return "\(name.uppercased()) \(year)"
    case .serial: return "\(Int(day.daysSince1970) + 25_569)"
    }
  }

  /// The day, or nothing.
  func text(_ day: Day?) -> String { day.map { text($0) } ?? "" }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// A time of day that the day itself decides, between 8:00 and 21:59.
  private func time(of day: Day) -> String {
    var chance = Chance(UInt64(bitPattern: Int64(day.daysSince1970)))
    return "\(two(8 + chance.below(14))):\(two(chance.below(60))):00"
  }
}
