import Store
import Vocabulary

/// Something that a person should decide about: two records, and why the program is not sure of them.
struct QueueItem: Hashable, Sendable {
  /// Why a pair is in the queue.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Decisions contradict each other here.
    case contradiction
    /// The two are apart and may be one person.
    case apart
    /// The two are one person, and it hangs on this pair.
    case together

    var title: String {
      switch self {
      case .contradiction: "Decisions contradict"
      case .apart: "Perhaps one person"
      case .together: "Perhaps two people"
      }
    }
  }

  let kind: Kind
  let pair: RecordPair
  let people: [PersonID]
  let agencies: [String]
  /// The weight of the pair, in bits.
  let weight: Double
  /// How likely the program is wrong here, by its own figures, in thousandths.
  let risk: Int
  /// Why two people who weigh enough are apart, such as `identifier`.
  let obstacle: String?

  /// Whether records of two agencies meet here: a mistake misleads both.
  var crossesAgencies: Bool { Set(agencies).count > 1 }

  /// How much harm a mistake would do here, times how likely it is: what decides the place in the queue.
  var urgency: Int { (kind == .contradiction ? 4_000 : risk) * (crossesAgencies ? 2 : 1) }
}
