import Reports
import Store
import Vocabulary

/// How far two records agree on one attribute, in a word, a sign and a colour.
enum Agreement {
  case same, similar, different, onlyLeft, onlyRight

  init?(_ left: String?, _ right: String?) {
    switch (left, right) {
    case (nil, nil): return nil
    case (_, nil): self = .onlyLeft
    case (nil, _): self = .onlyRight
    case (let left?, let right?):
      let difference = TextDifference(left, right)
      self =
        difference.likeness == 100 ? .same : difference.likeness >= 60 ? .similar : .different
    }
  }

  var tag: Markup {
    switch self {
    case .same: StateTag(word: "Same", style: "good", icon: .tick).markup
    case .similar: StateTag(word: "Similar", style: "warning", icon: .triangle).markup
    case .different: StateTag(word: "Different", style: "error", icon: .cross).markup
    case .onlyLeft: StateTag(word: "Only in A", style: "plain", icon: .dash).markup
    case .onlyRight: StateTag(word: "Only in B", style: "plain", icon: .dash).markup
    }
  }
}

/// Two records in columns, their attributes in rows.
struct RecordComparison {
  let left: ReviewRecord
  let right: ReviewRecord
  let agencies: [String: String]

  var markup: Markup {
    DataTable(
      id: "records", caption: "The two records",
      columns: [.text("Attribute"), .text("Record A"), .text("Record B"), .text("Agreement")],
      groups: [
        DataTable.Group(heading: nil, rows: attributes),
        DataTable.Group(heading: "Where it comes from", rows: origins),
      ]
    ).markup
  }

  private var attributes: [[Markup]] {
    var rows: [[Markup]] = ReviewRecord.Attribute.allCases.compactMap { attribute in
      let (one, other) = (left.values[attribute], right.values[attribute])
      guard let agreement = Agreement(one, other) else { return nil }
      let name = Words.sentence(attribute.rawValue)
      return [name == "Upn" ? "UPN" : "\(name)"] + cells(one, other, agreement) + [agreement.tag]
    }
    if left.isProtected || right.isProtected {
      rows.append([
        "Address", left.isProtected ? "Withheld" : "–", right.isProtected ? "Withheld" : "–",
        StateTag(word: "Protected", style: "plain", icon: .dash).markup,
      ])
    }
    return rows
  }

  private func cells(_ one: String?, _ other: String?, _ agreement: Agreement) -> [Markup] {
    let missing: Markup = "<span class=\"missing\">not given</span>"
    guard let one, let other else {
      return [one.map { "<b>\($0)</b>" } ?? missing, other.map { "<b>\($0)</b>" } ?? missing]
    }
    let marked = TextDifference(one, other).marked
    return ["<b>\(marked.left)</b>", "<b>\(marked.right)</b>"]
  }

  private var origins: [[Markup]] {
    let records = [left, right]
    func row(_ name: Markup, _ cell: (ReviewRecord) -> Markup) -> [Markup] {
      [name] + records.map(cell) + [.nothing]
    }
    return [
      row("Source") { record in
        "\(record.sourceTitle)<small>\(agencies[record.agency] ?? record.agency)</small>"
      },
      row("First row") { record in
        "<code>\(record.fileName)</code><small>line \(count: record.line), delivered \(DayWording.long(record.delivered))</small>"
      },
      row("Rows with these details") { "\(count: $0.mentions)" },
      row("Person") { record in
        guard let person = record.person else { return "–" }
        return
          "<a href=\"\(Links.person(person))\">Person <code>\(String(person.text.prefix(8)))</code></a>"
      },
    ]
  }
}
