import Families
import Linkage
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// Histories at random: records come, go and are corrected, people decide and undo, night after night.
///
/// Whatever happens, no decision is lost, nobody is joined with whom they were ruled apart from, and no id comes twice.
@Suite struct RandomHistoryTests {
  /// A few records and what was decided about them.
  private struct History {
    var random: SplitMix64
    var records: [SeenRecord] = []
    var withdrawn: [SeenRecord] = []
    var decisions: [NotedDecision] = []
    var nextEntry = 1

    init(seed: UInt64) {
      random = SplitMix64(seed: seed)
      for _ in 0..<6 { arrive() }
    }

    private static let surnames = ["ARCHER", "BAKER", "COOPER"]
    private static let forenames = ["AMY", "BEN", "CAT", "DAN"]

    mutating func arrive() {
      var values = [
        SeenValue("surname", random.one(of: Self.surnames)),
        SeenValue("forenames", random.one(of: Self.forenames)),
        SeenValue("born", "200\(random.below(3))-01-01"),
      ]
      if random.below(2) == 0 { values.append(SeenValue("upn", "U\(random.below(6))")) }
      add(values)
    }

    /// A record's key is made of all that it says, so a correction makes another record.
    private mutating func add(_ values: [SeenValue]) {
      let seen = SeenRecord(key: RecordKey(0), source: "pupils", values: values)
      let key = RecordKey(UInt64(seen.digest.prefix(15), radix: 16) ?? 1)
      let record = SeenRecord(key: key, source: "pupils", values: values)
      if !records.contains(where: { $0.key == key }) { records.append(record) }
      withdrawn.removeAll { $0.key == key }
    }

    mutating func change() {
      switch random.below(12) {
      case 0..<2: arrive()
      case 2:
        guard records.count > 2 else { return arrive() }
        withdrawn.append(records.remove(at: random.below(records.count)))
      case 3:
        guard let back = withdrawn.popLast() else { return arrive() }
        add(back.values)
      case 4..<6:
        let old = records.remove(at: random.below(records.count))
        var values = old.values.filter { $0.name != "forenames" }
        values.append(SeenValue("forenames", random.one(of: Self.forenames)))
        withdrawn.append(old)
        add(values)
      default: decide()
      }
    }

    private mutating func decide() {
      let (one, other) = (random.one(of: records), random.one(of: records))
      guard let pair = RecordPair(one.key, other.key) else { return }
      let third = random.one(of: records).key
      let subject: DecisionSubject
      switch random.below(8) {
      case 0..<2: subject = .match(pair)
      case 2..<4: subject = .notMatch(pair)
      case 4: subject = .sameHousehold(pair)
      case 5: subject = .cannotTell(pair)
      case 6 where third != one.key && third != other.key:
        subject = .split(one.key, from: [other.key, third])
      default:
        guard let undone = decisions.isEmpty ? nil : random.one(of: decisions) else { return }
        subject = .undo(undone.number)
      }
      let seen = subject.records.compactMap { key in records.first { $0.key == key } }
      decisions.append(
        NotedDecision(
          number: nextEntry,
          Decision(
            subject, by: "ann", role: .reviewer, at: "2013-07-22T09:00:00Z", reason: .other,
            seen: SeenEvidence(records: seen))))
      // Other entries lie between decisions.
      nextEntry += 1 + random.below(3)
    }

    /// The night's people: what says the same weighs for one person, and decisions go before it.
    func people(_ binding: DecisionBinding) -> Clustering {
      let order = records.map(\.key).sorted()
      var pairs: [ScoredPair] = []
      for one in records.indices {
        for other in records.indices where one < other {
          let common = Set(records[one].values).intersection(records[other].values).count
          let weight = Float(common * 4 - 7)
          pairs.append(ScoredPair(Int32(one), Int32(other), weight: weight))
        }
      }
      let place = Dictionary(
        uniqueKeysWithValues: records.indices.map { (records[$0].key.stored, Int32($0)) })
      var constraints = ClusterConstraints()
      for decision in binding.people {
        guard let left = place[decision.left], let right = place[decision.right] else { continue }
        let pair = ClusterConstraints.DecidedPair(left, right, decision: decision.number)
        switch decision.ruling {
        case .together: constraints.together.append(pair)
        case .apart: constraints.apart.append(pair)
        }
      }
      return Clustering(
        ofRecords: records.count,
        ranks: records.map { UInt64(order.firstIndex(of: $0.key) ?? 0) }, pairs: pairs,
        rules: ClusterRules(joinWeight: 0), constraints: constraints)
    }
  }

  @Test func `in a thousand histories nothing is lost, joined against a ruling, or named twice`()
    throws
  {
    var seen: [DecisionStanding: Int] = [:]
    for seed in 0..<1_000 {
      var history = History(seed: UInt64(seed))
      var past = PastIdentity()
      var ended: Set<Int64> = []
      var ever: Set<Int64> = []
      for _ in 0..<8 {
        for _ in 0..<2 { history.change() }
        let binding = DecisionBinding(
          history.decisions, ReviewPolicy(), among: history.records)
        try checkNothingIsLost(history, binding)
        let people = history.people(binding)
        try checkRulings(history, binding, people)
        for bound in binding.bound { seen[bound.standing, default: 0] += 1 }
        let keys = history.records.indices.map {
          PresentGroups.Part(history.records[$0].key.stored, of: people.clusters[$0])
        }.sorted { $0.value < $1.value }
        let groups = PresentGroups(count: people.clusterCount, keys: keys)
        let carried = CarriedIdentity(groups, after: past, makeID: PeopleIdentity.makeID)
        #expect(ended.isDisjoint(with: carried.ids), "seed \(seed)")
        let new = Set(carried.ids).subtracting(past.holders.map(\.id))
        #expect(new.isDisjoint(with: ever), "seed \(seed)")
        ended.formUnion(carried.merged)
        ever.formUnion(carried.ids)
        past = carried.past(of: groups)
      }
    }
    // A test in which nothing is ever parked or dormant would show nothing.
    for standing in DecisionStanding.allCases { #expect(seen[standing, default: 0] > 100) }
  }

  /// Each decision holds, or another one says why it does not; each that holds is heeded, or the run says why not.
  private func checkNothingIsLost(_ history: History, _ binding: DecisionBinding) throws {
    let fold = DecisionFold(history.decisions)
    #expect(fold.all == history.decisions)
    #expect(binding.bound.map(\.number) == fold.holding.map(\.number))
    let numbers = Set(history.decisions.map(\.number))
    for state in fold.states {
      switch state {
      case .holds: break
      case .undone(let by), .superseded(let by): #expect(numbers.contains(by))
      }
    }
    for bound in binding.bound {
      let present = bound.subject.records.allSatisfy { key in
        history.records.contains { $0.key == key }
      }
      if present { #expect(bound.standing == .applied, "\(bound.number)") }
    }
  }

  private func checkRulings(
    _ history: History, _ binding: DecisionBinding, _ people: Clustering
  ) throws {
    let place = Dictionary(
      uniqueKeysWithValues: history.records.indices.map { (history.records[$0].key.stored, $0) })
    let refused = Set(people.contradictions.flatMap(\.decisions))
    for ruling in binding.people {
      let left = try #require(place[ruling.left])
      let right = try #require(place[ruling.right])
      let isOne = people.clusters[left] == people.clusters[right]
      switch ruling.ruling {
      case .apart: #expect(!isOne, "decision \(ruling.number)")
      case .together: #expect(isOne || refused.contains(ruling.number))
      }
    }
  }
}
