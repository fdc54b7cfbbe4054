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
    let pairs = members.compactMap { name, value in
      value.map { "\(quoted(name)):\(quoted($0))" }
    }
    return "{\(pairs.joined(separator: ","))}"
  }

  /// The text as a JSON string.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
