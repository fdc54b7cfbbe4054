/// One thing wrong with what a document says, though its grammar is right.
public struct YAMLMistake: Error, Equatable, Hashable, Sendable, CustomStringConvertible {
  /// The name of the file.
  public let file: String
  /// The place in the file.
  public let mark: YAMLMark
  /// What is wrong, in a plain sentence.
  public let what: String
  /// What was probably meant, or what to write instead.
  public let suggestion: String?

  /// Makes a mistake at a place.
  public init(file: String, mark: YAMLMark, what: String, suggestion: String? = nil) {
    self.file = file
    self.mark = mark
    self.what = what
    self.suggestion = suggestion
  }

  /// The line, counted from 1.
  public var line: Int { mark.line }
  /// The column, counted from 1.
  public var column: Int { mark.column }

  /// File, line, column, sentence and suggestion in one line.
  public var description: String {
    "\(file):\(line):\(column): \(what)" + (suggestion.map { "; \($0)" } ?? "")
  }
}

extension YAMLError {
  /// The same failure as a mistake, so that both can stand in one list.
  public var asMistake: YAMLMistake { YAMLMistake(file: file, mark: mark, what: message) }
}

/// Words of a file as a message shows them: short, in one line, in quotes.
enum Shown {
  static func text(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count > 40 || line.count < text.count ? "'\(line.prefix(40))…'" : "'\(line)'"
  }

  static func kind(of node: YAMLNode) -> String {
    switch node.content {
    case .scalar where node.isNull: "nothing"
    case .scalar(let value, _): text(value)
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
