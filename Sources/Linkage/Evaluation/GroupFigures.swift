/// Groups of records that figures are given for: where a name comes from, a sex, an age group, a source.
public struct RecordGroups: Sendable {
  /// What each group is called, by its code.
  public let names: [String]
  /// The code of each record's group; −1 for none.
  public let codes: [Int32]

  /// Groups by name, and the code of each record's.
  public init(names: [String], codes: [Int32]) {
    precondition(
      codes.allSatisfy { $0 >= -1 && Int($0) < names.count }, "each code has a name or is -1")
    self.names = names
    self.codes = codes
  }
}

/// How well the records of one group are linked, at one threshold.
public struct GroupFigures: Hashable, Sendable {
  /// The name of the group, or of both sources.
  public let names: [String]
  /// The pairs, by whether they are joined and whether they match.
  public let counts: PairCounts

  /// Between which figures the precision lies, nineteen times in twenty.
  public var precision: ShareInterval? { .wilson(counts.truePositives, of: counts.joined) }
  /// Between which figures the recall lies, nineteen times in twenty.
  public var recall: ShareInterval? { .wilson(counts.truePositives, of: counts.matches) }

  /// The figures of each group: a pair belongs to the group of either record.
  ///
  /// Groups without any pair are left out.
  public static func ofGroups(
    _ scored: PairColumns, at threshold: Double, truth: EntityTruth, groups: RecordGroups
  ) -> [GroupFigures] {
    precondition(groups.codes.count == truth.entities.count, "a group for each record")
    let table = GroupTable(cells: groups.names.count)
    return table.filled(scored, at: threshold, truth: truth, groups: groups.codes) { one, other in
      one == other ? [one] : [one, other]
    }.figures { [groups.names[$0]] }
  }

  /// The figures of each two sources, and of each with itself.
  public static func ofSourcePairs(
    _ scored: PairColumns, at threshold: Double, truth: EntityTruth, names: [String]
  ) -> [GroupFigures] {
    precondition(
      truth.sources.allSatisfy { $0 >= 0 && Int($0) < names.count }, "each source has a name")
    let count = Int32(names.count)
    let table = GroupTable(cells: names.count * names.count)
    return table.filled(scored, at: threshold, truth: truth, groups: truth.sources) { one, other in
      [min(one, other) * count + max(one, other)]
    }.figures { [names[$0 / names.count], names[$0 % names.count]] }
  }
}

/// Counts of pairs by group.
private struct GroupTable {
  private var joinedMatches: [Int]
  private var joinedOthers: [Int]
  private var matches: [Int]
  private var all: [Int]

  init(cells: Int) {
    joinedMatches = Array(repeating: 0, count: cells)
    joinedOthers = joinedMatches
    matches = joinedMatches
    all = joinedMatches
  }

  /// Counts pairs into the cells that `place` gives for the groups of two records.
  consuming func filled(
    _ scored: PairColumns, at threshold: Double, truth: EntityTruth, groups: [Int32],
    place: (Int32, Int32) -> [Int32]
  ) -> GroupTable {
    var table = self
    for pair in scored.weights.indices where scored.weights[pair] >= threshold {
      let (left, right) = (scored.lefts[pair], scored.rights[pair])
      guard let isMatch = truth.isMatch(left, right) else { continue }
      for cell in place(groups[Int(left)], groups[Int(right)]) where cell >= 0 {
        if isMatch {
          table.joinedMatches[Int(cell)] += 1
        } else {
          table.joinedOthers[Int(cell)] += 1
        }
      }
    }
    truth.tally(groups: groups) { tally in
      tally.forEachTwo(truth.scope) { one, other, pairs in
        for cell in place(one.group, other.group) where cell >= 0 {
          table.matches[Int(cell)] += pairs
        }
      }
    } everything: { tally in
      tally.forEachTwo(truth.scope) { one, other, pairs in
        for cell in place(one.group, other.group) where cell >= 0 { table.all[Int(cell)] += pairs }
      }
    }
    return table
  }

  func figures(_ names: (Int) -> [String]) -> [GroupFigures] {
    all.indices.filter { all[$0] > 0 }.map { cell in
      let others = all[cell] - matches[cell]
      return GroupFigures(
        names: names(cell),
        counts: PairCounts(
          truePositives: joinedMatches[cell], falsePositives: joinedOthers[cell],
          falseNegatives: matches[cell] - joinedMatches[cell],
          trueNegatives: others - joinedOthers[cell]))
    }
  }
}
