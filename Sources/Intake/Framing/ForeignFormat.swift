import Vocabulary

/// What a file is that came under the name of a table and is none, by its first bytes.
enum ForeignFormat {
  private static let beginnings: [(bytes: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a workbook (.xlsx) or a ZIP archive"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook (.xls)"),
    ([0x1F, 0x8B], "packed with gzip"),
    (Array("%PDF-".utf8), "a PDF document"),
    (Array("{\\rtf".utf8), "a word processor's document"),
  ]

  private static let pages = ["<!doctype", "<html", "<?xml"].map { Array($0.utf8) }

  /// The name of the format; nil for what may be a table.
  static func name(of head: [UInt8]) -> String? {
    if let known = beginnings.first(where: { head.starts(with: $0.bytes) }) { return known.name }
    let text = head.drop { ASCII.isWhitespace($0) }.prefix(9).map(ASCII.lowercased)
    return pages.contains { text.starts(with: $0) } ? "a web page or XML" : nil
  }

  /// Whether there is nothing in a file but blank space.
  static func isBlank(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy(ASCII.isWhitespace) }
}
