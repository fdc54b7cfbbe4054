import HTTPServing
import Linkage
import Pipelines
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// A person: every mention with its source, how they came together, and why others are not among them.
struct PersonPage {
  let visit: Visit
  let person: PersonID
  private let facts: PersonFacts
  /// Whether it is kept from whoever asks to which families the person belongs.
  private let hidesFamilies: Bool
  let fold: DecisionFold

  static func show(_ visit: Visit) throws -> HTTPResponse {
    let page = try PersonPage(visit)
    try visit.noteView(
      "person",
      [
        ("person", .text(page.person.text)), ("records", .texts(page.records.map(\.key.text))),
      ])
    return try page.response
  }

  init(_ visit: Visit) throws {
    let person = try visit.person()
    guard let facts = try visit.generation.facts(of: person) else {
      throw Refusal.notFound("There is no such person in this run.")
    }
    self.visit = visit
    self.person = person
    self.facts = facts
    hidesFamilies = try visit.hidesFamilies(of: [person])
    fold = try visit.site.book.decisions()
  }

  var records: [ReviewRecord] { facts.records }

  private var response: HTTPResponse {
    get throws {
      visit.page(
        "Person", here: Links.search,
        [
          try DoneNote(visit, fold).markup, "<h1>\(name)</h1>", "<p class=\"lead\">\(summary)</p>",
          familyLinks, "<h2>Mentions</h2>", PersonMentions(records, visit).markup,
          "<h2>How they came together</h2>", steps,
          "<h2>Why not these?</h2>", others, try splitForm, history,
        ])
    }
  }

  /// The name that most of the records give.
  var name: String {
    let names = Dictionary(grouping: records, by: \.name)
    return names.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? "No name"
  }

  private var summary: Markup {
    let born = Set(records.compactMap { $0.values[.born] })
    let sources = Set(records.map(\.source)).count
    let when: Markup =
      born.count == 1
      ? "Born \(DayWording.long(born.first ?? "")). "
      : born.isEmpty ? .nothing : "\(Numbers.counted(born.count, "birth date")) given. "
    return """
      \(when)\(Numbers.counted(records.count, "record")) of \(Numbers.counted(sources, "source")). \
      <code>\(person.text)</code>
      """
  }

  private var familyLinks: Markup {
    guard !hidesFamilies else {
      return "<p class=\"note\">To which family the person belongs is not shown to your role.</p>"
    }
    guard !facts.families.isEmpty else { return .nothing }
    let links = facts.families.map { family -> Markup in
      "<a class=\"quiet-button\" href=\"\(Links.family(family))\" data-key=\"f\">Family <code>\(String(family.text.prefix(8)))</code></a>"
    }
    return "<p class=\"actions\">\(links)</p>"
  }

