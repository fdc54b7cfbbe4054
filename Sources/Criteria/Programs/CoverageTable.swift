import Vocabulary

/// For each kind that a program asks for: which sources tell of it, and for which days each has delivered.
struct CoverageTable: Sendable {
  /// A source that tells of a kind, with the days it has told of.
  struct Supplier: Sendable {
    var source: UInt16
    var isByUnit: Bool
    var days: [DayInterval]
  }

  /// The days for which some unit was told of.
  struct Unit: Sendable {
    var unit: Int32
    var days: [DayInterval]
  }

  /// The sources of each slot.
  var suppliers: [[Supplier]]
  /// The units of each slot, in the order of their numbers.
  var units: [[Unit]]

  init(_ program: CriteriaProgram, _ file: CaseFile) {
    suppliers = Array(repeating: [], count: program.kindOfSlot.count)
    units = Array(repeating: [], count: program.kindOfSlot.count)
    for supplier in file.suppliers {
      let slot = Int(program.slotOfKind[Int(supplier.kind)])
      guard slot >= 0 else { continue }
      suppliers[slot].append(
        Supplier(source: supplier.source, isByUnit: supplier.isByUnit, days: []))
    }
    // Where each unit of a slot stands: a council has hundreds of schools.
    var places = Array(repeating: [Int32: Int](), count: units.count)
    for covered in file.coverage {
      let slot = Int(program.slotOfKind[Int(covered.kind)])
      guard slot >= 0 else { continue }
      if let unit = covered.unit {
        addUnit(unit, covered.days, to: slot, &places[slot])
      } else {
        add(covered, to: slot)
      }
    }
    for slot in suppliers.indices {
      suppliers[slot].sort { $0.source < $1.source }
      units[slot].sort { $0.unit < $1.unit }
      for place in suppliers[slot].indices { suppliers[slot][place].days.merge() }
      for place in units[slot].indices { units[slot][place].days.merge() }
    }
  }

  private mutating func add(_ covered: CaseCoverage, to slot: Int) {
    if let place = suppliers[slot].firstIndex(where: { $0.source == covered.source }) {
      suppliers[slot][place].days.append(covered.days)
    } else {
      suppliers[slot].append(
        Supplier(source: covered.source, isByUnit: false, days: [covered.days]))
    }
  }

  private mutating func addUnit(
    _ unit: Int32, _ days: DayInterval, to slot: Int, _ places: inout [Int32: Int]
  ) {
    if let place = places[unit] {
      units[slot][place].days.append(days)
    } else {
      places[unit] = units[slot].count
      units[slot].append(Unit(unit: unit, days: [days]))
    }
  }

  /// The days on which the unit was told of.
  func days(ofUnit unit: Int32, slot: Int) -> [DayInterval] {
    units[slot].first { $0.unit == unit }?.days ?? []
  }
}

extension [DayInterval] {
  /// Joins those that overlap or touch, and puts them in order.
  mutating func merge() {
    guard count > 1 else { return }
    sort { ($0.first, $0.last) < ($1.first, $1.last) }
    var merged: [DayInterval] = []
    for days in self {
      if let last = merged.last, last.touches(days) {
        merged[merged.count - 1] = last.joined(with: days)
      } else {
        merged.append(days)
      }
    }
    self = merged
  }

  /// The first days of the window that none of the merged intervals has, or nothing if they have all.
  func firstGap(in window: DayInterval) -> DayInterval? {
    var start = window.first
    for days in self where days.last >= start {
      if days.first > start {
        return DayInterval(first: start, last: Swift.min(window.last, days.first.adding(days: -1)))
      }
      if days.last >= window.last { return nil }
      start = days.last.adding(days: 1)
    }
    return start > window.last ? nil : DayInterval(first: start, last: window.last)
  }
}

extension DayInterval {
  /// The days from the first of either to the last of either.
  func joined(with other: DayInterval) -> DayInterval {
    DayInterval(first: min(first, other.first), last: max(last, other.last)) ?? self
  }
}
