import Vocabulary

/// Brings children home who live nowhere with anybody by the records, while a parent is known elsewhere.
///
/// One wrong address is enough for a child to live alone, and no child does.
struct ChildrenWithParents {
  let input: FamilyInput
  let settings: FamilySettings
  let ties: Ties
  let isChild: [Bool]
  let care: CareList
  /// Since when each person's address is secret.
  let protected: [Day?]

  /// Children of parents who live apart, whom a landlord counts among the household of the one while everybody else
  /// knows them at the home of the other, where they are still.
  func withTwoHomes(_ homes: HomeTimelines) -> Set<Int> {
    var found: Set<Int> = []
    for child in input.people.indices where isChild[child] && !care.isInCare[child] {
      let own = homes.of(child)
      guard own.count > 1, let last = own.last, last.sources == 1, last.isListed,
        last.last == .latest,
        let before = own.dropLast().last, before.dwelling != last.dwelling
      else { continue }
      let parents = parents(of: child, homes)
      let stayed = parents.contains { homes.last($0)?.dwelling == before.dwelling }
      let left = parents.contains { homes.last($0)?.dwelling == last.dwelling }
      if stayed && left { found.insert(child) }
    }
    return found
  }

  /// The parents of a child: as rows say, and the grown-ups whose name it bears or who were there from the first.
  private func parents(of child: Int, _ homes: HomeTimelines) -> [Int] {
    var found = ties.parents(of: child)
    for tie in ties.of(child) where !isChild[Int(tie.other)] && tie.weight >= settings.tie {
      if !found.contains(Int(tie.other)) { found.append(Int(tie.other)) }
    }
    return found.filter { homes.last($0)?.last == .latest }
  }

  /// Where such children live, and since when.
  func moves(_ homes: HomeTimelines) -> [Int: HomeSpell] {
    let residents = Residents(homes, dwellings: input.dwellings.count)
    var found: [Int: HomeSpell] = [:]
    for child in input.people.indices where isChild[child] && !care.isInCare[child] {
      guard let last = homes.last(child), last.dwelling >= 0, last.last == .latest,
        !hasKin(child, last, homes, residents), let home = home(of: child, homes)
      else { continue }
      found[child] = HomeSpell(
        person: Int32(child), dwelling: home.dwelling, first: max(last.first, home.first),
        last: .latest, vouched: last.vouched, told: last.told, held: last.held,
        row: home.row)
    }
    return found
  }

  /// Whether a grown-up lives there whom a row or a surname ties to the child.
  private func hasKin(
    _ child: Int, _ last: HomeSpell, _ homes: HomeTimelines, _ residents: Residents
  ) -> Bool {
    residents.spells(in: last.dwelling, homes).contains { other in
      let person = Int(other.person)
      guard !isChild[person], other.last == .latest, !other.isVague else { return false }
      if !ties.between(person, child).isEmpty { return true }
      let theirs = input.surnames[input.people[person].surnames]
      return input.surnames[input.people[child].surnames].contains(where: theirs.contains)
    }
  }

  /// The home of a parent: of one with whom the child lived before, else of the mother; never of one whom it fled from.
  private func home(of child: Int, _ homes: HomeTimelines) -> HomeSpell? {
    let parents = ties.parents(of: child).filter { parent in
      guard let last = homes.last(parent), protected[child] == nil || protected[parent] != nil
      else { return false }
      return last.dwelling >= 0 && last.last == .latest && !last.isVague
        && last.dwelling != homes.last(child)?.dwelling
    }
    let best = parents.min { one, other in rank(one, child, homes) < rank(other, child, homes) }
    return best.flatMap { homes.last($0) }
  }

  private func rank(_ parent: Int, _ child: Int, _ homes: HomeTimelines) -> (Int, Int, Int) {
    let home = homes.last(parent)?.dwelling
    let wasThere = homes.of(child).contains { $0.dwelling == home }
    return (wasThere ? 0 : 1, input.people[parent].isFemale == true ? 0 : 1, parent)
  }
}
