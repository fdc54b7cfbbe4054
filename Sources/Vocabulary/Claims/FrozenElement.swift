/// One element of a result, as it was measured.
public struct FrozenElement: Hashable, Sendable {
  /// What it came to.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    /// The problem was there and the measure is reached.
    case achieved
    /// The measure is not reached.
    case notAchieved = "not-achieved"
    /// The problem was there and can no longer be asked about: the children have left school.
    case neutral
    /// The family did not have the problem, and nobody in it began to.
    case notRelevant = "not-relevant"
    /// Data is missing that decides it.
    case cannotTell = "cannot-tell"
  }

  /// The element's name in its scheme.
  public var element: String
  /// What it came to.
  public var answer: Answer
  /// The counts and windows behind it, a line each.
  public var lines: [Line]
  /// The rows that were counted.
  public var rows: [EvidenceRow]
  /// What is missing, in words.
  public var missing: [String]
  /// Why it is not reached, in words.
  public var reasons: [String]

  /// One count over one window.
  public struct Line: Hashable, Sendable {
    /// Whom it is of; nil for the family as a whole.
    public var person: PersonID?
    /// What is counted: `before`, `now`, `Autumn 2012/13`.
    public var name: String
    /// The window.
    public var days: DayInterval
    /// How many are certain.
    public var count: Int
    /// Out of how many, where it is a share.
    public var outOf: Int?
    /// Whether the sources cover the whole window, so that what is not there did not happen.
    public var isCovered: Bool

    /// States a count.
    public init(
      person: PersonID? = nil, name: String, days: DayInterval, count: Int, outOf: Int? = nil,
      isCovered: Bool
    ) {
      self.person = person
      self.name = name
      self.days = days
      self.count = count
      self.outOf = outOf
      self.isCovered = isCovered
    }
  }

  /// States what was measured.
  public init(
    element: String, answer: Answer, lines: [Line] = [], rows: [EvidenceRow] = [],
    missing: [String] = [], reasons: [String] = []
  ) {
    self.element = element
    self.answer = answer
    self.lines = lines
    self.rows = rows
    self.missing = missing
    self.reasons = reasons
  }
}
