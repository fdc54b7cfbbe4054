import Vocabulary

/// How numbers become places on an axis whose ends are round.
struct PlotScale: Equatable {
  /// The number at the beginning of the axis.
  let low: Double
  /// The number at its end.
  let high: Double
  /// How far marks are from each other.
  let step: Double
  /// The places of both ends.
  let from: Int
  let to: Int

  /// A scale that has room for all numbers, with marks at 1, 2 or 5 times a power of ten, at most six from end to end.
  init(_ numbers: [Double], from: Int, to: Int) {
    let least = numbers.min() ?? 0
    // One number alone still has an axis.
    let most = numbers.max().flatMap { $0 > least ? $0 : nil } ?? least + 1
    let span = most - least
    var unit = 1.0
    while unit * 30 < span { unit *= 10 }
    while unit * 3 >= span { unit /= 10 }
    step = [unit, 2 * unit, 5 * unit].first { 6 * $0 >= span } ?? 10 * unit
    low = (least / step).rounded(.down) * step
    high = (most / step).rounded(.up) * step
    self.from = from
    self.to = to
  }

  /// The place of a number.
  func place(_ number: Double) -> Double {
    Double(from) + (number - low) / (high - low) * Double(to - from)
  }

  /// The numbers that have a mark.
  var marks: [Double] {
    let count = Int(((high - low) / step).rounded())
    return (0...max(count, 1)).map { low + Double($0) * step }
  }

  /// A number beside its mark, with as many digits as tell it from the next.
  func words(_ number: Double) -> String {
    var (places, unit) = (0, 1.0)
    while step * unit < 0.999_999, places < 9 {
      places += 1
      unit *= 10
    }
    return PlotNumber.text(number, places: places)
  }
}

/// Numbers in charts.
enum PlotNumber {
  /// A number with so many digits after the point, and its thousands apart.
  static func text(_ number: Double, places: Int) -> String {
    var unit = 1.0
    for _ in 0..<places { unit *= 10 }
    let scaled = (abs(number) * unit).rounded()
    guard scaled < 1e15 else { return String(number) }
    let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(unit))
    let sign = number < 0 && scaled > 0 ? "−" : ""
    guard places > 0 else { return sign + Numbers.grouped(whole) }
    let digits = String(rest)
    return sign + Numbers.grouped(whole) + "."
      + String(repeating: "0", count: places - digits.count) + digits
  }

  /// A place for the drawing, in tenths of its unit.
  static func place(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return "\(tenths < 0 ? "-" : "")\(whole)\(rest > 0 ? ".\(rest)" : "")"
  }
}
