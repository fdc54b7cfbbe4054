import Pipelines
import SQLiteAccess
import Store
import Vocabulary

/// Every family of a run in few bytes, so that lists are narrowed, ordered and searched without reading the run.
struct FamilyIndex: Sendable {
  /// A family.
  struct Line: Hashable, Sendable {
    let id: FamilyID
    let people: Int
    let children: Int
    /// The district that it lives in; empty where nobody knows.
    let area: String
    /// What the pack that decides came to; nil where it was not asked.
    let eligible: FindingState?
    /// The places of the criteria that are met, and of those of which one cannot tell.
    let met: [UInt8]
    let open: [UInt8]
    /// Since when it is a concern, as the first day that it may be.
    let concern: String?
    /// Whether that day rests on rows that everybody may see.
    let isConcernOrdinary: Bool
    /// Words of its people's names and birth dates, by their numbers; those of protected people apart.
    fileprivate(set) var words: [Int32] = []
    fileprivate(set) var protectedWords: [Int32] = []
  }

  private(set) var lines: [Line] = []
  /// The criteria of the pack that decides, without the one that says who is eligible.
  let criteria: [(name: String, title: String)]
  /// The districts that families live in.
  let areas: [String]
  private let places: [FamilyID: Int]
  private let words: WordIndex

  init(_ file: inout RunFile, _ areas: AreaTable?) throws {
    let (criteria, eligible) = try file.decidingCriteria()
    self.criteria = criteria
    lines = try file.familyIndex().map { Line($0, eligible, areas) }
    self.areas = Set(lines.lazy.map(\.area)).filter { !$0.isEmpty }.sorted()
    places = Dictionary(
      lines.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let (words, order) = WordIndex.of(try Self.readWords(&file, into: &lines, places))
    self.words = words
    for place in lines.indices { lines[place].renumber(order) }
  }

  /// Reads the words by which families are found, into their lines by number.
  private static func readWords(
    _ file: inout RunFile, into lines: inout [Line], _ places: [FamilyID: Int]
  ) throws(DatabaseError) -> [String] {
    var numbering = WordNumbering()
    try file.forEachFamilyName { (row) throws(DatabaseError) in
      guard let place = places[FamilyID(row.integer64(0))] else { return }
      let name = "\(row.optionalText(2) ?? "") \(row.optionalText(3) ?? "")"
      let own = numbering.numbers(of: name, born: row.optionalText(4))
      if row.integer(5) == 0 {
        lines[place].words += own.filter { !lines[place].words.contains($0) }
      } else {
        lines[place].protectedWords += own.filter { !lines[place].protectedWords.contains($0) }
      }
    }
    return numbering.words
  }

  subscript(id: FamilyID) -> Line? { places[id].map { lines[$0] } }

  /// The families of which all words are found, each in somebody's name or birth date, spelt so or nearly so.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - seesProtected: Whether names of protected people may be found.
  /// - Returns: Their places, those spelt exactly first.
  func search(_ text: String, seesProtected: Bool) -> [Int] {
    let wanted = NameWords.words(of: text)
    guard !wanted.isEmpty else { return [] }
    // For each word that is looked for: which words of the index are it, and which are like it.
    let scores = wanted.map { word in
      var scores = [UInt8](repeating: 0, count: words.count)
      for match in words.matches(word) { scores[match.place] = match.score }
      return scores
    }
    var found: [(place: Int, score: Int)] = []
    for (place, line) in lines.enumerated() {
      var sum = 0
      let isMatch = scores.allSatisfy { scores in
        let best = max(
          Self.best(line.words, scores), seesProtected ? Self.best(line.protectedWords, scores) : 0)
        sum += Int(best)
        return best > 0
      }
      if isMatch { found.append((place, sum)) }
    }
    return found.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map(\.place)
  }

  private static func best(_ words: [Int32], _ scores: [UInt8]) -> UInt8 {
    var best: UInt8 = 0
    for word in words { best = max(best, scores[Int(word)]) }
    return best
  }
}

extension FamilyIndex.Line {
  /// Gives the words the numbers that they have in order.
  fileprivate mutating func renumber(_ order: [Int32]) {
    for place in words.indices { words[place] = order[Int(words[place])] }
    for place in protectedWords.indices {
      protectedWords[place] = order[Int(protectedWords[place])]
    }
  }

  fileprivate init(_ row: FamilyIndexRow, _ eligible: Int?, _ areas: AreaTable?) {
    let states = row.states.map { Array($0.utf8) } ?? []
    func places(_ letter: Character) -> [UInt8] {
      states.indices.filter { states[$0] == letter.asciiValue && $0 != eligible }
        .map { UInt8(clamping: $0) }
    }
    let area = row.postcode.flatMap { try? Postcode($0) }.flatMap { areas?.area(of: $0) }
    self.init(
      id: FamilyID(row.id), people: row.people, children: row.children,
      area: area?.district ?? "",
      eligible: eligible.flatMap { $0 < states.count ? Self.state(states[$0]) : nil },
      met: places("m"), open: places("c"), concern: row.concern,
      isConcernOrdinary: row.isConcernOrdinary)
  }

  /// Since when it is a concern, for whoever may see the rows that the day rests on.
  func concern(seesSensitive: Bool) -> String? {
    seesSensitive || isConcernOrdinary ? concern : nil
  }

  private static func state(_ letter: UInt8) -> FindingState {
    switch letter {
    case UInt8(ascii: "m"): .met
    case UInt8(ascii: "n"): .notMet
    case UInt8(ascii: "c"): .cannotTell
    default: .notApplicable
    }
  }
}
