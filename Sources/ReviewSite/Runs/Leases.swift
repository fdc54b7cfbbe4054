import Disk
import Synchronization
import Vocabulary

/// Which pair is with whom, so that the queue gives no pair to two people at once.
///
/// Only the queue heeds it: whoever opens a pair by its address may decide, and nothing is lost if two do.
final class Leases: Sendable {
  /// How long a pair stays with somebody, in milliseconds.
  static let length = 15 * 60_000

  private struct Lease {
    var account: String
    var until: Int
  }

  private let leases = Mutex<[RecordPair: Lease]>([:])

  /// Takes the first of some pairs that is not with somebody else.
  func take(_ account: String, from pairs: some Sequence<RecordPair>, at now: Instant)
    -> RecordPair?
  {
    leases.withLock { leases in
      leases = leases.filter { $0.value.until > now.milliseconds && $0.value.account != account }
      guard let pair = pairs.first(where: { leases[$0] == nil }) else { return nil }
      leases[pair] = Lease(account: account, until: now.milliseconds + Self.length)
      return pair
    }
  }
}
