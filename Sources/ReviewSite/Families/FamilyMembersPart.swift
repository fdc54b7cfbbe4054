import Pipelines
import Reports
import Store
import Vocabulary

/// The members of a family with their parts and days, why each belongs to it, and what would take them out.
struct FamilyMembersPart {
  private let family: FamilyView
  private let belonging: MembershipReasons

  init(_ family: FamilyView) {
    self.family = family
    belonging = family.belonging
  }

  var markup: Markup {
    Markup([
      "<h2 id=\"members\">Members</h2>", weakest, table, past, notes,
      """
      <details data-key-toggle="w"><summary>Why each belongs to it, and what would take them out</summary>
      \(why)</details>
      """,
    ])
  }

  private var table: Markup {
    guard !belonging.present.isEmpty else { return "<p>Nobody belongs to it on this day.</p>" }
    return DataTable(
      id: "members-table", caption: "Who belongs to it, on \(DayWording.long(family.day))",
      columns: [
        .text("Name"), .text("Born"), .text("Part"), .text("Since"), .text("Until"),
        .number("Strength"),
      ],
      rows: belonging.present.map(row)
    ).stacked.markup
  }

  private func row(_ member: FamilyMemberRow) -> [Markup] {
    [
      family.link(member.person), DayWording.cell(family.born(member.person) ?? "–"),
      "\(Words.sentence(member.role))", DayWording.cell(member.since ?? "not known"),
      DayWording.cell(member.until ?? "–"), "\(count: member.strength)",
    ]
  }

  private var past: Markup {
    guard !belonging.absent.isEmpty else { return .nothing }
    return DataTable(
      id: "past-members", caption: "At other times",
      columns: [
        .text("Name"), .text("Born"), .text("Part"), .text("Since"), .text("Until"),
        .number("Strength"),
      ],
      rows: belonging.absent.map(row)
    ).stacked.markup
  }

  private var weakest: Markup {
    guard let weakest = belonging.weakest, belonging.people.count > 1 else { return .nothing }
    return """
      <p>The weakest membership is that of <strong>\(family.name(weakest.person))</strong>, whose strongest tie weighs \
      \(count: weakest.strength). Strength adds up what rows and shared homes say for it; the reasons below have their \
      numbers in brackets.</p>
      """
  }

  // MARK: Why

  private var why: Markup {
    DataTable(
      id: "why", caption: "What speaks for each, the strongest first, and what would take them out",
      columns: [
        .text("Who"), .words("With whom, and by what"), .words("What would take them out"),
      ],
      rows: belonging.people.map { person in
        let ties = belonging.ties(person)
        let reasons = ties.prefix(3).map { tie -> Markup in
          let words = tie.reasons.map(MembershipReasons.words).joined(separator: "; ")
          return "<li><b>\(family.name(tie.other))</b>: \(words)</li>"
        }
        let rest: Markup =
          ties.count > 3
          ? "<small>\(count: ties.count - 3) more members speak for it too</small>" : ""
        let list: Markup =
          ties.isEmpty
          ? "The one that the family began with" : "<ul class=\"bare\">\(reasons)</ul>\(rest)"
        return [family.link(person), list, "\(belonging.wayOut(person))"]
      }
    ).stacked.markup
  }

  private var notes: Markup {
    guard !family.account.notes.isEmpty else { return .nothing }
    let items = family.account.notes.map { note -> Markup in
      let other: Markup = note.other.map { " and \(family.name($0))" } ?? .nothing
      return
        "<li>\(Words.sentence(note.kind)): \(family.name(note.person))\(other), \(count: note.weight)</li>"
    }
    return "<h3>To look at</h3>\n<ul>\(items)</ul>"
  }
}
