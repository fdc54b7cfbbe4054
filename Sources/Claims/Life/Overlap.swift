public import Vocabulary

/// How one claim's family or people meet another's.
public struct Overlap: Hashable, Sendable {
  /// The other claim.
  public var claim: ClaimID
  /// Whether the families are the same, or one came from the other.
  public var isFamily: Bool
  /// How many of the people are counted in both, or came from someone who is.
  public var people: Int

  /// The overlap in words that name nobody.
  public var words: String {
    let whom = people == 1 ? "1 person of it is" : "\(people) people of it are"
    return isFamily
      ? "the family is claimed already in \(claim.text)"
      : "\(whom) counted already in \(claim.text)"
  }
}

extension ClaimBook {
  /// The claims that bar one: those on its path, or on a path that bars it, whose family or people are the same or kin.
  ///
  /// - Parameters:
  ///   - claim: What is to be claimed.
  ///   - own: Its own number, which does not bar it.
  ///   - barring: The paths that bar it beside its own.
  ///   - lineage: Who came from whom.
  ///   - isCounted: Which claims bar: those submitted, or also those in preparation.
  /// - Returns: The overlaps, in the order of the other claims' numbers.
  public func overlaps(
    with claim: FrozenClaim, except own: ClaimID?, barring: [String], lineage: Lineage,
    where isCounted: (ClaimState) -> Bool
  ) -> [Overlap] {
    let families = lineage.families.kin(of: claim.family.value)
    var people: Set<Int64> = []
    for person in claim.people { people.formUnion(lineage.people.kin(of: person.id.value)) }
    let records = Set(claim.people.flatMap(\.records))
    var found: [Overlap] = []
    for id in index.claims(families: families, people: people, records: records) {
      guard let state = claims[id], state.id != own, isCounted(state) else { continue }
      // An amendment in hand and the version it replaces both stand for the claim.
      var versions = [state.current]
      if let locked = state.locked { versions.append(locked) }
      guard versions.contains(where: { $0.path == claim.path || barring.contains($0.path) })
      else { continue }
      let isFamily = versions.contains { families.contains($0.family.value) }
      let shared = Self.people(of: versions) { person in
        people.contains(person.id.value) || person.records.contains(where: records.contains)
      }
      if isFamily || shared > 0 {
        found.append(Overlap(claim: state.id, isFamily: isFamily, people: shared))
      }
    }
    return found
  }

  /// How many people of some versions are meant, each once.
  private static func people(
    of versions: [FrozenClaim], where isMeant: (CountedPerson) -> Bool
  ) -> Int {
    Set(versions.flatMap(\.people).filter(isMeant).map(\.id)).count
  }

  /// Pairs of submitted claims whose families or people have become the same since: to be looked at, never undone.
  public func conflicts(lineage: Lineage, rules: ClaimRules) -> [(ClaimID, Overlap)] {
    var found: [(ClaimID, Overlap)] = []
    for state in all where state.occupies {
      guard let locked = state.locked else { continue }
      let barring = rules.schemes[locked.scheme]?.barredBy ?? []
      for overlap in overlaps(
        with: locked, except: state.id, barring: barring, lineage: lineage,
        where: { $0.occupies })
      where overlap.claim < state.id { found.append((state.id, overlap)) }
    }
    return found
  }
}
