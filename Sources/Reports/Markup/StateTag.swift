public import Store

/// A state in a word, with an icon whose shape says the same, so that nothing hangs on colour.
public struct StateTag {
  private let word: String
  private let style: String
  private let icon: Icon

  /// A shape that is told apart without its colour.
  public enum Icon: Sendable {
    /// As it should be.
    case tick
    /// Worth a look.
    case triangle
    /// Not as it should be.
    case cross
    /// Neither.
    case dash
    /// Not yet.
    case circle
  }

  /// The tag of a source's state.
  public init(_ freshness: Freshness?) {
    switch freshness {
    case .fresh: (word, style, icon) = ("Fresh", "good", .tick)
    case .warn: (word, style, icon) = ("Ageing", "warning", .triangle)
    case .stale: (word, style, icon) = ("Stale", "error", .cross)
    case .missing: (word, style, icon) = ("Missing", "error", .cross)
    case .notDue: (word, style, icon) = ("Not due", "plain", .circle)
    case nil: (word, style, icon) = ("Not judged", "plain", .dash)
    }
  }

  /// A tag of a word; `style` is `good`, `warning`, `error` or `plain`.
  public init(word: String, style: String, icon: Icon) {
    self.word = word
    self.style = style
    self.icon = icon
  }

  /// The tag of a finding.
  public static func finding(isError: Bool) -> StateTag {
    isError
      ? StateTag(word: "Error", style: "error", icon: .cross)
      : StateTag(word: "Warning", style: "warning", icon: .triangle)
  }

  /// The tag of an extract's state.
  public static func extract(_ state: String) -> StateTag {
    switch state {
    case "read": StateTag(word: "Read", style: "good", icon: .tick)
    case "refused": StateTag(word: "Refused", style: "error", icon: .cross)
    default: StateTag(word: Words.sentence(state), style: "plain", icon: .dash)
    }
  }

  /// The tag of a problem.
  static func problem(rejects: Bool) -> StateTag {
    rejects
      ? StateTag(word: "Quarantined", style: "error", icon: .cross)
      : StateTag(word: "Noted", style: "warning", icon: .triangle)
  }

  /// The tag.
  public var markup: Markup {
    "<span class=\"tag \(style)\"><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\">\(drawing)</svg>\(word)</span>"
  }

  private var drawing: Markup {
    switch icon {
    case .tick: "<path d=\"M2 6.5 5 9.5 10 3\"/>"
    case .triangle: "<path d=\"M6 1.5 11 10.5H1ZM6 5v2.4M6 8.9v.2\"/>"
    case .cross: "<path d=\"M2.5 2.5l7 7M9.5 2.5l-7 7\"/>"
    case .dash: "<path d=\"M2 6h8\"/>"
    case .circle: "<circle cx=\"6\" cy=\"6\" r=\"4\"/>"
    }
  }
}
