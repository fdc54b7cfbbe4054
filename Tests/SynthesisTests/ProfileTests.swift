import Synthesis
import Testing
import Vocabulary

@Suite("Troubled families are like Hampshire's")
struct ProfileTests {
  /// Two hundred troubled families and more, with what the tests count.
  struct Profile: Sendable {
    var families = 0
    var members = 0
    var childrenUnderSixteen = 0
    var loneParent = 0
    var social = 0
    var fiveOrMore = 0
    var mentalHealth = 0
    var substance = 0
    var domestic = 0
    var criteria = [0, 0, 0, 0]
    /// How many families with children that are not troubled meet none, one, two, three criteria.
    var othersCriteria = [0, 0, 0, 0]
  }

  static let profile: Profile = {
    var profile = Profile()
    let county = County(CountySettings(people: 9_000, seed: 5, familiesPerTroubledFamily: 4))
    // The first neighbourhood has the families of Norwich, who are not Hampshire's.
    for number in 1..<county.neighbourhoodCount where profile.families < 400 {
      let world = county.neighbourhood(number)
      for family in world.families where family.isTroubled {
        profile.add(family, world, on: county.settings.asOf)
      }
      profile.addOthers(of: world, on: county.settings.asOf)
    }
    return profile
  }()

  private func share(_ part: Int) -> Int { part * 100 / Self.profile.families }

  @Test("five members, of whom three are children")
  func size() {
    #expect(Self.profile.families >= 200)
    #expect((45...55).contains(Self.profile.members * 10 / Self.profile.families))
    #expect((27...33).contains(Self.profile.childrenUnderSixteen * 10 / Self.profile.families))
    #expect((11...21).contains(share(Self.profile.fiveOrMore)))
  }

  @Test("nearly two thirds have one parent; four fifths live in social housing")
  func shape() {
    #expect((57...70).contains(share(Self.profile.loneParent)))
    #expect((74...86).contains(share(Self.profile.social)))
  }

  @Test("health, substances and violence at home")
  func troubles() {
    #expect((16...28).contains(share(Self.profile.mentalHealth)))
    #expect((23...35).contains(share(Self.profile.substance)))
    #expect((23...36).contains(share(Self.profile.domestic)))
  }

  @Test("they meet two or three of the criteria of 2012")
  func criteria() {
    let met = Self.profile.criteria
    #expect(share(met[2] + met[3]) >= 95, "\(met)")
    #expect((25...60).contains(share(met[3])), "\(met)")
  }

  @Test("other families meet one criterion often and two now and then")
  func others() {
    let met = Self.profile.othersCriteria
    let all = met.reduce(0, +)
    #expect((80...350).contains(met[1] * 1_000 / all), "\(met)")
    #expect((2...40).contains((met[2] + met[3]) * 1_000 / all), "\(met)")
  }
}

extension ProfileTests.Profile {
  /// Counts the criteria that families with children meet without being troubled.
  mutating func addOthers(of world: Neighbourhood, on day: Day) {
    for family in world.families where !family.isTroubled {
      let members = family.members.filter { $0.holds(on: day) }
      guard members.contains(where: { $0.role == .child }) else { continue }
      let people = Set(members.map(\.person))
      let events = world.events.filter { $0.person.map(people.contains) ?? false }
      othersCriteria[Self.criteriaMet(events, world, on: day)] += 1
    }
  }

  private static func criteriaMet(
    _ events: [Event], _ world: Neighbourhood, on day: Day
  ) -> Int {
    [crime(events, world, on: day), education(events, on: day), work(events, on: day)].count { $0 }
  }

  /// Counts one family as it is on a day.
  mutating func add(_ family: Family, _ world: Neighbourhood, on day: Day) {
    let members = family.members.filter { $0.holds(on: day) && $0.role != .nonResidentParent }
    let people = Set(members.map(\.person))
    let children = people.filter { world[$0].age(on: day) < 16 }
    families += 1
    self.members += people.count
    childrenUnderSixteen += children.count
    if children.count >= 5 { fiveOrMore += 1 }
    let carers: Set<Family.Role> = [.parent, .partner]
    if members.count(where: { carers.contains($0.role) }) == 1 { loneParent += 1 }
    let homes = world.residences.filter { people.contains($0.person) && $0.holds(on: day) }
    let tenures = homes.map { world[$0.dwelling].tenure }
    if tenures.contains(.council) || tenures.contains(.registeredProvider) { social += 1 }
    addTroubles(world.events.filter { $0.person.map(people.contains) ?? false }, world, on: day)
  }

  private mutating func addTroubles(_ events: [Event], _ world: Neighbourhood, on day: Day) {
    let subjects = events.compactMap { event in
      if case .treatment(let treatment) = event.happening { treatment.subject } else { nil }
    }
    if subjects.contains(where: \.isSubstance) { substance += 1 }
    if subjects.contains(where: { !$0.isSubstance }) { mentalHealth += 1 }
    let isDomestic = events.contains { event in
      if case .incident(let incident) = event.happening {
        incident.kind == .domestic
      } else {
        false
      }
    }
    if isDomestic { domestic += 1 }
    criteria[Self.criteriaMet(events, world, on: day)] += 1
  }

  private static func crime(_ events: [Event], _ world: Neighbourhood, on day: Day) -> Bool {
    let yearAgo = day.adding(months: -12)
    return events.contains { event in
      guard event.at.earliest > yearAgo else { return false }
      switch event.happening {
      case .youthOffence(let offence): return offence.outcome.isProven
      case .antisocialAction(let action):
        return ![.warningLetter, .visit, .mediation].contains(action.step)
      default: return false
      }
    }
  }

  private static func education(_ events: [Event], on day: Day) -> Bool {
    let yearAgo = Day(year: day.year - 1, month: 8, day: 1) ?? day
    var (possible, unauthorised, exclusions):
      ([Person.ID: Int], [Person.ID: Int], [Person.ID: Int]) =
        ([:], [:], [:])
    var isExcludedForGood = false
    for event in events where event.at.earliest > yearAgo {
      guard let person = event.person else { continue }
      switch event.happening {
      case .attendance(let term):
        possible[person, default: 0] += Int(term.possible)
        unauthorised[person, default: 0] += Int(term.unauthorised)
      case .exclusion(let exclusion):
        if exclusion.category == .fixed { exclusions[person, default: 0] += 1 }
        if exclusion.category == .permanent { isExcludedForGood = true }
      default: break
      }
    }
    let isAbsent = possible.contains { person, sessions in
      (unauthorised[person] ?? 0) * 100 >= sessions * 15
    }
    return isExcludedForGood || isAbsent || exclusions.values.contains { $0 >= 3 }
  }

  private static func work(_ events: [Event], on day: Day) -> Bool {
    events.contains { event in
      guard case .benefit(let spell) = event.happening, event.until == nil else { return false }
      return spell.benefit.isOutOfWork
    }
  }
}
