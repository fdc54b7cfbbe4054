import Dispatch
import Synchronization

/// Lets so many through at once, and the others wait in the order in which they came.
///
/// A lock lets in whoever asks at the right moment, so that under load some wait many times as long as others.
final class Turns: Sendable {
  private struct State {
    var free: Int
    var waiting: [DispatchSemaphore] = []
  }

  private let state: Mutex<State>

  init(_ atOnce: Int) {
    state = Mutex(State(free: atOnce))
  }

  /// How many wait for their turn.
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// Does something when its turn has come.
  func take<Value>(_ body: () -> Value) -> Value {
    let place: DispatchSemaphore? = state.withLock { state in
      guard state.free == 0 else {
        state.free -= 1
        return nil
      }
      let place = DispatchSemaphore(value: 0)
      state.waiting.append(place)
      return place
    }
    place?.wait()
    defer { pass() }
    return body()
  }

  /// Hands the turn to whoever has waited longest, past everybody who comes just now.
  private func pass() {
    let next: DispatchSemaphore? = state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.signal()
  }
}
