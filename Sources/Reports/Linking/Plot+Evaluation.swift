import Linkage
import Vocabulary

extension Plot {
  /// The picture of a chart's data.
  init(_ chart: EvaluationChart) {
    let shape: Shape =
      switch chart.shape {
      case .lines: .lines
      case .columns: .columns
      case .bars: .bars
      }
    self.init(
      title: chart.title, shape: shape, horizontal: chart.horizontal, vertical: chart.vertical,
      series: chart.series.map { series in
        Series(
          name: series.name,
          points: series.points.map { Point(x: $0.x, y: $0.y, label: $0.label) })
      })
  }

  /// The picture in a page.
  var figure: Markup { "<div class=\"plot\">\(markup)</div>" }
}

/// Weights, shares and small likelihoods as tables have them.
enum LinkageNumbers {
  /// A number with so many digits after the point.
  static func decimal(_ number: Double, places: Int) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "–" }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let units = Int((abs(number) * Double(scale)).rounded())
    let sign = number < 0 && units > 0 ? "−" : ""
    let whole = Numbers.grouped(units / scale)
    guard places > 0 else { return sign + whole }
    let rest = String(units % scale)
    return "\(sign)\(whole).\(String(repeating: "0", count: places - rest.count))\(rest)"
  }

  /// A weight in bits with its sign.
  static func bits(_ weight: Double) -> String {
    let text = decimal(weight, places: 1)
    return text.hasPrefix("−") ? text : "+\(text)"
  }

  /// A likelihood with two digits that mean something: `0.97`, `0.0012`, `1 in 250,000`.
  static func likelihood(_ likelihood: Double) -> String {
    if likelihood >= 0.1 { return decimal(likelihood, places: 3) }
    if likelihood >= 0.000_1 { return decimal(likelihood, places: 5) }
    guard likelihood > 0 else { return "0" }
    return "1 in \(decimal((1 / likelihood).rounded(), places: 0))"
  }

  /// A share with four digits, never shown as all or nothing when it is neither.
  static func share(_ share: Double?) -> String {
    guard let share else { return "–" }
    let text = decimal(share, places: 4)
    if text == "1.0000", share < 1 { return "over 0.9999" }
    if text == "0.0000", share > 0 { return "under 0.0001" }
    return text
  }
}
