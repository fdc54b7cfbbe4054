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

  static func show(_ visit: Visit) -> HTTPResponse {
    page(visit, wanted: "", found: nil)
  }

  static func search(_ visit: Visit) throws -> HTTPResponse {
    let wanted = String((visit.form["wanted"] ?? "").prefix(100))
    let words = wanted.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.contains(where: { $0.count > 1 }) else {
      return page(visit, wanted: wanted, found: [])
    }
    let records = try visit.generation.read { (file) throws(DatabaseError) in
      var records: [ReviewRecord] = []
      for key in try file.search(words, atMost: mostFound * 4) {
        if let record = try file.reviewRecord(key) { records.append(record) }
      }
      return records
    }
    try visit.noteView("search", [("records", .texts(records.map(\.key.text)))])
    return page(visit, wanted: wanted, found: records)
  }

  private static func page(
    _ visit: Visit, wanted: String, found: [ReviewRecord]?
  ) -> HTTPResponse {
    let field = TextField(
      label: "Name, birth date, postcode or number", name: "wanted", type: .search, value: wanted,
      hint: "For example: vance 2001-05 or PO5 1AB. Beginnings of words are enough.",
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

  private static func results(_ records: [ReviewRecord]) -> Markup {
    var order: [PersonID] = []
    var people: [PersonID: [ReviewRecord]] = [:]
    for record in records {
      guard let person = record.person else { continue }
      if people[person] == nil { order.append(person) }
      people[person, default: []].append(record)
    }
    guard !order.isEmpty else { return "<p role=\"status\">Nobody is found by these words.</p>" }
    return DataTable(
      id: "found", caption: "People",
      columns: [.text("Name"), .text("Born"), .text("Postcode"), .text("Sources")],
      rows: order.prefix(mostFound).map { person in
        let own = people[person] ?? []
        let postcodes = own.filter { !$0.isProtected }.compactMap { $0.values[.postcode] }
        let born = own.compactMap { $0.values[.born] }.first
        return [
          "<a href=\"\(Links.person(person))\">\(own[0].name)</a>", DayWording.cell(born ?? "–"),
          "\(postcodes.first ?? "–")", "\(Words.list(Set(own.map(\.sourceTitle)).sorted()))",
        ]
      }
    ).markup
  }
}
