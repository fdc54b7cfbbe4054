import Families
import Linkage
import Store

/// Writes who is who into the run file: everything in the order of keys, so that it does not depend on how it was found.
struct PeopleWriting {
  let linking: PeopleLinking
  private let keys: [Int64]
  /// The id of each cluster's person.
  private let ids: [Int64]
  private let people: [PersonRow]
  private let identity: CarriedIdentity

  init(_ linking: PeopleLinking, _ keys: [Int64], _ identity: CarriedIdentity) {
    self.linking = linking
    self.keys = keys
    self.identity = identity
    let clusters = linking.clustering.clusters
    let count = linking.clustering.clusterCount
    var lowest = [Int64](repeating: .max, count: count)
    var sizes = [Int](repeating: 0, count: count)
    var sources = [Set<UInt8>](repeating: [], count: count)
    for record in keys.indices {
      let cluster = Int(clusters[record])
      lowest[cluster] = min(lowest[cluster], keys[record])
      sizes[cluster] += 1
      sources[cluster].insert(linking.linker.table.sourceOf[record])
    }
    let ids = identity.ids
    self.ids = ids
    people = (0..<count).map { cluster in
      PersonRow(
        id: ids[cluster], records: sizes[cluster], sources: sources[cluster].count,
        lowestKey: lowest[cluster])
    }.sorted { $0.id < $1.id }
  }

  /// Writes everything, and counts it.
  func write(to work: inout StageWork) throws {
    try work.file.addPeople(people)
    let clusters = linking.clustering.clusters
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    try work.file.addMembers(order.map { (keys[$0], ids[Int(clusters[$0])]) })
    try identity.write(.person, to: &work.file)
    try writePairs(inOrderOf: order, to: &work)
    try writeNotes(to: &work)
    try writeSummary(to: &work)
    try addFindings(to: &work)
    work.counts = [
      "records": keys.count, "people": people.count, "pairs_compared": linking.scored.compared,
      "pairs_kept": linking.scored.pairs.count,
      "weak_bridges": linking.clustering.weakBridges.count,
      "splits": linking.clustering.splits.count,
      "contradictions": linking.clustering.contradictions.count,
    ]
    identity.count(into: &work.counts, .person)
  }

  // MARK: Pairs

  private func writePairs(inOrderOf records: [Int], to work: inout StageWork) throws {
    let pairs = linking.scored.pairs
    let order = order(of: pairs, records)
    let decisions = Dictionary(
      linking.decided.map { (PairKeys(keys, $0.left, $0.right), Int($0.decision)) },
      uniquingKeysWith: max)
    let clusters = linking.clustering.clusters
    try work.file.addPairs(order.count) { place in
      let pair = pairs[order[place]]
      let both = PairKeys(keys, pair.left, pair.right)
      let weight = linking.scored.weights[order[place]]
      return PairRow(
        leftKey: both.left, rightKey: both.right, weight: weight,
        probability: Evidence.probability(ofWeight: weight), levels: levels(ofPair: order[place]),
        isJoined: clusters[Int(pair.left)] == clusters[Int(pair.right)],
        decision: decisions.isEmpty ? nil : decisions[both])
    }
  }

  /// The levels of a pair, one sign for each comparison: 1 to 9 and a to f, 0 where data are missing.
  private func levels(ofPair index: Int) -> String {
    let signs = (0..<linking.scored.comparisonCount).map { comparison in
      let level = UInt8(linking.scored.level(of: comparison, inPair: index))
      return level < 10 ? 0x30 + level : 0x57 + level
    }
    return String(decoding: signs, as: UTF8.self)
  }

  /// The places of pairs in the order of their keys.
  ///
  /// A large run has tens of millions of pairs, so each is ranked once, by the places of its records in the order of keys, and not
  /// each time that it is compared with another.
  private func order(of pairs: [ScoredPair], _ records: [Int]) -> [Int] {
    var rank = [UInt32](repeating: 0, count: records.count)
    for (place, record) in records.enumerated() { rank[record] = UInt32(place) }
    let ranked = pairs.indices.map { index in
      let (one, other) = (rank[Int(pairs[index].left)], rank[Int(pairs[index].right)])
      return (keys: UInt64(min(one, other)) << 32 | UInt64(max(one, other)), pair: Int32(index))
    }
    return ranked.sorted { $0.keys < $1.keys }.map { Int($0.pair) }
  }

  // MARK: Notes

  private func writeNotes(to work: inout StageWork) throws {
    var notes = linking.clustering.weakBridges.map { bridge in
      note("weak-bridge", why: "evidence", bridge.pair, weight: Double(bridge.pair.weight))
    }
    notes += linking.clustering.splits.map { split in
      let (why, detail) = reason(split)
      return note("split", why: why, detail: detail, split.pair, weight: split.weight)
    }
    notes += linking.clustering.contradictions.map { contradiction in
      note(
        "contradiction", why: "decision",
        detail: "decisions " + contradiction.decisions.map(String.init).joined(separator: " "),
        ScoredPair(contradiction.left, contradiction.right, weight: 0), weight: 0)
    }
    notes.sort {
      ($0.kind, $0.leftKey, $0.rightKey, $0.person) < ($1.kind, $1.leftKey, $1.rightKey, $1.person)
    }
    for note in notes { try work.file.addClusterNote(note) }
  }

  private func note(
    _ kind: String, why: String, detail: String? = nil, _ pair: ScoredPair, weight: Double
  ) -> ClusterNoteRow {
    let both = PairKeys(keys, pair.left, pair.right)
    let isTurned = keys[Int(pair.left)] != both.left
    let clusters = linking.clustering.clusters
    let first = ids[Int(clusters[Int(isTurned ? pair.right : pair.left)])]
    let second = ids[Int(clusters[Int(isTurned ? pair.left : pair.right)])]
    return ClusterNoteRow(
      kind: kind, why: why, detail: detail, person: first, other: second, leftKey: both.left,
      rightKey: both.right, weight: weight)
  }

  private func reason(_ split: ClusterSplit) -> (why: String, detail: String?) {
    switch split.reason {
    case .decision(let number): return ("decision", "\(number)")
    case .identifier(let kind):
      return ("identifier", linking.definition.settings.clusters.neverTwo[kind].text)
    case .exclusion: return ("source", nil)
    case .forbidden:
      return (linking.areInOneRow(split.pair.left, split.pair.right) ? "one-row" : "rule", nil)
    case .evidence: return ("evidence", nil)
    }
  }
}

/// The keys of two records, the lower first.
struct PairKeys: Hashable {
  let left: Int64
  let right: Int64

  init(_ keys: [Int64], _ one: RecordNumber, _ other: RecordNumber) {
    let (first, second) = (keys[Int(one)], keys[Int(other)])
    left = min(first, second)
    right = max(first, second)
  }
}
