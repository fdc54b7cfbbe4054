import Vocabulary

/// Who is never of one family, whatever the records say.
struct Apartness: Sendable {
  private let pairs: Set<UInt64>
  private let isProtected: [Bool]
  private let ties: Ties
  private let homes: HomeTimelines
  private let isChild: [Bool]
  private let isInCare: [Bool]

  init(
    _ rulings: [KnownRuling], _ ties: Ties, _ homes: HomeTimelines, protected: [Day?],
    isChild: [Bool], isInCare: [Bool]
  ) {
    pairs = Set(
      rulings.filter { $0.ruling.ruling == .apart }.map { Self.key($0.person, $0.other) })
    isProtected = protected.map { $0 != nil }
    self.ties = ties
    self.homes = homes
    self.isChild = isChild
    self.isInCare = isInCare
  }

  /// Whether two people may be of one family.
  func allows(_ one: Int, _ other: Int) -> Bool {
    if !pairs.isEmpty, pairs.contains(Self.key(one, other)) { return false }
    switch (isProtected[one], isProtected[other]) {
    case (false, false): return !isOfHousehold(one, other) && !isOfHousehold(other, one)
    case (true, true):
      return homes.last(one)?.dwelling == homes.last(other)?.dwelling || follows(one, other)
    case (true, false): return isSafe(other, with: one)
    case (false, true): return isSafe(one, with: other)
    }
  }

  /// Whether all of some people may be of one family with all of others.
  func allows(_ some: [Int], _ others: [Int]) -> Bool {
    some.allSatisfy { one in others.allSatisfy { allows(one, $0) } }
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

/// A ruling that holds on the last day, with people by their places in ``FamilyInput/people``.
struct KnownRuling: Sendable {
  var ruling: FamilyRuling
  var person: Int
  var other: Int

  /// The rulings about people who are there, in the order of the ledger.
  static func all(_ input: FamilyInput) -> [KnownRuling] {
    input.rulings.sorted { $0.number < $1.number }.compactMap { ruling in
      guard ruling.days?.contains(input.asOf) ?? true,
        let person = input.place(of: ruling.person), let other = input.place(of: ruling.other),
        person != other
      else { return nil }
      return KnownRuling(ruling: ruling, person: person, other: other)
    }
  }
}

extension FamilyInput {
  /// The place of a person in ``people``, whose ids stand in order.
  func place(of id: PersonID) -> Int? {
    let place = people.partitioningIndex { $0.id >= id }
    return place < people.count && people[place].id == id ? place : nil
  }
}
