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
    /// What the packs that put families forward came to, or the first pack where none of them does; nil where they were not
    /// asked.
    let eligible: FindingState?
    /// In the first pack, the places of the criteria that are met, and of those of which one cannot tell.
    let met: [UInt8]
    let open: [UInt8]
    /// Since when it is a concern, as the first day that it may be.
    let concern: String?
    /// Whether that day rests on rows that everybody may see.
    let isConcernOrdinary: Bool
    /// Whether that may be said of every row of its timeline.
    let isOrdinary: Bool
  }

  let lines: [Line]
  /// The criteria of the first pack, without the one that says who is eligible.
  let criteria: [(name: String, title: String)]
  /// The districts that families live in.
  let areas: [String]
  private let places: [FamilyID: Int]
  /// Words of people's names and birth dates, and which families have them; those of protected people apart.
  private let words: WordIndex
  private let open: WordPostings
  private let protected: WordPostings

  /// Reads the families of a run.
  ///
  /// Where packs put families forward for a programme (`isCohort`), who is eligible is what the run's cohort says.
  init(_ file: inout RunFile, _ areas: AreaTable?, isCohort: Bool) throws {
    let (criteria, eligible) = try file.firstPackCriteria()
    let cohort = isCohort ? try file.cohortEligibility() : nil
    self.criteria = criteria
    lines = try file.familyIndex().map { row in
      let states = row.states.map { Array($0.utf8) } ?? []
      let answer =
        if let cohort {
          cohort[row.id].map(FindingState.init(rawValue:)) ?? .notMet
        } else {
          eligible.flatMap { $0 < states.count ? FindingState(letter: states[$0]) : nil }
        }
      return Line(row, states, without: eligible, eligible: answer, areas)
    }
    self.areas = Set(lines.lazy.map(\.area)).filter { !$0.isEmpty }.sorted()
    places = Dictionary(
      lines.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    (words, open, protected) = try Self.readWords(&file, places)
  }

  /// Reads the words by which families are found.
  private static func readWords(
    _ file: inout RunFile, _ places: [FamilyID: Int]
  ) throws(DatabaseError) -> (WordIndex, open: WordPostings, protected: WordPostings) {
    var numbering = WordNumbering()
    var (open, protected): ([UInt64], [UInt64]) = ([], [])
    try file.forEachFamilyName { (row) throws(DatabaseError) in
      guard let place = places[FamilyID(row.integer64(0))] else { return }
      let name = "\(row.optionalText(2) ?? "") \(row.optionalText(3) ?? "")"
      let own = numbering.numbers(of: name, born: row.optionalText(4))
        .map { WordPostings.pair($0, place) }
      if row.integer(5) == 0 { open += own } else { protected += own }
    }
    let words = numbering.words
    let (index, order) = WordIndex.of(words)
    func postings(_ pairs: [UInt64]) -> WordPostings {
      let ordered = pairs.map { pair in
        WordPostings.pair(
          order[Int(pair >> 32)], Int(UInt32(truncatingIfNeeded: pair)))
      }
      return WordPostings(ordered, words: words.count)
    }
    return (index, postings(open), postings(protected))
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
    let (found, sums) = WordPostings.owners(
      of: wanted.map(words.matches), in: seesProtected ? [open, protected] : [open],
      among: lines.count)
    return found.sorted { (sums[Int($1)], $0) < (sums[Int($0)], $1) }.map { Int($0) }
  }
}

extension FamilyIndex.Line {
  fileprivate init(
    _ row: FamilyIndexRow, _ states: [UInt8], without place: Int?, eligible: FindingState?,
    _ areas: AreaTable?
  ) {
    func places(_ letter: Character) -> [UInt8] {
      states.indices.filter { states[$0] == letter.asciiValue && $0 != place }
        .map { UInt8(clamping: $0) }
    }
    let area = row.postcode.flatMap { try? Postcode($0) }.flatMap { areas?.area(of: $0) }
    self.init(
      id: FamilyID(row.id), people: row.people, children: row.children,
      area: area?.district ?? "",
      eligible: eligible, met: places("m"), open: places("c"), concern: row.concern,
      isConcernOrdinary: row.isConcernOrdinary, isOrdinary: row.isOrdinary)
  }

  /// Since when it is a concern, for whoever may see the rows that the day rests on.
  func concern(seesSensitive: Bool) -> String? {
    seesSensitive || isConcernOrdinary ? concern : nil
  }
}
