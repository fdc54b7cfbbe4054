import HTTPServing
import Linkage
import Pipelines
import Store
import Vocabulary

/// The same for programs: JSON with the same rights and the same notes in the ledger.
enum API {
  private typealias Members = [(String, JSONValue?)]

  static func run(_ visit: Visit) -> HTTPResponse {
    let facts = visit.generation.facts
    let members: Members = [
      ("run", .text(visit.generation.run.description)), ("as_of", .text(facts.asOf)),
      ("council", .text(facts.council)), ("records", .number(facts.records)),
      ("people", .number(facts.people)), ("queue", .number(visit.generation.queue.count)),
      ("warnings", .number(facts.warnings)), ("errors", .number(facts.errors)),
      ("form_token", text(visit.session?.formToken)),
    ]
    return .json(.members(members))
  }

  static func sources(_ visit: Visit) -> HTTPResponse {
    let sources = visit.generation.parts.sources
    return .json(
      list(sources) { source, facts in
        [
          ("source", .text(source.name)), ("title", .text(source.title)),
          ("agency", .text(source.agency)), ("state", text(source.state?.freshness?.rawValue)),
          ("newest", text(source.state?.newest)), ("due", text(source.state?.due)),
          ("facts", .number(facts)),
        ]
      })
  }

  static func queue(_ visit: Visit) throws -> HTTPResponse {
    let items = Array(try visit.queue().items(QueuePage.filter(visit)).prefix(500))
    return .json(
      list(items) { item in
        [
          ("left", .text(item.pair.left.text)), ("right", .text(item.pair.right.text)),
          ("why", .text(item.kind.rawValue)), ("risk_thousandths", .number(item.risk)),
          ("weight_thousandths", thousandths(item.weight)), ("agencies", .texts(item.agencies)),
          ("stakes", .number(item.stakes.weight)),
        ]
      })
  }

  static func pair(_ visit: Visit) throws -> HTTPResponse {
    let page = try PairPage(visit)
    try visit.noteView("pair", [("records", .texts([page.pair.left.text, page.pair.right.text]))])
    var members: Members = [
      ("left", record(page.left)), ("right", record(page.right)),
      ("one_person", .truth(page.isOnePerson)),
    ]
    members.append(("answers", answers(page)))
    if let holding = page.holding { members.append(("decision", .number(holding.number))) }
    if let explanation = page.explanation {
      members.append(("weight_thousandths", thousandths(explanation.weight)))
      members.append(("sentence", .text(explanation.sentence)))
      let steps = list(explanation.steps) { step in
        [
          ("comparison", .text(step.comparison)), ("level", text(step.level)),
          ("weight_thousandths", thousandths(step.weight)),
        ]
      }
      members.append(("steps", steps))
    }
    return .json(.members(members))
  }

  /// How many answers there have to be and are; what others answered is told to whoever settles it, and to nobody before.
  private static func answers(_ page: PairPage) -> JSONValue {
    let given = page.opinions.given
    let isOpen = page.opinions.areInDispute && page.visit.may(.settle)
    return .members([
      ("needed", .number(page.stakes.needTwo ? 2 : 1)), ("given", .number(given.count)),
      ("own", .truth(page.opinions.has(page.visit.account?.name ?? ""))),
      ("disagree", .truth(page.opinions.areInDispute)),
      (
        "rulings",
        isOpen
          ? list(given) { noted in
            [
              ("by", .text(noted.decision.by)),
              ("ruling", .text(noted.decision.subject.kind.rawValue)),
              ("reason", .text(noted.decision.reason.rawValue)),
            ]
          } : nil
      ),
    ])
  }

  static func person(_ visit: Visit) throws -> HTTPResponse {
    let page = try PersonPage(visit)
    let keys = page.records.map(\.key.text)
    try visit.noteView("person", [("person", .text(page.person.text)), ("records", .texts(keys))])
    let members: Members = [
      ("person", .text(page.person.text)), ("records", .list(page.records.map(record))),
    ]
    return .json(.members(members))
  }

  static func decisions(_ visit: Visit) throws -> HTTPResponse {
    let fold = try visit.site.book.decisions()
    let hidden = Set(try fold.holding.filter { try visit.hidesWhom($0.decision.subject) })
    return .json(
      list(fold.holding) { noted in
        let decision = noted.decision
        return [
          ("entry", .number(noted.number)), ("decision", .text(decision.subject.kind.rawValue)),
          (
            "records",
            hidden.contains(noted) ? nil : .texts(decision.subject.records.map(\.text))
          ), ("by", .text(decision.by)),
          ("at", .text(decision.at)), ("reason", .text(decision.reason.rawValue)),
        ]
      })
  }

  // MARK: Parts

  private static func record(_ record: ReviewRecord) -> JSONValue {
    let values: Members = ReviewRecord.Attribute.allCases.map { attribute in
      (attribute.rawValue, text(record.values[attribute]))
    }
    let members: Members = [
      ("key", .text(record.key.text)), ("source", .text(record.source)),
      ("file", .text(record.fileName)), ("line", .number(record.line)),
      ("person", text(record.person?.text)), ("values", .members(values)),
    ]
    return .members(members)
  }

  private static func list<Each>(_ all: [Each], _ members: (Each) -> Members) -> JSONValue {
    .list(all.map { .members(members($0)) })
  }

  private static func text(_ text: String?) -> JSONValue? { text.map { .text($0) } }

  private static func thousandths(_ weight: Double) -> JSONValue {
    .number(Int((weight * 1_000).rounded()))
  }
}
