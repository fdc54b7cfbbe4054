import Vocabulary

/// A ruling about two who are there, with people by their places in ``FamilyInput/people``.
struct KnownRuling: Sendable {
  var ruling: FamilyRuling
  var person: Int
  var other: Int
  /// Whether it is about the last day.
  var holds: Bool

  /// The rulings of which some day has come, in the order of the ledger.
  static func all(_ input: FamilyInput) -> [KnownRuling] {
    input.rulings.sorted { $0.number < $1.number }.compactMap { ruling in
      guard ruling.days?.first ?? .earliest <= input.asOf,
        let person = input.place(of: ruling.person), let other = input.place(of: ruling.other),
        person != other
      else { return nil }
      return KnownRuling(
        ruling: ruling, person: person, other: other,
        holds: ruling.days?.contains(input.asOf) ?? true)
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
