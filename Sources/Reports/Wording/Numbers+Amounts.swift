public import Vocabulary

extension Numbers {
  /// A size in bytes: `950 bytes`, `12.3 kB`, `4.5 MB`.
  public static func size(_ bytes: Int) -> String {
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")]
    for (unit, name) in units where bytes >= unit {
      let tenths = bytes / (unit / 10)
      return "\(grouped(tenths / 10)).\(tenths % 10) \(name)"
    }
    return counted(bytes, "byte")
  }

  /// Pence as pounds: `£1,234.50`.
  public static func pounds(_ pence: Int) -> String {
    let rest = Int(pence.magnitude % 100)
    let pounds = grouped(Int(pence.magnitude / 100))
    return "\(pence < 0 ? "−" : "")£\(pounds).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Pence as whole pounds: `£1,234`; from a million on as in `£2.20 million`.
  static func roundPounds(_ pence: Int) -> String {
    let pounds = (Int(pence.magnitude) + 50) / 100
    let sign = pence < 0 ? "−" : ""
    guard pounds >= 1_000_000 else { return "\(sign)£\(grouped(pounds))" }
    let hundredths = (pounds + 5_000) / 10_000
    let rest = hundredths % 100
    return "\(sign)£\(grouped(hundredths / 100)).\(rest < 10 ? "0" : "")\(rest) million"
  }

  /// Pence as pounds, without pence where there are none: `£1,234`.
  static func wholePounds(_ amount: Pence) -> String {
    let text = pounds(Int(amount.count))
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }

  /// An amount for machines, in pounds: `-1234.50`.
  static func decimal(_ amount: Pence) -> String {
    fraction(Int(amount.count), places: 2)
  }

  /// Thousandths for machines: `0.853`.
  static func decimal(thousandths: Int) -> String {
    fraction(thousandths, places: 3)
  }

  private static func fraction(_ number: Int, places: Int) -> String {
    var digits = String(number.magnitude)
    while digits.utf8.count <= places { digits = "0" + digits }
    return "\(number < 0 ? "-" : "")\(digits.dropLast(places)).\(digits.suffix(places))"
  }
}

/// So many out of so many.
struct Share: Hashable, Sendable {
  var part: Int
  var whole: Int

  init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// Thousandths, rounded; nothing of nothing is nothing.
  var thousandths: Int? {
    whole > 0 ? (part * 1_000 + whole / 2) / whole : nil
  }

  /// The share as a percentage.
  ///
  /// Some is never shown as none, nor nearly all as all.
  var text: String {
    guard let thousandths else { return "–" }
    if thousandths == 0 && part > 0 { return "under 0.1%" }
    if thousandths == 1_000 && part < whole { return "over 99.9%" }
    if thousandths % 10 == 0 { return "\(thousandths / 10)%" }
    return "\(thousandths / 10).\(thousandths % 10)%"
  }
}
