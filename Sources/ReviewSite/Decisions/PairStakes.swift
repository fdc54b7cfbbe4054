import Claims
import Cohorts
import Pipelines
import SQLiteAccess
import Store
import Vocabulary

/// What hangs on a decision about two records: the families of their people, and what those are in for.
struct PairStakes {
  /// A family that a decision is about.
  struct Family {
    var id: FamilyID
    var line: FamilyIndex.Line?
    /// Where it stands in the programme.
    var standing: String?
    /// Claims that count somebody of it.
    var claims: [String]
  }

  let families: [Family]
  /// How many records the people have together.
  let records: Int

  /// From so many records on, a mistake moves much of somebody's life.
  private static let manyRecords = 12

  init(_ visit: Visit, _ people: [PersonID]) throws {
    let found = try visit.generation.read { (file) throws(DatabaseError) in
      var (families, records): (Set<Int64>, Int) = ([], 0)
      for person in people {
        families.formUnion(try file.families(meantBy: person.value))
        records += try file.records(of: person).count
      }
      return (families.sorted(), records)
    }
    records = found.1
    let desk = try visit.site.programme.desk(visit.generation)
    families = found.0.map { value in
      let id = FamilyID(value)
      let claims = desk?.claims.claims.values.filter { $0.current.family == id && $0.isLive } ?? []
      return Family(
        id: id, line: visit.generation.index[id],
        standing: desk?.cohort[id]?.status.title, claims: claims.map(\.id).sorted().map(\.text))
    }
  }

  /// Whether two people have to be of one mind: where a family is claimed or may be, or much would change hands.
  var needTwo: Bool {
    records > Self.manyRecords
      || families.contains { $0.standing != nil || !$0.claims.isEmpty || $0.line?.eligible == .met }
  }
}
