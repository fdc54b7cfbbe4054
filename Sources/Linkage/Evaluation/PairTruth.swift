/// Which pairs of records are asked about.
public enum PairScope: Hashable, Sendable {
  /// All pairs.
  case everyPair
  /// Only pairs of records of different sources.
  case acrossSources
}

/// What a person who looked at two records said of them.
public struct LabelledPair: Hashable, Sendable {
  /// One record.
  public var left: RecordNumber
  /// The other.
  public var right: RecordNumber
  /// How sure the person was that they match, from 0 to 1.
  public var score: Double

  /// A label for two records.
  public init(left: RecordNumber, right: RecordNumber, score: Double) {
    self.left = left
    self.right = right
    self.score = score
  }
}

/// What is known of each record: who it is.
public struct EntityTruth: Sendable {
  /// The number of each record's entity; 0 where it is not known.
  public let entities: [Int32]
  /// The number of each record's source.
  public let sources: [Int32]
  /// Which pairs are asked about.
  public let scope: PairScope

  /// Truth for records that all have an entity or 0; without sources they are all of one.
  public init(entities: [Int32], sources: [Int32]? = nil, scope: PairScope = .everyPair) {
    precondition(sources == nil || sources?.count == entities.count, "one source for each record")
    precondition(scope == .everyPair || sources != nil, "to link across sources takes sources")
    self.entities = entities
    self.sources = sources ?? Array(repeating: 0, count: entities.count)
    self.scope = scope
  }

  /// Whether two records match; nil where it is not known or not asked.
  public func isMatch(_ left: RecordNumber, _ right: RecordNumber) -> Bool? {
    let (one, other) = (entities[Int(left)], entities[Int(right)])
    guard one != 0, other != 0, left != right, isAsked(left, right) else { return nil }
    return one == other
  }

  /// Whether the scope has a pair.
  func isAsked(_ left: RecordNumber, _ right: RecordNumber) -> Bool {
    scope == .everyPair || sources[Int(left)] != sources[Int(right)]
  }

  /// The records whose entity is known, those of one entity together.
  func recordsByEntity() -> [RecordNumber] {
    var keys: [UInt64] = []
    keys.reserveCapacity(entities.count)
    for (record, entity) in entities.enumerated() where entity != 0 {
      keys.append(UInt64(UInt32(bitPattern: entity)) << 32 | UInt64(UInt32(record)))
    }
    keys.sort()
    return keys.map { RecordNumber(truncatingIfNeeded: $0) }
  }

  /// Visits the records of each entity, in rising order.
  func forEachEntity(_ body: (ArraySlice<RecordNumber>) -> Void) {
    let records = recordsByEntity()
    var start = 0
    while start < records.count {
      let entity = entities[Int(records[start])]
      var end = start + 1
      while end < records.count, entities[Int(records[end])] == entity { end += 1 }
      body(records[start..<end])
      start = end
    }
  }

  /// Visits every matching pair, the records in rising order within an entity.
  public func forEachMatch(_ body: (RecordNumber, RecordNumber) -> Void) {
    forEachEntity { records in
      for (place, one) in zip(records.indices, records) {
        for other in records[(place + 1)...] where isAsked(one, other) { body(one, other) }
      }
    }
  }
}
