import Vocabulary

/// Who is never of one family, whatever the records say.
struct Apartness: Sendable {
  /// The rulings that keep two people apart, by the two.
  private let rulings: [UInt64: [KnownRuling]]
  private let isProtected: [Bool]
  private let ties: Ties
  private let homes: HomeTimelines
  private let isChild: [Bool]
  let isInCare: [Bool]

  init(
    _ rulings: [KnownRuling], _ ties: Ties, _ homes: HomeTimelines, protected: [Day?],
    isChild: [Bool], isInCare: [Bool]
  ) {
    self.rulings = Dictionary(grouping: rulings.filter { $0.ruling.ruling == .apart }) {
      Self.key($0.person, $0.other)
    }
    isProtected = protected.map { $0 != nil }
    self.ties = ties
    self.homes = homes
    self.isChild = isChild
    self.isInCare = isInCare
  }

  /// Whether two people may be of one family on the last day.
  func allows(_ one: Int, _ other: Int) -> Bool {
    !apart(one, other).contains(where: \.holds) && areSafe(one, other)
  }

  /// Whether all of some people may be of one family with all of others on the last day.
  func allows(_ some: [Int], _ others: [Int]) -> Bool {
    some.allSatisfy { one in others.allSatisfy { allows(one, $0) } }
  }

  /// Whether somebody may on some day have been of one family with all of some others: rulings for a time say nothing of
  /// the days before and after it.
  func allowsOnce(_ one: Int, _ others: [Int]) -> Bool {
    others.allSatisfy { other in
      !apart(one, other).contains { $0.ruling.days == nil } && areSafe(one, other)
    }
  }

  /// The rulings by which somebody is apart from one of some others, for all days or for some.
  func leavings(of person: Int, from others: [Int]) -> [KnownRuling] {
    guard !rulings.isEmpty else { return [] }
    return others.flatMap { apart(person, $0) }.filter { $0.person == person }
  }

  private func apart(_ one: Int, _ other: Int) -> [KnownRuling] {
    rulings.isEmpty ? [] : rulings[Self.key(one, other)] ?? []
  }

  private func areSafe(_ one: Int, _ other: Int) -> Bool {
    switch (isProtected[one], isProtected[other]) {
    case (false, false): return !isOfHousehold(one, other) && !isOfHousehold(other, one)
    case (true, true):
      return homes.last(one)?.dwelling == homes.last(other)?.dwelling || follows(one, other)
    case (true, false): return isSafe(other, with: one)
    case (false, true): return isSafe(one, with: other)
    }
  }

  /// Whether somebody's address is kept secret from one of some others.
  func isHidden(_ person: Int, from others: [Int]) -> Bool {
    isProtected[person] && !others.contains(person) && !allows([person], others)
  }

  /// Two who are both protected but live apart may be protected from each other, unless one is the child of the other
  /// and lives elsewhere without a parent.
  private func follows(_ one: Int, _ other: Int) -> Bool {
    (ties.isParent(one, of: other) && (isInCare[other] || !isChild[other]))
      || (ties.isParent(other, of: one) && (isInCare[one] || !isChild[one]))
  }

  /// From whom an address is kept secret no file says, so it is kept from every grown-up who does not share the secret;
  /// a child of the protected person is none to fear, and neither is a child who lives there.
  private func isSafe(_ one: Int, with protected: Int) -> Bool {
    if ties.isParent(protected, of: one) { return true }
    // Brothers and sisters by the protected parent.
    if ties.parents(of: one).contains(where: {
      isProtected[$0] && ties.isParent($0, of: protected)
    }) {
      return true
    }
    guard isChild[one], let home = homes.last(one)?.dwelling else { return false }
    return home == homes.last(protected)?.dwelling
  }

  /// Whether somebody shared a home with the protected parent of another: through the child nobody is to be found.
  private func isOfHousehold(_ one: Int, _ other: Int) -> Bool {
    guard !isChild[one], !ties.isParent(one, of: other) else { return false }
    return ties.parents(of: other).contains { parent in
      isProtected[parent] && !ties.isParent(parent, of: one)
        && homes.of(one).contains { mine in
          homes.of(parent).contains {
            $0.dwelling == mine.dwelling && $0.days.intersects(mine.days)
          }
        }
    }
  }

  private static func key(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }
}
