import Families
import SQLiteAccess
import Sealing
import Store
import Vocabulary

/// The ids of a run's people, carried over from the run before.
struct PeopleIdentity {
  let carried: CarriedIdentity

  /// Finds the id of each cluster of records, given the records' keys.
  init(_ clusters: [Int32], count: Int, keys: [Int64], _ work: inout StageWork) throws {
    var groups = PresentGroups(
      count: count, keys: keys.indices.map { PresentGroups.Part(keys[$0], of: clusters[$0]) })
    groups.keys.sort { ($0.value, $0.group) < ($1.value, $1.group) }
    guard var previous = try PreviousIdentity(work) else {
      carried = CarriedIdentity(groups, after: PastIdentity(), makeID: Self.makeID)
      return
    }
    var past = try previous.people()
    let first = CarriedIdentity(groups, after: past, makeID: Self.makeID)
    let vanished = Set(first.events.filter { $0.kind == .dissolved }.compactMap(\.from))
    let appeared = Set(first.events.filter { $0.kind == .born }.compactMap(\.to))
    guard !vanished.isEmpty, !appeared.isEmpty else {
      carried = first
      return
    }
    // Who is gone and who is new may be one: numbers and names are only looked at for them.
    let owners = Dictionary(
      past.holders.lazy.filter { $0.isPresent && vanished.contains($0.id) }.map { ($0.key, $0.id) },
      uniquingKeysWith: { one, _ in one })
    past.anchors = try previous.withFile { file in
      try Self.anchors(of: Set(owners.keys), &file).compactMap { key, anchor in
        owners[key].map { AnchorHolder(anchor: anchor, id: $0) }
      }
    }
    let newcomers = Dictionary(
      groups.keys.lazy.filter { appeared.contains(first.ids[Int($0.group)]) }
        .map { ($0.value, $0.group) }, uniquingKeysWith: { one, _ in one })
    groups.anchors = try Self.anchors(of: Set(newcomers.keys), &work.file).compactMap {
      key, anchor in newcomers[key].map { PresentGroups.Part(anchor, of: $0) }
    }
    carried = CarriedIdentity(groups, after: past, makeID: Self.makeID)
  }

  /// A person's first id is a hash of their lowest key; where it was given before, of the key and the attempt.
  static func makeID(_ lowestKey: Int64, _ attempt: Int) -> Int64 {
    let text = attempt == 0 ? "person \(lowestKey)" : "person \(lowestKey) \(attempt)"
    return Int64(bitPattern: SipHash.standard.hash64(Array(text.utf8).span))
  }

  // MARK: Anchors

  private static let numbers = ["crn", "nhs_number", "nino", "pnc", "uln", "upn"]

  /// By what else records are known: numbers, numbers of their agency, and name with birth date.
  private static func anchors(
    of keys: Set<Int64>, _ file: inout RunFile
  ) throws(DatabaseError) -> [(key: Int64, anchor: Int64)] {
    var anchors: [(key: Int64, anchor: Int64)] = []
    try file.forEachSnapshot(
      where: { key, _ in keys.contains(Int64(bitPattern: key.value)) }
    ) { (record) throws(DatabaseError) in
      let key = Int64(bitPattern: record.key.value)
      for text in clues(of: record) {
        let hash = SipHash.standard.hash64(Array(text.utf8).span)
        anchors.append((key, Int64(bitPattern: hash)))
      }
    }
    return anchors
  }

  private static func clues(of record: SeenRecord) -> [String] {
    var clues: [String] = []
    for value in record.values {
      if numbers.contains(value.name) {
        clues.append("number|\(value.name)|\(value.text)")
      } else if value.name == "local_numbers" {
        clues += value.text.split(separator: ";").map { "local|\(record.source)|\($0)" }
      }
    }
    if let surname = record["surname"], let forenames = record["forenames"],
      let born = record["born"]
    {
      clues.append("name|\(surname)|\(forenames)|\(born)".uppercased())
    }
    return clues
  }
}
