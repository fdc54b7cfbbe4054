import Claims
import Cohorts
import Pipelines
import SQLiteAccess
import Store
import Vocabulary

/// What hangs on a decision: the families of the people that it is about, and what those are in for.
struct DecisionStakes {
  /// A family that a decision is about.
  struct Family {
    var id: FamilyID
    var line: FamilyIndex.Line?
    /// Where it stands in the programme.
    var standing: String?
    /// Claims that count somebody of it.
    var claims: [String]

    /// Whether it is claimed or may be.
    var isClaimable: Bool { standing != nil || !claims.isEmpty || line?.eligible == .met }
  }

  let families: [Family]
  /// How many records the people have together; none where the decision leaves people as they are.
  let records: Int

  /// From so many records on, a mistake moves much of somebody's life.
  private static let manyRecords = 12

  /// What hangs on who these people are.
  init(_ visit: Visit, _ people: [PersonID]) throws {
    let found = try visit.generation.read { (file) throws(DatabaseError) in
      var (families, records): (Set<Int64>, Int) = ([], 0)
      for person in Set(people) {
        families.formUnion(try file.families(meantBy: person.value))
        records += try file.records(of: person).count
      }
      return (families.sorted(), records)
    }
    try self.init(visit, families: found.0.map { FamilyID($0) }, records: found.1)
  }

  /// What hangs on who belongs to a family.
  init(_ visit: Visit, _ family: FamilyID) throws {
    try self.init(visit, families: [family], records: 0)
  }

  /// What hangs on a decision, by the people whom its records name.
  init(_ visit: Visit, about subject: DecisionSubject) throws {
    let people = try visit.generation.read { (file) throws(DatabaseError) in
      var people: Set<PersonID> = []
      for record in subject.records {
        if let person = try file.person(of: record) { people.insert(person) }
      }
      return people.sorted()
    }
    let all = try DecisionStakes(visit, people)
    families = all.families
    records = subject.pair != nil || subject.kind == .split ? all.records : 0
  }

  /// What hangs on a person, or on people, of whom families and records are known.
  init(_ visit: Visit, families ids: [FamilyID], records: Int) throws {
    self.records = records
    let desk = try visit.site.programme.desk(visit.generation)
    families = ids.map { id in
      let claims = desk?.claims.claims.values.filter { $0.current.family == id && $0.isLive } ?? []
      return Family(
        id: id, line: visit.generation.index[id],
        standing: desk?.cohort[id]?.status.title, claims: claims.map(\.id).sorted().map(\.text))
    }
  }

  // MARK: Two people

  /// Why two people have to be of one mind.
  enum WhyTwo: Equatable {
    /// A family is claimed or may be.
    case family
    /// So many records would change hands.
    case records(Int)

    /// The reason as the beginning of a sentence.
    var words: String {
      switch self {
      case .family: "A family in or near the programme hangs on it"
      case .records(let count): "Many records hang on it (\(count))"
      }
    }
  }

  /// Why two people have to be of one mind; nil where one is enough.
  var whyTwo: WhyTwo? {
    if families.contains(where: \.isClaimable) { return .family }
    return records > Self.manyRecords ? .records(records) : nil
  }

  /// Whether two people have to be of one mind.
  var needTwo: Bool { whyTwo != nil }
}
