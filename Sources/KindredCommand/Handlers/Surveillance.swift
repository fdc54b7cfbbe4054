import Disk
import Glibc
import Pipelines
import YAMLFiles

extension RunWatcher {
  /// Tells a run's events and progress on the console, and notes from when on there is one to go on with.
  static func telling(_ console: Console) -> RunWatcher {
    RunWatcher(
      onEvent: { event, json in
        if event.name == RunEvent.started { Signals.noteRun() }
        switch event.level {
        case .debug, .info: console.detail(event.message)
        case .warning, .error: console.say(event.message)
        }
        console.event(json)
      },
      onProgress: { progress in
        console.progress(Progress(progress))
      })
  }
}

/// Waits for another run to end, as long as the user has patience.
struct Patience {
  let minutes: Int
  let console: Console

  init(minutes: Int, _ console: Console) {
    self.minutes = minutes
    self.console = console
  }

  func wait(_ work: () async throws -> RunOutcome) async throws -> RunOutcome {
    let end = SystemClock.monotonicNanoseconds() + minutes * 60_000_000_000
    var hasSaid = false
    while true {
      do {
        return try await work()
      } catch let problem as RunProblem {
        guard case .locked(let holder) = problem, SystemClock.monotonicNanoseconds() < end else {
          throw problem
        }
        if !hasSaid {
          console.say("Waiting for another run to end" + (holder.map { ": \($0)" } ?? "") + ".")
        }
        hasSaid = true
        try await Task.sleep(for: .seconds(1))
      }
    }
  }
}

/// What the machine offers.
enum Machine {
  /// How many files are worked on at once, unless the user says otherwise.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// The stages that `--stage` asks for: `intake`, `intake+` with all that follow, `+reports` with all before.
enum StageSelection {
  static func names(_ words: String?) throws -> [String] {
    guard let words else { return [] }
    let all = RunKeeper.stageNames
    var chosen: Set<String> = []
    for word in words.split(separator: ",").map(String.init) {
      let name = String(word.drop { $0 == "+" }.reversed().drop { $0 == "+" }.reversed())
      guard let place = all.firstIndex(of: name) else {
        throw RunProblem.unknownStage(name, nearest: NearestWord.suggestion(for: name, among: all))
      }
      let first = word.hasPrefix("+") ? 0 : place
      let last = word.hasSuffix("+") ? all.count - 1 : place
      chosen.formUnion(all[first...last])
    }
    // A stage needs what the stages before it found, so those are built or reused as well.
    guard let last = all.lastIndex(where: { chosen.contains($0) }) else { return [] }
    return last == all.count - 1 ? [] : Array(all[...last])
  }
}
