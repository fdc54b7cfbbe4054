public import Vocabulary

/// What some thousands of rows came to: what they say, and the rows that say nothing usable.
public struct IntakeBatch: Sendable {
  /// What the accepted rows say.
  public internal(set) var records = RecordBatch()
  /// The rejected rows as they were received, and the shapes of their wrong values.
  public internal(set) var rejectedText: [UInt8] = []
  /// The rows that were rejected.
  public internal(set) var rejections: [Rejection] = []
  /// Where its records went.
  var account = BlockAccount()
  /// How many bytes of text are accounted for, to show how far the reading has come.
  public internal(set) var bytesRead = 0

  /// A batch with nothing in it.
  public init() {}

  /// A batch with nothing in it, and with room for as much as another has.
  init(asLargeAs other: IntakeBatch) {
    records.text.reserveCapacity(other.records.text.count)
    records.places.reserveCapacity(other.records.places.count)
    records.people.reserveCapacity(other.records.people.count)
    records.facts.reserveCapacity(other.records.facts.count)
    records.relations.reserveCapacity(other.records.relations.count)
  }

  /// Takes everything out, and keeps the room.
  public mutating func removeAll() {
    records.text.removeAll(keepingCapacity: true)
    records.places.removeAll(keepingCapacity: true)
    records.people.removeAll(keepingCapacity: true)
    records.facts.removeAll(keepingCapacity: true)
    records.relations.removeAll(keepingCapacity: true)
    rejectedText.removeAll(keepingCapacity: true)
    rejections.removeAll(keepingCapacity: true)
    account.removeAll()
    bytesRead = 0
  }
}

/// A row that was rejected, kept as received, and why.
public struct Rejection: Hashable, Sendable {
  /// One thing wrong with the row.
  public struct Reason: Hashable, Sendable {
    /// What is wrong.
    public var code: ProblemCode
    /// The column's number in the contract, or nil where the whole row is wrong.
    public var column: Int?
    /// The shape of the value, with no letter or digit of it, in `rejectedText`.
    public var maskedValue: TextRange
  }

  /// The line on which the row begins.
  public var line: UInt32
  /// How many lines it runs over.
  public var lineCount: UInt32
  /// Its first byte in the file, unpacked if the file was packed.
  public var offset: Int
  /// How many bytes it has with its line end.
  public var byteCount: Int
  /// The bytes as received, with their line end, in `rejectedText`; nothing where an address in them is withheld.
  public var raw: TextRange
  /// Everything that is wrong with it.
  public var reasons: [Reason]
}

extension IntakeBatch {
  /// A piece of the rejected text, for the shapes of wrong values.
  public func rejected(_ range: TextRange) -> String {
    String(decoding: rejectedText[range.indices], as: UTF8.self)
  }
}
