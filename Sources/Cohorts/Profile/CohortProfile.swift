public import Vocabulary

/// What the families of a cohort are like on a day: counts, from which any share can be shown.
///
/// Families are added from one case file after another, so a cohort of any size takes the memory of one file.
public struct CohortProfile: Hashable, Sendable {
  /// The families counted.
  public private(set) var families = 0
  /// Families that are not: everybody has moved away, died or belongs to another.
  public private(set) var gone = 0
  /// How many families have so many members who live with them, by the number.
  public private(set) var sizes: [Int: Int] = [:]
  /// How many families have so many dependent children, by the number.
  public private(set) var children: [Int: Int] = [:]
  /// Families with children that one parent leads alone.
  public private(set) var loneParents = 0
  /// Families with dependent children.
  public private(set) var withChildren = 0
  /// Families in which a child of 16 or more lives with a younger one.
  public private(set) var withOlderSibling = 0
  /// Families with many children.
  public private(set) var manyChildren = 0
  /// Families in which it hangs on a birth date that is not known whether there are many.
  public private(set) var perhapsManyChildren = 0
  /// The families with each need, in the definition's order.
  public private(set) var needs: [NeedCount]
  /// How many families live in each area.
  public private(set) var areas: [Area: Int] = [:]
  /// Families whose area is not known.
  public private(set) var withoutArea = 0

  /// How many families have a need.
  public struct NeedCount: Hashable, Sendable {
    /// Families of which it is certain.
    public var certain = 0
    /// Families of which a date too vague leaves it open.
    public var open = 0
  }

  private let definition: ProfileDefinition
  private let day: Day

  /// A profile of no families yet, on a day.
  public init(_ definition: ProfileDefinition, on day: Day) {
    self.definition = definition
    self.day = day
    needs = definition.needs.map { _ in NeedCount() }
  }

  /// Adds a family of a case file, unless nobody belongs to it any more: of such a one nothing can be said for the day.
  public mutating func add(_ family: CaseFamily, of file: CaseFile, in area: Area?) {
    guard file.people[family.people].contains(where: { role(of: $0, file) != nil }) else {
      gone += 1
      return
    }
    families += 1
    countMembers(family, file)
    for (place, need) in definition.needs.enumerated() {
      switch has(need, family, file) {
      case .yes: needs[place].certain += 1
      case .cannotTell: needs[place].open += 1
      case .no: break
      }
    }
    if let area { areas[area, default: 0] += 1 } else { withoutArea += 1 }
  }

  // MARK: Members

  private mutating func countMembers(_ family: CaseFamily, _ file: CaseFile) {
    var (members, dependent, parents, grown) = (0, 0, 0, 0)
    var (young, perhapsYoung, older) = (0, 0, 0)
    for person in file.people[family.people] {
      guard let role = role(of: person, file), role.isResident else { continue }
      members += 1
      if role == .parent { parents += 1 }
      if role == .partner || role == .grandparent { grown += 1 }
      guard role == .dependentChild || role == .adultChild else { continue }
      if role == .dependentChild { dependent += 1 }
      switch person.born.map({ Age.isUnder(definition.childAge, born: $0, on: day) }) {
      case .yes: young += 1
      case .cannotTell, nil: perhapsYoung += role == .dependentChild ? 1 : 0
      case .no: break
      }
      if person.born.map({ Age.isUnder(16, born: $0, on: day) }) == .no { older += 1 }
    }
    sizes[members, default: 0] += 1
    children[dependent, default: 0] += 1
    if dependent > 0 { withChildren += 1 }
    if dependent > 0 && parents == 1 && grown == 0 { loneParents += 1 }
    if older > 0 && young > 0 { withOlderSibling += 1 }
    if young >= definition.manyChildren {
      manyChildren += 1
    } else if young + perhapsYoung >= definition.manyChildren {
      perhapsManyChildren += 1
    }
  }

  private func role(of person: CasePerson, _ file: CaseFile) -> FamilyRole? {
    if let died = person.died, died.isOnOrBefore(day) == .yes { return nil }
    return file.memberships[person.memberships].first { $0.days.contains(day) }?.role
  }

  // MARK: Needs

  private func has(
    _ need: ProfileDefinition.Need, _ family: CaseFamily, _ file: CaseFile
  ) -> Certainty {
    var answer = Certainty.no
    for fact in file.facts[family.facts] where need.kinds.contains(fact.kind) {
      answer = answer.or(counts(fact, need))
      if answer == .yes { break }
    }
    return answer
  }

  /// Whether a fact counts on the day: it began by then, and had not ended before the months back.
  private func counts(_ fact: CaseFact, _ need: ProfileDefinition.Need) -> Certainty {
    guard let starts = fact.starts else { return .cannotTell }
    let since = need.months.map { day.adding(months: -$0).adding(days: 1) } ?? day
    let lasts: Certainty =
      if let ends = fact.ends {
        ends.isOnOrAfter(since)
      } else if need.episodes.contains(fact.kind) {
        .yes
      } else {
        starts.isOnOrAfter(since)
      }
    return starts.isOnOrBefore(day).and(lasts)
  }
}
