/// Finds the levels that pairs of records reach in every comparison.
///
/// Each thread has its own, since answers are remembered: within blocks the same names meet again
/// and again, and a name that was compared with another need not be compared with it twice.
struct PairComparer {
  private let table: RecordTable
  private let comparisons: PreparedComparisons
  private var caches: [LevelCache]

  init(_ comparisons: PreparedComparisons, table: RecordTable) {
    self.table = table
    self.comparisons = comparisons
    caches = comparisons.plans.map { LevelCache(isUsed: $0.field >= 0) }
  }

  /// Finds the patterns of all pairs in a batch, one comparison after the other.
  mutating func compare(_ batch: inout PairBatch) {
    for index in 0..<batch.count { batch.patterns[index] = 0 }
    for comparison in caches.indices {
      var cache = LevelCache(isUsed: false)
      swap(&cache, &caches[comparison])
      let plan = comparisons.plans[comparison]
      let shift = comparisons.shape.shift(of: comparison)
      let program = comparisons.programs[comparison]
      if plan.field < 0 || !cache.isWorthIt {
        compareEach(&batch, program, shift)
      } else if plan.secondField < 0 {
        compareOneField(&batch, plan, program, shift, &cache)
      } else {
        compareTwoFields(&batch, plan, program, shift, &cache)
      }
      swap(&cache, &caches[comparison])
    }
  }

  /// Levels that depend on more than two fields, or seldom come again, are found anew for every pair.
  private func compareEach(
    _ batch: inout PairBatch, _ program: ComparisonProgram, _ shift: UInt64
  ) {
    let pairs = PairList(
      left: Array(batch.left[..<batch.count]), right: Array(batch.right[..<batch.count]))
    for (index, level) in program.levels(of: pairs, table).enumerated() {
      batch.patterns[index] |= UInt64(level) &<< shift
    }
  }

  private func compareOneField(
    _ batch: inout PairBatch, _ plan: ComparisonPlan, _ program: ComparisonProgram,
    _ shift: UInt64, _ cache: inout LevelCache
  ) {
    let rows = table.rows.span
    let width = table.width
    let field = plan.field
    var unknown = UnknownLevels()
    for index in 0..<batch.count {
      let first = rows[Int(batch.left[index]) &* width &+ field]
      let second = rows[Int(batch.right[index]) &* width &+ field]
      if first == 0 || second == 0 { continue }
      var level = 1
      if first != second || !plan.firstIsExact {
        let key = LevelCache.key(first, second)
        level = cache.level(key, 0, at: LevelCache.slot(key, 0))
        if level < 0 {
          unknown.add(batch, index, key, 0)
          continue
        }
      }
      batch.patterns[index] |= UInt64(truncatingIfNeeded: level) &<< shift
    }
    cache.note(asked: batch.count, unknown: unknown.count)
    unknown.find(by: program, table, &batch, shift, &cache)
  }

  private func compareTwoFields(
    _ batch: inout PairBatch, _ plan: ComparisonPlan, _ program: ComparisonProgram,
    _ shift: UInt64, _ cache: inout LevelCache
  ) {
    let rows = table.rows.span
    let width = table.width
    var unknown = UnknownLevels()
    for index in 0..<batch.count {
      let left = Int(batch.left[index]) &* width
      let right = Int(batch.right[index]) &* width
      let first = rows[left &+ plan.field]
      let second = rows[right &+ plan.field]
      let key = LevelCache.key(first, second)
      let secondKey = LevelCache.orderedKey(
        rows[left &+ plan.secondField], rows[right &+ plan.secondField],
        isTurned: first > second, isEven: first == second)
      let level = cache.level(key, secondKey, at: LevelCache.slot(key, secondKey))
      if level < 0 {
        unknown.add(batch, index, key, secondKey)
      } else {
        batch.patterns[index] |= UInt64(truncatingIfNeeded: level) &<< shift
      }
    }
    cache.note(asked: batch.count, unknown: unknown.count)
    unknown.find(by: program, table, &batch, shift, &cache)
  }
}

/// The pairs of a batch whose level is not remembered.
private struct UnknownLevels {
  private var pairs = PairList()
  private var places: [Int] = []
  private var keys: [UInt64] = []
  private var secondKeys: [UInt64] = []

  var count: Int { places.count }

  @inline(__always)
  mutating func add(_ batch: PairBatch, _ index: Int, _ key: UInt64, _ secondKey: UInt64) {
    pairs.append(batch.left[index], batch.right[index])
    places.append(index)
    keys.append(key)
    secondKeys.append(secondKey)
  }

  /// Finds them, puts them into the patterns, and remembers them.
  func find(
    by program: ComparisonProgram, _ table: borrowing RecordTable, _ batch: inout PairBatch,
    _ shift: UInt64, _ cache: inout LevelCache
  ) {
    guard !places.isEmpty else { return }
    for (index, level) in program.levels(of: pairs, table).enumerated() {
      batch.patterns[places[index]] |= UInt64(level) &<< shift
      let slot = LevelCache.slot(keys[index], secondKeys[index])
      cache.remember(Int(level), keys[index], secondKeys[index], at: slot)
    }
  }
}
