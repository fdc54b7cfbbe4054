/// Work on several things at once, with the results in the order of the things.
enum OrderedTasks {
  /// Transforms items, at most `width` at a time.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], width: Int,
    _ transform: @escaping @Sendable (Item) async throws -> Result,
    afterEach: (Int) -> Void = { _ in }
  ) async throws -> [Result] {
    var results = [Result?](repeating: nil, count: items.count)
    var done = 0
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      func add() {
        guard next < items.count else { return }
        let (index, item) = (next, items[next])
        next += 1
        group.addTask { (index, try await transform(item)) }
      }
      for _ in 0..<max(1, width) { add() }
      while let (index, result) = try await group.next() {
        results[index] = result
        done += 1
        afterEach(done)
        add()
      }
    }
    return results.compactMap(\.self)
  }
}
