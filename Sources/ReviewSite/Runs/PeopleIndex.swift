import SQLiteAccess
import Store
import Vocabulary

/// Everybody of a run by the words of their names and birth dates, so that nobody is looked for by reading the run.
struct PeopleIndex: Sendable {
  private let people: [PersonID]
  private let words: [String]
  /// Where the people of each word begin in `postings`.
  private let starts: [Int32]
  private let postings: [Int32]

  init(_ file: inout RunFile) throws(DatabaseError) {
    var reading = PostingReading()
    try file.forEachName { (row) throws(DatabaseError) in
      let name = [1, 2, 3].compactMap { row.optionalText($0) }.joined(separator: " ")
      reading.add(PersonID(row.integer64(0)), name, born: row.optionalText(4))
    }
    (people, words) = (reading.people, reading.words)
    (starts, postings) = reading.sorted()
  }

  /// The people of whom all words are found, spelt so or nearly so, those spelt exactly first.
  ///
  /// - Parameters:
  ///   - wanted: The words.
  ///   - among: The people who come into question; nil for everybody.
  ///   - most: How many are wanted.
  /// - Returns: The people.
  func search(_ wanted: [String], among: Set<PersonID>?, atMost most: Int) -> [PersonID] {
    var sums: [Int32: Int]?
    for word in wanted {
      var best: [Int32: Int] = [:]
      for (number, known) in words.enumerated() {
        let score = NameWords.score(known, word)
        guard score > 0 else { continue }
        for person in postings[Int(starts[number])..<Int(starts[number + 1])]
        where sums == nil || sums?[person] != nil {
          best[person] = max(best[person] ?? 0, score)
        }
      }
      sums = best.merging(sums ?? [:]) { $0 + $1 }.filter { best[$0.key] != nil }
    }
    guard let sums else { return Array((among ?? []).sorted().prefix(most)) }
    let found = sums.filter { among?.contains(people[Int($0.key)]) ?? true }
    return found.sorted { ($1.value, people[Int($0.key)]) < ($0.value, people[Int($1.key)]) }
      .prefix(most).map { people[Int($0.key)] }
  }
}

/// Numbers people and words, and notes who has which.
private struct PostingReading {
  var people: [PersonID] = []
  var words: [String] = []
  private var numberOfPerson: [PersonID: Int32] = [:]
  private var numberOfWord: [String: Int32] = [:]
  private var wordsOfName: [String: [Int32]] = [:]
  /// Word in the upper half, person in the lower.
  private var pairs: [UInt64] = []

  mutating func add(_ person: PersonID, _ name: String, born: String?) {
    let number = number(of: person)
    for word in words(of: name) { note(word, number) }
    if let born { note(self.number(of: born), number) }
  }

  private mutating func note(_ word: Int32, _ person: Int32) {
    pairs.append(UInt64(UInt32(word)) << 32 | UInt64(UInt32(person)))
  }

  private mutating func number(of person: PersonID) -> Int32 {
    if let known = numberOfPerson[person] { return known }
    let number = Int32(people.count)
    people.append(person)
    numberOfPerson[person] = number
    return number
  }

  private mutating func number(of word: String) -> Int32 {
    if let known = numberOfWord[word] { return known }
    let number = Int32(words.count)
    words.append(word)
    numberOfWord[word] = number
    return number
  }

  private mutating func words(of name: String) -> [Int32] {
    if let known = wordsOfName[name] { return known }
    let found = NameWords.words(of: name).map { number(of: $0) }
    wordsOfName[name] = found
    return found
  }

  /// The people of each word, each once, and where those of a word begin.
  func sorted() -> (starts: [Int32], postings: [Int32]) {
    var starts = [Int32](repeating: 0, count: words.count + 1)
    var postings: [Int32] = []
    var last: UInt64?
    for pair in pairs.sorted() where pair != last {
      postings.append(Int32(truncatingIfNeeded: pair))
      starts[Int(pair >> 32) + 1] += 1
      last = pair
    }
    for word in words.indices { starts[word + 1] += starts[word] }
    return (starts, postings)
  }
}
