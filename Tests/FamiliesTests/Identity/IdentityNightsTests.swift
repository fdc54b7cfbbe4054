import TestSupport
import Testing

@testable import Families

/// A year of nights in which records come, go, return and are corrected, and people are joined and divided.
@Suite struct IdentityNightsTests {
  /// A population whose records the nights see.
  private struct World {
    /// The key and the number of each record that is there, and whose it is thought to be.
    var records: [Int64: (person: Int, number: Int64)] = [:]
    /// Records that were withdrawn.
    var away: [Int64: (person: Int, number: Int64)] = [:]
    var nextKey: Int64 = 1
    var nextPerson = 0

    /// One change: most are arrivals and corrections, as it is with councils.
    mutating func change(_ random: inout SplitMix64) {
      let there = records.keys.sorted()
      guard let key = there.isEmpty ? nil : random.one(of: there), let record = records[key] else {
        return arrive(nil, &random)
      }
      switch random.below(20) {
      case 0..<5: arrive(nil, &random)
      case 5..<9: arrive(record.person, &random)
      case 9..<13:
        // A correction: the record has another key, and most keep the number.
        records[key] = nil
        add(record.person, random.below(4) > 0 ? record.number : Int64(random.below(1_000_000)))
      case 13..<15:
        records[key] = nil
        away[key] = record
      case 15..<17:
        if let back = away.keys.sorted().first { records[back] = away.removeValue(forKey: back) }
      case 17: records[key]?.person = random.below(nextPerson)
      case 18:
        let other = random.below(nextPerson)
        for moved in there where records[moved]?.person == record.person {
          records[moved]?.person = other
        }
      default:
        let other = nextPerson
        nextPerson += 1
        for moved in there where records[moved]?.person == record.person && random.below(2) == 0 {
          records[moved]?.person = other
        }
      }
    }

    private mutating func arrive(_ person: Int?, _ random: inout SplitMix64) {
      if person == nil { nextPerson += 1 }
      add(person ?? nextPerson - 1, Int64(random.below(1_000_000)))
    }

    private mutating func add(_ person: Int, _ number: Int64) {
      // Keys are spread, as hashes are.
      records[nextKey &* 0x9E37_79B9_7F4A_7C1 % 1_000_003 &* 7 + nextKey % 7] = (person, number)
      nextKey += 1
    }

    var groups: PresentGroups {
      let keys = records.keys.sorted()
      var numbers: [Int: Int32] = [:]
      var groups = PresentGroups(count: 0, keys: [])
      for key in keys {
        guard let record = records[key] else { continue }
        let group = numbers[record.person, default: Int32(numbers.count)]
        numbers[record.person] = group
        groups.keys.append(.init(key, of: group))
        groups.anchors.append(.init(record.number, of: group))
      }
      groups.count = numbers.count
      return groups
    }
  }

  @Test(arguments: [1, 2])
  func `in 365 nights no id changes without a word, and none is given twice`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var world = World()
    var past = PastIdentity()
    var ended: Set<Int64> = []
    var (unexplained, changed, kinds) = (0, 0, Set<LineageEvent.Kind>())
    for _ in 0..<365 {
      for _ in 0..<4 { world.change(&random) }
      let groups = world.groups
      let carried = CarriedIdentity(
        groups, after: past, makeID: IdentityCarryingTests.makeID)
      let now = carried.past(of: groups)
      #expect(Set(carried.ids).count == groups.count, "two groups have one id")
      #expect(ended.isDisjoint(with: carried.ids), "an id that ended is there again")
      ended.formUnion(carried.merged)
      for change in Self.changes(past, now) {
        changed += 1
        if !Self.isExplained(change, carried.events) { unexplained += 1 }
      }
      let made = Set(carried.ids).subtracting(past.holders.map(\.id))
      let told = Set(
        carried.events.filter { $0.kind == .born || $0.kind == .split }.compactMap(\.to))
      #expect(made == told)
      kinds.formUnion(carried.events.map(\.kind))
      past = now
    }
    #expect(unexplained == 0)
    #expect(changed > 300)
    #expect(kinds == Set(LineageEvent.Kind.allCases))
    let states = past.dormant + past.merged + Set(past.holders.filter(\.isPresent).map(\.id))
    #expect(Set(states).count == states.count, "an id is one of live, sleeping and ended")
  }

  /// What changed of an id: from one to another, or to nothing, or back from nothing.
  private enum Change: Hashable {
    case other(Int64, Int64)
    case vanished(Int64)
    case appeared(Int64)
  }

  private static func changes(_ past: PastIdentity, _ now: PastIdentity) -> Set<Change> {
    let before = Dictionary(uniqueKeysWithValues: past.holders.map { ($0.key, $0) })
    var changes: Set<Change> = []
    for holder in now.holders where holder.isPresent {
      if let old = before[holder.key], old.id != holder.id {
        changes.insert(.other(old.id, holder.id))
      }
    }
    let (live, were) = (Self.live(now), Self.live(past))
    changes.formUnion(were.subtracting(live).map { .vanished($0) })
    changes.formUnion(live.subtracting(were).map { .appeared($0) })
    return changes
  }

  private static func live(_ identity: PastIdentity) -> Set<Int64> {
    Set(identity.holders.filter(\.isPresent).map(\.id))
  }

  private static func isExplained(_ change: Change, _ events: [LineageEvent]) -> Bool {
    events.contains { event in
      switch (change, event.kind) {
      case (.other(let from, let to), .split), (.other(let from, let to), .merged),
        (.other(let from, let to), .moved):
        event.from == from && event.to == to
      case (.vanished(let id), .merged), (.vanished(let id), .dissolved): event.from == id
      case (.appeared(let id), .born), (.appeared(let id), .split), (.appeared(let id), .returned):
        event.to == id
      default: false
      }
    }
  }
}
