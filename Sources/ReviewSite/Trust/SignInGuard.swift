import Disk
import Synchronization

/// Slows down whoever tries passwords: so many failures lock a name out for some time, longer each time.
///
/// A name that nobody has is treated as any other, so that nothing tells which there are.
final class SignInGuard: Sendable {
  /// How many failures lock out, and for how many milliseconds the first time.
  static let mostFailures = 5
  static let firstLock = 60_000
  static let longestLock = 4 * 3_600_000
  /// The most attempts by everybody together in a minute.
  static let mostInAMinute = 60

  private struct Record {
    var failures = 0
    var locks = 0
    var lockedUntil = 0
  }

  private struct State {
    var records: [String: Record] = [:]
    var minute = 0
    var attempts = 0
  }

  private let state = Mutex(State())

  /// What is said to an attempt.
  enum Answer: Equatable {
    /// It may be tried.
    case goOn
    /// Not before so many seconds.
    case wait(seconds: Int)
  }

  /// Asks whether a name may be tried now.
  func ask(_ name: String, at now: Instant) -> Answer {
    state.withLock { state in
      let minute = now.milliseconds / 60_000
      if state.minute != minute { (state.minute, state.attempts) = (minute, 0) }
      state.attempts += 1
      guard state.attempts <= Self.mostInAMinute else { return .wait(seconds: 60) }
      let left = (state.records[name]?.lockedUntil ?? 0) - now.milliseconds
      return left > 0 ? .wait(seconds: (left + 999) / 1_000) : .goOn
    }
  }

  /// Notes a failure; true where it locks the name out.
  func noteFailure(_ name: String, at now: Instant) -> Bool {
    state.withLock { state in
      // Names that somebody makes up are not kept for ever.
      if state.records.count > 10_000 { state.records = [:] }
      var record = state.records[name] ?? Record()
      record.failures += 1
      let locks = record.failures >= Self.mostFailures
      if locks {
        let length = min(Self.firstLock << min(record.locks, 12), Self.longestLock)
        record.lockedUntil = now.milliseconds + length
        record.locks += 1
        record.failures = 0
      }
      state.records[name] = record
      return locks
    }
  }

  /// Notes that a name signed in.
  func noteSuccess(_ name: String) {
    _ = state.withLock { $0.records.removeValue(forKey: name) }
  }
}
