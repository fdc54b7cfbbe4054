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

  /// Transforms items, at most `width` at a time, and hands the results on in the order of the items.
  static func forEach<Item: Sendable, Result: Sendable>(
    _ items: [Item], width: Int,
    _ transform: @escaping @Sendable (Item) throws -> Result,
    handOn: (Result) throws -> Void
  ) async throws {
    var coming = items.makeIterator()
    try await forEach({ coming.next() }, width: width, transform, handOn: handOn)
  }

  /// Transforms what comes, at most `width` at a time, and hands the results on in its order as soon as they are there.
  ///
  /// As many as are made or wait are in memory, and no more.
  static func forEach<Item: Sendable, Result: Sendable>(
    _ next: () throws -> Item?, width: Int,
    _ transform: @escaping @Sendable (Item) throws -> Result,
    handOn: (Result) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var waiting: [Int: Result] = [:]
      var (begun, handedOn) = (0, 0)
      func add() throws {
        guard let item = try next() else { return }
        let index = begun
        begun += 1
        group.addTask { (index, try transform(item)) }
      }
      for _ in 0..<max(1, width) { try add() }
      while let (index, result) = try await group.next() {
        waiting[index] = result
        while let result = waiting.removeValue(forKey: handedOn) {
          try add()
          try handOn(result)
          handedOn += 1
        }
      }
    }
  }
}
