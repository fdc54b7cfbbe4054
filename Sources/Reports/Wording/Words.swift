import Vocabulary

/// Words of files and contracts as people read them.
public enum Words {
  /// A word with hyphens as a phrase: `repeated-header` is `repeated header`.
  public static func phrase(_ word: String) -> String {
    String(
      decoding: word.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// A phrase that begins a line.
  public static func sentence(_ word: String) -> String {
    let phrase = phrase(word)
    return phrase.prefix(1).uppercased() + phrase.dropFirst()
  }

  /// `1`, `1 and 2`, `1, 2 and 3`.
  public static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The lines on which something was met first, out of all.
  public static func lines(_ lines: [Int], of count: Int) -> String {
    guard !lines.isEmpty else { return "" }
    let numbers = lines.map(Numbers.grouped)
    if count > lines.count { return "lines " + numbers.joined(separator: ", ") + ", …" }
    return (lines.count == 1 ? "line " : "lines ") + list(numbers)
  }
}
