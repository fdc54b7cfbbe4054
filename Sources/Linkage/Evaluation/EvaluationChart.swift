/// A chart as data: what is drawn, and the table that stands beside it.
public struct EvaluationChart: Hashable, Sendable {
  /// How the points are drawn.
  public enum Shape: Hashable, Sendable {
    /// Lines through the points.
    case lines
    /// Columns on one another, one place to each x.
    case columns
    /// Bars from zero to the side, one line to each label.
    case bars
  }

  /// One point; a bar has a label, and its x is its place.
  public struct Point: Hashable, Sendable {
    /// To the right.
    public var x: Double
    /// Upwards.
    public var y: Double
    /// What a bar is called.
    public var label: String = ""
  }

  /// Points that belong together.
  public struct Series: Hashable, Sendable {
    /// What they are called.
    public var name: String
    /// The points, in the order they are drawn.
    public var points: [Point]
  }

  /// What a file of it is called, without its ending.
  public var name: String
  /// What it shows.
  public var title: String
  /// How it is drawn.
  public var shape: Shape
  /// What is to the right.
  public var horizontal: String
  /// What is upwards.
  public var vertical: String
  /// What is drawn.
  public var series: [Series]

  /// The points as CSV: series, label, x, y.
  public var csv: String {
    var text = "series,label,x,y\n"
    for each in series {
      for point in each.points {
        text += "\(Self.cell(each.name)),\(Self.cell(point.label)),\(point.x),\(point.y)\n"
      }
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
      return text
    }
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }
}

extension EvaluationChart {
  /// Precision, recall and F1 by threshold.
  public static func accuracy(_ curve: ThresholdCurve) -> EvaluationChart {
    let points = curve.thinned().reversed()
    func series(_ name: String, _ figure: (PairCounts) -> Double?) -> Series {
      Series(
        name: name,
        points: points.compactMap { point in
          figure(point.counts).map { Point(x: point.threshold, y: $0) }
        })
    }
    return EvaluationChart(
      name: "accuracy", title: "Precision, recall and F1 by threshold", shape: .lines,
      horizontal: "least weight that is joined", vertical: "share",
      series: [
        series("precision") { $0.precision }, series("recall") { $0.recall },
        series("F1") { $0.f1 },
      ])
  }

  /// The share of matches found over the share of other pairs joined.
  public static func roc(_ curve: ThresholdCurve) -> EvaluationChart {
    let points = curve.thinned().compactMap { point in
      zip(point.counts.falsePositiveRate, point.counts.recall).map { Point(x: $0, y: $1) }
    }
    return EvaluationChart(
      name: "roc", title: "Matches found by other pairs joined (ROC)", shape: .lines,
      horizontal: "share of other pairs joined", vertical: "share of matches found",
      series: [Series(name: "pairs", points: [Point(x: 0, y: 0)] + points + [Point(x: 1, y: 1)])])
  }

  /// Precision over recall.
  public static func precisionRecall(_ curve: ThresholdCurve) -> EvaluationChart {
    let points = curve.thinned().compactMap { point in
      zip(point.counts.recall, point.counts.precision).map { Point(x: $0, y: $1) }
    }
    return EvaluationChart(
      name: "precision-recall", title: "Precision by recall", shape: .lines,
      horizontal: "recall", vertical: "precision",
      series: [Series(name: "pairs", points: points)])
  }

  /// How many pairs have each weight.
  public static func weights(_ histogram: WeightHistogram) -> EvaluationChart {
    func series(_ name: String, _ count: (WeightHistogram.Bin) -> Int) -> Series? {
      let points = histogram.bins.map { Point(x: $0.from, y: Double(count($0))) }
      return points.contains { $0.y > 0 } ? Series(name: name, points: points) : nil
    }
    return EvaluationChart(
      name: "weights", title: "Pairs by weight", shape: .columns, horizontal: "weight",
      vertical: "pairs",
      series: [
        series("match") { $0.matches }, series("do not match") { $0.others },
        series("not known") { $0.unknown },
      ].compactMap(\.self))
  }

  /// The share of records that cannot reach each threshold.
  public static func unlinkables(_ unlinkables: Unlinkables) -> EvaluationChart {
    EvaluationChart(
      name: "unlinkables", title: "Records that say too little to be linked", shape: .lines,
      horizontal: "least weight that is joined", vertical: "share of records",
      series: [
        Series(
          name: "records", points: unlinkables.points().map { Point(x: $0.threshold, y: $0.share) })
      ])
  }

  private static func zip(_ x: Double?, _ y: Double?) -> (Double, Double)? {
    guard let x, let y else { return nil }
    return (x, y)
  }
}
