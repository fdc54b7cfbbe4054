/// JSON as the model file needs it: members in the order given, numbers that read back the same.
enum JSONWriting {
  /// The text in quotes.
  ///
  /// Whatever YAML would read differently inside quotes is escaped as well: control characters, line
  /// breaks of every kind, byte order marks.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0x0A: quoted += "\\n"
      case 0x09: quoted += "\\t"
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        quoted += escape(scalar.value)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The shortest digits that read back as the same number.
  static func number(_ number: Double) -> String {
    precondition(number.isFinite, "JSON has no infinite numbers")
    return number.description
  }

  /// An object on one line.
  static func object(_ members: [(name: String, value: String)]) -> String {
    "{\(members.map { "\(quoted($0.name)): \($0.value)" }.joined(separator: ", "))}"
  }

  /// A list on one line.
  static func list(_ values: [String]) -> String {
    "[\(values.joined(separator: ", "))]"
  }

  private static func escape(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
