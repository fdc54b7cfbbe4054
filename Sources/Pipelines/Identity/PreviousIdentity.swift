import Disk
import Families
import Store

/// Whose records were whose in the run before, from its published file.
struct PreviousIdentity: ~Copyable {
  private var file: RunFile

  /// Opens the file of the run before, if there is one; it has to be what the plan names.
  init?(_ work: borrowing StageWork) throws {
    guard let previous = work.plan.basis.previous, let path = work.previous else { return nil }
    let record = try FileRecord.ifThere(path.text.lastName, in: path.parent)
    guard record?.sha256 == previous.sha256 else { throw RunProblem.previousGone(previous.run) }
    file = try RunFile.open(at: path.text)
  }

  /// What was of people; without anchors, which are only read for those that are sought.
  mutating func people() throws -> PastIdentity {
    try past(.person, try file.personHolders())
  }

  /// What was, given whose the records of the run before were, in the order of keys.
  mutating func past(
    _ subject: IdentitySubject, _ holders: [HolderRow]
  ) throws -> PastIdentity {
    guard try file.hasIdentity() else {
      return PastIdentity(holders: Self.merge(holders, []))
    }
    return PastIdentity(
      holders: Self.merge(holders, try file.goneHolders(subject)),
      dormant: try file.endedIDs(subject, state: "dormant"),
      merged: try file.endedIDs(subject, state: "merged"))
  }

  /// Lends the file, for what else has to be known.
  mutating func withFile<Value>(_ body: (inout RunFile) throws -> Value) rethrows -> Value {
    try body(&file)
  }

  /// Both lists are in the order of keys, and so is what comes of them.
  private static func merge(_ present: [HolderRow], _ gone: [HolderRow]) -> [KeyHolder] {
    var merged: [KeyHolder] = []
    merged.reserveCapacity(present.count + gone.count)
    var place = 0
    for holder in present {
      while place < gone.count, gone[place].key < holder.key {
        merged.append(KeyHolder(key: gone[place].key, id: gone[place].id, isPresent: false))
        place += 1
      }
      merged.append(KeyHolder(key: holder.key, id: holder.id, isPresent: true))
    }
    merged += gone[place...].map { KeyHolder(key: $0.key, id: $0.id, isPresent: false) }
    return merged
  }
}

extension String {
  /// What stands after the last slash.
  fileprivate var lastName: String {
    split(separator: "/").last.map(String.init) ?? self
  }
}

extension CarriedIdentity {
  /// Notes what the next run has to know, and what happened.
  func write(_ subject: IdentitySubject, to file: inout RunFile) throws {
    try file.addIdentity(
      subject, gone: gone.map { HolderRow(key: $0.key, id: $0.id) }, dormant: dormant,
      merged: merged,
      events: events.map {
        LineageRow(event: $0.kind.rawValue, from: $0.from, to: $0.to, records: $0.records)
      })
  }

  /// How often each thing happened, for the stage's counts.
  func count(into counts: inout [String: Int], _ subject: IdentitySubject) {
    for event in events { counts["\(subject.rawValue)_\(event.kind.rawValue)", default: 0] += 1 }
  }
}
