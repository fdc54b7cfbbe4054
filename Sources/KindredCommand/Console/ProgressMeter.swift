import Vocabulary

/// How far one piece of work is.
struct Progress: Equatable, Sendable {
  /// What is being done, as "reading extracts".
  var task: String

  /// What is counted, as "rows".
  var unit: String
  var done: Int

  /// How many there will be, if that is known.
  var total: Int?
}

/// Decides when progress is worth showing, and words it.
///
/// Pure: the time is handed in. On a terminal the line redraws itself ten times a second at most;
/// elsewhere a line is written each 60 seconds, so that short work leaves no trace in a log.
struct ProgressMeter: Sendable {
  let isLive: Bool
  let width: Int
  private var task: String?
  private var started = Duration.zero
  private var shown: Duration?

  enum Action: Equatable {
    case nothing
    case redraw(String)
    case line(String)
  }

  init(isLive: Bool, width: Int) {
    self.isLive = isLive
    self.width = width
  }

  mutating func startAnew() { task = nil }

  mutating func show(_ progress: Progress, at now: Duration) -> Action {
    if task != progress.task {
      (task, started, shown) = (progress.task, now, isLive ? nil : now)
    }
    let pause: Duration = isLive ? .milliseconds(100) : .seconds(60)
    if let shown, now - shown < pause { return .nothing }
    shown = now
    let line = words(for: progress, after: now - started)
    return isLive ? .redraw(String(line.prefix(width - 1))) : .line(line)
  }

  private func words(for progress: Progress, after elapsed: Duration) -> String {
    let done = Numbers.grouped(progress.done)
    guard let total = progress.total, total > 0 else {
      return "\(progress.task): \(done) \(progress.unit)"
    }
    // Never 100% before the end, whatever the rounding.
    let share = progress.done >= total ? 100 : min(99, progress.done * 100 / total)
    let line = "\(progress.task): \(done) of \(Numbers.grouped(total)) \(progress.unit) (\(share)%)"
    guard let left = estimate(progress.done, of: total, after: elapsed) else { return line }
    return "\(line), about \(Self.rounded(left)) left"
  }

  /// The time still needed at the pace so far; nothing before there is a pace to speak of.
  private func estimate(_ done: Int, of total: Int, after elapsed: Duration) -> Duration? {
    guard elapsed >= .seconds(3), done > 0, done < total else { return nil }
    return elapsed * (Double(total - done) / Double(done))
  }

  /// A duration as a person would say it: "40 s", "3 min", "2 h 10 min".
  static func rounded(_ duration: Duration) -> String {
    let seconds = Int(duration.components.seconds)
    switch seconds {
    case ..<55: return "\(max(5, (seconds + 4) / 5 * 5)) s"
    case ..<3570: return "\((seconds + 30) / 60) min"
    default:
      let minutes = (seconds + 300) / 600 * 10
      return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }
  }
}
