public import Vocabulary

/// What a column's cells mean, and so how they are cleaned before they are compared.
public enum ColumnType: Hashable, Sendable {
  /// A person's name, or a part of it.
  case name
  /// Any words.
  case text
  /// Letters and digits that say something only as a whole.
  case code
  /// A date, of birth for instance.
  case date
  /// A British postcode.
  case postcode
  /// An address, or lines of it.
  case address
  /// A number.
  case number
  /// An identifier of a known kind, with its check digits.
  case identifier(IdentifierKind)

  /// The names that settings use.
  public static let names = [
    "name", "text", "code", "date", "postcode", "address", "number", "identifier",
  ]

  /// The name in settings.
  public var name: String {
    switch self {
    case .name: "name"
    case .text: "text"
    case .code: "code"
    case .date: "date"
    case .postcode: "postcode"
    case .address: "address"
    case .number: "number"
    case .identifier: "identifier"
    }
  }
}

/// One column that is taken from the files.
public struct ColumnSettings: Hashable, Sendable {
  /// What it is called in the settings.
  public let name: String
  /// What its cells mean.
  public let type: ColumnType
  /// What it may be called in the files' headers; the first that a file has is taken.
  public let headers: [String]
  /// What stands between several values in one cell; nil for one value.
  public let separator: UInt8?
  /// How dates are written, in the order in which they are tried; empty for the usual ways.
  public let dateFormats: [DatePattern]
  /// Texts that mean «not known», beside the usual ones.
  public let missing: [String]
}

/// One level of a comparison.
public struct LevelSettings: Hashable, Sendable {
  /// What the level is called in reports.
  public let label: String
  /// When it is reached; nil for the last, «anything else».
  public let condition: Condition?
  /// What is looked up in the frequencies when two records reach the level.
  public let frequencyOf: Expression?
  /// How much of the frequency's weight counts: 1 all of it.
  public let frequencyWeight: Double
  /// The share of matching pairs at this level, if it is not to be estimated.
  public let fixedM: Double?
  /// The share of other pairs at this level, if it is not to be estimated.
  public let fixedU: Double?
  /// Whether strangers agree so by living or being filed in one place: the more records there are, the fewer of all pairs do.
  public var isLocal = false
}

/// One comparison: the levels, of which each pair of records reaches one or, with data missing, none.
public struct ComparisonSettings: Hashable, Sendable {
  /// What the comparison is called.
  public let name: String
  /// The levels from the strongest agreement to anything else.
  public let levels: [LevelSettings]
}

/// One blocking rule: records that agree on all its parts are compared.
public struct BlockingRule: Hashable, Sendable {
  /// The parts that have to be equal.
  public let parts: [Expression]

  /// The rule as it is written.
  public var text: String { parts.map(\.text).joined(separator: ", ") }
}

/// How the parameters are estimated.
public struct TrainingSettings: Hashable, Sendable {
  /// Rules that hold for few but matching records; with their recall they give the prior.
  public var certainRules: [BlockingRule] = []
  /// The share of all matching pairs that the certain rules find.
  public var certainRecall = 0.7
  /// The prior, if it is not to be estimated: how often two random records match.
  public var prior: Double?
  /// How many random pairs the chances of accidental agreement are counted on.
  public var randomPairs = 2_000_000
  /// Blocks of pairs on which the shares of matching pairs are estimated; empty for the blocking rules.
  public var blocks: [BlockingRule] = []
  /// How many pairs of a block are counted at most.
  public var pairsPerBlock = 500_000
  /// Whether different people who look alike are told from strangers, and taken off a weight.
  public var lookAlikes = true
}

/// How scored pairs become clusters.
public struct ClusterSettings: Hashable, Sendable {
  /// The probability from which two records are joined.
  public var joinProbability = 0.8
  /// Identifiers of which one person has only one: records with different ones are never joined.
  public var neverTwo: [Expression] = []
  /// Sources in which every person stands once.
  public var withoutDuplicates: [String] = []
  /// Conditions under which two records are never one person, whatever else agrees.
  public var never: [Condition] = []
}

/// How many pairs are compared at most.
public struct PairBudget: Hashable, Sendable {
  /// The most pairs that may be compared for each record.
  public var perRecord = 300
  /// A number of pairs that is never too many.
  public var atLeast = 20_000_000
  /// The most records that one block may have.
  public var largestBlock = 20_000

  /// The most pairs for a number of records.
  public func pairs(records: Int) -> Int { max(atLeast, perRecord * records) }
}

/// Which records are compared with which.
public enum LinkageMode: String, CaseIterable, Hashable, Sendable {
  /// All with all.
  case deduplicate
  /// Only records of different sources.
  case link
  /// All with all, of several sources.
  case both = "link-and-deduplicate"
}

/// Everything that a linkage is told: columns, comparisons, blocking, training, clusters.
public struct LinkageSettings: Hashable, Sendable {
  /// The name of the settings.
  public let name: String
  /// The version of the settings, as their owner counts.
  public let version: Int
  /// The headers under which the files have the records' own ids.
  public let idHeaders: [String]
  /// Which records are compared; nil to go by the number of files.
  public let mode: LinkageMode?
  /// The columns that are taken.
  public let columns: [ColumnSettings]
  /// The comparisons.
  public let comparisons: [ComparisonSettings]
  /// The blocking rules.
  public let blocking: [BlockingRule]
  /// How the parameters are estimated.
  public let training: TrainingSettings
  /// How pairs become clusters.
  public let clusters: ClusterSettings
  /// How many pairs are compared at most.
  public let budget: PairBudget
  /// The match weight, as a probability, below which a pair is not kept.
  public let keepProbability: Double
}
