/// Work on several cores, with results in the order of the work.
enum Parallel {
  /// What the body gives for each number below `count`, at most `threads` at once.
  static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    var results = [Result?](repeating: nil, count: count)
    await withTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      func add() {
        guard next < count else { return }
        let index = next
        next += 1
        group.addTask { (index, body(index)) }
      }
      for _ in 0..<threads { add() }
      while let (index, result) = await group.next() {
        results[index] = result
        add()
      }
    }
    return results.compactMap(\.self)
  }
}
