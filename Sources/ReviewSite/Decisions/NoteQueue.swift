import Dispatch
import Store
import Synchronization

/// Entries that wait for the ledger: whoever comes while another writes is written with all who came meanwhile.
///
/// So twenty readers wait for the disk twice at most, and not twenty times one after the other.
final class NoteQueue: Sendable {
  private enum Outcome {
    case noted, failed
    /// It is for this one to write, for all who wait.
    case leads
  }

  private final class Waiter: Sendable {
    let entry: LedgerFile.NewEntry
    private let turn = DispatchSemaphore(value: 0)
    private let outcome = Mutex(Outcome.leads)

    init(_ entry: LedgerFile.NewEntry) {
      self.entry = entry
    }

    func end(_ outcome: Outcome) {
      self.outcome.withLock { $0 = outcome }
      turn.signal()
    }

    func wait() -> Outcome {
      turn.wait()
      return outcome.withLock { $0 }
    }
  }

  private struct State {
    var waiting: [Waiter] = []
    var isWriting = false
  }

  private let state = Mutex(State())

  /// How many wait for whoever writes just now.
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// Notes an entry, and returns once it is noted; what fails for one fails for all who were written with it.
  func note(
    _ entry: LedgerFile.NewEntry, by write: ([LedgerFile.NewEntry]) throws -> Void
  ) throws {
    let waiter = Waiter(entry)
    let comesFirst = state.withLock { state in
      state.waiting.append(waiter)
      defer { state.isWriting = true }
      return !state.isWriting
    }
    switch comesFirst ? .leads : waiter.wait() {
    case .noted: return
    case .failed: throw BookProblem.notNoted
    case .leads: try lead(waiter, write)
    }
  }

  private func lead(_ leader: Waiter, _ write: ([LedgerFile.NewEntry]) throws -> Void) throws {
    let all = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    defer { handOn() }
    do {
      try write(all.map(\.entry))
    } catch {
      for waiter in all where waiter !== leader { waiter.end(.failed) }
      throw error
    }
    for waiter in all where waiter !== leader { waiter.end(.noted) }
  }

  /// The first who came meanwhile writes next.
  private func handOn() {
    let next = state.withLock { state in
      state.isWriting = !state.waiting.isEmpty
      return state.waiting.first
    }
    next?.end(.leads)
  }
}
