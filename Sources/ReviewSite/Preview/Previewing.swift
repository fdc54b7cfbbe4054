import Claims
import HTTPServing
import Pipelines
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// Asks what a decision would change, for pages and for programs.
enum Previewing {
  /// A pair, ruled as the query says.
  static func pair(_ visit: Visit) throws -> HTTPResponse {
    let pair = try visit.pair()
    let subject = try subject(visit, pair)
    try note(visit, subject)
    let title =
      visit.request.query["ruling"] == DecisionKind.match.rawValue
      ? "If these are one person" : "If these are two people"
    return try PreviewPage(
      visit: visit, title: title, back: Links.pair(pair), backWords: "Back to the pair",
      answer: answer(visit, subject)
    ).response
  }

  /// From the form on a person's page to the address of what it would change.
  static func askSplit(_ visit: Visit) throws -> HTTPResponse {
    let person = try visit.person()
    guard let record = visit.form["record"].flatMap(RecordKey.init(text:)) else {
      throw Refusal.invalid("Choose a record. Nothing was changed.")
    }
    return .redirect(
      to: Links.with(Links.preview(person), [("record", record.text)]))
  }

  /// A record taken out of a person.
  static func split(_ visit: Visit) throws -> HTTPResponse {
    let person = try visit.person()
    let records = try visit.generation.read { (file) throws(DatabaseError) in
      try file.records(of: person)
    }
    guard let record = visit.request.query["record"].flatMap(RecordKey.init(text:)),
      records.contains(record), records.count > 1
    else { throw Refusal.notFound("The person has no such record besides others.") }
    let subject = DecisionSubject.split(record, from: records.filter { $0 != record })
    try note(visit, subject)
    return try PreviewPage(
      visit: visit, title: "If the record is somebody else’s", back: Links.person(person),
      backWords: "Back to the person", answer: answer(visit, subject)
    ).response
  }

  /// From a form on a family's page to the address of what it would change.
  static func askFamily(_ visit: Visit) throws -> HTTPResponse {
    let family = try FamilyView(visit)
    if case .refused(let words) = try DecidingFamilies.asked(family, visit.form) {
      return try DecidingFamilies.refused(family, words)
    }
    let fields = ["ruling", "person", "part"].compactMap { name in
      visit.form[name].map { (name, $0) }
    }
    return .redirect(to: Links.with(Links.preview(family.id), fields))
  }

  /// Somebody who joins a family or leaves it.
  static func family(_ visit: Visit) throws -> HTTPResponse {
    let family = try FamilyView(visit)
    let subject = try subject(family)
    try note(visit, subject)
    return try PreviewPage(
      visit: visit,
      title: subject.kind == .joinFamily
        ? "If the person belongs to the family" : "If the person does not belong to the family",
      back: Links.family(family.id), backWords: "Back to the family",
      answer: answer(visit, subject)
    ).response
  }

  /// The same of a family for programs; 202 while it is worked out.
  static func familyAPI(_ visit: Visit) throws -> HTTPResponse {
    let subject = try subject(FamilyView(visit))
    try note(visit, subject)
    return PreviewJSON.response(try answer(visit, subject), visit)
  }

  private static func subject(_ family: FamilyView) throws -> DecisionSubject {
    guard case .about(let subject) = try DecidingFamilies.asked(family, family.visit.request.query)
    else { throw Refusal.notFound("Nobody of this run could join the family or leave it so.") }
    return subject
  }

  /// The same of a pair for programs; 202 while it is worked out.
  static func api(_ visit: Visit) throws -> HTTPResponse {
    let subject = try subject(visit, try visit.pair())
    try note(visit, subject)
    return PreviewJSON.response(try answer(visit, subject), visit)
  }

  // MARK: Parts

  private static func subject(_ visit: Visit, _ pair: RecordPair) throws -> DecisionSubject {
    let found = try visit.generation.read { (file) throws(DatabaseError) in
      (try file.person(of: pair.left), try file.person(of: pair.right))
    }
    guard found.0 != nil, found.1 != nil else {
      throw Refusal.notFound("One of the two records is not in this run.")
    }
    switch visit.request.query["ruling"].flatMap(DecisionKind.init(rawValue:)) {
    case .match: return .match(pair)
    case .notMatch, .sameHousehold: return .notMatch(pair)
    default: throw Refusal.notFound("Ask what a match or what no match would change.")
    }
  }

  private static func note(_ visit: Visit, _ subject: DecisionSubject) throws {
    // It tells of the families of these people; of a family’s page nobody is asked about who is hidden there.
    let isOfPeople = subject.pair != nil || subject.kind == .split
    guard try !isOfPeople || !visit.hidesFamilies(subject) else { throw Refusal.notPermitted }
    try visit.noteView("preview", [("records", .texts(subject.records.map(\.text)))])
  }

  /// What is known of the answer; nil where the run can't be explained any more.
  private static func answer(
    _ visit: Visit, _ subject: DecisionSubject
  ) throws -> PreviewBook.Answer? {
    guard let desk = visit.generation.previews else { return nil }
    let fold = try visit.site.book.decisions()
    let programme = try visit.site.programme.desk(visit.generation)
    let question = PreviewBook.Question(
      run: visit.generation.run, subject: subject, decisions: fold.all.count,
      entries: programme?.claims.entries.count ?? 0)
    return visit.site.previews.answer(question) {
      let decision = Decision(subject, by: "", role: .reviewer, at: "", reason: .other)
      return try desk.preview(decision, after: fold.all, programme: programme)
    }
  }
}
