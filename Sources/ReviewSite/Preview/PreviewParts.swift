import Pipelines
import Reports
import Store
import Vocabulary

/// The people whose records would be others.
struct PreviewPeople {
  let people: [DecisionPreview.Person]
  let names: PreviewNames

  var markup: Markup {
    guard !people.isEmpty else { return .nothing }
    return """
      <h2>People</h2>
      \(DataTable(
        id: "preview-people", caption: "People whose records would be others",
        columns: [.text("Person"), .number("Records now"), .number("Records then"), .text("What becomes of them")],
        rows: people.map(row)
      ).markup)
      """
  }

  private func row(_ person: DecisionPreview.Person) -> [Markup] {
    [
      "\(names.person(person.id))<small><code>\(person.id.text)</code></small>",
      "\(count: person.before.count)", "\(count: person.after.count)", becomes(person),
    ]
  }

  private func becomes(_ person: DecisionPreview.Person) -> Markup {
    if person.after.isEmpty {
      let heir = people.first { !Set($0.after).isDisjoint(with: person.before) }
      return heir.map { "Becomes part of \(names.person($0.id))" } ?? "Is no more"
    }
    if person.before.isEmpty { return "Is new" }
    let gained = Set(person.after).subtracting(person.before).count
    let lost = Set(person.before).subtracting(person.after).count
    let words = [
      gained > 0 ? "gains \(Numbers.counted(gained, "record"))" : nil,
      lost > 0 ? "loses \(Numbers.counted(lost, "record"))" : nil,
    ].compactMap(\.self)
    return "\(Words.sentence(words.joined(separator: ", ")))"
  }
}

/// A family as it is and as it would be: who belongs to it, and what it meets.
struct PreviewFamily {
  private let change: DecisionPreview.FamilyChange
  private let place: Int
  private let names: PreviewNames

  init(_ change: DecisionPreview.FamilyChange, place: Int, names: PreviewNames) {
    (self.change, self.place, self.names) = (change, place, names)
  }

  var markup: Markup {
    Markup([heading, members, findings])
  }

  private var heading: Markup {
    guard let before = change.before else { return "<h3>A new family</h3>" }
    let link: Markup = "<a href=\"\(Links.family(before.id))\"><code>\(before.id.text)</code></a>"
    return change.after == nil
      ? "<h3>Family \(link) would be no more</h3>" : "<h3>Family \(link)</h3>"
  }

  // MARK: Members

  private var members: Markup {
    let (before, after) = (parts(change.before), parts(change.after))
    let people = Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }
    guard !people.isEmpty else { return "<p>The same people would belong to it as now.</p>" }
    return DataTable(
      id: "preview-members-\(place)", caption: "Members who would have another part",
      columns: [.text("Person"), .text("Now"), .text("Then")],
      rows: people.map { person in
        [names.member(person), part(before[person]), part(after[person])]
      }
    ).stacked.markup
  }

  private func parts(
    _ family: DecisionPreview.Family?
  ) -> [PersonID: [DecisionPreview.Member]] {
    Dictionary(grouping: family?.members ?? [], by: \.person)
  }

  private func part(_ members: [DecisionPreview.Member]?) -> Markup {
    guard let members else { return "–" }
    let lines = members.map { member -> Markup in
      let since: Markup = member.since.map { " from \(DayWording.cell($0))" } ?? .nothing
      let until: Markup = member.until.map { " to \(DayWording.cell($0))" } ?? .nothing
      return "\(Words.sentence(member.role))\(since)\(until)"
    }
    return Markup(lines, separator: "<br>")
  }

  // MARK: Findings

  private var findings: Markup {
    let packs = change.before?.packs ?? change.after?.packs ?? []
    let groups = packs.indices.compactMap { pack -> DataTable.Group? in
      let rows = rows(pack)
      return rows.isEmpty ? nil : DataTable.Group(heading: "\(packs[pack].title)", rows: rows)
    }
    guard !groups.isEmpty else { return "<p>What it meets would stay the same.</p>" }
    return DataTable(
      id: "preview-findings-\(place)", caption: "Criteria that would come out otherwise",
      columns: [.text("Criterion"), .text("Now"), .text("Then")], groups: groups
    ).markup
  }

  private func rows(_ pack: Int) -> [[Markup]] {
    let (before, after) = (change.before?.packs[pack], change.after?.packs[pack])
    guard let known = before ?? after else { return [] }
    var rows: [[Markup]] = []
    if before?.eligible != after?.eligible {
      rows.append(
        [
          "<strong>Eligible</strong>", tag(before?.eligible),
          tag(after?.eligible),
        ])
    }
    for (criterion, finding) in known.findings.enumerated() {
      let (now, then) = (before?.findings[criterion].state, after?.findings[criterion].state)
      if now != then {
        rows.append(["\(finding.title)", tag(now), tag(then)])
      }
    }
    return rows
  }

  private func tag(_ state: FindingState?) -> Markup { state.map(FamilyCriteriaPart.tag) ?? "–" }
}
