import TestSupport
import Testing

@testable import Linkage

@Suite("Equal keys")
struct EqualKeysTests {
  @Test("the first of equal keys is found, in every small list")
  func smallLists() {
    for length in 0...5 {
      var keys = [UInt64](repeating: 0, count: length)
      var isLast = false
      while !isLast {
        #expect(EqualKeys.firsts(of: keys) == Self.slowly(keys))
        isLast = !Self.next(&keys, below: 4)
      }
    }
  }

  @Test(
    "the first of equal keys is found in long lists",
    arguments: [(20_000, 3), (20_000, 9_000), (70_000, 1 << 40), (9_000, 1)])
  func longLists(count: Int, values: UInt64) {
    var random = SplitMix64(seed: 7)
    let keys = (0..<count).map { _ in random.next() % values }
    #expect(EqualKeys.firsts(of: keys) == Self.slowly(keys))
  }

  /// The same, by a dictionary.
  static func slowly(_ keys: [UInt64]) -> [Int32] {
    var first: [UInt64: Int32] = [:]
    return keys.enumerated().map { place, key in
      if key == 0 { return -1 }
      if let known = first[key] { return known }
      first[key] = Int32(place)
      return Int32(place)
    }
  }

  /// Counts up; false after the last one.
  private static func next(_ digits: inout [UInt64], below base: UInt64) -> Bool {
    for place in digits.indices {
      digits[place] += 1
      if digits[place] < base { return true }
      digits[place] = 0
    }
    return false
  }
}

@Suite("Packed keys")
struct PackedKeysTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    let bases: [UInt64]
    var testDescription: String { name }
  }

  @Test(
    "keys are equal just when all codes are",
    arguments: [
      Shape(name: "one part", bases: [4]),
      Shape(name: "three parts in one word", bases: [4, 3, 2]),
      Shape(name: "parts for two words", bases: [1 << 31, 1 << 31, 1 << 31]),
      Shape(name: "parts for four words", bases: Array(repeating: 1 << 31, count: 7)),
    ], [true, false])
  func keys(shape: Shape, needsAll: Bool) {
    var random = SplitMix64(seed: 11)
    let most = shape.bases.map { Int32($0 - 1) }
    // Codes at both ends of their range, so that one digit would spill into the next if it could.
    let records = (0..<600).map { _ in
      most.map { [0, 1, $0, $0 - 1][Int(random.next() % 4)] }
    }
    let packing = PackedKeys(bases: shape.bases, needsAll: needsAll)
    let keys = packing.keys(count: records.count) { record, codes in codes = records[record] }
    var known: [[Int32]: UInt64] = [:]
    for (record, key) in zip(records, keys) {
      let isNone = needsAll ? record.contains(0) : record.allSatisfy { $0 == 0 }
      #expect((key == 0) == isNone)
      if !isNone { #expect(known[record, default: key] == key) }
      known[record] = key
    }
    let present = known.values.filter { $0 != 0 }
    #expect(Set(present).count == present.count)
  }
}
