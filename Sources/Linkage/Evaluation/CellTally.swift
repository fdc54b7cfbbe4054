/// How many records there are of each source and group, and so how many pairs, without looking at one.
struct CellTally {
  /// The records of one source and one group.
  struct Cell {
    var source: Int32
    var group: Int32
    var count: Int
  }

  private(set) var cells: [Cell] = []

  /// Adds a record; cells within one entity are few, so a plain list is searched.
  mutating func add(source: Int32, group: Int32) {
    if let place = cells.firstIndex(where: { $0.source == source && $0.group == group }) {
      cells[place].count += 1
    } else {
      cells.append(Cell(source: source, group: group, count: 1))
    }
  }

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
  }

  /// Visits each two cells, and each with itself, with the pairs that a scope asks about.
  func forEachTwo(_ scope: PairScope, _ body: (Cell, Cell, _ pairs: Int) -> Void) {
    for (place, one) in cells.enumerated() {
      if scope == .everyPair { body(one, one, Self.pairs(one.count)) }
      // Two groups of one source are still one source.
      for other in cells[(place + 1)...]
      where scope == .everyPair || one.source != other.source {
        body(one, other, one.count * other.count)
      }
    }
  }

  /// The pairs that a scope asks about.
  func pairs(_ scope: PairScope) -> Int {
    var sum = 0
    forEachTwo(scope) { _, _, pairs in sum += pairs }
    return sum
  }

  /// The pairs of so many records.
  static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
}

extension EntityTruth {
  /// Tallies the records of each entity in turn, and then all of them.
  func tally(
    groups: [Int32]?, eachEntity: (CellTally) -> Void, everything: (CellTally) -> Void
  ) {
    var all: [UInt64: Int] = [:]
    forEachEntity { records in
      var one = CellTally()
      for record in records {
        one.add(source: sources[Int(record)], group: groups?[Int(record)] ?? 0)
      }
      for cell in one.cells { all[key(cell), default: 0] += cell.count }
      eachEntity(one)
    }
    everything(CellTally(all))
  }

  private func key(_ cell: CellTally.Cell) -> UInt64 {
    UInt64(UInt32(bitPattern: cell.source)) << 32 | UInt64(UInt32(bitPattern: cell.group))
  }

  /// All matching and all other pairs that are asked about.
  func totals() -> (matches: Int, others: Int) {
    var (matches, all) = (0, 0)
    tally(groups: nil) {
      matches += $0.pairs(scope)
    } everything: {
      all = $0.pairs(scope)
    }
    return (matches, all - matches)
  }
}

extension CellTally {
  /// Cells by their keys, in an order that is always the same.
  fileprivate init(_ counts: [UInt64: Int]) {
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      cells.append(
        Cell(
          source: Int32(truncatingIfNeeded: key >> 32), group: Int32(truncatingIfNeeded: key),
          count: count))
    }
  }
}
