import Pipelines
import Store
import Vocabulary

/// The lines of `kindred family`: the members with their reasons, and the weakest of them.
struct FamilyLines {
  private let account: FamilyAccount
  private let day: Day
  private let people: [Int64: FamilyAccount.Person]

  init(_ account: FamilyAccount, at day: Day) {
    self.account = account
    self.day = day
    people = Dictionary(
      account.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: [json.line]
    }
  }

  // MARK: Who

  private var present: [FamilyMemberRow] { account.members.filter(holds) }

  private func holds(_ member: FamilyMemberRow) -> Bool {
    let since = member.since.flatMap { Day(iso: $0) } ?? .earliest
    let until = member.until.flatMap { Day(iso: $0) } ?? .latest
    return since <= day && day <= until
  }

  private func name(_ person: Int64) -> String {
    guard let known = people[person], !known.name.isEmpty else { return "somebody" }
    return known.name
  }

  private func text(_ styling: Styling) -> [String] {
    let id = FamilyID(account.family.id).text
    let heading = "Family \(id) on \(day.iso)"
    var lines = [styling.apply(.heading, to: heading)]
    guard !present.isEmpty else {
      return lines + ["Nobody belonged to it on that day."] + past(styling)
    }
    var table = TextTable([
      ("NAME", .left), ("BORN", .left), ("PART", .left), ("SINCE", .left), ("UNTIL", .left),
      ("STRENGTH", .right),
    ])
    for member in present {
      table.add([
        .init(name(member.person)), .init(people[member.person]?.born),
        .init(member.role.replacing("-", with: " ")), .init(member.since), .init(member.until),
        .init(member.strength),
      ])
    }
    lines += table.lines(styling, indent: "  ")
    lines += ["", styling.apply(.heading, to: "Why")]
    for person in orderedPeople { lines += why(person) }
    return lines + weakest(styling) + past(styling) + notes(styling)
  }

  private var orderedPeople: [Int64] {
    var seen: Set<Int64> = []
    return present.map(\.person).filter { seen.insert($0).inserted }
  }

  // MARK: Why

  /// What speaks for a member, by the other one, the strongest first.
  private func ties(_ person: Int64) -> [(other: Int64, reasons: [FamilyAccount.Reason])] {
    let own = account.reasons.filter { $0.evidence.person == person }
    let others = Set(own.map(\.evidence.other)).sorted()
    return others.map { other in (other, own.filter { $0.evidence.other == other }) }
      .sorted { (weight($0.reasons), $1.other) > (weight($1.reasons), $0.other) }
  }

  private func weight(_ reasons: [FamilyAccount.Reason]) -> Int {
    reasons.reduce(0) { $0 + $1.evidence.weight }
  }

  private func why(_ person: Int64) -> [String] {
    let ties = ties(person)
    guard let best = ties.first else {
      return [Printable.line("  \(name(person)): the only one that the family began with.")]
    }
    let reasons = best.reasons.sorted { $0.evidence.weight > $1.evidence.weight }
      .map { words($0, person) }
    let rest = ties.count - 1
    let more = rest > 0 ? " \(rest) more member\(rest == 1 ? "" : "s") speak for it too." : ""
    return [
      Printable.line(
        "  \(name(person)), with \(name(best.other)): \(reasons.joined(separator: "; ")).\(more)"),
      Printable.line("    \(wayOut(person, ties))"),
    ]
  }

  private func words(_ reason: FamilyAccount.Reason, _ person: Int64) -> String {
    let evidence = reason.evidence
    var words: String
    switch evidence.kind {
    case "together": words = "one home" + days(evidence)
    case "another": words = "further homes that they shared"
    case "same-arrival": words = "came there together"
    case "child-with-adult": words = "a child with a grown-up of an age to be the parent"
    case "only-two": words = "the only two grown-ups there"
    case "surname": words = "one surname"
    case "ruling": words = "a decision"
    default: words = "\"\(reason.title ?? evidence.kind)\"" + days(evidence)
    }
    words += " (\(evidence.weight)"
    if let file = reason.fileName, let line = evidence.line { words += ", \(file):\(line)" }
    return words + ")"
  }

