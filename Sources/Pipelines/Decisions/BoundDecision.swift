import Store
import Vocabulary

/// A decision that holds, with the records that stand for those that it names.
struct BoundDecision: Hashable, Sendable {
  var number: Int
  /// What it says, as it was said.
  var subject: DecisionSubject
  var standing: DecisionStanding
  /// The names of the details that have changed since.
  var changed: [String]
  var records: [DecisionRecordRow]

  /// Whether it is heeded in this run.
  var isHeeded: Bool { standing == .applied || standing == .kept }

  /// The record that stands for one that it names.
  func now(_ key: RecordKey) -> RecordKey? {
    records.first { $0.named == key }?.now
  }
}

extension BoundDecision {
  /// What it says of two records each, for linkage; nothing where it is not about who is who.
  var people: [PersonDecision] {
    guard isHeeded else { return [] }
    switch subject {
    case .match(let pair): return [ruling(.together, pair.left, pair.right)].compactMap(\.self)
    case .notMatch(let pair), .sameHousehold(let pair):
      return [ruling(.apart, pair.left, pair.right)].compactMap(\.self)
    case .split(let record, let others):
      return others.compactMap { ruling(.apart, record, $0) }
    case .cannotTell, .joinFamily, .leaveFamily, .override, .localDiscretion, .note, .undo:
      return []
    }
  }

  private func ruling(
    _ ruling: PersonDecision.Ruling, _ one: RecordKey, _ other: RecordKey
  ) -> PersonDecision? {
    guard let one = now(one), let other = now(other), let pair = RecordPair(one, other) else {
      return nil
    }
    return PersonDecision(
      number: Int32(truncatingIfNeeded: number), ruling: ruling,
      left: Int64(bitPattern: pair.left.value), right: Int64(bitPattern: pair.right.value))
  }
}

extension DecisionSubject {
  /// What a change of details means for a decision.
  enum Direction {
    /// It joins.
    case joining
    /// It parts.
    case parting
    /// It rests on something else than the details of a record.
    case neither
  }

  /// Which way it goes.
  var direction: Direction {
    switch self {
    case .match, .joinFamily: .joining
    case .notMatch, .sameHousehold, .split, .leaveFamily: .parting
    case .cannotTell, .override, .localDiscretion, .note, .undo: .neither
    }
  }
}
