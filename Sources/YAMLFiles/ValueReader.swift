/// Reads one node as what it has to be, and keeps every mistake it finds.
///
/// A reading that fails returns nil and leaves a mistake behind, so that the caller can go on and
/// all the mistakes of a file are told at once.
public struct ValueReader {
  /// The node that is read.
  public let node: YAMLNode
  /// What the value is called in messages: `'required'`, or «item 3 of 'fields'».
  public let name: String
  /// The name of the file.
  public let file: String
  /// The mistakes found so far.
  public private(set) var mistakes: [YAMLMistake] = []

  /// Starts reading a node, which messages call by a name.
  public init(_ node: YAMLNode, name: String, file: String) {
    self.node = node
    self.name = name
    self.file = file
  }

  /// Notes a mistake about this value, and returns nil for the caller to return.
  @discardableResult
  public mutating func mistake<Value>(_ what: String, suggestion: String? = nil) -> Value? {
    mistakes.append(YAMLMistake(file: file, mark: node.mark, what: what, suggestion: suggestion))
    return nil
  }

  /// Takes over what readers of parts of this value found.
  mutating func take(_ found: [YAMLMistake]) {
    mistakes += found
  }

  /// The text of any scalar, quoted or not: `no` is the text «no».
  public mutating func string() -> String? {
    guard let text = node.text, !node.isNull else { return wrong(expected: "a text") }
    return text
  }

  /// A whole number within a range.
  public mutating func integer(in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
    guard case .scalar(let text, .plain) = node.content, !node.isNull, isWholeNumber(text) else {
      return wrong(expected: "a whole number")
    }
    guard let number = Int(text), range.contains(number) else {
      return wrong(expected: bounds(of: range))
    }
    return number
  }

  /// `true` or `false`, and no other word: YAML's `yes`, `no`, `on` and `off` are mistakes here.
  public mutating func boolean() -> Bool? {
    guard case .scalar(let text, .plain) = node.content, !node.isNull else {
      return wrong(expected: "true or false")
    }
    switch text {
    case "true": return true
    case "false": return false
    default: return wrong(expected: "true or false", suggestion: meantBoolean(text))
    }
  }

  /// One of the allowed words.
  public mutating func word(among words: [String]) -> String? {
    guard let text = node.text, !node.isNull else {
      return wrong(expected: "one of \(list(words))")
    }
    guard words.contains(text) else {
      let nearest = NearestWord.suggestion(for: text, among: words)
      return mistake(
        "\(Shown.text(text)) is no value of \(name)",
        suggestion: nearest.map { "did you mean '\($0)'?" } ?? "use one of \(list(words))")
    }
    return text
  }

  /// One of the words of an enumeration.
  public mutating func word<Words>(as type: Words.Type) -> Words?
  where Words: RawRepresentable & CaseIterable, Words.RawValue == String {
    word(among: type.allCases.map(\.rawValue)).flatMap(Words.init(rawValue:))
  }

  /// A list whose items are read one by one; an item that cannot be read is left out.
  public mutating func list<Item>(
    _ read: (inout ValueReader) -> Item?
  ) -> [Item]? {
    guard case .sequence(let nodes) = node.content else { return wrong(expected: "a list") }
    var items: [Item] = []
    for (index, node) in nodes.enumerated() {
      var reader = ValueReader(node, name: "item \(index + 1) of \(name)", file: file)
      if let item = read(&reader) { items.append(item) }
      take(reader.mistakes)
    }
    return items
  }

  /// A mapping with known keys; keys that nobody asked for are mistakes.
  public mutating func mapping<Value>(
    _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    guard var reader = MappingReader(node, name: name, file: file) else {
      return wrong(expected: "a mapping of keys to values")
    }
    let value = read(&reader)
    reader.finish()
    take(reader.mistakes)
    return value
  }

  /// A mapping whose keys are free, read entry by entry in the order written.
  public mutating func entries<Value>(
    _ read: (_ key: String, _ mark: YAMLMark, _ value: inout ValueReader) -> Value?
  ) -> [Value]? {
    guard case .mapping(let entries) = node.content else {
      return wrong(expected: "a mapping of keys to values")
    }
    var values: [Value] = []
    for entry in entries {
      var reader = ValueReader(entry.value, name: Shown.text(entry.key), file: file)
      if let value = read(entry.key, entry.mark, &reader) { values.append(value) }
      take(reader.mistakes)
    }
    return values
  }

  private mutating func wrong<Value>(expected: String, suggestion: String? = nil) -> Value? {
    mistake("\(name) has to be \(expected), not \(Shown.kind(of: node))", suggestion: suggestion)
  }

  private func isWholeNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func bounds(of range: ClosedRange<Int>) -> String {
    switch (range.lowerBound == .min, range.upperBound == .max) {
    case (false, true): "\(range.lowerBound) or more"
    case (true, false): "\(range.upperBound) or less"
    case (false, false): "from \(range.lowerBound) to \(range.upperBound)"
    case (true, true): "a whole number that fits 64 bits"
    }
  }

  private func meantBoolean(_ text: String) -> String? {
    switch text.lowercased() {
    case "yes", "y", "on", "true": "write true"
    case "no", "n", "off", "false": "write false"
    default: nil
    }
  }

  private func list(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: ", ")
  }
}
