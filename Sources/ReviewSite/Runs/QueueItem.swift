import Pipelines
import Vocabulary

/// Something that a person should decide about: an item of the run's queue as the pages show it.
struct QueueItem: Hashable, Sendable {
  /// Why a pair is in the queue.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Somebody decided, and details have changed since.
    case changed
    /// Decisions contradict each other here.
    case contradiction
    /// The two are one person, and it hangs on this pair.
    case together
    /// The two are apart and may be one person.
    case apart
    /// The two would be one person, were it not for numbers that differ.
    case numbersDiffer = "numbers-differ"

    var title: String {
      switch self {
      case .changed: "Changed since a decision"
      case .contradiction: "Decisions contradict"
      case .together: "Perhaps two people"
      case .apart: "Perhaps one person"
      case .numbersDiffer: "Numbers differ"
      }
    }
  }

  let kind: Kind
  let pair: RecordPair
  let people: [PersonID]
  /// The agencies of the two records, in the pair's order.
  let agencies: [String]
  /// The weight of the pair, in bits.
  let weight: Double
  /// How likely the answer is wrong as it is, by the program's own figures, in thousandths.
  let risk: Int
  /// How much hangs on it.
  let stakes: ReviewStakes

  init(_ item: ReviewItem, agencies: [String]) {
    kind =
      switch item.question {
      case .changed: .changed
      case .contradiction: .contradiction
      case .weakestLink, .joined: .together
      case .apart: .apart
      case .numbersDiffer: .numbersDiffer
      }
    pair = item.pair
    people = item.people
    self.agencies = agencies
    weight = item.weight
    risk = Int((item.chanceOfError * 1_000).rounded())
    stakes = item.stakes
  }

  /// Whether records of two agencies meet here: a mistake misleads both.
  var crossesAgencies: Bool { Set(agencies).count > 1 }
}
