import Vocabulary

/// Makes one neighbourhood, family by family, until its share of the county's people is reached.
struct NeighbourhoodBuilder {
  /// The days that someone lives in a dwelling.
  struct Stay {
    var dwelling: Dwelling.ID
    var from: Day
    var until: Day?
    var isProtected = false
  }

  let settings: CountySettings
  let number: Int
  var world: Neighbourhood
  var streets: Streets
  var naming: Naming
  var families: Dice
  var members: Dice
  var life: Dice
  var health: Dice
  var schooling: Dice
  var troubles: Dice
  /// The terms that ended in the time line, and the sessions of each.
  var terms: [SchoolTerm]
  var sessions: [Int]

  /// The stays of each person, by place in `world.people`; second homes are not among them.
  var stays: [[Stay]] = []
  /// The day from which each dwelling stands empty; the last day there is while it does not.
  var vacantFrom: [Day] = []
  /// The people who live here on the last day.
  var residents = 0
  /// The last number given to a crime, a case, a tenancy ...
  var lastCase = 0
  /// Pupil numbers given so far, by year of allocation.
  var pupilNumbers: [Int: Int] = [:]
  /// How many people come first whose stories are told and to whom nothing else may happen.
  var storied = Int.max
  /// The home of foster carers, once there is one.
  var fosterHome: (stay: Stay, carer: Person.ID)?

  init(settings: CountySettings, number: Int, terms: [SchoolTerm]) {
    self.settings = settings
    self.number = number
    self.terms = terms
    sessions = terms.map { $0.sessions(from: $0.first, to: $0.last) }
    func dice(_ purpose: Dice.Purpose) -> Dice {
      Dice(seed: settings.seed, neighbourhood: number, purpose: purpose)
    }
    world = Neighbourhood(number: number)
    streets = Streets(neighbourhood: number, seed: settings.seed)
    naming = Naming(dice: dice(.names))
    families = dice(.families)
    members = dice(.members)
    life = dice(.support)
    health = dice(.health)
    schooling = dice(.schooling)
    troubles = dice(.troubles)
  }

  /// The first day of the time line.
  var first: Day { settings.from }
  /// The last day of the time line.
  var last: Day { settings.asOf }

  /// Makes the neighbourhood with about so many residents on the last day.
  mutating func build(residents target: Int) -> Neighbourhood {
    if number == 0 { addNorwich() }
    storied = world.people.count
    addInstitution(room: target - residents)
    while residents < target { addFamily() }
    giveIdentifiers()
    world.events.sort(by: Self.isEarlier)
    return world
  }

  private static func isEarlier(_ one: Event, _ other: Event) -> Bool {
    let (day, otherDay) = (one.at.earliest.daysSince1970, other.at.earliest.daysSince1970)
    if day != otherDay { return day < otherDay }
    return (one.person?.rawValue ?? -1) < (other.person?.rawValue ?? -1)
  }

  /// A number for a crime, case, tenancy or episode that no other has in the county.
  mutating func nextCase() -> Int {
    lastCase += 1
    return number * 1_000_000 + lastCase
  }
}

extension County {
  /// The neighbourhood of a number from nought to one less than `neighbourhoodCount`.
  public func neighbourhood(_ number: Int) -> Neighbourhood {
    precondition((0..<neighbourhoodCount).contains(number), "no such neighbourhood")
    let terms = SchoolTerm.completed(from: settings.from, to: settings.asOf)
    var builder = NeighbourhoodBuilder(settings: settings, number: number, terms: terms)
    let before = settings.people * number / neighbourhoodCount
    let share = settings.people * (number + 1) / neighbourhoodCount - before
    return builder.build(residents: share)
  }
}
