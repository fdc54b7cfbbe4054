import Vocabulary

/// Gathers a household's family: those who live together, with those who belong to them elsewhere and who left.
struct FamilyGathering: Sendable {
  let weighing: PairWeighing
  let apart: Apartness
  let households: Households
  let residents: Residents
  let care: CareList
  let isChild: [Bool]
  /// Who is no member of a household by the records: names alone, leftovers, children in care.
  let isLeftOut: [Bool]

  var input: FamilyInput { weighing.input }
  var homes: HomeTimelines { weighing.homes }
  var ties: Ties { weighing.ties }

  /// The family of a household, unless somebody just lives alone.
  func family(of household: Int) -> FormedFamily? {
    let people = households.members[household]
    // A name without a home is nobody's family.
    guard people.contains(where: { homes.last($0) != nil }) else { return nil }
    let roles = HouseholdRoles(people, self)
    let head = roles.head
    var draft = FamilyDraft(self, people, head, roles)
    draft.addResidents()
    draft.addElsewhere()
    draft.addFormer()
    draft.addJoined(households.rulings[household] ?? [])
    draft.removeLeavers()
    guard draft.people.count > 1 else { return nil }
    return draft.family
  }

  /// Everyone whose last home it is, whatever the household.
  func living(in dwelling: Int32, _ household: [Int]) -> [HomeSpell] {
    guard dwelling >= 0 else { return household.compactMap { homes.last($0) } }
    return residents.spells(in: dwelling, homes).filter { spell in
      !isLeftOut[Int(spell.person)] && homes.last(Int(spell.person))?.dwelling == dwelling
    }
  }
}
