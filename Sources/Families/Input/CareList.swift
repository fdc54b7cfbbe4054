import Vocabulary

/// When the council looked after whom.
///
/// Each change of placement opens a new episode, so that the last one alone says nothing of how long a child is away from
/// home: episodes that overlap, or follow each other to the day, are one spell.
struct CareList: Sendable {
  /// Since when each person is looked after who is on the last day.
  private let since: [Int32: Day]
  /// Who is looked after on the last day.
  let isInCare: [Bool]

  init(_ input: FamilyInput) {
    let episodes = input.care.sorted {
      ($0.person, $0.days.first, $0.days.last) < ($1.person, $1.days.first, $1.days.last)
    }
    var spells: [CareSpell] = []
    for episode in episodes {
      if let last = spells.last, last.person == episode.person, last.days.touches(episode.days),
        let days = DayInterval(
          first: last.days.first, last: max(last.days.last, episode.days.last))
      {
        spells[spells.count - 1].days = days
      } else {
        spells.append(episode)
      }
    }
    var since: [Int32: Day] = [:]
    var isInCare = [Bool](repeating: false, count: input.people.count)
    for spell in spells where spell.days.contains(input.asOf) {
      since[spell.person] = spell.days.first
      isInCare[Int(spell.person)] = true
    }
    self.since = since
    self.isInCare = isInCare
  }

  /// Since when somebody is looked after who is on the last day.
  func since(_ person: Int) -> Day? { since[Int32(person)] }
}
