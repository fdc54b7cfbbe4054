/// Reads the keys of one mapping, and knows in the end which keys nobody asked for.
public struct MappingReader {
  /// What the mapping is called in messages.
  public let name: String
  /// The name of the file.
  public let file: String
  /// Where the mapping begins.
  public let mark: YAMLMark
  /// The mistakes found so far.
  public private(set) var mistakes: [YAMLMistake] = []

  private let entries: [YAMLEntry]
  private var known: [String] = []

  init?(_ node: YAMLNode, name: String, file: String) {
    guard case .mapping(let entries) = node.content else { return nil }
    self.name = name
    self.file = file
    self.mark = node.mark
    self.entries = entries
  }

  /// Whether a key is written, and makes the key known.
  public mutating func has(_ key: String) -> Bool {
    entry(key) != nil
  }

  /// The node of a key, as it is; makes the key known.
  public mutating func node(_ key: String) -> YAMLNode? {
    entry(key)?.value
  }

  /// Reads the value of a key that has to be there: `required("age") { $0.integer() }`.
  public mutating func required<Value>(
    _ key: String, _ read: (inout ValueReader) -> Value?
  ) -> Value? {
    guard let entry = entry(key) else {
      return mistake("\(name) lacks the key '\(key)'")
    }
    return value(of: entry, read)
  }

  /// Reads the value of a key that may be left out or left empty.
  public mutating func optional<Value>(
    _ key: String, _ read: (inout ValueReader) -> Value?
  ) -> Value? {
    guard let entry = entry(key), !entry.value.isNull else { return nil }
    return value(of: entry, read)
  }

  /// Notes a mistake about the mapping, or about one of its keys.
  @discardableResult
  public mutating func mistake<Value>(
    _ what: String, at key: String? = nil, suggestion: String? = nil
  ) -> Value? {
    let place = entries.first { $0.key == key }?.value.mark ?? mark
    mistakes.append(YAMLMistake(file: file, mark: place, what: what, suggestion: suggestion))
    return nil
  }

  /// Notes every key that nobody asked for, with the nearest one that was asked for.
  mutating func finish() {
    for entry in entries where !known.contains(entry.key) {
      let nearest = NearestWord.suggestion(for: entry.key, among: known)
      mistakes.append(
        YAMLMistake(
          file: file, mark: entry.mark, what: "unknown key \(Shown.text(entry.key))",
          suggestion: nearest.map { "did you mean '\($0)'?" }))
    }
  }

  private mutating func entry(_ key: String) -> YAMLEntry? {
    if !known.contains(key) { known.append(key) }
    return entries.first { $0.key == key }
  }

  private mutating func value<Value>(
    of entry: YAMLEntry, _ read: (inout ValueReader) -> Value?
  ) -> Value? {
    var reader = ValueReader(entry.value, name: "'\(entry.key)'", file: file)
    let value = read(&reader)
    mistakes += reader.mistakes
    return value
  }
}

extension YAMLDocument {
  /// Reads the document's mapping, and adds every mistake, in the order of the file.
  ///
  /// The value is only to be used when no mistake was added.
  public func read<Value>(
    collecting mistakes: inout [YAMLMistake], _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    var reader = ValueReader(root, name: "the document", file: file)
    let value = reader.mapping(read)
    mistakes += reader.mistakes.sorted { $0.mark < $1.mark }
    return value
  }
}