  private func days(_ evidence: FamilyEvidenceRow) -> String {
    let since = evidence.since.map { " since \($0)" } ?? ""
    return since + (evidence.until.map { " until \($0)" } ?? "")
  }

  private func wayOut(
    _ person: Int64, _ ties: [(other: Int64, reasons: [FamilyAccount.Reason])]
  ) -> String {
    let role = present.last { $0.person == person }.flatMap { FamilyRole(rawValue: $0.role) }
    let decision = "or the decision that they do not belong together"
    guard role?.isResident ?? true else {
      return "Out by: the row being corrected, \(decision)."
    }
    guard ties.count == 1, let only = ties.first else {
      return "Out by: a later home without the others, \(decision)."
    }
    let strongest = only.reasons.max { $0.evidence.weight < $1.evidence.weight }
    guard let strongest else { return "Out by: \(decision)." }
    return "Out by: a later home without \(name(only.other)), the loss of "
      + "\(words(strongest, person)), \(decision)."
  }

  // MARK: The rest

  private func weakest(_ styling: Styling) -> [String] {
    let living = present.filter { FamilyRole(rawValue: $0.role)?.isResident ?? false }
    guard let weakest = living.min(by: { ($0.strength, $0.person) < ($1.strength, $1.person) })
    else { return [] }
    return [
      "", styling.apply(.heading, to: "The weakest membership"),
      Printable.line("  \(name(weakest.person)), whose strongest tie weighs \(weakest.strength)."),
    ]
  }

  private func past(_ styling: Styling) -> [String] {
    let others = account.members.filter { member in
      !present.contains { $0.person == member.person } && !holds(member)
    }
    guard !others.isEmpty else { return [] }
    var lines = ["", styling.apply(.heading, to: "At other times")]
    for member in others {
      let days = "\(member.since ?? "?") to \(member.until ?? "now")"
      lines.append(
        Printable.line(
          "  \(name(member.person)), \(member.role.replacing("-", with: " ")), \(days)"))
    }
    return lines
  }

  private func notes(_ styling: Styling) -> [String] {
    guard !account.notes.isEmpty else { return [] }
    var lines = ["", styling.apply(.heading, to: "To look at")]
    for note in account.notes {
      let other = note.other.map { " and \(name($0))" } ?? ""
      lines.append(Printable.line("  \(note.kind): \(name(note.person))\(other), \(note.weight)"))
    }
    return lines
  }

  private var json: JSONValue {
    .members([
      ("family", .text(FamilyID(account.family.id).text)), ("at", .text(day.iso)),
      (
        "members",
        .list(
          present.map { member in
            .members([
              ("person", .text(PersonID(member.person).text)), ("name", .text(name(member.person))),
              ("born", people[member.person]?.born.map { .text($0) }),
              ("role", .text(member.role)), ("since", member.since.map { .text($0) }),
              ("until", member.until.map { .text($0) }), ("strength", .number(member.strength)),
              (
                "evidence",
                .list(
                  account.reasons.filter { $0.evidence.person == member.person }.map(json))
              ),
            ])
          })
      ),
    ])
  }

  private func json(_ reason: FamilyAccount.Reason) -> JSONValue {
    .members([
      ("with", .text(PersonID(reason.evidence.other).text)), ("kind", .text(reason.evidence.kind)),
      ("weight", .number(reason.evidence.weight)),
      ("since", reason.evidence.since.map { .text($0) }),
      ("until", reason.evidence.until.map { .text($0) }),
      ("file", reason.fileName.map { .text($0) }),
      ("line", reason.evidence.line.map { .number($0) }),
    ])
  }
}
