import Vocabulary

/// A neighbourhood as one agency sees it on the day of one extract.
struct Scene: Sendable {
  let neighbourhood: Neighbourhood
  let index: NeighbourhoodIndex
  let delivery: Schedule.Delivery
  /// The last day of the county's time line.
  let asOf: Day
  let seed: UInt64
  let source: UInt64
  let settings: ErrorSettings

  /// The day of the extract.
  var day: Day { delivery.day }

  /// Whether something of a day belongs in this extract, given its key; late matters come last.
  func holds(_ moment: Day, key: UInt64) -> Bool {
    guard moment <= day else { return false }
    guard isLate(moment, key: key) else { return delivery.since <= moment }
    return delivery.isLast
  }

  /// Whether a matter comes only in the last extract although it was due in an earlier one.
  func isLate(_ moment: Day, key: UInt64) -> Bool {
    guard !delivery.isLast || delivery.previous.map({ moment <= $0 }) ?? false else { return false }
    var chance = Chance(seed, source, key, 0x1A7E)
    return chance.happens(settings[.lateRow])
  }

  /// The end of something, when it was known on the day of the extract.
  func shown(_ until: PartialDate?) -> Day? {
    guard let end = until?.earliest, end <= day else { return nil }
    return end
  }

  /// Where a person lives as this agency believes: sometimes where they lived before.
  func home(of person: Person.ID, on moment: Day) -> (home: Dwelling?, isOld: Bool) {
    let stays = index.residences(of: person).filter { !$0.isSecondHome && $0.from <= moment }
    guard let now = stays.last else { return (nil, false) }
    var chance = Chance(seed, source, UInt64(person.rawValue), 0x01D)
    let before = stays.last { $0.dwelling != now.dwelling }
    if let before, chance.happens(settings[.oldAddress]) {
      return (neighbourhood[before.dwelling], true)
    }
    return (neighbourhood[now.dwelling], false)
  }

  /// Whether the person's address must be kept from others on a day.
  func isProtected(_ person: Person.ID, on moment: Day) -> Bool {
    index.residences(of: person).last { $0.holds(on: moment) }?.isProtected ?? false
  }
}

extension Scene {
  /// An entry about one person on a day, at their home.
  func entry<Matter>(
    about person: Person, as slot: String, from: PartialDate, until: Day? = nil, key: UInt64,
    matter: Matter
  ) -> Entry<Matter> {
    let (home, isOld) = home(of: person.id, on: min(max(from.earliest, person.born), day))
    var errors: [ErrorKind] = isOld ? [.oldAddress] : []
    if isLate(from.earliest, key: key) { errors.append(.lateRow) }
    return Entry(
      slots: [(slot, person)], from: from, until: until, home: home, matter: matter, day: day,
      key: key, errors: errors)
  }

  /// An entry for each event of a kind that this extract holds, about the event's person.
  func entries<Matter>(
    of kind: Happening.Kind, as slot: String, _ matter: (Happening) -> Matter?
  ) -> [Entry<Matter>] {
    index.events(of: kind).compactMap { number in
      let event = neighbourhood.events[number]
      let key = self.key(ofEvent: number)
      guard let id = event.person, holds(event.at.earliest, key: key),
        let matter = matter(event.happening)
      else { return nil }
      return entry(
        about: neighbourhood[id], as: slot, from: event.at, until: shown(event.until), key: key,
        matter: matter)
    }
  }

  /// A number for an event that is unique in the county.
  func key(ofEvent number: Int) -> UInt64 {
    UInt64(neighbourhood.number) << 32 | UInt64(number)
  }
}
