import HTTPServing
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// Finding people by name, birth date, postcode or number.
///
/// What is looked for is never part of an address.
enum SearchPage {
  private static let mostFound = 50
  /// The most records of one person that are read for the list.
  private static let mostRecords = 12
  /// The most people of one postcode or number that come into question.
  private static let mostLookedAt = 5_000

  /// Somebody who is found, with what is shown of the records, and the titles of the sources.
  private typealias Found = (person: PersonID, shown: FoundPerson, sources: [String])

  static func show(_ visit: Visit) -> HTTPResponse {
    page(visit, wanted: "", found: nil)
  }

  static func search(_ visit: Visit) throws -> HTTPResponse {
    let wanted = String((visit.form["wanted"] ?? "").prefix(100))
    let people = try find(wanted, visit)
    let found = try visit.generation.read { (file) throws(DatabaseError) in
      var found: [Found] = []
      for person in people {
        guard let shown = try file.foundPerson(person, atMost: mostRecords) else { continue }
        found.append((person, shown, visit.generation.people.sources(of: person)))
      }
      return found
    }
    try visit.noteView("search", [("records", .texts(found.flatMap(\.shown.keys).map(\.text)))])
    return page(visit, wanted: wanted, found: found)
  }

  /// The people of whom all that is typed is found: names and birth dates, numbers, and beginnings of postcodes.
  private static func find(_ wanted: String, _ visit: Visit) throws -> [PersonID] {
    let words = SearchWords(wanted)
    guard !words.isEmpty else { return [] }
    var among: Set<PersonID>?
    func narrow(_ found: [PersonID]) {
      among = among.map { $0.intersection(found) } ?? Set(found)
    }
    for number in words.numbers {
      narrow(
        try visit.generation.read { (file) throws(DatabaseError) in
          try file.people(withNumber: number, atMost: mostLookedAt)
        })
    }
    for postcode in words.postcodes {
      narrow(
        try visit.generation.read { (file) throws(DatabaseError) in
          try file.people(inPostcode: postcode, atMost: mostLookedAt)
        })
    }
    return visit.generation.people.search(words.names, among: among, atMost: mostFound)
  }

  private static func page(
    _ visit: Visit, wanted: String, found: [Found]?
  ) -> HTTPResponse {
    let field = TextField(
      label: "Name, birth date, postcode or number", name: "wanted", type: .search, value: wanted,
      hint:
        "For example: vanse 2001-05, or PO5 1AB. Beginnings of words are enough, and spelling need not be right.",
      isRequired: true, longest: 100)
    return visit.page(
      "Find", here: Links.search,
      [
        "<h1>Find a person</h1>",
        """
        <form method="post" action="\(Links.search)" class="narrow">\(visit.token)
        \(field.markup)
        <button class="button">Find</button></form>
        """,
        found.map { results($0) } ?? .nothing,
      ])
  }

  private static func results(_ found: [Found]) -> Markup {
    guard !found.isEmpty else { return "<p role=\"status\">Nobody is found by these words.</p>" }
    return DataTable(
      id: "found", caption: caption(found.count),
      columns: [.text("Name"), .text("Born"), .text("Postcode"), .words("Sources")],
      rows: found.map { person, shown, sources in
        [
          "<a href=\"\(Links.person(person))\">\(shown.name ?? "No name")</a>",
          DayWording.cell(shown.born ?? "–"), "\(shown.postcode ?? "–")", "\(Words.list(sources))",
        ]
      }
    ).stacked.markup
  }

  /// Whoever looks for somebody with a frequent name is told how to go on.
  private static func caption(_ count: Int) -> Markup {
    count < mostFound
      ? "\(Numbers.counted(count, "person", "people"))"
      : "\(Numbers.counted(count, "person", "people")), and no more are listed: a birth date or a postcode beside the name narrows it"
  }
}

/// What somebody typed to find a person, sorted by what it may be.
struct SearchWords: Equatable {
  private(set) var names: [String] = []
  private(set) var numbers: [String] = []
  private(set) var postcodes: [String] = []

  var isEmpty: Bool { names.isEmpty && numbers.isEmpty && postcodes.isEmpty }

  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.uppercased() }
    var place = 0
    while place < words.count {
      if let number = Self.number(words[place...]) {
        numbers.append(number.text)
        place += number.words
        continue
      }
      let word = words[place]
      place += 1
      if place < words.count, let whole = Self.postcode("\(word) \(words[place])") {
        postcodes.append(whole)
        place += 1
      } else if let whole = Self.postcode(word) {
        postcodes.append(whole)
      } else if !word.utf8.contains(where: { (0x30...0x39).contains($0) }) || Self.isDate(word) {
        names += NameWords.words(of: word).filter { $0.utf8.count > 1 }
      } else if word.utf8.count < 5 {
        postcodes.append(word)
      } else {
        numbers.append(word)
      }
    }
  }

  /// A number that is written in one word or in several, as `943 476 5919` or `AB 12 34 56 C`.
  private static func number(_ words: ArraySlice<String>) -> (text: String, words: Int)? {
    for count in stride(from: min(5, words.count), to: 0, by: -1) {
      let joined = words.prefix(count).joined()
      for kind in [IdentifierKind.nhsNumber, .nino] {
        if let text = try? kind.canonicalText(of: joined, asOf: nil) { return (text, count) }
      }
    }
    return nil
  }

  /// A whole postcode as the run has it, with its space.
  private static func postcode(_ text: String) -> String? { (try? Postcode(text))?.text }

  /// A year, a month or a day: `2001`, `2001-05`, `2001-05-14`.
  private static func isDate(_ word: String) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return (1...3).contains(parts.count) && parts[0].utf8.count == 4
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
