/// What speaks for a threshold, in sentences with their numbers.
///
/// The thresholds named are the one in force, the one with the best F1, and the lowest that is precise enough.
public struct ThresholdAdvice: Sendable {
  /// One threshold and what it does.
  public struct Option: Hashable, Sendable {
    /// Why it is named.
    public enum Reason: Hashable, Sendable {
      /// It is the threshold that the settings have.
      case inForce
      /// It has the best F1.
      case bestF1
      /// It is the lowest with at least this precision.
      case precise(Double)
    }

    /// Why it is named.
    public let reason: Reason
    /// The least weight that is joined, and the counts.
    public let point: ThresholdCurve.Point
  }

  /// The options, the one in force first.
  public let options: [Option]
  /// The matching pairs that were never compared; nil where it is not known.
  public let neverCompared: Int?

  /// Advice from a curve.
  public init(
    _ curve: ThresholdCurve, inForce: Double? = nil, precision: Double = 0.995,
    neverCompared: Int? = nil
  ) {
    var options: [Option] = []
    if let inForce {
      options.append(
        Option(
          reason: .inForce,
          point: ThresholdCurve.Point(threshold: inForce, counts: curve.counts(at: inForce))))
    }
    if let best = curve.best { options.append(Option(reason: .bestF1, point: best)) }
    if let precise = curve.lowest(withPrecision: precision) {
      options.append(Option(reason: .precise(precision), point: precise))
    }
    self.options = options
    self.neverCompared = neverCompared
  }

  /// One sentence for each option.
  public var sentences: [String] { options.map(sentence) }

  private func sentence(_ option: Option) -> String {
    let counts = option.point.counts
    let precision = interval(counts.truePositives, of: counts.joined)
    let recall = interval(counts.truePositives, of: counts.matches)
    var text =
      "At \(FigureText.decimal(option.point.threshold, places: 1)) (\(Self.words(option.reason))): "
      + "precision \(FigureText.share(counts.precision))\(precision), "
      + "recall \(FigureText.share(counts.recall))\(recall), F1 \(FigureText.share(counts.f1)); "
      + "\(FigureText.count(counts.falsePositives)) of \(FigureText.counted(counts.joined, "joined pair")) "
      + "do not match, \(FigureText.count(counts.falseNegatives)) of "
      + "\(FigureText.counted(counts.matches, "matching pair")) are missed"
    if let neverCompared {
      text +=
        ", \(FigureText.count(min(neverCompared, counts.falseNegatives))) of them never compared"
    }
    return text + "."
  }

  private static func words(_ reason: Option.Reason) -> String {
    switch reason {
    case .inForce: "the threshold in force"
    case .bestF1: "the best F1"
    case .precise(let precision):
      "the lowest with a precision of \(FigureText.decimal(precision, places: 3)) or more"
    }
  }

  private func interval(_ part: Int, of whole: Int) -> String {
    guard let interval = ShareInterval.wilson(part, of: whole) else { return "" }
    return " (\(FigureText.share(interval.low)) to \(FigureText.share(interval.high)))"
  }
}
