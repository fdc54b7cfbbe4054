public import Store

/// Something that happened in a run, for logs and consoles: counts and names of ours, never anything about a person.
public struct RunEvent: Sendable {
  /// How much it matters.
  public enum Level: String, Sendable {
    case debug, info, warning, error
  }

  /// How much it matters.
  public var level: Level
  /// The stage in which it happened.
  public var stage: String?
  /// What happened, in a word or two with hyphens.
  public var name: String
  /// What happened, as a person reads it.
  public var message: String
  /// The particulars, in order.
  public var values: [(name: String, value: JSONValue)]

  /// The name of the event that a run is under way, and can be gone on with when it is stopped.
  public static let started = "run-started"

  init(
    _ level: Level, _ name: String, stage: String? = nil, _ message: String,
    _ values: [(name: String, value: JSONValue)] = []
  ) {
    self.level = level
    self.stage = stage
    self.name = name
    self.message = message
    self.values = values
  }
}

/// How far a stage has come.
public struct RunProgress: Sendable {
  /// The stage.
  public var stage: String
  /// What is counted.
  public var unit: String
  /// How many are done.
  public var done: Int
  /// How many there are.
  public var total: Int
}

/// Who is told what happens in a run.
public struct RunWatcher: Sendable {
  var onEvent: @Sendable (RunEvent, _ json: String) -> Void
  var onProgress: @Sendable (RunProgress) -> Void

  /// A watcher made of two closures, which may be called from any thread.
  public init(
    onEvent: @escaping @Sendable (RunEvent, _ json: String) -> Void,
    onProgress: @escaping @Sendable (RunProgress) -> Void
  ) {
    self.onEvent = onEvent
    self.onProgress = onProgress
  }

  /// A watcher that looks away.
  public static let none = RunWatcher(onEvent: { _, _ in }, onProgress: { _ in })
}
