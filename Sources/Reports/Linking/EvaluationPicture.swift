public import Linkage

/// All that the page of an evaluation shows.
public struct EvaluationPicture: Sendable {
  /// Figures for the groups of one kind.
  public struct Grouping: Sendable {
    var name: String
    var figures: [GroupFigures]

    /// The figures of each group, and what kind of groups they are.
    public init(name: String, figures: [GroupFigures]) {
      self.name = name
      self.figures = figures
    }
  }

  /// The version of the program.
  public var program: String
  /// The name of the settings.
  public var name: String
  /// What each threshold would join.
  public var curve: ThresholdCurve
  /// The weight from which on pairs are joined.
  public var joinWeight: Double
  /// What speaks for which threshold.
  public var advice: ThresholdAdvice
  /// What blocking finds, with the rules in words; nil where only labels are known.
  public var blocking: BlockingRecall?
  /// The rules in words.
  public var rules: [String]
  /// How well the people agree with the truth; nil where only labels are known.
  public var clusters: ClusterFigures?
  /// Figures for each two sources, where there are several.
  public var sourcePairs: [GroupFigures]
  /// Figures for groups of records, where the truth names such.
  public var groups: [Grouping]
  /// The charts, with their data.
  public var charts: [EvaluationChart]

  /// The picture of an evaluation.
  public init(
    program: String, name: String, curve: ThresholdCurve, joinWeight: Double,
    advice: ThresholdAdvice, blocking: BlockingRecall?, rules: [String],
    clusters: ClusterFigures?, sourcePairs: [GroupFigures], groups: [Grouping],
    charts: [EvaluationChart]
  ) {
    self.program = program
    self.name = name
    self.curve = curve
    self.joinWeight = joinWeight
    self.advice = advice
    self.blocking = blocking
    self.rules = rules
    self.clusters = clusters
    self.sourcePairs = sourcePairs
    self.groups = groups
    self.charts = charts
  }

  /// The page: it needs nothing else.
  public var page: [UInt8] { EvaluationPage(picture: self).markup.bytes }
}
