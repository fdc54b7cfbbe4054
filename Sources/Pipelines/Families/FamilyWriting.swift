import Families
import Store
import Vocabulary

/// Writes families into the run file, in the order of their ids.
struct FamilyWriting {
  let formed: FormedFamilies
  let input: FamilyInput
  let settings: FamilySettings
  /// The families with their ids, in order.
  private let families: [(id: Int64, family: FormedFamily)]

  /// How many families are written at once, so that rows do not pile up.
  private static let atOnce = 4_096

  /// Takes families with their ids, in the same order.
  init(
    _ formed: FormedFamilies, _ ids: [FamilyID], _ input: FamilyInput, _ settings: FamilySettings
  ) {
    self.formed = formed
    self.input = input
    self.settings = settings
    families = zip(ids, formed.families).map { ($0.value, $1) }.sorted { $0.0 < $1.0 }
  }

  func write(to work: inout StageWork) throws {
    var start = 0
    var counts: [String: Int] = ["families": families.count, "notes": 0]
    while start < families.count {
      let batch = families[start..<min(start + Self.atOnce, families.count)]
      try work.file.addFamilies(batch.map(row))
      try work.file.addFamilyMembers(batch.flatMap(members))
      try work.file.addFamilyEvidence(batch.flatMap(evidence))
      start += Self.atOnce
    }
    try work.file.addFamilyHomes()
    for (id, family) in families {
      counts["members", default: 0] += Set(family.members.map(\.person)).count
      for note in family.notes { try add(note, of: id, to: &work, &counts) }
    }
    for note in formed.notes.sorted(by: Self.isBefore) {
      try add(note, of: nil, to: &work, &counts)
    }
    let withChildren = families.count { _, family in children(of: family) > 0 }
    counts["families_with_children"] = withChildren
    counts["crowded_homes"] = formed.crowdedHomes
    let summary: [(String, String)] = [
      ("settings", settings.name), ("settings_version", "\(settings.version)"),
      ("families", "\(families.count)"), ("families_with_children", "\(withChildren)"),
      ("members", "\(counts["members"] ?? 0)"), ("people", "\(input.people.count)"),
      ("crowded_homes", "\(formed.crowdedHomes)"), ("notes", "\(counts["notes"] ?? 0)"),
    ]
    for (name, value) in summary { try work.file.addFamilySummary(name, value) }
    for (name, count) in counts { work.counts[name] = count }
  }

  // MARK: Rows

  /// Who belongs to each family and when, in the order of their ids.
  var memberships: [[FamilyMemberRow]] { families.map(members) }

  private func row(_ entry: (id: Int64, family: FormedFamily)) -> FamilyRow {
    let (id, family) = entry
    let since = family.members.map(\.days.first).min()
    return FamilyRow(
      id: id, head: input.people[family.head].id.value,
      people: Set(family.members.map(\.person)).count, residents: residents(of: family),
      children: children(of: family), since: since.flatMap(Self.text))
  }

  private func present(in family: FormedFamily) -> [FormedMembership] {
    family.members.filter { $0.role.isResident && $0.days.contains(input.asOf) }
  }

  private func residents(of family: FormedFamily) -> Int { present(in: family).count }

  private func children(of family: FormedFamily) -> Int {
    present(in: family).count { $0.role == .dependentChild }
  }

  private func members(_ entry: (id: Int64, family: FormedFamily)) -> [FamilyMemberRow] {
    entry.family.members.map { member in
      FamilyMemberRow(
        family: entry.id, person: input.people[member.person].id.value, role: member.role.rawValue,
        since: Self.text(member.days.first), until: Self.text(member.days.last),
        strength: member.strength)
    }
  }

  private func evidence(_ entry: (id: Int64, family: FormedFamily)) -> [FamilyEvidenceRow] {
    entry.family.evidence.map { item in
      FamilyEvidenceRow(
        family: entry.id, person: input.people[item.person].id.value,
        other: input.people[item.other].id.value, kind: name(item.evidence.kind),
        weight: item.evidence.weight, since: item.evidence.days.flatMap { Self.text($0.first) },
        until: item.evidence.days.flatMap { Self.text($0.last) },
        extract: item.evidence.row.map { Int($0.extract) },
        line: item.evidence.row.map { Int($0.line) })
    }
  }

  private func name(_ kind: FamilyEvidence.Kind) -> String {
    switch kind {
    case .relation(let place): settings.relations[place].name
    case .together: "together"
    case .another: "another"
    case .sameArrival: "same-arrival"
    case .childWithAdult: "child-with-adult"
    case .onlyTwo: "only-two"
    case .surname: "surname"
    case .ruling: "ruling"
    }
  }

  /// A day, or nothing where it stands for none.
  private static func text(_ day: Day) -> String? {
    day == .latest || day == .earliest ? nil : day.iso
  }

  // MARK: Notes

  private func add(
    _ note: FamilyNote, of family: Int64?, to work: inout StageWork, _ counts: inout [String: Int]
  ) throws {
    try work.file.addFamilyNote(
      FamilyNoteRow(
        family: family, kind: note.kind.rawValue, person: input.people[note.person].id.value,
        other: note.other.map { input.people[$0].id.value }, weight: note.weight))
    counts["notes", default: 0] += 1
    counts["notes_\(note.kind.rawValue)", default: 0] += 1
  }

  private static func isBefore(_ one: FamilyNote, _ other: FamilyNote) -> Bool {
    (one.kind.rawValue, one.person, one.other ?? -1, one.weight)
      < (other.kind.rawValue, other.person, other.other ?? -1, other.weight)
  }
}
