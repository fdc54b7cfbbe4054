import TestSupport
import Testing

@testable import Families

/// Which ids stay, which are new, and what is said of every other.
@Suite struct IdentityCarryingTests {
  /// Nights after nights, each with its groups, written as letters: `ab c` are two groups of two keys and one.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var nights: [String]
    /// The ids of the last night's groups, by the key that was the lowest when they were made, and the events.
    var ids: String
    var events: [String]
  }

  @Test(arguments: [
    Case(
      testDescription: "the first night", nights: ["ab c"], ids: "a c",
      events: ["born a", "born c"]),
    Case(testDescription: "nothing new", nights: ["ab c", "ab c"], ids: "a c", events: []),
    Case(testDescription: "growth", nights: ["ab", "abc"], ids: "a", events: []),
    Case(testDescription: "a lower key comes", nights: ["bc", "abc"], ids: "b", events: []),
    Case(
      testDescription: "a new one", nights: ["ab", "ab c"], ids: "a c", events: ["born c"]),
    Case(
      testDescription: "a split keeps the larger part", nights: ["abc", "a bc"], ids: "A a",
      events: ["split a>A"]),
    Case(
      testDescription: "a merge keeps the larger one", nights: ["a bc", "abc"], ids: "b",
      events: ["merged a>b"]),
    Case(
      testDescription: "a merge of equals keeps the lower id", nights: ["a b", "ab"], ids: "a",
      events: ["merged b>a"]),
    Case(
      testDescription: "a record moves", nights: ["abc de", "ab cde"], ids: "a d",
      events: ["moved a>d"]),
    Case(
      testDescription: "all gone", nights: ["ab c", "c"], ids: "c", events: ["dissolved a>"]),
    Case(
      testDescription: "back again", nights: ["ab c", "c", "b c"], ids: "a c",
      events: ["returned >a"]),
    Case(
      testDescription: "back in another", nights: ["a bc", "bc", "abc"], ids: "b",
      events: ["merged a>b"]),
    Case(
      testDescription: "merged, and apart again: the id that ended stays ended",
      nights: ["a bc", "abc", "a bc"], ids: "A b", events: ["split b>A"]),
    Case(
      testDescription: "what was of an id that ended comes back to its heir",
      nights: ["ax bc", "a bc", "abc", "bc", "x bc"], ids: "x b",
      events: ["split b>x"]),
    Case(
      testDescription: "two change places", nights: ["abc def", "abd cef"], ids: "a d",
      events: ["moved a>d", "moved d>a"]),
    Case(
      testDescription: "divided among two that stay", nights: ["ab cde fgh", "acde bfgh"],
      ids: "c f", events: ["merged a>c", "merged a>f"]),
    Case(
      testDescription: "what was there last night counts before what was there once",
      nights: ["abcx", "x", "abc x"], ids: "A a", events: ["split a>A"]),
    Case(
      testDescription: "corrected, known by its number",
      nights: ["a1 b", "c1 b"], ids: "a b", events: ["corrected a>a"]),
    Case(
      testDescription: "a number of two proves nothing", nights: ["a1 b", "c1 d1 b"],
      ids: "c d b", events: ["born c", "born d", "dissolved a>"]),
    Case(
      testDescription: "a number does not take from who has a record",
      nights: ["a1 b", "a c1 b"], ids: "a c b", events: ["born c"]),
  ])
  func `ids are carried`(_ example: Case) {
    var past = PastIdentity()
    var names: [Int64: String] = [:]
    var last: (ids: [String], events: [String]) = ([], [])
    for night in example.nights {
      let groups = Self.groups(night)
      let carried = CarriedIdentity(groups, after: past) { lowest, attempt in
        let name = Self.name(lowest, attempt)
        let id = Int64(name.utf8.first ?? 0) + (attempt == 0 ? 0 : 1_000)
        names[id] = name
        return id
      }
      last.ids = carried.ids.map { names[$0] ?? "?" }
      last.events = carried.events.map { event in
        let from = event.from.map { names[$0] ?? "?" }
        let to = event.to.map { names[$0] ?? "?" }
        return event.kind == .born
          ? "born \(to ?? "")" : "\(event.kind.rawValue) \(from ?? "")>\(to ?? "")"
      }
      past = carried.past(of: groups)
    }
    #expect(last.ids.joined(separator: " ") == example.ids)
    #expect(last.events == example.events)
  }

  /// The second proposal for a key is its capital letter.
  private static func name(_ key: Int64, _ attempt: Int) -> String {
    let letter = String(decoding: [UInt8(truncatingIfNeeded: key)], as: UTF8.self)
    return attempt == 0 ? letter : letter.uppercased()
  }

  /// Letters are keys, digits are anchors.
  private static func groups(_ text: String) -> PresentGroups {
    var groups = PresentGroups(count: 0, keys: [])
    for (number, word) in text.split(separator: " ").enumerated() {
      groups.count += 1
      for byte in word.utf8 {
        let part = PresentGroups.Part(Int64(byte), of: Int32(number))
        if byte < 0x3A { groups.anchors.append(part) } else { groups.keys.append(part) }
      }
    }
    groups.keys.sort { $0.value < $1.value }
    return groups
  }

  @Test func `the order of the groups changes nothing`() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      var past = PastIdentity()
      for _ in 0..<3 {
        let owners = (0..<12).map { _ in random.below(5) }
        let present = (0..<12).filter { _ in random.below(4) > 0 }
        let (groups, turned) = (Self.made(owners, present, [0, 1, 2, 3, 4]), [3, 1, 4, 0, 2])
        let other = Self.made(owners, present, turned)
        let one = CarriedIdentity(groups, after: past, makeID: Self.makeID)
        let two = CarriedIdentity(other, after: past, makeID: Self.makeID)
        #expect(one.events == two.events)
        #expect(one.past(of: groups).holders == two.past(of: other).holders)
        past = one.past(of: groups)
      }
    }
  }

  static func makeID(_ key: Int64, _ attempt: Int) -> Int64 { key * 1_000 + Int64(attempt) }

  /// Groups of the keys that are there, numbered in an order; empty ones are left out.
  private static func made(_ owners: [Int], _ present: [Int], _ order: [Int]) -> PresentGroups {
    let used = order.filter { owner in present.contains { owners[$0] == owner } }
    return PresentGroups(
      count: used.count,
      keys: present.compactMap { key in
        used.firstIndex(of: owners[key]).map { .init(Int64(key), of: Int32($0)) }
      })
  }
}
