import Linkage
import Pipelines
import SQLiteAccess
import Store
import Vocabulary

/// What a run has of a person and how they came together: the same for everybody, and more than some may see.
struct PersonFacts: Sendable {
  let records: [ReviewRecord]
  let pairs: [ReviewPair]
  let notes: [ClusterNoteRow]
  /// The families that the person belongs to, or did.
  let families: [FamilyID]
  /// How the records came together; nil where that can't be worked out.
  private(set) var outline: PersonOutline?

  /// The most records between whose every pair the steps are worked out.
  private static let mostExplained = 120
  /// The most records of which every pair is weighed.
  private static let mostWeighedWhole = 24

  /// Reads a person; nil where the run has none of the id.
  init?(_ person: PersonID, _ file: inout RunFile) throws(DatabaseError) {
    var records: [ReviewRecord] = []
    for key in try file.records(of: person) {
      if let record = try file.reviewRecord(key) { records.append(record) }
    }
    guard !records.isEmpty else { return nil }
    self.records = records
    pairs = try file.reviewPairs(of: person)
    notes = try file.notes(about: person)
    families = try file.families(meantBy: person.value).map { FamilyID($0) }
  }

  /// Works out how the records came together, once nobody waits for the run's file any more.
  mutating func explain(_ analysis: PeopleAnalysis?) {
    guard let analysis, records.count > 1, records.count <= Self.mostExplained else { return }
    outline = analysis.outlinePerson(records.map(\.key), pairs: links(analysis))
  }

  /// The pairs that the run kept and, of a person with few records, all others: clustering weighed those that it needed.
  private func links(_ analysis: PeopleAnalysis) -> [(pair: RecordPair, weight: Double)] {
    let joined = pairs.filter(\.isJoined)
    var links = joined.map { (pair: $0.pair, weight: $0.weight) }
    guard records.count <= Self.mostWeighedWhole else { return links }
    let known = Set(joined.map(\.pair))
    for (place, one) in records.enumerated() {
      for other in records[(place + 1)...] {
        guard let pair = RecordPair(one.key, other.key), !known.contains(pair),
          let weight = analysis.weight(pair)
        else { continue }
        links.append((pair, weight))
      }
    }
    return links
  }
}
