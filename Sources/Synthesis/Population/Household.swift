import Vocabulary

/// A family as the writers of events need it: who is in it, where it lives, what troubles it.
struct Household {
  /// A child taken into care.
  struct Removal {
    var child: Person.ID
    var on: Day
    var carer: Person.ID
    var dwelling: Dwelling.ID
  }

  var homes: [NeighbourhoodBuilder.Stay]
  /// The grown-up members, the main one first.
  var adults: [Person.ID]
  /// The children, oldest first; some may have grown up by the last day.
  var children: [Person.ID]
  /// When the family left the county.
  var leaving: Day?
  /// Whether one parent leads it.
  var isLoneParent = false
  /// Whether it was made to be troubled.
  var isTroubled = false
  /// A partner who left: the one to fear, if there was violence.
  var formerPartner: Person.ID?
  /// Children who were taken into care.
  var removals: [Removal] = []
  /// What troubles it, and since when.
  var difficulties = Difficulties()
}

/// What can go wrong in a family, each with the day it began to show.
struct Difficulties {
  /// What can go wrong.
  enum Kind: Int, CaseIterable {
    case absence, exclusion, youthCrime, antisocial, worklessness, domesticAbuse, mentalHealth
    case substance, neglect, arrears, adultCrime
  }

  private var since: [Day?] = Array(repeating: nil, count: Kind.allCases.count)

  subscript(_ kind: Kind) -> Day? {
    get { since[kind.rawValue] }
    set { since[kind.rawValue] = newValue }
  }
}
