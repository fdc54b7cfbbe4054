/// A few hundred people who live near each other, with all that happened to them.
///
/// The generator makes a county one neighbourhood at a time, and each stands alone: every
/// identity in it points into its own lists.
public struct Neighbourhood: Sendable {
  /// The number of the neighbourhood, from nought.
  public var number: Int
  /// Everyone who lives or lived there; the place in the list is `Person.ID.place`.
  public var people: [Person]
  /// Every dwelling; the place in the list is `Dwelling.ID.place`.
  public var dwellings: [Dwelling]
  /// Who lived where, in the order the generator made them.
  public var residences: [Residence]
  /// The true families; the place in the list is `Family.ID.place`.
  public var families: [Family]
  /// Ties between people.
  public var relations: [Relation]
  /// What happened, ordered by day, then by person.
  public var events: [Event]

  /// An empty neighbourhood.
  public init(number: Int) {
    self.number = number
    people = []
    dwellings = []
    residences = []
    families = []
    relations = []
    events = []
  }

  /// The person with an identity of this neighbourhood.
  public subscript(_ id: Person.ID) -> Person { people[id.place] }

  /// The dwelling with an identity of this neighbourhood.
  public subscript(_ id: Dwelling.ID) -> Dwelling { dwellings[id.place] }

  /// The family with an identity of this neighbourhood.
  public subscript(_ id: Family.ID) -> Family { families[id.place] }
}
