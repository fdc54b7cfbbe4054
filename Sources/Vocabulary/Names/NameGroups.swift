/// The number of one group of names that mean the same name.
///
/// Ids are the places of lines in tables that only grow at the end, so an id stays what it is.
public struct NameGroupID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The place of the group's line.
  public let rawValue: UInt16

  /// Makes an id from its stored number.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Orders ids by their number.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The groups that one name belongs to: none for most, several for "Alex".
public struct NameGroupSet: Hashable, Sendable {
  /// Group numbers plus one, zero where there is none.
  fileprivate(set) var slots: SIMD8<UInt16> = .zero

  /// Whether the name is in no group.
  public var isEmpty: Bool { slots == .zero }

  /// The groups in ascending order.
  public var ids: [NameGroupID] {
    slots.indices.compactMap { slots[$0] == 0 ? nil : NameGroupID(rawValue: slots[$0] - 1) }
  }

  /// Whether the two names have a group in common.
  public func shares(with other: Self) -> Bool {
    for index in 0..<8 where slots[index] != 0 {
      if any(other.slots .== SIMD8(repeating: slots[index])) { return true }
    }
    return false
  }
}

/// A table of groups, one to a line of its text.
struct NameGroupTable: Sendable {
  private let words: WordTable
  private let sets: [NameGroupSet]
  let count: Int

  init(_ text: String) {
    var sets: [NameGroupSet] = []
    var places: [PackedWord: Int] = [:]
    var entries: [(word: String, value: UInt32)] = []
    let lines = text.split(separator: "\n")
    for (line, members) in lines.enumerated() {
      for member in members.split(separator: " ") {
        let word = PackedWord(member)
        let place = places[word] ?? sets.count
        if place == sets.count {
          places[word] = place
          sets.append(NameGroupSet())
          entries.append((String(member), UInt32(place + 1)))
        }
        Self.add(UInt16(line + 1), to: &sets[place])
      }
    }
    self.sets = sets
    words = WordTable(entries)
    count = lines.count
  }

  private static func add(_ group: UInt16, to set: inout NameGroupSet) {
    guard !(0..<8).contains(where: { set.slots[$0] == group }) else { return }
    let free = (0..<8).first { set.slots[$0] == 0 }
    guard let free else { preconditionFailure("a name in more than eight groups") }
    set.slots[free] = group
  }

  subscript(word: PackedWord) -> NameGroupSet {
    let value = Int(words[word])
    return value == 0 ? NameGroupSet() : sets[value - 1]
  }

  subscript(folded: Span<UInt8>) -> NameGroupSet {
    PackedWord(folded).map { self[$0] } ?? NameGroupSet()
  }
}

/// English short forms: Bob is Robert, Liz and Beth are Elizabeth.
public enum NicknameGroups {
  static let table = NameGroupTable(nicknameLines)

  /// The number of groups.
  public static var count: Int { table.count }

  /// The groups of a folded given name.
  public static func groups(of folded: Span<UInt8>) -> NameGroupSet { table[folded] }

  /// The groups of a folded given name.
  public static func groups(of folded: String) -> NameGroupSet { table[folded.utf8.span] }
}

/// Spellings of one name brought from another script or language: Mohammed, Muhammad, Md.
public enum TransliterationGroups {
  static let table = NameGroupTable(transliterationLines)

  /// The number of groups.
  public static var count: Int { table.count }

  /// The groups of a folded given name or surname.
  public static func groups(of folded: Span<UInt8>) -> NameGroupSet { table[folded] }

  /// The groups of a folded given name or surname.
  public static func groups(of folded: String) -> NameGroupSet { table[folded.utf8.span] }
}

/// What the tables know about single names.
enum NameGroups {
  /// Whether the word is in a table of given names.
  static func isKnownGivenName(_ word: PackedWord) -> Bool {
    !NicknameGroups.table[word].isEmpty || !TransliterationGroups.table[word].isEmpty
  }

  /// Whether a usual surname stands as forename and a usual forename as surname.
  static func looksSwapped(forename: String, surname: String) -> Bool {
    guard let first = PackedWord(forename.utf8.span), let last = PackedWord(surname.utf8.span)
    else { return false }
    return commonSurnames.contains(first) && NicknameGroups.table[first].isEmpty
      && !NicknameGroups.table[last].isEmpty && !commonSurnames.contains(last)
  }

  private static let commonSurnames = Set(
    commonSurnameLines.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { PackedWord($0) })
}
