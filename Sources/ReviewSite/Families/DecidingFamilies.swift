import HTTPServing
import Pipelines
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// Takes decisions about who belongs to a family; they name records, so that they outlive every id.
enum DecidingFamilies {
  /// The reasons that can be given.
  static let reasons: [DecisionReason] = [
    .leftHome, .moved, .separated, .newPartner, .lookedAfter, .neighbour, .sameNameRelatives,
    .agencyConfirmed, .workerKnows, .wrongEvidence, .otherEvidence, .mistake, .other,
  ]

  static func decide(_ visit: Visit) throws -> HTTPResponse {
    let family = try FamilyView(visit)
    let form = visit.form
    guard let reason = form["reason"].flatMap(DecisionReason.init(rawValue:)),
      reasons.contains(reason)
    else { return try refused(family, "Choose a reason") }
    let subject: DecisionSubject
    switch try asked(family, form) {
    case .about(let found): subject = found
    case .refused(let words): return try refused(family, words)
    }
    if let obstacle = LoneSteps.obstacle(try DecisionStakes(visit, about: subject), visit) {
      return try refused(family, obstacle)
    }
    let decision = Decision(
      subject, by: visit.account?.name ?? "",
      role: Deciding.role(visit), at: "", reason: reason, comment: try Deciding.comment(form),
      seen: SeenEvidence(
        run: visit.generation.run.description,
        records: try Deciding.records(subject.records, visit)))
    guard case .noted(let number) = try visit.site.book.decide(decision, about: nil, seen: nil)
    else { throw Refusal.invalid("Somebody else decided meanwhile. Open the page again.") }
    return .redirect(to: Links.with(Links.family(family.id), [("done", "\(number)")]))
  }

  /// What is asked about a family, or why it can't be.
  enum Asked {
    case about(DecisionSubject)
    case refused(String)
  }

  /// What the fields of a form or a query say: who joins the family or leaves it.
  static func asked(_ family: FamilyView, _ fields: HTTPFields) throws -> Asked {
    guard let ruling = fields["ruling"].flatMap(DecisionKind.init(rawValue:)),
      [.joinFamily, .leaveFamily].contains(ruling)
    else { return .refused("Choose what is decided") }
    guard let key = fields["person"].flatMap(RecordKey.init(text:)) else {
      return .refused("Name the person by the sixteen digits of the id")
    }
    let person = PersonID(key.storeNumber)
    // Before it is said whether they belong to it, which would tell as well.
    guard try !family.visit.hidesFamilies(of: [person]) else {
      return .refused(
        "An address of the person is withheld, so only whoever may see who is protected says to which family they belong"
      )
    }
    let isMember = family.account.people.contains { $0.id == person.value }
    guard (ruling == .leaveFamily) == isMember else {
      return .refused(
        isMember
          ? "The person belongs to the family already" : "The person does not belong to the family")
    }
    let part = fields["part"].flatMap(FamilyRole.init(rawValue:))
    guard let tie = try tie(person, family, part) else {
      return .refused("There is no such person in this run")
    }
    return .about(ruling == .joinFamily ? .joinFamily(tie) : .leaveFamily(tie))
  }

  /// The tie between a record of the person and one of somebody else in the family: its head, unless that is the person.
  private static func tie(
    _ person: PersonID, _ family: FamilyView, _ part: FamilyRole?
  ) throws -> FamilyTie? {
    let head = family.account.family.head
    let others = [head] + family.account.members.map(\.person)
    guard let other = others.first(where: { $0 != person.value }) else { return nil }
    let records = try family.visit.generation.read { (file) throws(DatabaseError) in
      (try file.records(of: person).first, try file.records(of: PersonID(other)).first)
    }
    guard let own = records.0, let its = records.1 else { return nil }
    return FamilyTie(person: own, family: its, role: part)
  }

  static func refused(_ family: FamilyView, _ words: String) throws -> HTTPResponse {
    try FamilyPage.note(family)
    return try FamilyPage.page(family, status: 422, problem: EnteringCohort.problem(words))
  }
}

/// The forms by which somebody decides who belongs to a family.
struct FamilyForms {
  private let family: FamilyView
  /// Why whoever looks may ask what would change, and not decide.
  private let obstacle: String?

  init(_ family: FamilyView) throws {
    self.family = family
    let visit = family.visit
    obstacle = LoneSteps.obstacle(try DecisionStakes(visit, family.id), visit)
  }

  var markup: Markup {
    guard family.visit.may(.decide) else { return .nothing }
    return """
      <details class="step" data-key-toggle="x"><summary>Somebody does not belong to the family</summary>
      \(form(.leaveFamily, leaving, "Does not belong to it"))</details>
      <details class="step" data-key-toggle="a"><summary>Somebody else belongs to the family</summary>
      \(form(.joinFamily, joining, "Belongs to it"))</details>
      """
  }

  private func form(_ ruling: DecisionKind, _ fields: Markup, _ words: Markup) -> Markup {
    """
    <form class="narrow" method="post" action="\(obstacle == nil ? Links.decide(family.id) : Links.preview(family.id))">\(family.visit.token)
    <input type="hidden" name="ruling" value="\(ruling.rawValue)">
    \(fields)
    \(obstacle.map(closing) ?? deciding(ruling, words))</form>
    """
  }

  private func closing(_ obstacle: String) -> Markup {
    """
    <p class="actions"><button class="quiet-button">See what would change</button></p>
    <p class="note">\(obstacle).</p>
    """
  }

  private func deciding(_ ruling: DecisionKind, _ words: Markup) -> Markup {
    let reason = Choice(
      label: "Reason", name: "reason-\(ruling.rawValue)", sentAs: "reason",
      options: DecidingFamilies.reasons.map { ($0.rawValue, Words.sentence($0.rawValue)) },
      empty: "Choose a reason", isRequired: true)
    let comment = TextField(
      label: "Comment", name: "comment-\(ruling.rawValue)", sentAs: "comment",
      hint: "Only where the reason does not say it.", longest: 300)
    return """
      \(reason.markup)
      \(comment.markup)
      <p class="actions"><button class="button">\(words)</button>
      <button class="quiet-button" formaction="\(Links.preview(family.id))" formnovalidate>See first what would change</button></p>
      <p class="note">It counts from the next run on, and can be taken back.</p>
      """
  }

  private var leaving: Markup {
    Choice(
      label: "Who", name: "leaving", sentAs: "person",
      options: family.account.people.filter { !family.isHidden($0.id) }.map { person in
        (
          PersonID(person.id).text,
          "\(family.name(person.id)), \(family.born(person.id) ?? "no birth date")"
        )
      }, empty: "Choose a member", isRequired: true
    ).markup
  }

  private var joining: Markup {
    let person = TextField(
      label: "Who", name: "joining", sentAs: "person",
      hint: "The sixteen digits of the person’s id, as on the page of the person.",
      isRequired: true,
      longest: 16)
    let part = Choice(
      label: "As what", name: "part",
      options: FamilyRole.allCases.map { ($0.rawValue, Words.sentence($0.rawValue)) },
      empty: "As the rows say")
    return Markup([person.markup, part.markup])
  }
}
