import Vocabulary

/// Rows without a birth date that name somebody at the home of a namesake.
///
/// Registers of homes give a name, or an initial, and often no birth date. Two of one name in one building are then
/// taken for each other. Such a row says nothing of somebody whom no other row has in that home, where another of the
/// very name, with a birth date of their own, lives by rows that give it.
struct Namesakes {
  /// A row, as far as it is about one person.
  private struct Naming: Hashable {
    var person: Int32
    var row: RowPlace
  }

  private let input: FamilyInput
  /// Who lives in each home by rows with a birth date, of the homes that other rows name too.
  private var known: [Int32: Set<Int32>] = [:]

  init(_ input: FamilyInput) {
    self.input = input
    for sighting in input.sightings where sighting.isBare { known[sighting.dwelling] = [] }
    for sighting in input.sightings where !sighting.isBare {
      known[sighting.dwelling]?.insert(sighting.person)
    }
  }

  /// The input without what such rows say of where somebody lives, and with whom.
  var resolved: FamilyInput {
    let mistaken = Set(
      input.sightings.filter(isMistaken).map { Naming(person: $0.person, row: $0.row) })
    guard !mistaken.isEmpty else { return input }
    var resolved = input
    resolved.sightings.removeAll { mistaken.contains(Naming(person: $0.person, row: $0.row)) }
    resolved.relations.removeAll { relation in
      [relation.from, relation.to].contains {
        mistaken.contains(Naming(person: $0, row: relation.row))
      }
    }
    return resolved
  }

  private func isMistaken(_ sighting: Sighting) -> Bool {
    guard sighting.isBare, let there = known[sighting.dwelling], !there.contains(sighting.person)
    else { return false }
    return there.contains { areNamesakes(Int(sighting.person), Int($0)) }
  }

  private func areNamesakes(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (input.people[one], input.people[other])
    guard left.forename != 0, left.forename == right.forename, let born = left.born,
      let otherBorn = right.born, born != otherBorn
    else { return false }
    let theirs = input.surnames[right.surnames]
    return input.surnames[left.surnames].contains(where: theirs.contains)
  }
}
