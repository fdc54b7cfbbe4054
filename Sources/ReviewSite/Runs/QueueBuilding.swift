import Pipelines
import SQLiteAccess
import Store
import Vocabulary

/// Finds what people should decide about in a run, the most urgent first.
struct QueueBuilding {
  private let analysis: PeopleAnalysis?
  private var items: [QueueItem] = []

  /// How likely the program has to be wrong for a pair to be asked about, in thousandths.
  private static let leastRisk = 20
  /// What a number that differs, a row that names both or a rule of the settings leaves of a doubt.
  private static let doubtPastObstacle = 0.1

  /// The queue of a run; what explains weights finds pairs that hold people together and were never kept.
  static func queue(
    _ file: inout RunFile, _ analysis: PeopleAnalysis?
  ) throws(DatabaseError) -> [QueueItem] {
    var building = QueueBuilding(analysis: analysis)
    try building.addApart(&file)
    try building.addTogether(&file)
    return building.items.sorted { one, other in
      one.urgency != other.urgency ? one.urgency > other.urgency : one.pair < other.pair
    }
  }

  private init(analysis: PeopleAnalysis?) {
    self.analysis = analysis
  }

  /// Of every two people who may be one, the heaviest pair between them.
  private mutating func addApart(_ file: inout RunFile) throws(DatabaseError) {
    let notes = try file.allClusterNotes()
    var obstacles: [People: String] = [:]
    for note in notes {
      guard let people = People(PersonID(note.person), PersonID(note.other)) else { continue }
      if note.kind == "split", note.why != "evidence" { obstacles[people] = note.why }
    }
    var heaviest: [People: ReviewPair] = [:]
    for pair in try file.doubtfulPairs(from: Double(Self.leastRisk) / 1_000) {
      guard pair.decision == nil, let people = People(pair.people[0], pair.people[1]) else {
        continue
      }
      if let known = heaviest[people], (known.weight, pair.pair) >= (pair.weight, known.pair) {
        continue
      }
      heaviest[people] = pair
    }
    for (people, pair) in heaviest where obstacles[people] != "decision" {
      let obstacle = obstacles[people]
      let risk = pair.probability * (obstacle == nil ? 1 : Self.doubtPastObstacle)
      add(.apart, pair, risk: risk, obstacle: obstacle)
    }
    for note in notes where note.kind == "contradiction" {
      guard
        let pair = RecordPair(
          RecordKey(storeNumber: note.leftKey), RecordKey(storeNumber: note.rightKey)),
        let known = try file.reviewPair(pair)
      else { continue }
      add(.contradiction, known, risk: 1, obstacle: "decision")
    }
  }

  /// Of every person, the pair that the person hangs on, where it is light.
  private mutating func addTogether(_ file: inout RunFile) throws(DatabaseError) {
    var person: PersonID?
    var own: [ReviewPair] = []
    var found: [WeakestLink] = []
    try file.forEachJoinedPair { (pair) throws(DatabaseError) in
      if pair.people[0] != person {
        if let link = WeakestLink(own, analysis) { found.append(link) }
        person = pair.people[0]
        own.removeAll(keepingCapacity: true)
      }
      own.append(pair)
    }
    if let link = WeakestLink(own, analysis) { found.append(link) }
    for link in found where link.pair.decision == nil {
      add(.together, link.pair, risk: 1 - link.pair.probability, obstacle: nil)
    }
  }

  private mutating func add(
    _ kind: QueueItem.Kind, _ pair: ReviewPair, risk: Double, obstacle: String?
  ) {
    let thousandths = Int((risk * 1_000).rounded())
    guard thousandths >= Self.leastRisk || kind == .contradiction else { return }
    items.append(
      QueueItem(
        kind: kind, pair: pair.pair, people: pair.people, agencies: pair.agencies,
        weight: pair.weight, risk: thousandths, obstacle: obstacle))
  }
}

/// Two people, in order.
private struct People: Hashable {
  let first: PersonID
  let second: PersonID

  init?(_ one: PersonID, _ other: PersonID) {
    guard one != other else { return nil }
    first = min(one, other)
    second = max(one, other)
  }
}
