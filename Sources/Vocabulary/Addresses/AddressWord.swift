/// What a folded word may mean in an address.
struct AddressWord: OptionSet, Sendable {
  let rawValue: UInt32

  /// Ends the name of a street, and little else: "Road".
  static let street = Self(rawValue: 1 << 0)
  /// Ends the name of a street, and stands inside many others: "Hill".
  static let weakStreet = Self(rawValue: 1 << 1)
  /// Ends the name of a street or of a building: "Court".
  static let courtLike = Self(rawValue: 1 << 2)
  /// Ends the name of a building: "House".
  static let building = Self(rawValue: 1 << 3)
  /// Comes before the number of a part of a building: "Flat".
  static let unit = Self(rawValue: 1 << 4)
  /// A unit word that adds nothing to its number: a flat, an apartment and a studio are the same.
  static let flat = Self(rawValue: 1 << 5)
  /// Where in the building, before "floor" or "flat": "Top".
  static let position = Self(rawValue: 1 << 6)
  /// A whole place in the building: "Ground Floor", "Basement".
  static let floor = Self(rawValue: 1 << 7)
  /// Near an address rather than at it: "Land", "Adjacent".
  static let beside = Self(rawValue: 1 << 8)
  /// Left out of keys: "The".
  static let filler = Self(rawValue: 1 << 9)
  /// Comes before a house number: "No", "Number".
  static let numberSign = Self(rawValue: 1 << 10)
  /// "St", which is a street or a saint by where it stands.
  static let saintOrStreet = Self(rawValue: 1 << 11)
  static let county = Self(rawValue: 1 << 12)
  static let institution = Self(rawValue: 1 << 13)
  /// May come after the street word: "Park Road North".
  static let direction = Self(rawValue: 1 << 14)

  /// Every word that ends a name of a street or building.
  static let anyType: Self = [.street, .weakStreet, .courtLike, .building]
}

/// One word of the address vocabulary in its full spelling.
struct AddressEntry: Sendable {
  var full: String
  var meaning: AddressWord
}

/// The words that addresses are made of, with their abbreviations.
enum AddressWords {
  /// The place of the word in `entries`, plus one; zero where it is unknown.
  static func place(of word: PackedWord) -> Int { Int(table[word]) }

  static let entries: [AddressEntry] = lines.map { line in
    AddressEntry(full: line.full, meaning: line.meaning)
  }

  /// Where "Street" and "Saint" are, for a "St" that has been decided.
  static let street = place(of: PackedWord("STREET"))
  static let saint = place(of: PackedWord("SAINT"))

  /// The number of short and odd spellings that are brought to a full word.
  static var abbreviationCount: Int {
    lines.reduce(0) { $0 + $1.short.split(separator: " ").count }
  }

  private static let table: WordTable = {
    var words: [(word: String, value: UInt32)] = []
    for (index, line) in lines.enumerated() {
      if !line.full.contains(" ") { words.append((line.full, UInt32(index + 1))) }
      for short in line.short.split(separator: " ") {
        words.append((String(short), UInt32(index + 1)))
      }
    }
    return WordTable(words) { first, _ in first }
  }()
}
