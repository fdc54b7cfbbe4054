import Vocabulary

/// Which claims ever named a family, a person or a record, so that overlaps are looked for in few claims and not in all.
struct ClaimIndex: Sendable {
  private var byFamily: [Int64: Set<ClaimID>] = [:]
  private var byPerson: [Int64: Set<ClaimID>] = [:]
  private var byRecord: [RecordKey: Set<ClaimID>] = [:]

  /// Notes a version of a claim; what earlier versions named stays.
  mutating func add(_ claim: FrozenClaim, of id: ClaimID) {
    byFamily[claim.family.value, default: []].insert(id)
    for person in claim.people {
      byPerson[person.id.value, default: []].insert(id)
      for record in person.records { byRecord[record, default: []].insert(id) }
    }
  }

  /// The claims that may overlap, in the order of their numbers; those that do are among them.
  func claims(
    families: Set<Int64>, people: Set<Int64>, records: Set<RecordKey>
  ) -> [ClaimID] {
    var found: Set<ClaimID> = []
    for family in families { found.formUnion(byFamily[family] ?? []) }
    for person in people { found.formUnion(byPerson[person] ?? []) }
    for record in records { found.formUnion(byRecord[record] ?? []) }
    return found.sorted()
  }
}
