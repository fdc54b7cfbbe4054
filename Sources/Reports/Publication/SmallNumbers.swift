/// Keeps numbers so small that they point at somebody out of a published list whose total is told.
///
/// Hiding the small numbers alone does not do it: what is hidden together is what the shown ones lack to the total, and two
/// numbers that come to two are one each. So more are hidden, the smallest first, until what is hidden together is not small
/// either and could be made up otherwise.
struct SmallNumbers: Hashable, Sendable {
  /// Numbers from 1 to this less one are hidden.
  static let least = 5

  /// Which of the numbers are hidden.
  private(set) var isHidden: [Bool]

  /// Judges numbers whose total is told.
  init(_ counts: [Int]) {
    isHidden = counts.map(Self.isSmall)
    guard isHidden.contains(true) else { return }
    while !isSafe(counts) {
      let shown = counts.indices.filter { !isHidden[$0] && counts[$0] > 0 }
      guard let next = shown.min(by: { counts[$0] < counts[$1] }) else {
        // All that is left are noughts: among those a reader can't tell whose the few families are.
        isHidden = counts.map { _ in true }
        return
      }
      isHidden[next] = true
    }
  }

  /// Whether a number points at somebody.
  static func isSmall(_ count: Int) -> Bool { (1..<least).contains(count) }

  /// Whether what is hidden comes to enough, and to more than one each: noughts are shown, so a reader takes each hidden
  /// number for one at least.
  private func isSafe(_ counts: [Int]) -> Bool {
    let hidden = counts.indices.filter { isHidden[$0] }
    let sum = hidden.reduce(0) { $0 + counts[$1] }
    return hidden.count > 1 && sum >= Self.least && sum > hidden.count
  }
}
