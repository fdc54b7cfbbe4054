import Store
import Vocabulary

/// A family as a genogram has it: generations, who was whose partner, whose child, and who shares the home.
struct Genogram {
  /// A member.
  struct Person: Hashable {
    var id: Int64
    var role: FamilyRole
    /// 0 for grandparents, 1 for parents and other grown-ups, 2 for children.
    var generation: Int
    /// Whether the person lives with the family on the day.
    var isAtHome: Bool
    /// Whether the person belongs to the family on the day.
    var isPresent: Bool
    var since: String?
    var until: String?
  }

  /// Two who are or were a couple.
  struct Couple: Hashable {
    var one: Int64
    var other: Int64
    /// Whether they are not together any more.
    var isOver: Bool
    /// Whether a row says so; otherwise it is what the household suggests.
    var isStated: Bool
    var until: String?
  }

  /// A parent, or whoever cares as one, and a child.
  struct Descent: Hashable {
    var parent: Int64
    var child: Int64
    /// Whether a row says so; otherwise it is what the household suggests.
    var isStated: Bool
  }

  private(set) var people: [Person] = []
  private(set) var couples: [Couple] = []
  private(set) var descents: [Descent] = []

  private static let childRoles: Set<FamilyRole> = [
    .dependentChild, .adultChild, .lookedAfterChild, .nonResidentChild,
  ]
  private static let coupleKinds: Set<String> = ["partner-of", "claim-couple"]
  private static let parentKinds: Set<String> = ["parent-of", "mother-of", "guardian-of"]

  init(_ account: FamilyAccount, _ kin: [FamilyKin], at day: Day) {
    addPeople(account, day)
    addDescents(kin)
    addCouples(kin, account, day)
  }

  func person(_ id: Int64) -> Person? { people.first { $0.id == id } }

  // MARK: People

  private mutating func addPeople(_ account: FamilyAccount, _ day: Day) {
    let born = Dictionary(
      account.people.map { ($0.id, $0.born) }, uniquingKeysWith: { first, _ in first })
    for (id, rows) in Dictionary(grouping: account.members, by: \.person) {
      let now = rows.last { Self.holds($0, day) }
      guard let row = now ?? rows.last else { continue }
      let role = FamilyRole(rawValue: row.role) ?? .other
      people.append(
        Person(
          id: id, role: role, generation: Self.generation(role, born[id] ?? nil, day),
          isAtHome: now != nil && role.isResident, isPresent: now != nil, since: row.since,
          until: row.until))
    }
    people.sort { Self.order($0, born) < Self.order($1, born) }
  }

  private static func holds(_ row: FamilyMemberRow, _ day: Day) -> Bool {
    let since = row.since.flatMap { Day(iso: $0) } ?? .earliest
    let until = row.until.flatMap { Day(iso: $0) } ?? .latest
    return since <= day && day <= until
  }

  private static func generation(_ role: FamilyRole, _ born: String?, _ day: Day) -> Int {
    if role == .grandparent { return 0 }
    if childRoles.contains(role) { return 2 }
    guard role == .other, let born = born.flatMap({ PartialDate(text: $0) }) else { return 1 }
    return born.earliest.parts.year + 18 > day.parts.year ? 2 : 1
  }

  /// Parents stand before their partners, children by age.
  private static func order(
    _ person: Person, _ born: [Int64: String?]
  ) -> (Int, Int, String, Int64) {
    let places: [FamilyRole] = [.nonResidentParent, .parent, .partner]
    let place = person.generation == 1 ? places.firstIndex(of: person.role) ?? places.count : 0
    return (
      person.generation, place, person.generation == 2 ? (born[person.id] ?? nil) ?? "9" : "",
      person.id
    )
  }

  // MARK: Ties

  private mutating func addDescents(_ kin: [FamilyKin]) {
    var known: Set<[Int64]> = []
    for row in kin where Self.parentKinds.contains(row.kind) {
      guard let parent = person(row.person), let child = person(row.other),
        parent.generation < child.generation, known.insert([row.person, row.other]).inserted
      else { continue }
      descents.append(Descent(parent: row.person, child: row.other, isStated: true))
    }
    let stated = Set(descents.map(\.child))
    let homeParents = people.filter { $0.generation == 1 && $0.role == .parent && $0.isAtHome }
    for child in people where child.generation == 2 && child.isAtHome && !stated.contains(child.id)
    {
      for parent in homeParents {
        descents.append(Descent(parent: parent.id, child: child.id, isStated: false))
      }
    }
  }

  private mutating func addCouples(_ kin: [FamilyKin], _ account: FamilyAccount, _ day: Day) {
    for row in kin where Self.coupleKinds.contains(row.kind) {
      let ended = row.until.flatMap { PartialDate(text: $0) }.map { $0.latest <= day } ?? false
      add(row.person, row.other, isStated: true, isOver: ended, until: row.until)
    }
    let onlyTwo = account.reasons.filter { $0.evidence.kind == "only-two" }
    for reason in onlyTwo where reason.evidence.person < reason.evidence.other {
      add(reason.evidence.person, reason.evidence.other, isStated: false, isOver: false, until: nil)
    }
    // Parents of one child of whom one lives elsewhere were a couple once, as far as a row says whose child it is.
    let parents = Dictionary(grouping: descents.filter(\.isStated), by: \.child).mapValues {
      $0.map(\.parent)
    }
    for child in parents.keys.sorted() {
      let all = parents[child] ?? []
      for (place, one) in all.enumerated() {
        for other in all[(place + 1)...] {
          add(one, other, isStated: false, isOver: false, until: nil)
        }
      }
    }
  }

  private mutating func add(
    _ one: Int64, _ other: Int64, isStated: Bool, isOver: Bool, until: String?
  ) {
    guard let first = person(one), let second = person(other),
      first.generation == second.generation, first.generation < 2,
      !couples.contains(where: { Set([$0.one, $0.other]) == [one, other] })
    else { return }
    couples.append(
      Couple(
        one: one, other: other, isOver: isOver || first.isAtHome != second.isAtHome,
        isStated: isStated, until: until))
  }
}
