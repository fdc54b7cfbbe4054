import Vocabulary

/// What each threshold would join: the counts at every distinct weight, strongest first.
public struct ThresholdCurve: Sendable {
  /// The counts when all pairs of at least this weight are joined.
  public struct Point: Hashable, Sendable {
    /// The least weight that is joined.
    public var threshold: Double
    /// The pairs, by whether they are joined and whether they match.
    public var counts: PairCounts
  }

  /// Pairs of at least a weight.
  private struct Step {
    var weight: Double
    var matches: Int
    var others: Int
  }

  private let steps: [Step]
  /// All matching pairs there are.
  public let matches: Int
  /// All other pairs there are.
  public let others: Int

  /// The curve of judged pairs.
  public init(_ judged: JudgedPairs) {
    matches = judged.matches
    others = judged.others
    var steps: [Step] = []
    var step = Step(weight: .infinity, matches: 0, others: 0)
    for pair in judged.pairs {
      if pair.weight != step.weight {
        if step.matches + step.others > 0 { steps.append(step) }
        step.weight = pair.weight
      }
      if pair.isMatch { step.matches += 1 } else { step.others += 1 }
    }
    if step.matches + step.others > 0 { steps.append(step) }
    self.steps = steps
  }

  /// How many distinct weights there are.
  public var count: Int { steps.count }

  /// The point at a place, the strongest weight first.
  public func point(_ place: Int) -> Point {
    Point(threshold: steps[place].weight, counts: counts(steps[place]))
  }

  /// The counts when all pairs of at least a weight are joined.
  public func counts(at threshold: Double) -> PairCounts {
    let end = steps.partitioningIndex { $0.weight < threshold }
    return counts(end > 0 ? steps[end - 1] : Step(weight: .infinity, matches: 0, others: 0))
  }

  /// The point with the best F1, the highest threshold of several; nil where nothing was scored.
  public var best: Point? { bestPlace.map(point) }

  /// The lowest threshold with at least a precision; nil where there is none.
  public func lowest(withPrecision precision: Double) -> Point? {
    steps.last { Double($0.matches) >= precision * Double($0.matches + $0.others) }
      .map { Point(threshold: $0.weight, counts: counts($0)) }
  }

  /// The mean of precision over recall, which is 1 when every match outweighs every other pair.
  public var averagePrecision: Double? {
    guard matches > 0 else { return nil }
    var (sum, before) = (0.0, 0)
    for step in steps {
      sum +=
        Double(step.matches - before) * Double(step.matches) / Double(step.matches + step.others)
      before = step.matches
    }
    return sum / Double(matches)
  }

  /// The area under the ROC curve; pairs that were never scored are taken as all of one, lowest weight.
  public var rocArea: Double? {
    guard matches > 0, others > 0 else { return nil }
    var (twice, before) = (0.0, Step(weight: .infinity, matches: 0, others: 0))
    let end = Step(weight: -.infinity, matches: matches, others: others)
    for step in steps + [end] {
      twice += Double(step.others - before.others) * Double(step.matches + before.matches)
      before = step
    }
    return twice / 2 / Double(matches) / Double(others)
  }

  /// At most so many of the points, with the first, the last and the best among them.
  public func thinned(to most: Int = 500) -> [Point] {
    precondition(most >= 3, "three points are kept in any case")
    guard steps.count > most else { return steps.indices.map(point) }
    // One place is kept for the best, which may lie between two of the others.
    let spread = most - 1
    var places = (0..<spread).map { $0 * (steps.count - 1) / (spread - 1) }
    if let bestPlace, !places.contains(bestPlace) {
      places.insert(bestPlace, at: places.firstIndex { $0 > bestPlace } ?? places.endIndex)
    }
    return places.map(point)
  }

  private var bestPlace: Int? {
    var best: (place: Int, f1: Double)?
    for (place, step) in steps.enumerated() {
      let f1 = counts(step).f1 ?? 0
      if f1 > best?.f1 ?? -1 { best = (place, f1) }
    }
    return best?.place
  }

  private func counts(_ step: Step) -> PairCounts {
    PairCounts(
      truePositives: step.matches, falsePositives: step.others,
      falseNegatives: matches - step.matches, trueNegatives: others - step.others)
  }
}
