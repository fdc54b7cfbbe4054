import Disk
import Store
import Synchronization

/// The log of one run: each event as a line of JSON in `log.jsonl`, and to whoever watches.
final class RunLog: Sendable {
  private let file: Mutex<Destination>
  private let run: String
  private let watcher: RunWatcher

  private struct Destination: ~Copyable {
    var file: AppendingFile?
    /// Whether the last line may have been cut short: by a run that was killed, or by a disk that is full.
    var mayBeTorn = true

    mutating func append(_ line: String) {
      do throws(DiskError) {
        if mayBeTorn { try file?.dropTornLine() }
        mayBeTorn = false
        try file?.append(Array(line.utf8).span)
      } catch {
        mayBeTorn = true
      }
    }
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
    file.withLock { $0.append(json + "\n") }
    watcher.onEvent(event, json)
  }

  func progress(_ progress: RunProgress) {
    watcher.onProgress(progress)
  }

  private func line(_ event: RunEvent) -> String {
    JSONValue.members(
      [
        ("ts", .text(SystemClock.now().text)), ("level", .text(event.level.rawValue)),
        ("run_id", .text(run)), ("stage", event.stage.map { .text($0) }),
        ("event", .text(event.name)), ("message", .text(event.message)),
      ] + event.values.map { ($0.name, $0.value) }
    ).line
  }
}
