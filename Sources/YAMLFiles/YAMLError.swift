/// Why a text is not a document that can be read, and where.
public struct YAMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Code: String, Sendable {
    /// The text breaks YAML's grammar, or is not UTF-8.
    case syntax
    /// A key stands twice in one mapping.
    case duplicateKey
    /// Grammatical YAML that no definition of ours needs: tags, merge keys, keys that are lists.
    case unsupported
    /// An alias to an anchor that is not there.
    case unknownAlias
    /// The text holds no document, or more than one.
    case documentCount
    /// Too large, too deep or too many nodes.
    case limit
    /// The memory ran out.
    case outOfMemory
  }

  /// What kind of failure it is.
  public let code: Code
  /// The failure in a plain sentence.
  public let message: String
  /// The name of the file, as it was given.
  public let file: String
  /// The place in the file.
  public let mark: YAMLMark

  /// Makes an error of a kind at a place.
  public init(_ code: Code, _ message: String, file: String, mark: YAMLMark) {
    self.code = code
    self.message = message
    self.file = file
    self.mark = mark
  }

  /// File, line, column and sentence, as compilers write them.
  public var description: String { "\(file):\(mark.line):\(mark.column): \(message)" }
}

/// What libyaml says, in sentences for the people who write the files.
enum PlainSentence {
  static func of(problem: String) -> String {
    table.first { problem.hasPrefix($0.problem) }?.sentence ?? problem
  }

  private static let table: [(problem: String, sentence: String)] = [
    (
      "mapping values are not allowed in this context",
      "a second ': ' on the line cannot start a value here; put quotes around the text, "
        + "or check the indentation"
    ),
    ("did not find expected key", "a key was expected here; check the indentation"),
    (
      "did not find expected '-' indicator",
      "an item starting with '- ' was expected here; check the indentation"
    ),
    ("could not find expected ':'", "a ':' is missing after this key"),
    (
      "did not find expected ',' or ']'",
      "a ',' or the closing ']' of the list is missing"
    ),
    (
      "did not find expected ',' or '}'",
      "a ',' or the closing '}' of the mapping is missing"
    ),
    ("found unexpected end of stream", "the file ends inside quotes; the closing quote is missing"),
    (
      "found character that cannot start any token",
      "no value can start with this character; put quotes around the text"
    ),
    (
      "block sequence entries are not allowed in this context",
      "a list cannot start here; put it on a line of its own"
    ),
    ("found unknown escape character", "this is no escape that double quotes know"),
    ("control characters are not allowed", "control characters are not allowed"),
    ("invalid leading UTF-8 octet", "the file is not UTF-8 text"),
    ("invalid trailing UTF-8 octet", "the file is not UTF-8 text"),
    ("incomplete UTF-8 octet sequence", "the file is not UTF-8 text"),
  ]
}
