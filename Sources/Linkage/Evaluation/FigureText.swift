/// Figures as sentences and tables have them.
enum FigureText {
  /// A number with so many digits after the point: `8.20`.
  static func decimal(_ number: Double, places: Int) -> String {
    guard number.isFinite else { return number.isNaN ? "–" : number > 0 ? "∞" : "−∞" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = (abs(number) * scale).rounded()
    guard rounded < 1e15 else { return String(number) }
    let digits = String(Int(rounded))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = number < 0 && rounded > 0 ? "−" : ""
    let whole = padded.dropLast(places), fraction = padded.suffix(places)
    return places > 0 ? "\(sign)\(whole).\(fraction)" : "\(sign)\(whole)"
  }

  /// A share with four digits, never shown as all or nothing when it is neither.
  static func share(_ share: Double?) -> String {
    guard let share else { return "not known" }
    let text = decimal(share, places: 4)
    if text == "1.0000", share < 1 { return "over 0.9999" }
    if text == "0.0000", share > 0 { return "under 0.0001" }
    return text
  }

  /// A count with its thousands apart: `12,345`.
  static func count(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A count with its noun: `1 pair`, `12 pairs`.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
