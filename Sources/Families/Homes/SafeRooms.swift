import Vocabulary

/// The rooms in which mothers and children live.
///
/// A family in a room of a house of rooms is taken to be where it is safe.
struct SafeRooms {
  let input: FamilyInput
  let ties: Ties
  let isChild: [Bool]

  /// Who lives in such a room, and since when.
  func people(_ homes: HomeTimelines) -> [Int: Day] {
    var rooms: [Int32: [HomeSpell]] = [:]
    for person in input.people.indices {
      guard let last = homes.last(person), last.dwelling >= 0, last.last == .latest,
        input.dwellings[Int(last.dwelling)].isRoom
      else { continue }
      rooms[last.dwelling, default: []].append(last)
    }
    guard !rooms.isEmpty else { return [:] }
    let childHomes = self.childHomes(homes)
    var found: [Int: Day] = [:]
    for spells in rooms.values
    where spells.contains(where: { isChildOrMother(Int($0.person), homes, childHomes) }) {
      for spell in spells { found[Int(spell.person)] = spell.first }
    }
    return found
  }

  /// The homes of children, with the children's surnames.
  private func childHomes(_ homes: HomeTimelines) -> [Int32: Set<Int32>] {
    var found: [Int32: Set<Int32>] = [:]
    for child in input.people.indices where isChild[child] {
      for spell in homes.of(child) where spell.dwelling >= 0 {
        found[spell.dwelling, default: []].formUnion(input.surnames[input.people[child].surnames])
      }
    }
    return found
  }

  /// A mother in a room is there with her child, however differently their rows write the address; and a woman who
  /// lived with a child of her name before is taken for its mother.
  private func isChildOrMother(
    _ person: Int, _ homes: HomeTimelines, _ childHomes: [Int32: Set<Int32>]
  ) -> Bool {
    if isChild[person] { return true }
    guard input.people[person].isFemale == true else { return false }
    if ties.children(of: person).contains(where: { isChild[$0] }) { return true }
    let names = input.surnames[input.people[person].surnames]
    return homes.of(person).contains { spell in
      childHomes[spell.dwelling].map { names.contains(where: $0.contains) } ?? false
    }
  }
}