  private var labels: [RecordKey: Markup] {
    Dictionary(
      records.map { ($0.key, "\($0.name)<small>\($0.sourceTitle)</small>") },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: How they came together

  private var steps: Markup {
    guard records.count > 1 else {
      return "<p>There is one record, joined with no other.</p>"
    }
    guard let explained = facts.outline else {
      return "<p>The steps can’t be worked out here; the pairs below have their weights.</p>"
    }
    let joined = facts.pairs.count(where: \.isJoined)
    let labels = labels
    let last = explained.steps.count - 1
    let table = DataTable(
      id: "steps", caption: "Step by step, the strongest pair first",
      columns: [
        .text("Step"), .words("These"), .words("With these"), .text("By the pair"), .number("Bits"),
      ],
      rows: explained.steps.enumerated().map { place, step in
        let weakest: Markup =
          place == last && last > 0
          ? StateTag(word: "Weakest link", style: "warning", icon: .triangle).markup : .nothing
        return [
          "\(count: place + 1) \(weakest)", Self.named(step.left, labels),
          Self.named(step.right, labels),
          pairLink(step.pair), "\(PairWords.bits(step.weight))",
        ]
      })
    let weakest: Markup =
      explained.weakestLink.map { pair in
        "<p><strong>\(last > 0 ? "The weakest link" : "The pair"):</strong> \(PairWords.found(pair.sentence))</p>"
      } ?? .nothing
    return """
      <p>\(count: joined) of \(count: records.count * (records.count - 1) / 2) pairs were compared and kept. Without the last \
      step there would be two people.</p>
      \(table.stacked.markup)
      \(weakest)
      """
  }

  private static func named(_ records: [RecordName], _ labels: [RecordKey: Markup]) -> Markup {
    guard let first = records.first?.recordKey.flatMap({ labels[$0] }) else { return "–" }
    guard records.count > 1 else { return first }
    return "\(Numbers.counted(records.count, "record"))<small>of \(first)</small>"
  }

  private func pairLink(_ names: (left: RecordName, right: RecordName)) -> Markup {
    guard let left = names.left.recordKey, let right = names.right.recordKey,
      let pair = RecordPair(left, right)
    else { return "–" }
    return "<a href=\"\(Links.pair(pair))\">See the pair</a>"
  }

  // MARK: Why not this one?

  private var others: Markup {
    var seen: Set<PersonID> = []
    let apart = facts.pairs.filter { pair in
      guard !pair.isJoined, let other = pair.people.first(where: { $0 != person }) else {
        return false
      }
      return seen.insert(other).inserted
    }
    guard !apart.isEmpty else { return "<p>No other record comes near.</p>" }
    return DataTable(
      id: "others", caption: "People who come near, by the heaviest pair with each",
      columns: [.text("Person"), .text("Why apart"), .text("Pair"), .number("Bits")],
      rows: apart.prefix(12).map { pair in
        let other = pair.people.first { $0 != person } ?? person
        return [
          "<a href=\"\(Links.person(other))\">Person <code>\(String(other.text.prefix(8)))</code></a>",
          "\(why(pair, other))", "<a href=\"\(Links.pair(pair.pair))\">Why not this one?</a>",
          "\(PairWords.bits(pair.weight))",
        ]
      }
    ).stacked.markup
  }

  private func why(_ pair: ReviewPair, _ other: PersonID) -> String {
    let note = facts.notes.first {
      $0.kind == "split" && [PersonID($0.person), PersonID($0.other)].contains(other)
    }
    if let note { return Words.sentence(PairWords.obstacle(note.why)) }
    let lacking = (visit.generation.analysis?.joinWeight ?? 0) - pair.weight
    return lacking > 0
      ? "Too light: \(PairWords.bits(lacking)) bits more would join them"
      : "The records around them form other people"
  }

  // MARK: Deciding

  private var splitForm: Markup {
    get throws {
      guard visit.may(.decide), records.count > 1 else { return .nothing }
      let obstacle = LoneSteps.obstacle(try stakes, visit)
      if hidesFamilies, let obstacle { return "<h2>Take a record out</h2>\n\(closing(obstacle))" }
      return """
        <h2>Take a record out</h2>
        <form class="narrow" method="post" action="\(obstacle == nil ? Links.split(person) : Links.preview(person))">\(visit.token)
        \(recordChoice)
        \(obstacle.map { "\(preview)\n\(closing($0))" } ?? splitting)
        </form>
        """
    }
  }

  private var stakes: DecisionStakes {
    get throws { try DecisionStakes(visit, families: facts.families, records: records.count) }
  }

  private var recordChoice: Markup {
    Choice(
      label: "Record", name: "record",
      options: records.map { record in
        (
          record.key.text,
          "\(record.name), \(record.values[.born] ?? "no birth date"), \(record.sourceTitle)"
        )
      }, empty: "Choose a record", isRequired: true
    ).markup
  }

  /// A pair of the records can be answered all the same, since two can be asked about it.
  private func closing(_ obstacle: String) -> Markup {
    """
    <p class="note">\(obstacle). What you can do is answer about a pair of the records, which counts once somebody else gives \
    the same answer.</p>
    """
  }

  private var preview: Markup {
    "<p class=\"actions\"><button class=\"quiet-button\">See what would change</button></p>"
  }

  private var splitting: Markup {
    let reason = Choice(
      label: "Reason", name: "reason",
      options: DecisionForm.reasons.map { ($0.rawValue, Words.sentence($0.rawValue)) },
      empty: "Choose a reason", isRequired: true)
    return """
      \(reason.markup)
      <p class="actions"><button class="button">This record is of somebody else</button>\(hidesFamilies ? .nothing : previewFirst)</p>
      <p class="note">From the next run on the record is kept apart from all the others of this person.</p>
      """
  }

  private var previewFirst: Markup {
    """

    <button class="quiet-button" formaction="\(Links.preview(person))" formnovalidate>See first what would change</button>
    """
  }

  private var history: Markup {
    let keys = Set(records.map(\.key))
    let entries = zip(fold.all, fold.states).filter { noted, _ in
      noted.decision.subject.records.contains(where: keys.contains)
    }
    guard !entries.isEmpty, visit.may(.seeDecisions) else { return .nothing }
    return """
      <h2>What was decided</h2>
      \(DecisionTable(id: "history", entries: entries.map { ($0, $1) }, visit: visit).markup)
      """
  }
}
