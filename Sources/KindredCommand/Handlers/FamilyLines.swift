import Pipelines
import Store
import Vocabulary

/// The lines of `kindred family`: the members with their reasons, and the weakest of them.
struct FamilyLines {
  private let account: FamilyAccount
  private let day: Day
  private let people: [Int64: FamilyAccount.Person]
  private let belonging: MembershipReasons

  init(_ account: FamilyAccount, at day: Day) {
    self.account = account
    self.day = day
    let people = Dictionary(
      account.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.people = people
    belonging = MembershipReasons(account, at: day) { Self.name($0, people) }
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: [json.line]
    }
  }

  // MARK: Who

  private var present: [FamilyMemberRow] { belonging.present }

  private func name(_ person: Int64) -> String { Self.name(person, people) }

  private static func name(_ person: Int64, _ people: [Int64: FamilyAccount.Person]) -> String {
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
    for person in belonging.people { lines += why(person) }
    return lines + weakest(styling) + past(styling) + notes(styling)
  }

  // MARK: Why

  private func why(_ person: Int64) -> [String] {
    let ties = belonging.ties(person)
    guard let best = ties.first else {
      return [Printable.line("  \(name(person)): the only one that the family began with.")]
    }
    let reasons = best.reasons.map(MembershipReasons.words)
    let rest = ties.count - 1
    let more = rest > 0 ? " \(rest) more member\(rest == 1 ? "" : "s") speak for it too." : ""
    return [
      Printable.line(
        "  \(name(person)), with \(name(best.other)): \(reasons.joined(separator: "; ")).\(more)"),
      Printable.line("    \(belonging.wayOut(person))"),
    ]
  }

  // MARK: The rest

  private func weakest(_ styling: Styling) -> [String] {
    guard let weakest = belonging.weakest else { return [] }
    return [
      "", styling.apply(.heading, to: "The weakest membership"),
      Printable.line("  \(name(weakest.person)), whose strongest tie weighs \(weakest.strength)."),
    ]
  }

  private func past(_ styling: Styling) -> [String] {
    let others = belonging.absent
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
