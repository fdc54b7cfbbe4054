import Vocabulary

/// What a record says of somebody's birth date and sex.
struct CaseBirth: Hashable, Sendable {
  var born: PartialDate?
  var isFemale: Bool?

  /// What is taken for true of all that somebody's records say: the more exact date first, then what most records say.
  static func chosen(of births: some Sequence<CaseBirth>) -> CaseBirth {
    let times = births.reduce(into: [CaseBirth: Int]()) { $0[$1, default: 0] += 1 }
    let inOrder = times.sorted { one, other in
      let (exactness, otherExactness) = (one.key.exactness, other.key.exactness)
      if exactness != otherExactness { return exactness > otherExactness }
      return one.value != other.value ? one.value > other.value : one.key.precedes(other.key)
    }
    return CaseBirth(
      born: inOrder.lazy.compactMap(\.key.born).first,
      isFemale: inOrder.lazy.compactMap(\.key.isFemale).first)
  }

  private var exactness: Int {
    switch born?.precision {
    case .day: 3
    case .month, .quarter: 2
    case .year: 1
    case nil: 0
    }
  }

  /// Settles a draw, the same way in every run.
  private func precedes(_ other: CaseBirth) -> Bool {
    if born != other.born { return (born?.text ?? "") < (other.born?.text ?? "") }
    func rank(_ isFemale: Bool?) -> Int { isFemale.map { $0 ? 1 : 2 } ?? 0 }
    return rank(isFemale) < rank(other.isFemale)
  }
}
