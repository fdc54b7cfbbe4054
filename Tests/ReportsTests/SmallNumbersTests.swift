import TestSupport
import Testing

@testable import Reports

@Suite struct SmallNumbersTests {
  /// Every table with the same totals and the same shown numbers, by trying them all.
  private func hasOnlyOneReading(
    _ judged: SmallNumbers, row: Int, column: Int, hasRowTotals: Bool
  ) -> Bool {
    let places = judged.counts.indices.flatMap { row in
      judged.counts[row].indices.filter { judged.isHidden[row][$0] }.map { (row, $0) }
    }
    var table = judged.counts
    var readings: Set<Int> = []
    func fits() -> Bool {
      let columns = table[0].indices.allSatisfy { column in
        table.indices.reduce(0) { $0 + table[$1][column] }
          == table.indices.reduce(0) { $0 + judged.counts[$1][column] }
      }
      guard columns, hasRowTotals else { return columns }
      return table.indices.allSatisfy { row in
        table[row].reduce(0, +) == judged.counts[row].reduce(0, +)
      }
    }
    func attempt(_ index: Int) {
      guard readings.count < 2 else { return }
      if index == places.count {
        if fits() { readings.insert(table[row][column]) }
        return
      }
      let (row, column) = places[index]
      let kept = table[row][column]
      // One more or one less is enough to leave a reader in doubt.
      for change in -1...1 where kept + change >= 0 {
        table[row][column] = kept + change
        attempt(index + 1)
      }
      table[row][column] = kept
    }
    attempt(0)
    return readings.count == 1
  }

  private func check(_ counts: [[Int]], hasRowTotals: Bool) {
    let judged = SmallNumbers(counts, hasRowTotals: hasRowTotals)
    for row in counts.indices {
      for column in counts[row].indices where (1..<5).contains(counts[row][column]) {
        #expect(judged.isHidden[row][column], "\(counts)")
        guard !judged.hidesTotals else { continue }
        #expect(
          !hasOnlyOneReading(judged, row: row, column: column, hasRowTotals: hasRowTotals),
          "\(counts) \(row) \(column)")
      }
    }
  }

  @Test func noSmallNumberOfAListCanBeWorkedOut() {
    let values = [0, 1, 4, 5, 9]
    for first in values {
      for second in values {
        for third in values { check([[first], [second], [third]], hasRowTotals: false) }
      }
    }
  }

  @Test func noSmallNumberOfATwoByThreeTableCanBeWorkedOut() {
    withEvery(digits: [0, 2, 6, 7], places: 6) { values in
      check([Array(values[0..<3]), Array(values[3..<6])], hasRowTotals: true)
    }
  }

  @Test func noSmallNumberOfARandomTableCanBeWorkedOut() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<60 {
      let counts = (0..<3).map { _ in
        (0..<3).map { _ in
          Int.random(in: 0..<4, using: &random) == 0
            ? Int.random(in: 0..<5, using: &random) : Int.random(in: 0..<60, using: &random)
        }
      }
      check(counts, hasRowTotals: true)
    }
  }

  @Test func nothingIsHiddenWhereNothingIsSmall() {
    let judged = SmallNumbers([[5, 0], [0, 100]], hasRowTotals: true)
    #expect(judged.isHidden == [[false, false], [false, false]])
    #expect(!judged.hidesTotals)
  }

  @Test func aSmallNumberAmongNoughtsHidesTheTotals() {
    #expect(SmallNumbers([[3], [0]], hasRowTotals: false).hidesTotals)
    #expect(SmallNumbers([[3, 0], [0, 0]], hasRowTotals: true).hidesTotals)
  }

  @Test func theSmallestOtherNumberIsHiddenBesideALoneOne() {
    let judged = SmallNumbers([[3], [40], [20]], hasRowTotals: false)
    #expect(judged.isHidden == [[true], [false], [true]])
  }

  /// Calls the body with every list of so many of the values.
  private func withEvery(digits: [Int], places: Int, _ body: ([Int]) -> Void) {
    var indices = [Int](repeating: 0, count: places)
    while true {
      body(indices.map { digits[$0] })
      guard let place = indices.lastIndex(where: { $0 < digits.count - 1 }) else { return }
      indices[place] += 1
      for later in (place + 1)..<max(places, place + 1) { indices[later] = 0 }
    }
  }
}
