public import Vocabulary
public import YAMLFiles

/// The times in which claims are taken, as `pipelines/claims/windows.yaml` states them.
public struct ClaimWindows: Hashable, Sendable {
  /// The windows, in the order of their opening.
  public var windows: [Window]

  /// One time in which claims of some schemes are taken.
  public struct Window: Hashable, Sendable {
    /// Its name: `2013-07`.
    public var id: String
    /// The first and the last day.
    public var days: DayInterval
    /// The schemes whose claims it takes.
    public var schemes: [String]
  }

  /// Lists windows, in the order of their opening.
  public init(windows: [Window]) {
    self.windows = windows
  }

  /// The window with the id.
  public func window(named id: String) -> Window? { windows.first { $0.id == id } }

  /// The window of a scheme that is open on the day.
  public func open(for scheme: String, on day: Day) -> Window? {
    windows.first { $0.schemes.contains(scheme) && $0.days.contains(day) }
  }

  /// The window of a scheme that is open on the day, else the next one to open; nil where none comes.
  public func coming(for scheme: String, on day: Day) -> Window? {
    windows.first { $0.schemes.contains(scheme) && $0.days.last >= day }
  }

  /// The last window of a scheme that closed before the day.
  public func closed(for scheme: String, before day: Day) -> Window? {
    windows.last { $0.schemes.contains(scheme) && $0.days.last < day }
  }

  /// The windows of the scheme before another, the earliest first.
  public func before(_ id: String, of scheme: String) -> [Window] {
    guard let window = window(named: id) else { return [] }
    return windows.filter {
      $0.days.first < window.days.first && $0.schemes.contains(scheme)
    }
  }

  /// Reads the file; nothing where any mistake was added.
  public static func read(
    _ document: YAMLDocument, collecting mistakes: inout [YAMLMistake]
  ) -> ClaimWindows? {
    let before = mistakes.count
    let windows = document.read(collecting: &mistakes) { mapping in
      mapping.required("windows") { value in
        value.entries { id, _, value in value.mapping { window(id, &$0) } }
      }
    }
    guard let windows, mistakes.count == before else { return nil }
    return ClaimWindows(windows: windows.sorted { $0.days.first < $1.days.first })
  }

  private static func window(_ id: String, _ mapping: inout MappingReader) -> Window? {
    let opens = mapping.required("opens") { $0.day() }
    let closes = mapping.required("closes") { $0.day() }
    let schemes = mapping.required("schemes") { value in value.list { $0.string() } }
    guard let opens, let closes, let schemes else { return nil }
    guard let days = DayInterval(first: opens, last: closes) else {
      return mapping.mistake("the window closes before it opens", at: "closes")
    }
    return Window(id: id, days: days, schemes: schemes)
  }
}
