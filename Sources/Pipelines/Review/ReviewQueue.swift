import Linkage
import SQLiteAccess
public import Store
public import Vocabulary

/// Two records that somebody should look at, with what may be wrong and how much hangs on it.
public struct ReviewItem: Hashable, Sendable {
  /// Why it is asked.
  public enum Question: Hashable, Sendable {
    /// Somebody decided, and details have changed since.
    case changed(entry: Int, details: [String], isHeeded: Bool)
    /// Decisions contradict one another.
    case contradiction
    /// The two are one person by the evidence of this pair alone.
    case weakestLink
    /// The two are one person, and it is not certain.
    case joined
    /// The two are two people, and it is not certain.
    case apart
    /// The two would be one person, were it not for numbers of one kind that differ.
    case numbersDiffer
  }

  /// The two records.
  public var pair: RecordPair
  /// Why it is asked.
  public var question: Question
  /// The weight of the pair in bits, where it was compared.
  public var weight: Double
  /// How likely it is that the answer is wrong as it is.
  public var chanceOfError: Double
  /// How much hangs on it.
  public var stakes: ReviewStakes
  /// The two people, or the one.
  public var people: [PersonID]
  /// The numbers of the sources of the two records, in the pair's order; empty where the two were not compared.
  public var sources: [Int] = []

  /// What the queue is ordered by: harm is to be expected where an error is likely and much hangs on it.
  public var priority: Double { chanceOfError * Double(stakes.weight) }
}

/// How much hangs on whether two records are one person.
public struct ReviewStakes: Hashable, Sendable {
  /// Claims that rest on it.
  public var claims = 0
  /// Criteria whose finding would be another.
  public var criteria = 0
  /// Families that it is about.
  public var families = 0
  /// Agencies of which it brings records together, less one.
  public var agencies = 0
  /// Records that would change hands.
  public var records = 0

  /// Nothing hangs on it.
  public init() {}

  /// A claim outweighs eligibility, that outweighs a family, and that what only joins agencies' records.
  public var weight: Int {
    claims * 1_000 + criteria * 100 + families * 20 + agencies * 5 + max(1, min(records, 20))
  }
}

/// Says what else hangs on two people being one or two; those who know of families and claims pass one in.
public typealias StakesAdding = (_ people: [PersonID], _ stakes: inout ReviewStakes) throws -> Void

/// What there is to look at, the most urgent first.
public struct ReviewQueue: Sendable {
  /// The items in their order.
  public let items: [ReviewItem]

  /// Orders what a run left in doubt, but for what has been decided.
  ///
  /// What has changed since somebody decided comes first, then decisions that contradict one another, then by the harm
  /// to be expected, then what lies nearer to even odds, then the lower keys.
  public init(
    _ file: inout RunFile, decisions: [NotedDecision],
    adding stakes: StakesAdding = { _, _ in }
  ) throws {
    var doubts = ReviewDoubts(decisions)
    doubts.addChanged(try file.decisionStates())
    let notes = try file.clusterNotes()
    try doubts.addPairs(&file, notes)
    var items = doubts.items
    for place in items.indices { try stakes(items[place].people, &items[place].stakes) }
    self.items = items.sorted { $0.sortKey < $1.sortKey }
  }
}

extension ReviewItem {
  fileprivate var sortKey: SortKey {
    let rank =
      switch question {
      case .changed: 0
      case .contradiction: 1
      case .weakestLink, .joined, .apart, .numbersDiffer: 2
      }
    return SortKey(
      rank: rank, priority: -priority, distance: abs(chanceOfError - 0.5), pair: pair)
  }

  fileprivate struct SortKey: Comparable {
    var rank: Int
    var priority: Double
    var distance: Double
    var pair: RecordPair

    static func < (one: SortKey, other: SortKey) -> Bool {
      (one.rank, one.priority, one.distance, one.pair)
        < (other.rank, other.priority, other.distance, other.pair)
    }
  }
}
