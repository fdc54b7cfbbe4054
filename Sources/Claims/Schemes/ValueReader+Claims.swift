import Vocabulary
import YAMLFiles

/// The shapes of values that only scheme files have.
extension ValueReader {
  /// A day as in `2013-07-22`.
  mutating func day() -> Day? {
    guard let text = string() else { return nil }
    return Day(iso: text)
      ?? mistake("\(name) has to be a day", suggestion: "write it as in 2013-07-22")
  }

  /// A share as in `5 of 6`.
  mutating func share() -> Share? {
    guard let text = string() else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "of", let part = Int(words[0]), let whole = Int(words[2]),
      let share = Share(part, of: whole)
    else { return mistake("\(name) has to be a share", suggestion: "write it as in 5 of 6") }
    return share
  }

  /// A percentage as in `15%` or `2.5%`, in tenths of a percent.
  mutating func tenthsOfPercent() -> Int? {
    guard let text = string() else { return nil }
    if text.hasSuffix("%") {
      let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
      let tenth = parts.count == 2 ? (parts[1].utf8.count == 1 ? Int(parts[1]) : nil) : 0
      if (1...2).contains(parts.count), let whole = Int(parts[0]), let tenth,
        (0...100).contains(whole), (0...9).contains(tenth), whole * 10 + tenth <= 1_000
      {
        return whole * 10 + tenth
      }
    }
    return mistake("\(name) has to be a percentage", suggestion: "write it as in 15% or 2.5%")
  }

  /// An amount as in `£3,200` or `£800.00`.
  mutating func pence() -> Pence? {
    guard let text = string() else { return nil }
    if let amount = try? Pence(text, [.poundSign, .thousands]) { return amount }
    return mistake("\(name) has to be an amount", suggestion: "write it as in £3,200 or £0.50")
  }
}
