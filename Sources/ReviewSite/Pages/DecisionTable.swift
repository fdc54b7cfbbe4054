import HTTPServing
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// Decisions in rows, each with how it stands.
struct DecisionTable {
  let id: String
  let entries: [(NotedDecision, DecisionFold.State)]
  let visit: Visit

  var markup: Markup {
    DataTable(
      id: id, caption: entries.count == 1 ? "The decision" : "Decisions, oldest first",
      columns: [
        .text("Entry"), .text("Decision"), .text("By"), .text("When"), .text("Why"), .text("State"),
      ],
      rows: entries.map { noted, state in
        let decision = noted.decision
        let comment: Markup = decision.comment.map { "<small>\($0)</small>" } ?? .nothing
        return [
          "<a href=\"\(Links.decision(noted.number))\">\(count: noted.number)</a>",
          "\(Words.sentence(decision.subject.kind.title))",
          "\(decision.by)<small>\(Words.phrase(decision.role.rawValue))</small>",
          Self.moment(decision.at), "\(Words.sentence(decision.reason.rawValue))\(comment)",
          Self.tag(state),
        ]
      }
    ).stacked.markup
  }

  static func moment(_ at: String) -> Markup {
    let day = String(at.prefix(10))
    return
      "<time datetime=\"\(at)\">\(DayWording.long(day))</time><small>\(String(at.dropFirst(11).prefix(5))) UTC</small>"
  }

  static func tag(_ state: DecisionFold.State) -> Markup {
    switch state {
    case .holds: StateTag(word: "Holds", style: "good", icon: .tick).markup
    case .undone(let number):
      "\(StateTag(word: "Undone", style: "plain", icon: .cross).markup)<small>by entry \(count: number)</small>"
    case .superseded(let number):
      "\(StateTag(word: "Superseded", style: "plain", icon: .dash).markup)<small>by entry \(count: number)</small>"
    }
  }
}

/// One decision with everything that was seen when it was made.
enum DecisionPage {
  static func show(_ visit: Visit) throws -> HTTPResponse {
    let number = try visit.number("entry")
    let fold = try visit.site.book.decisions()
    guard let place = fold.all.firstIndex(where: { $0.number == number }) else {
      throw Refusal.notFound("There is no decision of this number.")
    }
    let noted = fold.all[place]
    let decision = noted.decision
    if visit.may(.seePeople) {
      try visit.noteView("decision", [("records", .texts(decision.subject.records.map(\.text)))])
    }
    return visit.page(
      "Entry \(number)", here: Links.ledger,
      [
        try DoneNote(visit, fold).markup, "<h1>Entry \(count: number)</h1>",
        DecisionTable(id: "entry", entries: [(noted, fold.states[place])], visit: visit).markup,
        try about(decision, visit), try seen(decision, visit), try undo(noted, fold, visit),
      ])
  }

  private static func about(_ decision: Decision, _ visit: Visit) throws -> Markup {
    if case .undo(let number) = decision.subject {
      return "<p>It took back <a href=\"\(Links.decision(number))\">entry \(count: number)</a>.</p>"
    }
    guard visit.may(.seePeople) else { return .nothing }
    guard try !visit.hidesWhom(decision.subject) else {
      return "<p>Whom it is about is not shown to your role.</p>"
    }
    if let pair = decision.subject.pair {
      return "<p><a href=\"\(Links.pair(pair))\">See the pair as it is now</a></p>"
    }
    let people = try visit.generation.read { (file) throws(DatabaseError) in
      var people: [PersonID] = []
      for key in decision.subject.records {
        if let person = try file.person(of: key), !people.contains(person) {
          people.append(person)
        }
      }
      return people
    }
    guard !people.isEmpty else { return "<p>Its records are not in this run.</p>" }
    let links = people.map { person -> Markup in
      "<a href=\"\(Links.person(person))\">person <code>\(String(person.text.prefix(8)))</code></a>"
    }
    return "<p>It is about \(Markup(links, separator: ", ")).</p>"
  }

  private static func seen(_ decision: Decision, _ visit: Visit) throws -> Markup {
    let seen = decision.seen
    let run: Markup = seen.run.map { "<p>Seen in run <code>\($0)</code>.</p>" } ?? .nothing
    let weight: Markup =
      seen.weight.map { "<p>The pair weighed \(PairWords.bits(Double($0) / 1_000)) bits.</p>" }
      ?? .nothing
    guard visit.may(.seePeople), !seen.records.isEmpty, try !visit.hidesWhom(decision.subject)
    else { return Markup([run, weight]) }
    let names = Set(seen.records.flatMap { $0.values.map(\.name) }).sorted()
    let table = DataTable(
      id: "seen", caption: "The values that were looked at",
      columns: [.text("Value")] + seen.records.map { .text("\($0.source)") },
      rows: names.map { name in
        ["\(Words.sentence(name))"]
          + seen.records.map { record in
            "\(record.values.first { $0.name == name }?.text ?? "–")"
          }
      })
    return Markup(["<h2>What was seen</h2>", run, weight, table.markup])
  }

  private static func undo(
    _ noted: NotedDecision, _ fold: DecisionFold, _ visit: Visit
  ) throws -> Markup {
    guard visit.may(.decide), noted.decision.subject.kind != .undo,
      try LoneSteps.obstacle(toUndoing: noted, fold, visit) == nil
    else { return .nothing }
    return """
      <form method="post" action="\(Links.undo(noted.number))">\(visit.token)
      <button class="quiet-button">Take this decision back</button></form>
      """
  }
}
