import Vocabulary

/// Grown-ups who are but a part of somebody else's records, left behind at an address that the other has moved from.
///
/// A name misspelt in one list is now and then not recognised as the person who moved. One row then seems to live on in
/// the old home, among those who stayed there.
struct Leftovers: Sendable {
  let isLeftover: [Bool]

  init(
    _ input: FamilyInput, _ homes: HomeTimelines, _ residents: Residents, isChild: [Bool]
  ) {
    isLeftover = isChild.indices.map { person in
      let own = homes.of(person)
      guard !isChild[person], own.count == 1, let only = own.first, only.sources == 1,
        only.dwelling >= 0, let born = input.people[person].born, born.precision == .day
      else { return false }
      return residents.spells(in: only.dwelling, homes).contains { spell in
        let other = Int(spell.person)
        guard other != person, input.people[other].born == born,
          homes.last(other)?.dwelling != only.dwelling
        else { return false }
        let theirs = input.surnames[input.people[other].surnames]
        return input.surnames[input.people[person].surnames].contains(where: theirs.contains)
      }
    }
  }
}
