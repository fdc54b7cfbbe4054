import SQLiteAccess
import Store
import Vocabulary

/// Everybody of a run by the words of their names and birth dates, so that nobody is looked for by reading the run.
struct PeopleIndex: Sendable {
  /// In the order of their ids.
  private let people: [PersonID]
  private let words: WordIndex
  private let postings: WordPostings
  /// By people's places.
  private let sources: SourceSets
  private let titles: [Int: String]

  init(_ file: inout RunFile) throws(DatabaseError) {
    let summaries = try file.sourceSummaries()
    titles = Dictionary(
      summaries.map { ($0.number, $0.title) }, uniquingKeysWith: { one, _ in one })
    var reading = PostingReading(sources: SourceSets(most: (titles.keys.max() ?? 0) + 1))
    try file.forEachName { (row) throws(DatabaseError) in
      let name = [1, 2, 3].compactMap { row.optionalText($0) }.joined(separator: " ")
      reading.add(
        PersonID(row.integer64(0)), name, born: row.optionalText(4), source: row.integer(5))
    }
    (people, words, postings, sources) = reading.sorted()
  }

  /// What people call the sources of somebody's records, in the order of the alphabet.
  func sources(of person: PersonID) -> [String] {
    guard let place = people.sortedIndex(of: person) else { return [] }
    return sources[place].compactMap { titles[$0] }.sorted()
  }

  /// The people of whom all words are found, spelt so or nearly so, those spelt exactly first.
  ///
  /// - Parameters:
  ///   - wanted: The words.
  ///   - among: The people who come into question; nil for everybody.
  ///   - most: How many are wanted.
  /// - Returns: The people.
  func search(_ wanted: [String], among: Set<PersonID>?, atMost most: Int) -> [PersonID] {
    guard !wanted.isEmpty else { return Array((among ?? []).sorted().prefix(most)) }
    let (found, sums) = WordPostings.owners(
      of: wanted.map(words.matches), in: [postings], among: people.count)
    let possible = found.filter { among?.contains(people[Int($0)]) ?? true }
    return Self.foremost(most, of: possible, by: sums).map { people[Int($0)] }
  }

  /// Those of whom the words fit best, and of the same fit those with the lowest ids.
  private static func foremost(
    _ most: Int, of found: [Int32], by sums: [UInt8]
  ) -> ArraySlice<Int32> {
    var counts = [Int](repeating: 0, count: 256)
    for person in found { counts[Int(sums[Int(person)])] += 1 }
    // The lowest sum that is among the first so many: nobody below it has to be put in order.
    var (least, above) = (255, counts[255])
    while above < most, least > 0 {
      least -= 1
      above += counts[least]
    }
    return found.filter { Int(sums[Int($0)]) >= least }
      .sorted { (sums[Int($1)], $0) < (sums[Int($0)], $1) }.prefix(most)
  }
}

/// Numbers people and words, and notes who has which.
private struct PostingReading {
  private var people: [PersonID] = []
  private var sources: SourceSets
  private var numbering = WordNumbering()
  private var numberOfPerson: [PersonID: Int32] = [:]
  /// Word in the upper half, person in the lower.
  private var pairs: [UInt64] = []

  init(sources: SourceSets) { self.sources = sources }

  mutating func add(_ person: PersonID, _ name: String, born: String?, source: Int) {
    let person = number(of: person)
    sources.insert(source, at: Int(person))
    for word in numbering.numbers(of: name, born: born) {
      pairs.append(WordPostings.pair(word, Int(person)))
    }
  }

  private mutating func number(of person: PersonID) -> Int32 {
    if let known = numberOfPerson[person] { return known }
    let number = Int32(people.count)
    people.append(person)
    numberOfPerson[person] = number
    return number
  }

  /// The people in the order of their ids, the words in theirs, for each word its people, each once, and people's sources.
  func sorted() -> (
    people: [PersonID], words: WordIndex, postings: WordPostings, sources: SourceSets
  ) {
    let order = people.indices.sorted { people[$0] < people[$1] }
    var rank = [Int](repeating: 0, count: people.count)
    for (place, person) in order.enumerated() { rank[person] = place }
    let words = numbering.words
    let (index, places) = WordIndex.of(words)
    let ranked = pairs.map { pair in
      WordPostings.pair(
        places[Int(pair >> 32)], rank[Int(UInt32(truncatingIfNeeded: pair))])
    }
    return (
      order.map { people[$0] }, index, WordPostings(ranked, words: words.count),
      sources.ordered(order)
    )
  }
}
