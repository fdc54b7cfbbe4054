import Store

/// What became of one person or family between two runs.
public struct GroupChange: Hashable, Sendable {
  /// The kinds of change.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nothing of it was there before.
    case appeared
    /// Nothing of it is there any more.
    case vanished
    /// It became part of another.
    case merged
    /// Part of it became one of its own.
    case split
    /// Records went to another, and both are there.
    case moved
    /// It is the same, with other records.
    case changed
  }

  /// What happened.
  public var kind: Kind
  /// The id that was; nil where there was none.
  public var before: Int64?
  /// The id that is; nil where there is none.
  public var after: Int64?
  /// The records that it is about, in order.
  public var records: [Int64]
  /// The records by which its cause shows: those of all that it touches, in order.
  var traces: [Int64]
}

/// Compares whose records were whose in two runs: pure, and in the order of ids.
struct GroupComparison {
  private let before: [Int64: Int64]
  private let after: [Int64: Int64]
  private let membersBefore: [Int64: [Int64]]
  private let membersAfter: [Int64: [Int64]]
  private(set) var changes: [GroupChange] = []

  init(before: [HolderRow], after: [HolderRow]) {
    self.before = Dictionary(before.map { ($0.key, $0.id) }, uniquingKeysWith: { one, _ in one })
    self.after = Dictionary(after.map { ($0.key, $0.id) }, uniquingKeysWith: { one, _ in one })
    membersBefore = Dictionary(grouping: before, by: \.id).mapValues { $0.map(\.key).sorted() }
    membersAfter = Dictionary(grouping: after, by: \.id).mapValues { $0.map(\.key).sorted() }
    for id in membersBefore.keys.sorted() { compareOld(id) }
    for id in membersAfter.keys.sorted() where membersBefore[id] == nil { compareNew(id) }
  }

  private mutating func compareOld(_ id: Int64) {
    let members = membersBefore[id] ?? []
    let now = membersAfter[id]
    var went: [Int64: [Int64]] = [:]
    for key in members {
      if let owner = after[key], owner != id { went[owner, default: []].append(key) }
    }
    for owner in went.keys.sorted() {
      let kind: GroupChange.Kind =
        now == nil ? .merged : membersBefore[owner] == nil ? .split : .moved
      changes.append(
        GroupChange(
          kind: kind, before: id, after: owner, records: went[owner] ?? [],
          traces: union(members, membersAfter[owner] ?? [])))
    }
    guard let now else {
      // Whose records all went to others has been told.
      if went.isEmpty {
        changes.append(
          GroupChange(kind: .vanished, before: id, after: nil, records: members, traces: members))
      }
      return
    }
    // Records that came from others, or went to them, have been told with the other.
    let gone = members.filter { after[$0] == nil }
    let new = now.filter { before[$0] == nil }
    if !gone.isEmpty || !new.isEmpty {
      let records = union(gone, new)
      changes.append(
        GroupChange(
          kind: .changed, before: id, after: id, records: records, traces: union(members, now)))
    }
  }

  private mutating func compareNew(_ id: Int64) {
    let members = membersAfter[id] ?? []
    guard members.allSatisfy({ before[$0] == nil }) else { return }
    changes.append(
      GroupChange(kind: .appeared, before: nil, after: id, records: members, traces: members))
  }

  private func union(_ one: [Int64], _ other: [Int64]) -> [Int64] {
    Set(one).union(other).sorted()
  }
}

/// Whose records are whose in one run of a replay.
struct GroupState {
  private let owners: [Int64: Int64]

  init(_ holders: [HolderRow]) {
    owners = Dictionary(holders.map { ($0.key, $0.id) }, uniquingKeysWith: { one, _ in one })
  }

  /// Which of some records are there and belong together, whatever ids they have.
  func together(_ records: [Int64]) -> [Int64?] {
    var first: [Int64: Int64] = [:]
    return records.map { key in
      guard let owner = owners[key] else { return nil }
      if let known = first[owner] { return known }
      first[owner] = key
      return key
    }
  }
}
