import Families
import SQLiteAccess
import Store
import Vocabulary

/// Gives names numbers, and gathers under which each person is known.
struct NameNumbers {
  private var numbers: [String: Int32] = [:]
  private var surnames: [UInt64] = []
  private var forenames: [UInt64] = []

  mutating func add(_ person: Int32, _ row: borrowing Row) {
    for column in 6...8 {
      guard !row.isNull(column) else { continue }
      // Several are told apart by semicolons or bars; of an alias with forenames the last word is the surname.
      for part in row.text(column).split(whereSeparator: { $0 == ";" || $0 == "|" }) {
        let name = column == 8 ? part.split(separator: " ").last ?? part : part
        for number in self.parts(String(name)) { surnames.append(Self.pair(person, number)) }
      }
    }
    let forenames = row.text(5)
    guard let first = forenames.split(separator: " ").first, first.utf8.count > 1 else { return }
    self.forenames.append(Self.pair(person, number(String(first))))
  }

  /// The letter with which the row's forename begins, as a bit, also where that is all that the row gives.
  static func initials(_ row: borrowing Row) -> UInt32 {
    let letter = row.withTextBytes(5) { $0.isEmpty ? 0 : $0[0] & 0xDF }
    return (0x41...0x5A).contains(letter) ? 1 << UInt32(letter - 0x41) : 0
  }

  /// The name as a whole, and each part of one with a hyphen.
  private mutating func parts(_ name: String) -> [Int32] {
    let parts = name.split(separator: "-").map(String.init)
    return ([name] + (parts.count > 1 ? parts : [])).map { number($0) }
  }

  private mutating func number(_ name: String) -> Int32 {
    var folded: [UInt8] = []
    for byte in name.utf8 where byte != 0x20 && byte != 0x27 {
      folded.append((0x61...0x7A).contains(byte) ? byte - 32 : byte)
    }
    let text = String(decoding: folded, as: UTF8.self)
    if let number = numbers[text] { return number }
    let number = Int32(numbers.count + 1)
    numbers[text] = number
    return number
  }

  private static func pair(_ person: Int32, _ number: Int32) -> UInt64 {
    UInt64(UInt32(person)) << 32 | UInt64(UInt32(number))
  }

  /// Puts the names into the input: all surnames, and the forename that is written most often.
  mutating func settle(_ input: inout FamilyInput) {
    surnames.sort()
    var next = 0
    for person in input.people.indices {
      let start = input.surnames.count
      while next < surnames.count, Int(surnames[next] >> 32) == person {
        let number = Int32(truncatingIfNeeded: surnames[next])
        if input.surnames.count == start || input.surnames.last != number {
          input.surnames.append(number)
        }
        next += 1
      }
      input.people[person].surnames = start..<input.surnames.count
    }
    forenames.sort()
    for (person, number) in MostOften.values(of: forenames) {
      input.people[person].forename = Int32(number)
    }
    surnames = []
    forenames = []
  }
}

/// Gathers birth dates and sexes, of which what most rows say holds.
struct Particulars {
  private var births: [UInt64] = []
  private var female: [Int32]

  init(people: Int) {
    female = Array(repeating: 0, count: people)
  }

  mutating func add(_ person: Int32, _ row: borrowing Row) {
    let born = row.withTextBytes(9) { $0.isEmpty ? nil : PartialDate(text: $0) }
    if let born {
      let precision = UInt64(DatePrecision.allCases.firstIndex(of: born.precision) ?? 0)
      let day = UInt64(born.earliest.daysSince1970 &- Day.earliest.daysSince1970)
      // Of two dates that stand equally often, the more exact one holds.
      births.append(UInt64(UInt32(person)) << 32 | day << 2 | precision)
    }
    switch row.text(10) {
    case "female": female[Int(person)] += 2
    case "male": female[Int(person)] -= 2
    default: break
    }
    switch row.text(4).uppercased() {
    case "MRS", "MISS", "MS": female[Int(person)] += 1
    case "MR", "MASTER": female[Int(person)] -= 1
    default: break
    }
  }

  mutating func settle(_ input: inout FamilyInput) {
    births.sort()
    for (person, packed) in MostOften.values(of: births) {
      let day = Day.earliest.adding(days: Int(packed >> 2))
      input.people[person].born = PartialDate(
        DatePrecision.allCases[Int(packed & 3)], containing: day)
    }
    for person in female.indices where female[person] != 0 {
      input.people[person].isFemale = female[person] > 0
    }
  }
}

/// Finds for each person the value that stands most often, and of several the lowest.
private enum MostOften {
  static func values(of sorted: [UInt64]) -> [(person: Int, value: UInt32)] {
    var found: [(person: Int, value: UInt32)] = []
    var start = 0
    while start < sorted.count {
      let person = sorted[start] >> 32
      var (best, most) = (sorted[start], 0)
      while start < sorted.count, sorted[start] >> 32 == person {
        var end = start
        while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
        if end - start > most { (best, most) = (sorted[start], end - start) }
        start = end
      }
      found.append((Int(person), UInt32(truncatingIfNeeded: best)))
    }
    return found
  }
}

/// Gathers the groups of early help: whoever met the family put them together.
struct HelpGroups {
  private struct Member {
    var group: UInt64
    var person: Int32
    var start: Day
    var end: Day?
    var row: RowPlace
  }

  private var members: [Member] = []
  /// More people than this are no family but a list.
  private static let most = 16

  mutating func add(
    _ person: Int32, attributes: String, start: Day, end: Day?, _ row: RowPlace
  ) {
    guard let group = Self.group(in: attributes) else { return }
    members.append(Member(group: group, person: person, start: start, end: end, row: row))
  }

  private static func group(in attributes: String) -> UInt64? {
    guard let range = attributes.firstRange(of: "\"group\":\"") else { return nil }
    let value = attributes[range.upperBound...].prefix { $0 != "\"" }
    return value.isEmpty ? nil : TextHash.of(String(value))
  }

  /// Every two of one group.
  func relations(kind: Int) -> [StatedRelation] {
    let sorted = members.sorted {
      ($0.group, $0.person, $0.start, $0.row) < ($1.group, $1.person, $1.start, $1.row)
    }
    var relations: [StatedRelation] = []
    var start = 0
    while start < sorted.count {
      var end = start
      var people: [Member] = []
      while end < sorted.count, sorted[end].group == sorted[start].group {
        if people.last?.person != sorted[end].person { people.append(sorted[end]) }
        end += 1
      }
      if people.count <= Self.most {
        for (place, one) in people.enumerated() {
          for other in people[..<place] {
            relations.append(
              StatedRelation(
                from: other.person, to: one.person, kind: kind, since: nil, until: nil,
                row: max(one.row, other.row)))
          }
        }
      }
      start = end
    }
    return relations
  }
}
