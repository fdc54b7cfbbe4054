import Disk
import HTTPServing
import Linkage
import Pipelines
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// Takes decisions: checks them, notes them, and leads on.
enum Deciding {
  private static let longestComment = 500

  /// A decision about a pair.
  static func decide(_ visit: Visit) throws -> HTTPResponse {
    let page = try PairPage(visit)
    let form = visit.form
    guard let ruling = form["ruling"].flatMap(DecisionKind.init(rawValue:)),
      let subject = subject(ruling, page.pair)
    else { return try page.response(422, problem: problem("Choose one of the decisions.")) }
    guard let reason = form["reason"].flatMap(DecisionReason.init(rawValue:)),
      DecisionForm.reasons.contains(reason)
    else { return try page.response(422, problem: problem("Choose a reason, then decide again.")) }
    let decision = Decision(
      subject, by: visit.account?.name ?? "", role: role(visit), at: "", reason: reason,
      comment: try comment(form), seen: try seen(page))
    let onPage = form["seen"].flatMap { Int($0) }
    if page.stakes.needTwo || !page.opinions.given.isEmpty {
      return try answer(decision, page, seen: onPage)
    }
    switch try visit.site.book.decide(decision, about: page.pair, seen: onPage) {
    case .noted(let number):
      let place = "\(page.pair.left.text)-\(page.pair.right.text)"
      let fields = QueueFilterFields.carried(form)
      return .redirect(
        to: Links.with(Links.next, fields + [("after", place), ("done", "\(number)")]))
    case .overtaken(let other): return try overtaken(decision, by: other, page)
    }
  }

  /// Somebody decided while the page was open; the same click sent twice is no quarrel.
  private static func overtaken(
    _ decision: Decision, by other: NotedDecision, _ page: PairPage
  ) throws -> HTTPResponse {
    let first = other.decision
    if first.by == decision.by, first.subject == decision.subject,
      first.reason == decision.reason, first.comment == decision.comment
    {
      return .redirect(to: Links.with(Links.pair(page.pair), [("done", "\(other.number)")]))
    }
    return try PairPage(page.visit).response(409, problem: overtaken(by: other))
  }

  /// An answer about a pair of which two people have to be of one mind.
  private static func answer(
    _ decision: Decision, _ page: PairPage, seen: Int?
  ) throws -> HTTPResponse {
    let visit = page.visit
    func next(_ fields: [(String, String)]) -> HTTPResponse {
      let place = "\(page.pair.left.text)-\(page.pair.right.text)"
      return .redirect(
        to: Links.with(
          Links.next, QueueFilterFields.carried(visit.form) + [("after", place)] + fields))
    }
    switch try visit.site.book.answer(
      decision, about: page.pair, seen: seen, settles: visit.may(.settle))
    {
    case .decided(let number): return next([("done", "\(number)")])
    case .waits: return next([("answered", "waits")])
    case .disagrees: return next([("answered", "disagrees")])
    case .refused(let words):
      return try PairPage(visit).response(422, problem: problem("\(words)."))
    case .overtaken(let other): return try overtaken(decision, by: other, page)
    }
  }

  /// Records that are not of the person they were put to.
  static func split(_ visit: Visit) throws -> HTTPResponse {
    let person = try visit.person()
    let records = try visit.generation.read { (file) throws(DatabaseError) in
      try file.records(of: person)
    }
    guard let record = visit.form["record"].flatMap(RecordKey.init(text:)),
      records.contains(record), records.count > 1,
      let reason = visit.form["reason"].flatMap(DecisionReason.init(rawValue:)),
      DecisionForm.reasons.contains(reason)
    else { throw Refusal.invalid("Choose a record and a reason. Nothing was changed.") }
    if let obstacle = LoneSteps.obstacle(try DecisionStakes(visit, [person]), visit) {
      throw Refusal.invalid("\(obstacle). Nothing was changed.")
    }
    let decision = Decision(
      .split(record, from: records.filter { $0 != record }), by: visit.account?.name ?? "",
      role: role(visit), at: "", reason: reason, comment: try comment(visit.form),
      seen: SeenEvidence(
        run: visit.generation.run.description, model: visit.generation.analysis?.model,
        records: try self.records([record] + records.filter { $0 != record }, visit)))
    guard case .noted(let number) = try visit.site.book.decide(decision, about: nil, seen: nil)
    else { throw Refusal.invalid("Somebody else decided meanwhile. Open the page again.") }
    return .redirect(to: Links.with(Links.person(person), [("done", "\(number)")]))
  }

