/// Where the reports and the files beside them are.
enum ReportLink {
  /// The page of a source, as seen from the folder of reports.
  static func page(ofSource name: String) -> String {
    "sources/\(fileName(of: name)).html"
  }

  /// A name that is a file name everywhere, and another one for each name.
  ///
  /// Contracts name their sources by letters, digits and hyphens, which stay; no other byte gets into a path.
  static func fileName(of name: String) -> String {
    escaped(name, by: "~") { byte in byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }
  }

  /// One step of a path, as a link has to be written.
  static func step(_ name: String) -> String {
    escaped(name, by: "%") { byte in "-._~".utf8.contains(byte) }
  }

  private static func escaped(
    _ name: String, by mark: String, keeping isKept: (UInt8) -> Bool
  ) -> String {
    var text = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where isKept(byte): text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += mark + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return text
  }
}
