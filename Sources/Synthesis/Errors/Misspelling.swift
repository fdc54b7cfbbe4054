/// Ways a word is spelt wrongly by hands, eyes and ears.
enum Misspelling {
  private static let keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map(Array.init)

  /// The letter beside, doubled or left out: what fingers do.
  static func typo(_ word: String, _ chance: inout Chance) -> String? {
    var letters = Array(word)
    let places = letters.indices.dropFirst().filter { letters[$0].isLetter }
    guard let place = chance.pick(places) else { return nil }
    switch chance.below(4) {
    case 0: letters.insert(letters[place], at: place)
    case 1 where letters.count > 3: letters.remove(at: place)
    default:
      guard let beside = neighbour(of: letters[place], &chance) else { return nil }
      letters[place] = beside
    }
    return String(letters)
  }

  /// Two letters in the wrong order.
  static func transposition(_ word: String, _ chance: inout Chance) -> String? {
    var letters = Array(word)
    let places = letters.indices.dropFirst().dropLast().filter {
      letters[$0].isLetter && letters[$0 + 1].isLetter && letters[$0] != letters[$0 + 1]
    }
    guard let place = chance.pick(places) else { return nil }
    letters.swapAt(place, place + 1)
    return String(letters)
  }

  /// A letter read as another that looks like it: what scanners do.
  static func opticalReading(_ word: String, _ chance: inout Chance) -> String? {
    replacement(in: word, by: lookalikes, &chance)
  }

  /// Another spelling of the same sound: what a call handler writes.
  static func phonetic(_ word: String, _ chance: inout Chance) -> String? {
    replacement(in: word, by: soundalikes, &chance)
  }

  private static let lookalikes = [
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("o", "0"), ("cl", "d"), ("vv", "w"), ("li", "h"),
    ("S", "5"), ("B", "8"), ("I", "l"), ("O", "0"), ("e", "c"),
  ]

  private static let soundalikes = [
    ("ph", "f"), ("ck", "k"), ("ee", "ea"), ("ea", "ee"), ("ie", "y"), ("ey", "y"), ("y", "ie"),
    ("leigh", "ley"), ("ll", "l"), ("tt", "t"), ("nn", "n"), ("ss", "s"), ("ai", "ay"),
    ("c", "k"), ("k", "ck"), ("s", "z"), ("th", "t"), ("i", "y"), ("n", "nn"), ("er", "ur"),
  ]

  private static func replacement(
    in word: String, by table: [(String, String)], _ chance: inout Chance
  ) -> String? {
    let letters = Array(word)
    let found: [(place: Int, length: Int, with: String)] = table.flatMap { old, new in
      places(of: Array(old), in: letters).map { ($0, old.count, new) }
    }
    guard let one = chance.pick(found) else { return nil }
    let end = one.place + one.length
    return String(letters[..<one.place]) + one.with + String(letters[end...])
  }

  private static func places(of part: [Character], in letters: [Character]) -> [Int] {
    guard letters.count > part.count else { return [] }
    return (1...letters.count - part.count).filter {
      Array(letters[$0..<$0 + part.count]) == part
    }
  }

  private static func neighbour(of letter: Character, _ chance: inout Chance) -> Character? {
    let lower = Character(letter.lowercased())
    for row in keyboard {
      guard let place = row.firstIndex(of: lower) else { continue }
      let beside = [place - 1, place + 1].filter(row.indices.contains)
      guard let new = chance.pick(beside.map { row[$0] }) else { return nil }
      return letter.isUppercase ? Character(new.uppercased()) : new
    }
    return nil
  }
}
