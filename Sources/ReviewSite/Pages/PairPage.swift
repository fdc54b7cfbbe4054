import HTTPServing
import Linkage
import Pipelines
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// A pair: what both records say, what the program makes of it, and what a person decides.
struct PairPage {
  let visit: Visit
  let pair: RecordPair
  let left: ReviewRecord
  let right: ReviewRecord
  let kept: ReviewPair?
  let notes: [ClusterNoteRow]
  let fold: DecisionFold
  /// What hangs on it.
  let stakes: DecisionStakes
  /// The answers that were given, where two are needed.
  let opinions: Opinions
  /// Whether it is kept from whoever asks to which families the two belong.
  private let hidesFamilies: Bool

  static func show(_ visit: Visit) throws -> HTTPResponse {
    let page = try PairPage(visit)
    try visit.noteView("pair", [("records", .texts([page.pair.left.text, page.pair.right.text]))])
    return try page.response(200, problem: nil)
  }

  init(_ visit: Visit) throws {
    let pair = try visit.pair()
    let found = try visit.generation.read { (file) throws(DatabaseError) in
      let left = try file.reviewRecord(pair.left)
      let right = try file.reviewRecord(pair.right)
      let notes = try left?.person.map { (person) throws(DatabaseError) in
        try file.notes(about: person)
      }
      return (left, right, try file.reviewPair(pair), notes ?? [])
    }
    guard let left = found.0, let right = found.1 else {
      throw Refusal.notFound("One of the two records is not in this run.")
    }
    self.visit = visit
    self.pair = pair
    (self.left, self.right, kept) = (left, right, found.2)
    notes = found.3
    fold = try visit.site.book.decisions()
    let people = [left.person, right.person].compactMap(\.self)
    stakes = try DecisionStakes(visit, people)
    hidesFamilies = try visit.hidesFamilies(of: people)
    opinions = try visit.site.book.opinions(about: pair)
  }

  var explanation: PairExplanation? { visit.generation.analysis?.explain(pair) }
  var holding: NotedDecision? { fold.holding(about: pair) }
  var isOnePerson: Bool { left.person != nil && left.person == right.person }

  /// The page; with a problem where a decision was not taken.
  func response(_ status: Int, problem: Markup?) throws -> HTTPResponse {
    visit.page(
      status: status, "Pair", here: Links.queue,
      [
        try DoneNote(visit, fold).markup, AnswerNote(visit).markup, problem ?? .nothing,
        "<div class=\"pair\"><div class=\"evidence\">", "<h1>Are these one person?</h1>",
        "<p class=\"lead\">\(standing)</p>",
        RecordComparison(left: left, right: right, agencies: agencies).markup,
        "</div><aside class=\"decide\" aria-label=\"Decision\">", DecisionForm(page: self).markup,
        "</aside></div>", StakesPart(stakes, hidesFamilies: hidesFamilies).markup, previews,
        weights, history,
      ])
  }

  private var agencies: [String: String] { visit.generation.facts.agencies }

  private var standing: Markup {
    if isOnePerson {
      return "In this run they are one person."
    }
    let people = Set([left.person, right.person])
    let note = notes.first {
      $0.kind == "split" && people == [PersonID($0.person), PersonID($0.other)]
    }
    guard let note else { return "In this run they are two people." }
    let detail: Markup = note.detail.map { " (\(Words.phrase($0)))" } ?? .nothing
    return "In this run they are two people: \(PairWords.obstacle(note.why))\(detail)."
  }

  /// The way to what each answer would change.
  private var previews: Markup {
    guard !hidesFamilies else { return .nothing }
    let other: DecisionKind = isOnePerson ? .notMatch : .match
    let same: DecisionKind = isOnePerson ? .match : .notMatch
    return """
      <p class="actions"><a class="quiet-button" href="\(Links.preview(pair, other))" data-key="p">\
      What would change if they are \(isOnePerson ? "two people" : "one person")</a> \
      <a class="quiet-button" href="\(Links.preview(pair, same))">If they are \(isOnePerson ? "one person" : "two people")</a></p>
      """
  }

  private var weights: Markup {
    if let explanation { return Waterfall(explanation).markup }
    let weight: Markup =
      kept.map { "<p>The run weighed the pair at \(PairWords.bits($0.weight)) bits.</p>" }
      ?? .nothing
    return """
      <h2>What the program makes of it</h2>
      <div class="warning-box"><p>The settings or the model of the linkage have changed since this run, so its weights \
      can’t be explained step by step.</p></div>\(weight)
      """
  }

  private var history: Markup {
    let entries = fold.history(of: pair)
    guard !entries.isEmpty, visit.may(.seeDecisions) else { return .nothing }
    return
      "<h2>What was decided</h2>\n\(DecisionTable(id: "history", entries: entries, visit: visit).markup)"
  }
}

/// What was just decided, with the way back.
struct DoneNote {
  private let noted: NotedDecision?
  private let visit: Visit
  private let isUndoable: Bool

  init(_ visit: Visit, _ fold: DecisionFold) throws {
    self.visit = visit
    let number = visit.request.query["done"].flatMap { Int($0) }
    noted = number.flatMap { number in
      fold.all.first { $0.number == number && $0.decision.by == visit.account?.name }
    }
    isUndoable =
      try noted.map { noted in
        try noted.decision.subject.kind != .undo
          && LoneSteps.obstacle(toUndoing: noted, fold, visit) == nil
      } ?? false
  }

  var markup: Markup {
    guard let noted else { return .nothing }
    let words: Markup =
      noted.decision.subject.kind == .undo
      ? "Taken back." : "Decided: <strong>\(noted.decision.subject.kind.title)</strong>."
    var undo = Markup.nothing
    if isUndoable {
      undo = """
        <form method="post" action="\(Links.undo(noted.number))">\(visit.token)\
        <button class="quiet-button" data-key="z">Undo</button></form>
        """
    }
    return """
      <div class="done" role="status"><p>\(words) <a href="\(Links.decision(noted.number))">Entry \(count: noted.number)</a></p>\(undo)</div>
      """
  }
}
