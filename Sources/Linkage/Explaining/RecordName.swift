/// A record by what people call it: its source and its own id.
public struct RecordName: Hashable, Sendable {
  /// The source.
  public let source: String
  /// The id that the record has there.
  public let id: String

  /// A record by source and id.
  public init(source: String, id: String) {
    self.source = source
    self.id = id
  }

  /// Both in one word: `register:17`.
  public var text: String { "\(source):\(id)" }
}

extension RecordTable {
  /// What a record is called.
  public func name(_ record: RecordNumber) -> RecordName {
    RecordName(source: sources[Int(sourceOf[Int(record)])], id: id(record))
  }

  /// Every record of an id, in one source or in all.
  public func records(source: String? = nil, id: String) -> [RecordNumber] {
    let wanted = Array(id.utf8)
    return (0..<RecordNumber(count)).filter { record in
      if let source, sources[Int(sourceOf[Int(record)])] != source { return false }
      return withID(record) { bytes in
        guard bytes.count == wanted.count else { return false }
        for index in wanted.indices where bytes[index] != wanted[index] { return false }
        return true
      }
    }
  }

  /// The records that a word names: `source:id`, or an id alone; several where an id is in several sources.
  public func records(named word: String) -> [RecordNumber] {
    // Ids may hold colons themselves, so every way to read the word is tried.
    for source in sources where word.hasPrefix("\(source):") {
      let found = records(source: source, id: String(word.dropFirst(source.count + 1)))
      if !found.isEmpty { return found }
    }
    return records(id: word)
  }
}
