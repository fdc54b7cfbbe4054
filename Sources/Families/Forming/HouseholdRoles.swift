import Vocabulary

/// Who is what in a household, on the last day that is known of it.
struct HouseholdRoles {
  private let people: [Int]
  private let context: FamilyGathering
  /// The parents of each, among those who live there: as rows say, else as ages and names suggest.
  private var parents: [Int: [Int]] = [:]
  private var found: [Int: FamilyRole] = [:]
  /// Who cares for most of the children.
  private(set) var head: Int

  init(_ people: [Int], _ context: FamilyGathering) {
    self.people = people
    self.context = context
    head = people[0]
    for person in people {
      parents[person] = people.filter { context.ties.isParent($0, of: person) }
    }
    for person in people where parents[person]?.isEmpty ?? true { suggestParents(of: person) }
    for person in people { found[person] = decide(person) }
    head = chooseHead()
  }

  func role(of person: Int) -> FamilyRole { found[person] ?? .other }

  private func children(of person: Int) -> [Int] {
    people.filter { parents[$0]?.contains(person) ?? false }
  }

  private func isChild(_ person: Int) -> Bool { context.isChild[person] }

  // MARK: Parents whom no row names

  private mutating func suggestParents(of person: Int) {
    let ages = context.weighing.settings.ages
    let candidates = people.filter { other in
      guard other != person, !isChild(other),
        let gap = context.weighing.years(from: other, to: person),
        (ages.parentLeast + 3...ages.parentMost).contains(gap), !isGrownSon(other),
        !isGrandmother(other, gap)
      else { return false }
      return isChild(person) || isGrownChild(person, of: other, gap)
    }
    // The nearest generation that is no brother or sister of the child.
    let nearest = candidates.min { one, other in
      (rank(one, person), one) < (rank(other, person), other)
    }
    guard let nearest else { return }
    parents[person] = candidates.filter { other in
      other == nearest
        || (context.weighing.isOneGeneration(other, nearest)
          && !context.ties.isParent(other, of: nearest)
          && !context.ties.isParent(nearest, of: other))
    }
  }

  /// The years after which a woman has rather a grandchild than a child, where her own children are grown up.
  private static let lateMotherhood = 46

  /// Whether a woman is too old to be a child's mother, and a son or daughter of hers may be its parent.
  private func isGrandmother(_ person: Int, _ gap: Int) -> Bool {
    gap > Self.lateMotherhood && context.input.people[person].isFemale != false
      && people.contains { other in
        guard !isChild(other), let gap = context.weighing.years(from: person, to: other) else {
          return false
        }
        return context.ties.isParent(person, of: other)
          || context.weighing.shareSurname(person, other) && gap > 15
      }
  }

  /// A grown-up son at his parents' is a brother or an uncle of the children there, unless a row says more.
  private func isGrownSon(_ person: Int) -> Bool {
    guard context.input.people[person].isFemale != true else { return false }
    if people.contains(where: { context.ties.isParent($0, of: person) }) { return true }
    return people.contains { other in
      guard let gap = context.weighing.years(from: other, to: person) else { return false }
      return context.input.people[other].isFemale == true && isGrownChild(person, of: other, gap)
    }
  }

  /// Grown-up children are those of the name, who have no partner or child there.
  private func isGrownChild(_ person: Int, of other: Int, _ gap: Int) -> Bool {
    guard context.weighing.shareSurname(person, other),
      gap > 15, !people.contains(where: { context.ties.isParent(person, of: $0) })
    else { return false }
    return !context.ties.between(person, other).contains { $0.meaning == .couple }
  }

  private func rank(_ one: Int, _ person: Int) -> Int {
    let gap = context.weighing.years(from: one, to: person) ?? 99
    // A mother in the likely years comes before a much older brother or a grandmother.
    return gap < 18 ? 100 - gap : gap
  }

  // MARK: Roles

  private func decide(_ person: Int) -> FamilyRole {
    let own = children(of: person)
    let isOwnChild = !(parents[person]?.isEmpty ?? true)
    if isChild(person) {
      let hasAdults = people.contains { !isChild($0) }
      return isOwnChild || hasAdults ? .dependentChild : .other
    }
    if own.contains(where: isChild) { return .parent }
    if own.contains(where: { !children(of: $0).isEmpty }) { return .grandparent }
    if isOwnChild { return .adultChild }
    if !own.isEmpty { return isGrandparentByName(person) ? .grandparent : .parent }
    return decideUntied(person)
  }

  /// The part of a grown-up without parents or children there.
  private func decideUntied(_ person: Int) -> FamilyRole {
    let dependants = people.filter(isChild)
    if dependants.isEmpty {
      return people.contains { $0 != person && context.weighing.isOneGeneration($0, person) }
        ? .partner : .other
    }
    if dependants.contains(where: { context.ties.isCarer(person, of: $0) }) { return .parent }
    let others = people.filter { other in
      other != person && children(of: other).contains(where: isChild)
    }
    if others.contains(where: { isGrandparent(person, of: $0) }) { return .grandparent }
    if others.contains(where: { context.weighing.isOneGeneration($0, person) }) {
      return dependants.contains { context.weighing.shareSurname(person, $0) } ? .parent : .partner
    }
    return others.isEmpty ? .parent : .other
  }

  /// Whether a parent of children there is of the name, and of an age to be a son or daughter.
  private func isGrandparentByName(_ person: Int) -> Bool {
    people.contains { other in
      other != person && children(of: other).contains(where: isChild)
        && context.weighing.shareSurname(person, other) && isGrandparent(person, of: other)
    }
  }

  private func isGrandparent(_ person: Int, of parent: Int) -> Bool {
    if context.ties.isParent(person, of: parent) { return true }
    guard let gap = context.weighing.years(from: person, to: parent) else { return false }
    return gap > 15
  }

  // MARK: Head

  private func chooseHead() -> Int {
    var best = people[0]
    for person in people.dropFirst() where isBefore(person, best) { best = person }
    return best
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    let (mine, theirs) = (rank(one), rank(other))
    return mine != theirs ? mine > theirs : one < other
  }

  private func rank(_ person: Int) -> Int {
    guard !isChild(person) else { return -1 }
    let dependants = children(of: person).count(where: isChild)
    let isFemale = context.input.people[person].isFemale == true
    return dependants * 100 + children(of: person).count * 10 + (isFemale ? 5 : 0)
      + (role(of: person) == .adultChild ? 0 : 2)
  }
}
