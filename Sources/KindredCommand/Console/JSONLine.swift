import Store

/// Messages as one JSON object a line, for log collectors.
enum JSONLine {
  static func message(_ text: String, level: String, at timestamp: String) -> String {
    object([("ts", timestamp), ("level", level), ("event", "message"), ("message", text)])
  }

  static func problem(_ problem: Problem, _ severity: Severity, at timestamp: String) -> String {
    object([
      ("ts", timestamp), ("level", severity.rawValue), ("event", "problem"),
      ("message", problem.what), ("place", problem.place?.description), ("why", problem.why),
      ("advice", problem.advice),
    ])
  }

  /// An object of texts, in the order given, without the members that are missing.
  static func object(_ members: [(String, String?)]) -> String {
    JSONValue.members(members.map { name, text in (name, text.map { .text($0) }) }).line
  }
}
