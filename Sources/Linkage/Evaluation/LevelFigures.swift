import Glibc

/// The parameters of one level of one comparison, as charts show them.
public struct LevelFigures: Hashable, Sendable {
  /// The comparison.
  public var comparison: String
  /// The level.
  public var level: String
  /// The share of matching pairs that reach it.
  public var m: Double
  /// The share of other pairs that reach it.
  public var u: Double

  /// A level with its parameters.
  public init(comparison: String, level: String, m: Double, u: Double) {
    self.comparison = comparison
    self.level = level
    self.m = m
    self.u = u
  }

  fileprivate var label: String { "\(comparison): \(level)" }
}

extension EvaluationChart {
  /// What each level adds to the weight, in bits.
  ///
  /// A level that was never seen in one of the two classes has no finite weight, and no bar.
  public static func matchWeights(_ levels: [LevelFigures]) -> EvaluationChart {
    let points = levels.enumerated().compactMap { place, level -> Point? in
      let weight = log2(level.m / level.u)
      return weight.isFinite ? Point(x: Double(place), y: weight, label: level.label) : nil
    }
    return EvaluationChart(
      name: "match-weights", title: "What each level says for or against a match", shape: .bars,
      horizontal: "bits", vertical: "level", series: [Series(name: "weight", points: points)])
  }

  /// How often matching and other pairs reach each level.
  public static func parameters(_ levels: [LevelFigures]) -> EvaluationChart {
    func series(_ name: String, _ figure: (LevelFigures) -> Double) -> Series {
      Series(
        name: name,
        points: levels.enumerated().map {
          Point(x: Double($0), y: figure($1), label: $1.label)
        })
    }
    return EvaluationChart(
      name: "parameters", title: "How often matching and other pairs reach each level",
      shape: .bars, horizontal: "share of pairs", vertical: "level",
      series: [series("match (m)") { $0.m }, series("do not match (u)") { $0.u }])
  }
}
