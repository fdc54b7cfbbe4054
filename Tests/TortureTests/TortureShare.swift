/// One of several parts of the points that together are all of them.
struct TortureShare: Equatable, Sendable {
  var number: Int
  var parts: Int

  static let whole = TortureShare(number: 1, parts: 1)

  init(number: Int, parts: Int) {
    precondition(number >= 1 && number <= parts, "a share is one of its parts")
    self.number = number
    self.parts = parts
  }

  /// Reads `3/16`; whoever writes it otherwise is told at once, as a share that is not tried would look like one that holds.
  init(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let parts = numbers[1] else {
      preconditionFailure("a share is written like 3/16")
    }
    self.init(number: number, parts: parts)
  }

  func part(of points: [Int]) -> [Int] {
    stride(from: number - 1, to: points.count, by: parts).map { points[$0] }
  }
}
