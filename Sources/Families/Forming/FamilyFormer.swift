import Vocabulary

/// Puts people into families: who lives together, who belongs to them elsewhere, who has left, and since when.
public struct FamilyFormer: Sendable {
  private let settings: FamilySettings

  /// Forms families by settings.
  public init(_ settings: FamilySettings) {
    self.settings = settings
  }

  /// The families of an input; the same for the same input, in whatever order its lists are.
  public func families(of input: FamilyInput) -> FormedFamilies {
    let input = Namesakes(input).resolved
    let care = CareList(input)
    var homes = HomeTimelines(input, settings.ages)
    let ties = Ties(input, settings, homes)
    // Whoever has a child is no child of somebody's household, however young.
    let isChild = input.people.indices.map { person in
      guard let born = input.people[person].born else { return false }
      return input.asOf < settings.ages.grownUp(born) && ties.children(of: person).isEmpty
    }
    var secrets = SecretHomes(input, ties, &homes, isChild: isChild)
    // Whoever is taken along may be the one whom another goes with.
    for _ in 0..<2 {
      let following = HouseholdFollowing(
        input: input, settings: settings, ties: ties,
        residents: Residents(homes, dwellings: input.dwellings.count), isChild: isChild, care: care,
        protected: secrets.protected)
      homes.add(following.followers(homes))
    }
    let children = ChildrenWithParents(
      input: input, settings: settings, ties: ties, isChild: isChild, care: care,
      protected: secrets.protected)
    homes.back(children.withTwoHomes(homes))
    homes.add(children.moves(homes))
    secrets.share(homes)
    let residents = Residents(homes, dwellings: input.dwellings.count)
    let places = PlaceJudgement(input, settings, homes, ties, residents)
    let weighing = PairWeighing(
      input: input, settings: settings, homes: homes, ties: ties, places: places,
      isChild: isChild)
    let rulings = KnownRuling.all(input)
    let apart = Apartness(
      rulings, ties, homes, protected: secrets.protected, isChild: isChild,
      isInCare: care.isInCare)
    let vague = VagueHomes(homes, residents, isChild: isChild)
    let leftovers = Leftovers(input, homes, residents, isChild: isChild)
    let isLeftOut = input.people.indices.map {
      care.isInCare[$0] || ties.meant[Int32($0)] != nil || vague.isDoubtful[$0]
        || leftovers.isLeftover[$0]
    }
    let households = Households(weighing, apart, rulings, leavingOut: isLeftOut)
    let gathering = FamilyGathering(
      weighing: weighing, apart: apart, households: households, residents: residents, care: care,
      isChild: isChild, isLeftOut: isLeftOut)
    var formed = FormedFamilies()
    for household in households.members.indices {
      if let family = gathering.family(of: household) { formed.families.append(family) }
    }
    formed.families.sort { $0.head < $1.head }
    formed.notes = households.notes + alone(input, gathering, formed.families)
    formed.crowdedHomes = places.crowded.count
    return formed
  }

  /// The children of whom no family is known on the last day, though they are not said to have left.
  private func alone(
    _ input: FamilyInput, _ gathering: FamilyGathering, _ families: [FormedFamily]
  ) -> [FamilyNote] {
    var isMember = [Bool](repeating: false, count: input.people.count)
    for member in families.lazy.flatMap(\.members) where member.days.contains(input.asOf) {
      isMember[member.person] = true
    }
    return input.people.indices.filter { person in
      gathering.isChild[person] && !isMember[person] && gathering.ties.meant[Int32(person)] == nil
        && input.people[person].left ?? .latest > input.asOf
    }
    .map { FamilyNote(kind: .childAlone, person: $0, other: nil, weight: 0) }
  }
}
