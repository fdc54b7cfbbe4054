import TestSupport
import Testing

@testable import Reports

@Suite struct SmallNumbersTests {
  /// Every number that may stand in each hidden place, by trying all that come to the same total.
  ///
  /// A reader sees that noughts are told where anything is, and so takes a hidden number for one at least.
  private func readings(_ counts: [Int], _ isHidden: [Bool]) -> [Set<Int>] {
    let places = counts.indices.filter { isHidden[$0] }
    let least = isHidden.contains(false) ? 1 : 0
    var readings = [Set<Int>](repeating: [], count: counts.count)
    var table = counts
    func attempt(_ place: Int, _ rest: Int) {
      guard place < places.count else {
        if rest == 0 { for place in places { readings[place].insert(table[place]) } }
        return
      }
      guard rest >= least else { return }
      for count in least...rest {
        table[places[place]] = count
        attempt(place + 1, rest - count)
      }
    }
    attempt(0, places.reduce(0) { $0 + counts[$1] })
    return readings
  }

  private func check(_ counts: [Int]) {
    let isHidden = SmallNumbers(counts).isHidden
    let readings = readings(counts, isHidden)
    for place in counts.indices where (1..<5).contains(counts[place]) {
      #expect(isHidden[place], "\(counts)")
      // A list of one number is its total, which whoever tells it has to hide.
      guard counts.count > 1 else { continue }
      #expect(readings[place].count > 1, "\(counts) \(place)")
    }
    let sum = zip(counts, isHidden).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let isTotalSmall = (1..<5).contains(counts.reduce(0, +))
    #expect(!(1..<5).contains(sum) || isTotalSmall, "\(counts)")
  }

  @Test func noSmallNumberOfAListCanBeWorkedOut() {
    for length in 1...4 { withEvery(digits: [0, 1, 2, 4, 5, 9], places: length, check) }
  }

  @Test func noSmallNumberOfARandomListCanBeWorkedOut() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      check(
        (0..<6).map { _ in
          Int.random(in: 0..<2, using: &random) == 0
            ? Int.random(in: 0..<3, using: &random) : Int.random(in: 0..<9, using: &random)
        })
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var counts: [Int]
    var hidden: [Bool]
  }

  static let cases: [Case] = [
    Case(testDescription: "nothing is small", counts: [5, 0, 100], hidden: [false, false, false]),
    Case(testDescription: "nothing at all", counts: [], hidden: []),
    Case(
      testDescription: "the smallest other hides a lone one", counts: [3, 40, 20],
      hidden: [true, false, true]),
    Case(
      testDescription: "two of one are two of 52, until a third is hidden", counts: [1, 1, 50],
      hidden: [true, true, true]),
    Case(
      testDescription: "two small ones come to enough", counts: [2, 3, 50],
      hidden: [true, true, false]),
    Case(
      testDescription: "five of one are five, and nothing else", counts: [1, 1, 1, 1, 1, 9, 30],
      hidden: [true, true, true, true, true, true, false]),
    Case(testDescription: "a small number among noughts", counts: [3, 0], hidden: [true, true]),
    Case(
      testDescription: "ones alone are not told from noughts", counts: [1, 0, 1, 1, 1, 1, 1],
      hidden: [true, true, true, true, true, true, true]),
  ]

  @Test(arguments: cases) func whatIsHidden(_ each: Case) {
    #expect(SmallNumbers(each.counts).isHidden == each.hidden)
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