  /// Takes a decision back, by an entry of its own.
  static func undo(_ visit: Visit) throws -> HTTPResponse {
    let number = try visit.number("entry")
    let fold = try visit.site.book.decisions()
    guard let noted = fold.all.first(where: { $0.number == number }) else {
      throw Refusal.notFound("There is no decision of this number.")
    }
    if let obstacle = try LoneSteps.obstacle(toUndoing: noted, fold, visit) {
      throw Refusal.invalid("\(obstacle). Nothing was changed.")
    }
    let decision = Decision(
      .undo(number), by: visit.account?.name ?? "", role: role(visit), at: "", reason: .mistake,
      comment: try comment(visit.form))
    guard case .noted(let undoing) = try visit.site.book.decide(decision, about: nil, seen: nil)
    else { throw Refusal.invalid("Nothing was changed.") }
    let place = noted.decision.subject.pair.map(Links.pair) ?? Links.decision(number)
    return .redirect(to: Links.with(place, [("done", "\(undoing)")]))
  }

  // MARK: Parts

  private static func subject(_ ruling: DecisionKind, _ pair: RecordPair) -> DecisionSubject? {
    switch ruling {
    case .match: .match(pair)
    case .notMatch: .notMatch(pair)
    case .sameHousehold: .sameHousehold(pair)
    case .cannotTell: .cannotTell(pair)
    default: nil
    }
  }

  static func role(_ visit: Visit) -> DecisionRole {
    visit.may(.settle) ? .lead : .reviewer
  }

  static func comment(_ form: HTTPFields) throws -> String? {
    let comment = (form["comment"] ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    guard comment.count <= longestComment else {
      throw Refusal.invalid("The comment is too long. Nothing was changed.")
    }
    return comment.isEmpty ? nil : comment
  }

  /// What was on the page: by the digests in it, a later run sees whether the values are still the same.
  private static func seen(_ page: PairPage) throws -> SeenEvidence {
    let records = try records([page.pair.left, page.pair.right], page.visit)
    let now = page.visit.now.milliseconds
    // A form may say anything: a moment before all time or one to come is none.
    let shown = page.visit.form["shown"].flatMap { Int($0) }.flatMap {
      $0 >= 0 && $0 <= now ? $0 : nil
    }
    let seconds = shown.map { (now - $0) / 1_000 }
    let weight = page.explanation?.weight ?? page.kept?.weight
    return SeenEvidence(
      run: page.visit.generation.run.description, model: page.visit.generation.analysis?.model,
      weight: weight.map { Int(($0 * 1_000).rounded()) },
      seconds: seconds.flatMap { (0...86_400).contains($0) ? $0 : nil },
      records: records)
  }

  static func records(_ keys: [RecordKey], _ visit: Visit) throws -> [SeenRecord] {
    try visit.generation.read { (file) throws(DatabaseError) in
      var seen: [SeenRecord] = []
      for key in keys {
        if let record = try file.seenRecord(key) { seen.append(record) }
      }
      return seen
    }
  }

  private static func problem(_ words: Markup) -> Markup {
    "<div class=\"error-box\" role=\"alert\"><p>\(words) Nothing was changed.</p></div>"
  }

  private static func overtaken(by other: NotedDecision) -> Markup {
    let decision = other.decision
    return """
      <div class="error-box" role="alert"><p><strong>\(decision.by) decided about this pair while it was open here:</strong> \
      \(decision.subject.kind.title), \(Words.phrase(decision.reason.rawValue)).</p>
      <p>Your decision was not noted. If you are of another mind, decide again below: yours then takes the place of the \
      other, and both stay in the ledger.</p></div>
      """
  }
}

/// The filter of the queue, carried through a form.
enum QueueFilterFields {
  static func carried(_ form: HTTPFields) -> [(String, String)] {
    ["kind", "agency", "across", "referred"].compactMap { name in form[name].map { (name, $0) } }
  }
}

extension RunFile {
  /// A record as somebody who decides sees it, with the digest by which later runs notice a change.
  fileprivate mutating func seenRecord(_ key: RecordKey) throws(DatabaseError) -> SeenRecord? {
    let columns = RunFile.decisiveColumns
    return try connection.first(
      """
      SELECT source, \(raw: columns.joined(separator: ", ")) FROM linkage_record
      WHERE id = \(key.storeNumber)
      """
    ) { (row) throws(DatabaseError) in
      var values: [SeenValue] = []
      for (place, name) in columns.enumerated() where !row.isNull(place + 1) {
        values.append(SeenValue(name, row.text(place + 1)))
      }
      return SeenRecord(key: key, source: row.text(0), values: values)
    }
  }
}
