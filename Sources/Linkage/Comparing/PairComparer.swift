/// Finds the levels that two records reach in every comparison.
///
/// Each thread has its own, since answers are remembered: within blocks the same names meet again
/// and again, and a name that was compared with another need not be compared with it twice.
struct PairComparer {
  private let table: RecordTable
  private let programs: [ComparisonProgram]
  private let plans: [ComparisonPlan]
  private let shifts: [UInt64]
  private var caches: [LevelCache]

  init(_ comparisons: PreparedComparisons, table: RecordTable) {
    self.table = table
    shifts = comparisons.programs.indices.map { comparisons.shape.shift(of: $0) }
    programs = comparisons.programs
    plans = comparisons.plans
    caches = plans.map { LevelCache(isUsed: $0.field >= 0) }
  }

  /// The levels of all comparisons, packed.
  @inline(__always)
  mutating func pattern(_ left: RecordNumber, _ right: RecordNumber) -> UInt64 {
    var pattern: UInt64 = 0
    for comparison in 0..<plans.count {
      let level = level(comparison, left, right)
      pattern |= UInt64(truncatingIfNeeded: level) &<< shifts[comparison]
    }
    return pattern
  }

  @inline(__always)
  private mutating func level(
    _ comparison: Int, _ left: RecordNumber, _ right: RecordNumber
  ) -> Int {
    let plan = plans[comparison]
    guard plan.field >= 0 else { return programs[comparison].level(left, right, table) }
    let first = table.code(left, plan.field)
    let second = table.code(right, plan.field)
    let key = LevelCache.key(first, second)
    var secondKey: UInt64 = 0
    if plan.secondField < 0 {
      if first == 0 || second == 0 { return 0 }
      if first == second && plan.firstIsExact { return 1 }
    } else {
      secondKey = LevelCache.orderedKey(
        table.code(left, plan.secondField), table.code(right, plan.secondField),
        isTurned: first > second, isEven: first == second)
    }
    let slot = LevelCache.slot(key, secondKey)
    let known = caches[comparison].level(key, secondKey, at: slot)
    if known >= 0 { return known }
    let level = programs[comparison].level(left, right, table)
    caches[comparison].remember(level, key, secondKey, at: slot)
    return level
  }
}

/// What a comparison looks at, if that is one field or two.
struct ComparisonPlan: Sendable {
  /// The field on which all levels depend; -1 where there are more than two.
  var field = -1
  /// The second field on which the levels depend; -1 where there is none.
  var secondField = -1
  /// Whether equal values reach the first level.
  var firstIsExact = false
}

/// All comparisons of the settings, ready for use by any number of threads.
struct PreparedComparisons: Sendable {
  let programs: [ComparisonProgram]
  let plans: [ComparisonPlan]
  /// How the levels of a pair are packed.
  let shape: PatternShape

  init(_ settings: LinkageSettings, _ table: RecordTable, _ builder: RecordTableBuilder) {
    programs = settings.comparisons.map {
      ComparisonProgram($0, in: table, place: builder.place)
    }
    guard let shape = PatternShape(levelCounts: settings.comparisons.map(\.levels.count)) else {
      preconditionFailure("16 comparisons of 15 levels fit 64 bits")
    }
    self.shape = shape
    plans = settings.comparisons.map { comparison in
      var plan = ComparisonPlan()
      let tests = comparison.levels.flatMap { $0.condition?.tests ?? [] }
      let roots = builder.roots(of: tests.flatMap(\.inputs))
      guard (1...2).contains(roots.count) else { return plan }
      plan.field = roots[0]
      plan.secondField = roots.count > 1 ? roots[1] : -1
      if roots.count == 1, case .test(let first)? = comparison.levels[0].condition {
        plan.firstIsExact = first.name == "exact"
      }
      return plan
    }
  }
}

/// Levels that were found before, by the codes that were compared: a table that forgets.
struct LevelCache {
  private static let bits = 15
  private var keys: [UInt64]
  private var secondKeys: [UInt64]

  init(isUsed: Bool) {
    keys = Array(repeating: .max, count: isUsed ? 1 << Self.bits : 0)
    secondKeys = Array(repeating: 0, count: isUsed ? 1 << Self.bits : 0)
  }

  /// Two codes in ascending order in 60 bits: codes stay under 2^30.
  @inline(__always)
  static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    let (low, high) = first < second ? (first, second) : (second, first)
    return UInt64(UInt32(bitPattern: low)) &<< 30 | UInt64(UInt32(bitPattern: high))
  }

  /// The codes of the second field in the order of the first field's.
  @inline(__always)
  static func orderedKey(
    _ first: Int32, _ second: Int32, isTurned: Bool, isEven: Bool
  ) -> UInt64 {
    let turn = isEven ? first > second : isTurned
    let (low, high) = turn ? (second, first) : (first, second)
    return UInt64(UInt32(bitPattern: low)) &<< 30 | UInt64(UInt32(bitPattern: high))
  }

  @inline(__always)
  static func slot(_ key: UInt64, _ secondKey: UInt64) -> Int {
    let mixed = (key ^ secondKey &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 - bits))
  }

  /// The level, or -1 if it is not known.
  @inline(__always)
  func level(_ key: UInt64, _ secondKey: UInt64, at slot: Int) -> Int {
    let entry = keys[slot]
    guard entry & ~(15 << 60) == key, secondKeys[slot] == secondKey else { return -1 }
    return Int(truncatingIfNeeded: entry &>> 60)
  }

  @inline(__always)
  mutating func remember(_ level: Int, _ key: UInt64, _ secondKey: UInt64, at slot: Int) {
    keys[slot] = key | UInt64(truncatingIfNeeded: level) &<< 60
    secondKeys[slot] = secondKey
  }
}
