import Pipelines
import Synchronization

/// The run that is shown, and its successor once that is ready.
///
/// Requests keep the run with which they began. When another is published, it is made ready in the background and takes
/// the place of the old one in one step.
final class Generations: Sendable {
  private struct State {
    var current: Generation
    var isPreparing = false
  }

  private let workspace: Workspace
  private let threads: Int
  private let state: Mutex<State>

  init(_ workspace: Workspace, threads: Int, first: Generation) {
    self.workspace = workspace
    self.threads = threads
    state = Mutex(State(current: first))
  }

  /// The run to show now.
  var current: Generation {
    let live = try? workspace.liveRun()
    let (generation, begins) = state.withLock { state in
      guard let live, live != state.current.run, !state.isPreparing else {
        return (state.current, false)
      }
      state.isPreparing = true
      return (state.current, true)
    }
    if begins, let live { prepare(live) }
    return generation
  }

  private func prepare(_ run: RunName) {
    Task.detached(priority: .utility) { [self] in
      // A run that can't be opened is tried again at the next request; until then the old one stays.
      let next = try? await Generation(run, in: workspace, threads: threads)
      state.withLock { state in
        if let next { state.current = next }
        state.isPreparing = false
      }
    }
  }
}
