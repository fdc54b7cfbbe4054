import Vocabulary

/// Cuts the two tables between families, so that the pieces can be read at the same time.
public struct CaseTableCutter {
  private var people: TableBuffer
  private var facts: TableBuffer
  private let size: Int

  /// Reads the headings; the closures hand over the tables, and a piece has about so many bytes of each.
  public init(
    people: @escaping () throws -> [UInt8]?, facts: @escaping () throws -> [UInt8]?,
    size: Int = 1 << 19
  ) throws {
    self.people = try TableBuffer(.people, people)
    self.facts = try TableBuffer(.facts, facts)
    self.size = size
  }

  /// The next families with all that is told of them; nothing when there are no more.
  public mutating func next() throws -> CaseTablePiece? {
    var wanted = size
    while true {
      try people.fill(to: wanted)
      try facts.fill(to: wanted)
      if people.isEmpty && facts.isEmpty { return nil }
      // Of this family, more may come in one of the tables; of those before it, all has come in both.
      let open = [people.openFamily, facts.openFamily].compactMap(\.self).min()
      let piece = CaseTablePiece(people: people.take(before: open), facts: facts.take(before: open))
      if !piece.people.bytes.isEmpty || !piece.facts.bytes.isEmpty { return piece }
      // One family fills what has come.
      wanted *= 2
    }
  }
}

/// What has come of a table and is in no piece yet.
private struct TableBuffer {
  private let table: CaseTable
  private let next: () throws -> [UInt8]?
  private var bytes: [UInt8] = []
  /// How many lines have been taken.
  private var taken = 0
  private var isOver = false

  init(_ table: CaseTable, _ next: @escaping () throws -> [UInt8]?) throws {
    (self.table, self.next) = (table, next)
    var end = 0
    while end == bytes.count, !isOver {
      try fill(to: bytes.count + 1)
      end = bytes.span.lineEnd(from: end)
    }
    let heading = String(decoding: bytes[..<end], as: UTF8.self)
    let wanted = table.heading.joined(separator: ",")
    guard heading == wanted || heading == wanted + "\r" else {
      throw CaseTableProblem(
        table: table.rawValue, line: 1, what: "the heading has to be \(wanted)")
    }
    _ = takeFirst(min(end + 1, bytes.count))
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Reads on until so many bytes are there, or the table is over.
  mutating func fill(to count: Int) throws {
    while bytes.count < count, !isOver {
      if let more = try next() { bytes += more } else { isOver = true }
    }
  }

  /// The family of the last line that is whole, of which more lines may come; nothing when the table is over.
  ///
  /// Where that line names none, nothing is cut any more: whoever reads the lines says which one is wrong.
  var openFamily: Int64? {
    if isOver { return nil }
    guard let last = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return .min }
    return family(from: start(of: last)) ?? .min
  }

  /// Takes the lines of all families before one, or all.
  mutating func take(before family: Int64?) -> TableLines {
    guard let family else { return takeFirst(bytes.count) }
    // Halved until one line is left: the families stand in order.
    var (low, high) = (0, bytes.count)
    while low < high {
      let middle = start(of: (low + high) / 2)
      if let found = self.family(from: middle), found < family {
        low = min(bytes.span.lineEnd(from: middle) + 1, bytes.count)
      } else {
        high = middle
      }
    }
    return takeFirst(low)
  }

  private mutating func takeFirst(_ count: Int) -> TableLines {
    let lines = TableLines(table: table, bytes: Array(bytes[..<count]), before: taken)
    bytes.removeFirst(count)
    for byte in lines.bytes where byte == UInt8(ascii: "\n") { taken += 1 }
    return lines
  }

  /// Where the line begins that a byte belongs to.
  private func start(of place: Int) -> Int {
    var start = place
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private func family(from start: Int) -> Int64? {
    let comma = bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count
    return bytes.span.number(in: start..<comma).map(Int64.init)
  }
}
