import Intake
import Linkage
import SQLiteAccess
import Store
import Vocabulary

/// The records of a run as linkage takes them, with what their rows and people's decisions say about them.
struct PeopleRecords: Sendable {
  /// The key of each record, in the order of the records.
  private(set) var keys: [Int64] = []
  private(set) var chunks: [RecordChunk] = []
  let sources: [String]
  /// Records that stand in one row in two slots, by their numbers: two people, whatever they have in common.
  private(set) var inOneRow: [ClusterConstraints.ForbiddenPair] = []
  private(set) var together: [ClusterConstraints.DecidedPair] = []
  private(set) var apart: [ClusterConstraints.DecidedPair] = []

  /// How many records are cleaned at once.
  private static let recordsPerChunk = 1 << 16

  /// Reads the records of a run that is under way.
  init(
    _ people: PeopleDefinition, _ work: inout StageWork, decisions: [PersonDecision] = []
  ) throws {
    try self.init(
      people, &work.file, sources: work.pipeline.definition.contracts.map(\.name),
      decisions: decisions)
  }

  /// Reads the records of a run file whose sources have these names.
  init(
    _ people: PeopleDefinition, _ file: inout RunFile, sources: [String],
    decisions: [PersonDecision] = []
  ) throws {
    self.sources = sources
    try readRecords(people, &file)
    let numbers = RecordNumbers(keys)
    try readRows(numbers, &file)
    for decision in decisions {
      guard let left = numbers[decision.left], let right = numbers[decision.right], left != right
      else { continue }
      let pair = ClusterConstraints.DecidedPair(left, right, decision: decision.number)
      switch decision.ruling {
      case .together: together.append(pair)
      case .apart: apart.append(pair)
      }
    }
  }

  private mutating func readRecords(
    _ people: PeopleDefinition, _ file: inout RunFile
  ) throws {
    let needed = RecordTableBuilder(people.settings).columnsNeeded
    let taken = people.columns.indices.filter { needed[$0] }
    var id: [UInt8] = []
    try file.forEachLinkageRecord(columns: taken.map { people.columns[$0] }) {
      (key, source, row) throws(DatabaseError) in
      if chunks.last?.source != source || chunks.last?.count == Self.recordsPerChunk {
        chunks.append(RecordChunk(source: source, columns: people.columns.count))
      }
      let last = chunks.count - 1
      for (place, column) in taken.enumerated() {
        row.withTextBytes(place + 2) { cell in
          if !cell.isEmpty { chunks[last].add(cell, column: column) }
        }
      }
      id.removeAll(keepingCapacity: true)
      id += Array(String(key).utf8)
      chunks[last].endRecord(id: id.span)
      keys.append(key)
    }
  }

  private mutating func readRows(
    _ numbers: RecordNumbers, _ file: inout RunFile
  ) throws(DatabaseError) {
    var pairs: [UInt64] = []
    try file.forEachTwoInOneRow { (one, other) throws(DatabaseError) in
      guard let left = numbers[one], let right = numbers[other] else { return }
      pairs.append(UInt64(UInt32(min(left, right))) << 32 | UInt64(UInt32(max(left, right))))
    }
    pairs.sort()
    var last: UInt64?
    for pair in pairs where pair != last {
      inOneRow.append(.init(Int32(truncatingIfNeeded: pair >> 32), Int32(truncatingIfNeeded: pair)))
      last = pair
    }
  }
}

/// Finds the number of a record by its key.
struct RecordNumbers: Sendable {
  private let keys: [Int64]
  private let numbers: [Int32]

  init(_ keys: [Int64]) {
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    self.keys = order.map { keys[$0] }
    numbers = order.map { Int32($0) }
  }

  subscript(key: Int64) -> Int32? {
    keys.sortedIndex(of: key).map { numbers[$0] }
  }
}
