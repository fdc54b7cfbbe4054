import Testing

@testable import Reports

@Suite struct SmallGroupsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var groups: [[Int]]
    var hidden: [Bool]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "none is small", groups: [[100, 50], [20, 10]], hidden: [false, false]),
    Case(
      testDescription: "one is small, and the smallest other hides it",
      groups: [[100, 50], [3, 1], [20, 10]], hidden: [false, true, true]),
    Case(
      testDescription: "a part is small", groups: [[100, 50], [40, 2], [20, 10]],
      hidden: [false, true, true]),
    Case(
      testDescription: "all but a few have it", groups: [[100, 97], [40, 20]], hidden: [true, true]),
    Case(
      testDescription: "two small ones are small together, until a third is hidden",
      groups: [[1, 0], [2, 1], [50, 20], [30, 10]], hidden: [true, true, false, true]),
    Case(
      testDescription: "none of it is no secret", groups: [[100, 0], [40, 20]],
      hidden: [false, false]),
    Case(testDescription: "nothing", groups: [], hidden: []),
  ]

  @Test(arguments: cases) func whatIsHidden(_ each: Case) {
    #expect(SmallGroups(each.groups.map { ($0[0], $0[1]) }).isHidden == each.hidden)
  }

  /// Whatever the groups, no small number can be worked out by taking what is shown from the whole.
  @Test func whatIsHiddenTogetherIsNeverSmall() {
    for first in stride(from: 0, through: 30, by: 3) {
      for second in stride(from: 0, through: 12, by: 1) {
        for part in 0...min(second, 6) {
          let groups = [(60, 30), (first, first / 2), (second, part), (45, 15)]
          let hidden = SmallGroups(groups).isHidden
          let all = zip(groups, hidden).reduce(0) { $0 + ($1.1 ? $1.0.0 : 0) }
          let had = zip(groups, hidden).reduce(0) { $0 + ($1.1 ? $1.0.1 : 0) }
          for sum in [all, had, all - had] { #expect(!(1..<5).contains(sum), "\(groups)") }
          #expect(hidden.count { $0 } != 1, "\(groups)")
        }
      }
    }
  }
}
