/// Where something stands in a text: its line and column, both counted from 1.
public struct YAMLMark: Equatable, Hashable, Sendable, Comparable {
  /// The line, counted from 1.
  public let line: Int
  /// The column in characters, counted from 1.
  public let column: Int

  /// Makes a mark from a line and a column counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders marks as one reads: by line, then by column.
  public static func < (one: YAMLMark, other: YAMLMark) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

/// How a scalar was written: as plain words, or in quotes or as a block of text.
public enum YAMLStyle: Equatable, Sendable {
  /// Written without quotes, so that `true`, `12` and an empty value may mean more than text.
  case plain
  /// Written in quotes or as a block (`|`, `>`): text and nothing but text.
  case quoted
}

/// One scalar, list or mapping of a document, with the place where it begins.
public struct YAMLNode: Equatable, Sendable {
  /// What a node holds.
  public enum Content: Equatable, Sendable {
    /// A word, number or text; the text is kept as written and never guessed at.
    case scalar(String, YAMLStyle)
    /// A list, in its order.
    case sequence([YAMLNode])
    /// Keys and values, in the order written; no key comes twice.
    case mapping([YAMLEntry])
  }

  /// What the node holds.
  public let content: Content
  /// Where the node begins.
  public let mark: YAMLMark

  /// Makes a node that begins at a mark.
  public init(_ content: Content, at mark: YAMLMark) {
    self.content = content
    self.mark = mark
  }

  /// The value of a key when the node is a mapping that has the key.
  public subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The text when the node is a scalar.
  public var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// Whether the node says that there is no value: nothing, `~` or `null`, without quotes.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// One key of a mapping with its value.
public struct YAMLEntry: Equatable, Sendable {
  /// The key's text.
  public let key: String
  /// Where the key begins.
  public let mark: YAMLMark
  /// What the key stands for.
  public let value: YAMLNode

  /// Makes an entry from a key at a mark and its value.
  public init(key: String, at mark: YAMLMark, value: YAMLNode) {
    self.key = key
    self.mark = mark
    self.value = value
  }
}
