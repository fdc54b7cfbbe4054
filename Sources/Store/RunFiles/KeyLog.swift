import SQLiteAccess
import Vocabulary

/// Which rows of a table have a key that an earlier row has, whatever their number, in a fixed amount of memory.
///
/// What came of late is remembered, and most repetitions are found by that. The rest is found once all is written: keys
/// are hashes, so they are dealt out by their first bits, and what comes to one part is put down a thousand at a time.
/// At the end each part is read again, and memory holds but one of them.
struct KeyLog {
  private static let parts = 64
  /// How many numbers of a part wait until they are put down: keys and rows by turns.
  private static let most = 2_048
  private var recent: RecentKeys
  /// The keys of the batch under way, and whether each was seen of late.
  private var keys: [UInt64] = []
  private(set) var isRecent: [Bool] = []
  /// One part's after another's, with room for as many as may wait.
  private var waiting: [UInt64]
  /// How many numbers of each part wait.
  private var counts: [Int]
  /// For each part, the rows in which what was put down of it stands.
  private var chunks: [[Int64]]

  /// Makes the file in which logs put down what does not fit into memory.
  static func makeFile(at path: String) throws(DatabaseError) -> BulkWriter {
    do {
      var connection = try Connection(path: path, .create)
      try connection.apply([.pageSize(32 << 10), .journal(.memory), .synchronous(.off)])
      try connection.execute("CREATE TABLE seen (entries BLOB NOT NULL) STRICT")
    }
    return try BulkWriter(path: path, filling: ["seen"])
  }

  /// Makes a log that remembers four times two to the power of `bits` keys.
  init(bits: Int) {
    recent = RecentKeys(bits: bits)
    waiting = Array(repeating: 0, count: Self.parts * Self.most)
    counts = Array(repeating: 0, count: Self.parts)
    chunks = Array(repeating: [], count: Self.parts)
  }

  /// Finds out, for each of a batch's keys, whether it was seen of late; if not, it is as good as new.
  mutating func look(forThoseOf count: Int, key: (Int) -> UInt64) {
    keys.removeAll(keepingCapacity: true)
    for index in 0..<count { keys.append(key(index)) }
    recent.insert(keys, seen: &isRecent)
  }

  /// Notes the row that a key was written to.
  mutating func note(
    _ key: UInt64, row: Int64, in seen: inout BulkWriter
  ) throws(DatabaseError) {
    let part = Int(truncatingIfNeeded: key >> 58)
    let place = part * Self.most + counts[part]
    waiting[place] = key
    waiting[place + 1] = UInt64(bitPattern: row)
    counts[part] += 2
    guard counts[part] == Self.most else { return }
    seen.words(waiting.span.extracting(part * Self.most..<(part + 1) * Self.most))
    chunks[part].append(try seen.endRow(of: 0))
    counts[part] = 0
  }

  /// Hands on each row whose key an earlier row has, from what was put down in a file.
  func forEachRepeated(
    in file: String, _ body: (Int64) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    // As long as nothing was forgotten, every repetition was noticed at once.
    guard recent.hasForgotten else { return }
    var connection = try Connection(path: file, .readOnlyImmutable)
    for part in 0..<Self.parts {
      let entries = try entries(of: part, in: &connection)
      var seen = KeySet(capacity: entries.count / 2)
      for place in stride(from: 0, to: entries.count, by: 2) where !seen.insert(entries[place]) {
        try body(Int64(bitPattern: entries[place + 1]))
      }
    }
  }

  private func entries(
    of part: Int, in file: inout Connection
  ) throws(DatabaseError) -> [UInt64] {
    var entries: [UInt64] = []
    entries.reserveCapacity(chunks[part].count * Self.most + counts[part])
    for chunk in chunks[part] {
      entries +=
        try file.first("SELECT entries FROM seen WHERE rowid = \(chunk)") {
          (row) throws(DatabaseError) in row.words(0)
        } ?? []
    }
    return entries + waiting[part * Self.most..<part * Self.most + counts[part]]
  }
}

/// A set of keys that are hashes already, other than 0.
private struct KeySet {
  private var slots: [UInt64]
  private let mask: Int

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds a key, and tells whether it is new.
  mutating func insert(_ key: UInt64) -> Bool {
    var place = Int(truncatingIfNeeded: key) & mask
    while slots[place] != 0 {
      if slots[place] == key { return false }
      place = (place + 1) & mask
    }
    slots[place] = key
    return true
  }
}
