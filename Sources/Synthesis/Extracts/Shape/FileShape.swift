import Vocabulary

/// How a file is put together around its rows: letters, separators, titles and ends.
struct FileShape: Sendable {
  /// The letters of the file.
  enum Encoding: Sendable { case utf8, utf8WithMark, windows1252, utf16LittleEndian }
  /// What the file is wrapped in.
  enum Wrapping: Sendable { case none, gzip, zip }

  var encoding = Encoding.utf8
  var separator = ","
  var lineEnd = "\r\n"
  var wrapping = Wrapping.none
  /// Lines before the heading, of a file made on a day.
  var preamble: @Sendable (Day) -> [String] = { _ in [] }
  /// Lines after the last row, given how many rows there were.
  var footer: @Sendable (Int) -> [String] = { _ in [] }
  /// After how many rows the heading is printed again, as on a new page; nil for never.
  var rowsToAPage: Int?

  /// The plainest of files.
  static let plain = FileShape()

  /// A field as it stands in the file, in quotes where it must be.
  func field(_ text: String) -> String {
    guard needsQuotes(text) else { return text }
    var quoted = "\""
    for letter in text { quoted += letter == "\"" ? "\"\"" : String(letter) }
    return quoted + "\""
  }

  private func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        || $0 == separatorByte
    }
  }

  /// The byte of the separator.
  var separatorByte: UInt8 { separator.utf8.first ?? UInt8(ascii: ",") }

  /// A whole record without its line end.
  func record(_ fields: [String]) -> String {
    fields.map(field).joined(separator: separator)
  }
}
