import Families
import Linkage
import SQLiteAccess
import Store
import Vocabulary

/// Who would be who: the records that hang together with those of some decisions, put into people again with every
/// decision heeded.
///
/// Records that no pair and no decision joins are never one person, so those that hang together can be taken by
/// themselves; the result is that of the whole run.
struct PeoplePreview {
  /// The records, in the order of keys.
  let records: [RecordKey]
  /// Whose each is, and whose it would be.
  let before: [PersonID]
  let after: [PersonID]

  /// The most records that are looked at.
  private static let mostRecords = 5_000

  init(
    _ subjects: [DecisionSubject], _ decisions: [PersonDecision], _ analysis: PeopleAnalysis,
    _ file: inout RunFile
  ) throws {
    var gathering = Gathering(decisions, joinWeight: analysis.joinWeight)
    for key in subjects.flatMap(\.records) { gathering.want(key) }
    while let key = gathering.next() {
      guard gathering.count <= Self.mostRecords else {
        throw PreviewProblem.tooManyRecords(gathering.count)
      }
      try gathering.take(key, &file)
    }
    records = gathering.records
    let clusters = analysis.clusters(of: records, gathering.pairs, heeding: decisions)
    before = try gathering.owners(&file)
    after = Self.ids(records, clusters, before)
  }

  /// The id of each record's person, carried on from the run as the next run does.
  private static func ids(
    _ records: [RecordKey], _ clusters: [Int32], _ before: [PersonID]
  ) -> [PersonID] {
    var numbers: [Int32: Int32] = [:]
    let groups = clusters.map { cluster -> Int32 in
      let number = numbers[cluster] ?? Int32(numbers.count)
      numbers[cluster] = number
      return number
    }
    let parts = zip(records, groups).map { PresentGroups.Part($0.storeNumber, of: $1) }
    let holders = zip(records, before).map {
      KeyHolder(key: $0.storeNumber, id: $1.value, isPresent: true)
    }
    let carried = CarriedIdentity(
      PresentGroups(count: numbers.count, keys: parts.sorted { $0.value < $1.value }),
      after: PastIdentity(holders: holders.sorted { $0.key < $1.key }),
      makeID: PeopleIdentity.makeID)
    return groups.map { PersonID(carried.ids[Int($0)]) }
  }

  /// The records that would be somebody else's, with whose.
  var moves: [(record: RecordKey, person: PersonID)] {
    records.indices.filter { before[$0] != after[$0] }.map { (records[$0], after[$0]) }
  }

  /// Everybody whose records would be others.
  var changes: [DecisionPreview.Person] {
    let moved = records.indices.filter { before[$0] != after[$0] }
    let ids = Set(moved.flatMap { [before[$0], after[$0]] })
    return ids.sorted().map { id in
      DecisionPreview.Person(
        id: id, before: records.indices.filter { before[$0] == id }.map { records[$0] },
        after: records.indices.filter { after[$0] == id }.map { records[$0] })
    }
  }
}

/// Gathers the records that hang together by pairs that join, by people's decisions, or as one person of the run.
private struct Gathering {
  private(set) var pairs: [(pair: RecordPair, weight: Double)] = []
  private var seen: Set<RecordKey> = []
  private var waiting: [RecordKey] = []
  private var known: Set<RecordPair> = []
  private let bonds: [RecordKey: [RecordKey]]
  private let joinWeight: Double

  /// Weights are rounded where they are compared; a pair more than needed does no harm.
  private static let slack = 1e-3

  init(_ decisions: [PersonDecision], joinWeight: Double) {
    self.joinWeight = joinWeight - Self.slack
    var bonds: [RecordKey: [RecordKey]] = [:]
    for decision in decisions where decision.ruling == .together {
      let (left, right) = (
        RecordKey(storeNumber: decision.left), RecordKey(storeNumber: decision.right)
      )
      bonds[left, default: []].append(right)
      bonds[right, default: []].append(left)
    }
    self.bonds = bonds
  }

  var count: Int { seen.count }
  var records: [RecordKey] { seen.sorted { $0.storeNumber < $1.storeNumber } }

  mutating func want(_ key: RecordKey) {
    if seen.insert(key).inserted { waiting.append(key) }
  }

  mutating func next() -> RecordKey? { waiting.popLast() }

  /// Looks at what a record hangs together with.
  mutating func take(_ key: RecordKey, _ file: inout RunFile) throws(DatabaseError) {
    for found in try file.keptPairs(of: key) {
      if known.insert(found.pair).inserted { pairs.append(found) }
      guard found.weight >= joinWeight else { continue }
      want(found.pair.left)
      want(found.pair.right)
    }
    for other in bonds[key] ?? [] { want(other) }
    guard let person = try file.person(of: key) else { return }
    for other in try file.records(of: person) { want(other) }
  }

  /// Whose each record is in the run.
  func owners(_ file: inout RunFile) throws(DatabaseError) -> [PersonID] {
    var owners: [PersonID] = []
    for key in records { owners.append(try file.person(of: key) ?? PersonID(key.storeNumber)) }
    return owners
  }
}
