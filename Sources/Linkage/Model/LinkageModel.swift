/// A level of a comparison, with how likely it is for each kind of pair.
///
/// Every likelihood is among pairs that have a value on both sides: a missing value is no evidence.
public struct LevelModel: Sendable, Equatable {
  /// What the level is called.
  public var label: String
  /// How likely the level is when both records are one person.
  public var m: Double
  /// How likely it is when they are two strangers.
  public var u: Double
  /// Where m comes from.
  public var mOrigin: ParameterOrigin
  /// Where u comes from.
  public var uOrigin: ParameterOrigin

  /// Makes a level.
  public init(
    label: String, m: Double, u: Double,
    mOrigin: ParameterOrigin = .usual, uOrigin: ParameterOrigin = .usual
  ) {
    self.label = label
    self.m = m
    self.u = u
    self.mOrigin = mOrigin
    self.uOrigin = uOrigin
  }

  /// The evidence of the level in bits: log2 of m over u.
  public var weight: Double { Evidence.weight(m: m, u: u) }
}

/// A comparison with its levels, the strongest agreement first and «anything else» last.
public struct ComparisonModel: Sendable, Equatable {
  /// What the comparison is called.
  public var name: String
  /// The levels; the first is what patterns call level 1.
  public var levels: [LevelModel]

  /// Makes a comparison.
  public init(name: String, levels: [LevelModel]) {
    self.name = name
    self.levels = levels
  }
}

/// All that is needed to score a pair: how likely a match is before comparing, and each level's
/// likelihoods.
public struct LinkageModel: Sendable, Equatable {
  /// The version of this form of model; a reader refuses any other.
  public static let formatVersion = 1

  /// What the model is called.
  public var name: String
  /// Which training of this model it is: whoever trains anew counts on.
  public var version: Int
  /// The probability that two records chosen at random are one person.
  public var prior: Double
  /// Where the prior comes from.
  public var priorOrigin: ParameterOrigin
  /// How many records there were when the prior was learned; nil where it was not, or nobody noted it.
  public var priorRecords: Int?
  /// The comparisons, in the order of the settings.
  public var comparisons: [ComparisonModel]
  /// What look-alikes of each training block look like.
  public var lookAlikes: [LookAlikes]
  /// The digest of the settings that the model was trained for.
  public var settingsDigest: String
  /// The settings themselves, so that the model alone is enough to score again.
  public var settings: String

  /// Makes a model.
  public init(
    name: String, version: Int = 1, prior: Double, priorOrigin: ParameterOrigin = .usual,
    priorRecords: Int? = nil,
    comparisons: [ComparisonModel], lookAlikes: [LookAlikes] = [], settingsDigest: String = "",
    settings: String = ""
  ) {
    self.name = name
    self.version = version
    self.prior = prior
    self.priorOrigin = priorOrigin
    self.priorRecords = priorRecords
    self.comparisons = comparisons
    self.lookAlikes = lookAlikes
    self.settingsDigest = settingsDigest
    self.settings = settings
  }

  /// The evidence before comparing, in bits: log2 of the prior's odds.
  public var priorWeight: Double { Evidence.weight(ofProbability: prior) }

  /// The model for so many records of the same kind.
  ///
  /// Everybody has as many records in a larger file, while the pairs grow with the square of the records: so the more there
  /// are, the less likely is it that two are one person, and the more namesakes there are among those who agree. Neighbours and
  /// those who were given another's number do not become more, so levels that settings call local are as much rarer among
  /// strangers. In a smaller file all stays as it is: what is known of a large one does not make it easier to join.
  public func fitted(toRecords count: Int, _ settings: LinkageSettings) -> LinkageModel {
    guard let priorRecords, count > priorRecords else { return self }
    let share = Double(priorRecords) / Double(count)
    var model = self
    model.prior = prior * share
    for (place, comparison) in settings.comparisons.enumerated() {
      model.comparisons[place].makeRarer(comparison.levels.map(\.isLocal), by: share)
    }
    return model
  }
}

extension ComparisonModel {
  /// Leaves a share of the strangers at some of the levels, and gives the others to the level that most strangers have.
  fileprivate mutating func makeRarer(_ isLocal: [Bool], by share: Double) {
    precondition(isLocal.count == levels.count, "a model has the levels of its settings")
    let others = levels.indices.filter { !isLocal[$0] }
    guard let commonest = others.max(by: { levels[$0].u < levels[$1].u }) else { return }
    for place in levels.indices where isLocal[place] {
      levels[commonest].u += levels[place].u * (1 - share)
      levels[place].u *= share
    }
  }
}
