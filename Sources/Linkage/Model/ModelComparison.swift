/// What changes when one model takes the place of another, to be seen before it does.
public struct ModelComparison: Sendable, Equatable {
  /// One weight that changes.
  public struct Change: Sendable, Equatable {
    /// The comparison, or nil for the prior.
    public var comparison: String?
    /// The level, or nil for the prior.
    public var level: String?
    /// The weight in the model in force, or nil when it does not have the level.
    public var old: Double?
    /// The weight in the new model, or nil when it does not have the level.
    public var new: Double?

    /// The change in words.
    public var sentence: String {
      let what =
        if let comparison, let level { "'\(comparison)' at '\(level)'" } else { "the prior" }
      return switch (old, new) {
      case (let old?, let new?):
        "\(what): \(Bits.words(old)), now \(Bits.words(new)) (\(Bits.signed(new - old)))"
      case (nil, let new?): "\(what) is new, with \(Bits.words(new))"
      case (let old?, nil): "\(what) is gone; it had \(Bits.words(old))"
      case (nil, nil): "\(what) is in neither model"
      }
    }
  }

  /// Every weight of either model, the prior first, in the order of the new model.
  public let weights: [Change]
  /// Whether both were trained for the same settings.
  public let hasSameSettings: Bool

  /// Compares a new model with the one in force.
  public init(of new: LinkageModel, with old: LinkageModel) {
    var weights = [Change(old: old.priorWeight, new: new.priorWeight)]
    let (oldLevels, newLevels) = (Self.levels(of: old), Self.levels(of: new))
    for level in newLevels {
      let before = oldLevels.first { $0.comparison == level.comparison && $0.level == level.level }
      weights.append(
        Change(
          comparison: level.comparison, level: level.level, old: before?.new, new: level.new))
    }
    for level in oldLevels
    where !newLevels.contains(where: {
      $0.comparison == level.comparison && $0.level == level.level
    }) {
      weights.append(Change(comparison: level.comparison, level: level.level, old: level.new))
    }
    self.weights = weights
    hasSameSettings = new.settingsDigest == old.settingsDigest
  }

  /// The weights that change by more than so many bits, or are in one model only.
  public func changes(above bits: Double) -> [Change] {
    weights.filter { change in
      guard let old = change.old, let new = change.new else { return true }
      return abs(new - old) > bits
    }
  }

  /// The comparison in lines: what changes by more than so many bits, and how much does not.
  public func lines(above bits: Double = 0.5) -> [String] {
    let changes = changes(above: bits)
    var lines: [String] = []
    if !hasSameSettings { lines.append("the two models were trained for different settings") }
    lines += changes.map(\.sentence)
    let rest = weights.count - changes.count
    if rest > 0 {
      lines.append("\(rest) of \(weights.count) weights change by \(Bits.words(bits)) or less")
    }
    return lines
  }

  private static func levels(of model: LinkageModel) -> [Change] {
    model.comparisons.flatMap { comparison in
      comparison.levels.map {
        Change(comparison: comparison.name, level: $0.label, new: $0.weight)
      }
    }
  }
}
