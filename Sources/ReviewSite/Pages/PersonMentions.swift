import Reports
import Store
import Vocabulary

/// What each agency says of a person: who said it, in which file and when, and what it gives of name, numbers and home.
struct PersonMentions {
  private let records: [ReviewRecord]
  private let agencies: [String: String]

  init(_ records: [ReviewRecord], _ visit: Visit) {
    agencies = visit.generation.facts.agencies
    let titles = agencies
    self.records = records.sorted { one, other in
      let names = [one, other].map { titles[$0.agency] ?? $0.agency }
      return (names[0], one.sourceTitle, one.key) < (names[1], other.sourceTitle, other.key)
    }
  }

  var markup: Markup {
    DataTable(
      id: "mentions", caption: "What each agency says",
      columns: [
        .text("Agency and source"), .text("Name"), .text("Born"), .text("Numbers"), .text("Home"),
        .number("Rows alike"),
      ],
      rows: records.map { record in
        [
          source(record), "\(record.name)\(small(record.values[.sex]))",
          DayWording.cell(record.values[.born] ?? "–"), numbers(record), home(record),
          "\(count: record.mentions)",
        ]
      }
    ).stacked.markup
  }

  private func small(_ text: String?) -> Markup {
    text.map { "<small>\($0)</small>" } ?? .nothing
  }

  /// The agency as people call it; what its source is called says little to others.
  private func source(_ record: ReviewRecord) -> Markup {
    let agency = QueuePage.short(agencies[record.agency] ?? record.agency)
    return """
      \(agency)<small>\(record.sourceTitle), delivered \(DayWording.long(record.delivered))</small>\
      <small><code>\(record.fileName)</code> line \(count: record.line)</small>
      """
  }

  /// Numbers of the person; the property's number says where the home is.
  private func numbers(_ record: ReviewRecord) -> Markup {
    let numbers = ReviewRecord.Attribute.allCases.filter { $0.isIdentifier && $0 != .uprn }
      .compactMap { attribute in
        record.values[attribute].map { value -> Markup in
          "\(value)<small>\(Words.phrase(attribute.rawValue))</small>"
        }
      }
    return numbers.isEmpty ? "–" : Markup(numbers, separator: "")
  }

  private func home(_ record: ReviewRecord) -> Markup {
    if record.isProtected { return "Withheld" }
    let address = [record.values[.address], record.values[.postcode]].compactMap(\.self)
    let since = record.values[.since].map { "since \(DayWording.long($0))" }
    let until = record.values[.until].map { "until \(DayWording.long($0))" }
    let days = [since, until].compactMap(\.self).joined(separator: ", ")
    let property = record.values[.uprn].map { "property \($0)" }
    let home = address.isEmpty ? "–" : address.joined(separator: ", ")
    return "\(home)\(small(days.isEmpty ? nil : days))\(small(property))"
  }
}
