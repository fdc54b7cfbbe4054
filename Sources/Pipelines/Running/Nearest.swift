import YAMLFiles

/// The nearest of several words to one that is none of them.
enum Nearest {
  static func word(to mistyped: String, among words: [String]) -> String? {
    NearestWord.suggestion(for: mistyped, among: words)
  }
}
