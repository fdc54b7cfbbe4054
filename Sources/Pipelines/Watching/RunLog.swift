import Disk
import Synchronization

/// The log of one run: each event as a line of JSON in `log.jsonl`, and to whoever watches.
final class RunLog: Sendable {
  private let file: Mutex<Destination>
  private let run: String
  private let watcher: RunWatcher

  private struct Destination: ~Copyable {
    var file: AppendingFile?
  }

  /// Logs into a run's folder, or to the watcher alone.
  init(run: String, at path: Path?, watcher: RunWatcher) throws(DiskError) {
    var destination = Destination()
    if let path { destination.file = try AppendingFile(path) }
    file = Mutex(destination)
    self.run = run
    self.watcher = watcher
  }

  /// Notes an event.
  ///
  /// A log that can't be written does not stop the run: the disk will tell soon enough.
  func note(_ event: RunEvent) {
    let json = line(event)
    file.withLock { destination in
      try? destination.file?.append(Array((json + "\n").utf8).span)
    }
    watcher.onEvent(event, json)
  }

  func progress(_ progress: RunProgress) {
    watcher.onProgress(progress)
  }

  private func line(_ event: RunEvent) -> String {
    var members = [
      "\"ts\":\(JSON.quoted(SystemClock.now().text))",
      "\"level\":\"\(event.level.rawValue)\"", "\"run_id\":\(JSON.quoted(run))",
    ]
    if let stage = event.stage { members.append("\"stage\":\(JSON.quoted(stage))") }
    members.append("\"event\":\(JSON.quoted(event.name))")
    members.append("\"message\":\(JSON.quoted(event.message))")
    for (name, value) in event.values {
      switch value {
      case .text(let text): members.append("\(JSON.quoted(name)):\(JSON.quoted(text))")
      case .number(let number): members.append("\(JSON.quoted(name)):\(number)")
      }
    }
    return "{\(members.joined(separator: ","))}"
  }
}
