extension Measure {
  /// What is asked, in words for whoever checks a claim.
  ///
  /// - Parameter kinds: The titles of kinds of fact, by their places in the vocabulary.
  /// - Returns: A sentence or some of them.
  public func words(_ kinds: [String]) -> String {
    switch self {
    case .schooling(let asked): Self.words(asked)
    case .reduction(let asked):
      "\(Self.list(asked.kinds, kinds)): a fall by \(asked.downBy.part) of \(asked.downBy.whole)"
        + " from the \(asked.baselineMonths) months before attachment to the last \(asked.months)"
        + " months, \(Self.whose(asked.whose)); it holds where \(Self.inequality(asked)), and where"
        + " nobody begins."
    case .none(let asked):
      "\(Self.list(asked.kinds, kinds)): none in the last \(asked.months) months, "
        + "\(Self.whose(asked.whose))."
    case .present(let asked):
      "\(Self.list(asked.kinds, kinds)): at least one in the last \(asked.months) months, "
        + "\(Self.whose(asked.whose))."
    case .employment(let asked):
      "An adult has left an out-of-work benefit for work, shown by a source and closed by a match: "
        + asked.spells.map { spell in
          "\(spell.weeks) weeks"
            + (spell.within == spell.weeks ? " in a row" : " within \(spell.within)")
            + " after \(spell.benefit.uppercased())"
        }.joined(separator: ", ") + "."
    case .recorded(let months):
      "A professional's record of progress in the last \(months) months, with what shows it."
    case .all(let parts): "All of: " + parts.map { $0.words(kinds) }.joined(separator: " ")
    case .any(let parts): "One of: " + parts.map { $0.words(kinds) }.joined(separator: " ")
    }
  }

  private static func words(_ asked: Schooling) -> String {
    let share =
      asked.belowTenths % 10 == 0
      ? "\(asked.belowTenths / 10)%" : "\(asked.belowTenths / 10).\(asked.belowTenths % 10)%"
    var words =
      "Each child of school age over the last \(asked.terms) completed terms: less than \(share) of "
      + "the sessions missed"
    if !asked.exclusions.isEmpty { words += ", fewer than \(asked.fewerThan) exclusion periods" }
    if !asked.never.isEmpty { words += ", no permanent exclusion" }
    return words + "."
  }

  private static func list(_ places: [UInt16], _ kinds: [String]) -> String {
    places.map { kinds.indices.contains(Int($0)) ? kinds[Int($0)] : "kind \($0)" }
      .joined(separator: ", ")
  }

  private static func whose(_ whose: Whose) -> String {
    switch whose {
    case .family: "counted for the whole family and its address"
    case .under18: "counted for everyone under 18 on the day"
    case .adults: "counted for every adult"
    }
  }

  /// The comparison in whole numbers: `3 × now ≤ 2 × before`.
  private static func inequality(_ asked: Reduction) -> String {
    let now = asked.downBy.whole * asked.baselineMonths
    let before = (asked.downBy.whole - asked.downBy.part) * asked.months
    let divisor = gcd(now, before)
    return "\(now / divisor) × now ≤ \(before / divisor) × before"
  }

  private static func gcd(_ one: Int, _ other: Int) -> Int {
    other == 0 ? max(1, one) : gcd(other, one % other)
  }
}
