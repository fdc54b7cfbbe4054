/// Chooses training blocks when the settings name none.
///
/// A block of records that are equal in one comparison, or in two, holds many matches, and says how
/// matches come out in all the other comparisons. Two comparisons have to stay free at least: with
/// one alone, more matches and better agreement look the same.
struct AutomaticBlocks {
  /// What equality in each comparison demands; nil where the first level is no plain equality.
  private let demands: [[Expression]?]

  init(_ settings: LinkageSettings) {
    demands = settings.comparisons.map { comparison in
      guard let condition = comparison.levels[0].condition else { return nil }
      return Self.equalities(in: condition)
    }
  }

  /// The expressions that a condition wants equal, if that is all it wants.
  static func equalities(in condition: Condition) -> [Expression]? {
    switch condition {
    case .test(let test): return test.name == "exact" ? test.inputs : nil
    case .all(let parts):
      let found = parts.compactMap { equalities(in: $0) }
      return found.count == parts.count ? found.flatMap(\.self) : nil
    case .any, .not: return nil
    }
  }

  /// The rules: pairs of comparisons where enough stay free, else single ones.
  var rules: [BlockingRule] {
    let usable = demands.indices.filter { demands[$0] != nil }
    var rules: [BlockingRule] = []
    if demands.count >= 4 {
      for (place, first) in usable.enumerated() {
        for second in usable.dropFirst(place + 1) {
          rules.append(BlockingRule(parts: (demands[first] ?? []) + (demands[second] ?? [])))
        }
      }
    } else if demands.count >= 3 {
      rules = usable.map { BlockingRule(parts: demands[$0] ?? []) }
    }
    return rules
  }

  /// How many blocks are enough.
  static let enough = 8

  /// Of blocks with their numbers of pairs, those that teach most: each comparison free in some,
  /// and as many pairs as may be.
  static func chosen(_ blocks: [(held: [Int], pairs: Int)], comparisons: Int) -> [Int] {
    var freedom = [Int](repeating: 0, count: comparisons)
    var chosen: [Int] = []
    while chosen.count < min(enough, blocks.count) {
      var best: (block: Int, gain: Int, pairs: Int)?
      for block in blocks.indices where !chosen.contains(block) && blocks[block].pairs > 0 {
        let free = (0..<comparisons).filter { !blocks[block].held.contains($0) }
        guard free.count >= 2 else { continue }
        // A comparison that few blocks have freed gains most.
        let gain = free.reduce(0) { $0 + max(0, 3 - freedom[$1]) }
        if let best, (gain, blocks[block].pairs) <= (best.gain, best.pairs) { continue }
        best = (block, gain, blocks[block].pairs)
      }
      guard let best else { break }
      chosen.append(best.block)
      for comparison in 0..<comparisons where !blocks[best.block].held.contains(comparison) {
        freedom[comparison] += 1
      }
    }
    return chosen.sorted()
  }
}
