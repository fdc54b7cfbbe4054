import Vocabulary

extension NeighbourhoodBuilder {
  /// Draws what troubles a family, and since when.
  mutating func drawDifficulties(_ household: inout Household) {
    if household.isTroubled {
      drawTroubled(&household)
    } else {
      drawUsual(&household)
    }
  }

  /// The few in a thousand of ordinary families that have each difficulty.
  private mutating func drawUsual(_ household: inout Household) {
    let alone = household.isLoneParent
    let hasChildren = !household.children.isEmpty
    let rates: [(Difficulties.Kind, Int)] = [
      (.absence, hasChildren ? 35 : 0), (.exclusion, hasChildren ? 15 : 0),
      (.youthCrime, hasChildren ? 14 : 0), (.antisocial, 12),
      (.worklessness, alone ? 330 : 85), (.domesticAbuse, hasChildren ? 45 : 15),
      (.mentalHealth, 60), (.substance, 22), (.neglect, hasChildren ? 16 : 0), (.arrears, 90),
      (.adultCrime, 18),
    ]
    for (kind, rate) in rates where troubles.chance(rate) {
      household.difficulties[kind] = troubles.day(first.adding(days: -300), last.adding(days: -60))
    }
  }

  /// Two or three of the criteria of 2012, and the troubles of Hampshire's families.
  private mutating func drawTroubled(_ household: inout Household) {
    let begin = troubles.day(first.adding(days: 240), last.adding(days: -800))
    var kinds: [Difficulties.Kind] = []
    let combination = troubles.below(100)
    let hasSchool = combination < 85
    let hasCrime = combination < 60 || combination >= 85
    let hasWork = combination < 45 || combination >= 60
    if hasSchool { kinds += troubles.chance(750) ? [.absence] : [.exclusion] }
    if hasSchool, troubles.chance(250) { kinds += [.exclusion] }
    if hasCrime { kinds += troubles.chance(550) ? [.youthCrime] : [.antisocial] }
    if hasWork { kinds += [.worklessness] }
    let rates: [(Difficulties.Kind, Int)] = [
      (.domesticAbuse, 295), (.mentalHealth, 220), (.substance, 290), (.neglect, 350),
      (.arrears, 400), (.adultCrime, 150), (.antisocial, 150),
    ]
    for (kind, rate) in rates where troubles.chance(rate) { kinds.append(kind) }
    for kind in kinds { household.difficulties[kind] = begin.adding(days: troubles.below(500)) }
  }

  /// The child a difficulty is about: the oldest who is of an age for it on the last day.
  func focus(_ household: Household, ages: ClosedRange<Int>) -> Person.ID? {
    household.children.first { child in
      ages.contains(age(child, on: last)) && home(of: child, on: last) != nil
    }
  }
}
