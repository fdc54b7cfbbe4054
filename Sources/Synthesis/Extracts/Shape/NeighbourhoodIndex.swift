/// Where in a neighbourhood's lists things are, found once for all agencies.
struct NeighbourhoodIndex: Sendable {
  private let byKind: [[Int]]
  private let byPerson: [[Residence]]
  private let byDwelling: [[Residence]]
  private let children: [[Person.ID]]

  init(_ neighbourhood: Neighbourhood) {
    var byKind = [[Int]](repeating: [], count: Happening.Kind.allCases.count)
    for (number, event) in neighbourhood.events.enumerated() {
      byKind[event.happening.kind.rawValue].append(number)
    }
    var byPerson = [[Residence]](repeating: [], count: neighbourhood.people.count)
    var byDwelling = [[Residence]](repeating: [], count: neighbourhood.dwellings.count)
    for stay in neighbourhood.residences {
      byPerson[stay.person.place].append(stay)
      byDwelling[stay.dwelling.place].append(stay)
    }
    var children = [[Person.ID]](repeating: [], count: neighbourhood.people.count)
    for person in neighbourhood.people {
      for parent in [person.mother, person.father].compactMap({ $0 }) {
        children[parent.place].append(person.id)
      }
    }
    self.byKind = byKind
    self.byPerson = byPerson.map { $0.sorted { $0.from < $1.from } }
    self.byDwelling = byDwelling
    self.children = children
  }

  /// The numbers of the events of a kind, in order.
  func events(of kind: Happening.Kind) -> [Int] { byKind[kind.rawValue] }

  /// Where someone lived, earliest first.
  func residences(of person: Person.ID) -> [Residence] { byPerson[person.place] }

  /// Who lived in a dwelling, in the order of the neighbourhood.
  func residents(of dwelling: Dwelling.ID) -> [Residence] { byDwelling[dwelling.place] }

  /// The children of someone.
  func children(of person: Person.ID) -> [Person.ID] { children[person.place] }

  /// The brothers and sisters of someone by the mother, or else by the father.
  func siblings(of person: Person) -> [Person.ID] {
    guard let parent = person.mother ?? person.father else { return [] }
    return children(of: parent).filter { $0 != person.id }
  }
}
