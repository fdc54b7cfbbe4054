import Glibc

/// Learns m from the counted patterns of several blocks at once, with u held fixed.
///
/// All blocks share m; each has its own shares of matches and relatives, and looks only at the
/// comparisons that its rule does not hold. Whatever a rule demands of other comparisons says
/// nothing about a free one, given that the pair is a match, so the estimate is not bent towards
/// agreement as it would be if every block taught every comparison. Since a pattern's pairs are
/// alike, working on counts gives what working on the pairs would.
struct ExpectationMaximisation {
  /// What share of a block's pairs is of each kind; the rest are strangers.
  private struct Shares {
    var matches = 0.2
    var relatives = 0.0
  }

  /// What a round counts, in expectation.
  private struct Expected {
    var matches: LevelTable
    var relatives: LevelTable
    var blocks: [Shares]
    var logLikelihood = 0.0
  }

  private let blocks: [TrainingBlock]
  private let prepared: [PreparedBlock]
  private let options: EstimationOptions
  private let fixed: [[Double?]]
  private let usual: LevelTable
  private let usualRelatives: LevelTable
  private let u: LevelTable
  private let constantLogLikelihood: Double
  private var m: LevelTable
  private var relatives: LevelTable
  private var shares: [Shares]

  /// Starts from what is usual; `fixed` holds what the settings fix of m.
  init(
    blocks: [TrainingBlock], u: [[Double]], usual: [[Double]], fixed: [[Double?]],
    options: EstimationOptions
  ) {
    let table = LevelTable(u)
    self.u = table
    self.blocks = blocks
    self.options = options
    self.fixed = fixed
    prepared = blocks.map { PreparedBlock($0, starts: table.starts) }
    m = LevelTable(usual)
    relatives = m
    for index in m.values.indices {
      relatives.values[index] = (m.values[index] + table.values[index]) / 2
    }
    self.usual = m
    for (comparison, levels) in fixed.enumerated() {
      Self.fix(levels, in: &m, at: table.range(of: comparison))
    }
    usualRelatives = relatives
    let start = options.knowsRelatives ? Shares(relatives: 0.2) : Shares()
    shares = blocks.map { _ in start }
    constantLogLikelihood = Self.logLikelihood(of: prepared, amongStrangers: table)
  }

  /// Makes rounds until the numbers rest.
  mutating func run() -> MatchEstimate {
    var rounds: [MatchEstimate.Round] = []
    var hasConverged = false
    while rounds.count < options.mostRounds && !hasConverged {
      let expected = expectation()
      let change = maximise(expected)
      rounds.append(.init(logLikelihood: expected.logLikelihood, largestChange: change))
      hasConverged = change < options.tolerance
    }
    return estimate(rounds: rounds, hasConverged: hasConverged)
  }

  private func expectation() -> Expected {
    let empty = LevelTable(levelCounts: u.levels.map(\.count), filledWith: 0)
    var expected = Expected(matches: empty, relatives: empty, blocks: [])
    let (matchRatio, relativesRatio) = (m.divided(by: u), relatives.divided(by: u))
    var likelihood = constantLogLikelihood + logPrior
    for (index, block) in prepared.enumerated() {
      let share = shares[index]
      let strangers = 1 - share.matches - share.relatives
      var sums = Shares(matches: 0, relatives: 0)
      for row in block.counts.indices {
        let match = share.matches * block.product(matchRatio, row: row)
        let relative =
          options.knowsRelatives ? share.relatives * block.product(relativesRatio, row: row) : 0
        let all = match + relative + strangers
        let count = block.counts[row]
        likelihood += count * log2(all)
        block.add(count * (match / all), to: &expected.matches, row: row)
        sums.matches += count * (match / all)
        if options.knowsRelatives {
          block.add(count * (relative / all), to: &expected.relatives, row: row)
          sums.relatives += count * (relative / all)
        }
      }
      expected.blocks.append(sums)
    }
    expected.logLikelihood = likelihood
    return expected
  }

  /// Takes over what makes the expected counts likeliest, and says by how much a number changed.
  private mutating func maximise(_ expected: Expected) -> Double {
    var change = update(&m, from: expected.matches, towards: usual, fixed: fixed)
    if options.knowsRelatives {
      let free = fixed.map { $0.map { _ in Double?.none } }
      change = max(
        change,
        update(&relatives, from: expected.relatives, towards: usualRelatives, fixed: free))
    }
    for (index, sums) in expected.blocks.enumerated() {
      // Half a pair of each kind keeps every share off 0 and 1.
      let kinds = options.knowsRelatives ? 3.0 : 2.0
      let pairs = prepared[index].counts.reduce(0, +) + kinds / 2
      let new = Shares(
        matches: (sums.matches + 0.5) / pairs,
        relatives: options.knowsRelatives ? (sums.relatives + 0.5) / pairs : 0)
      change = max(change, abs(new.matches - shares[index].matches))
      change = max(change, abs(new.relatives - shares[index].relatives))
      shares[index] = new
    }
    return change
  }

  private func update(
    _ table: inout LevelTable, from expected: LevelTable, towards usual: LevelTable,
    fixed: [[Double?]]
  ) -> Double {
    var change = 0.0
    for (comparison, fixedLevels) in fixed.enumerated() {
      let range = table.range(of: comparison)
      let free = range.filter { fixedLevels[$0 - range.lowerBound] == nil }
      let left = 1 - fixedLevels.reduce(0) { $0 + ($1 ?? 0) }
      let counts = free.map { expected.values[$0] + options.pseudoPairs * usual.values[$0] }
      let sum = counts.reduce(0, +)
      for (index, place) in free.enumerated() {
        let new = left * counts[index] / sum
        change = max(change, abs(new - table.values[place]))
        table.values[place] = new
      }
    }
    return change
  }
}

extension ExpectationMaximisation {
  /// The part of the likelihood that no round changes: all pairs taken for strangers.
  private static func logLikelihood(
    of blocks: [PreparedBlock], amongStrangers u: LevelTable
  ) -> Double {
    var sum = 0.0
    for block in blocks {
      for row in block.counts.indices {
        for index in row * block.width..<(row + 1) * block.width {
          sum += block.counts[row] * log2(u.values[block.places[index]])
        }
      }
    }
    return sum
  }

  /// Puts in what the settings fix, and lets the other levels share what is left.
  private static func fix(_ levels: [Double?], in table: inout LevelTable, at range: Range<Int>) {
    let left = 1 - levels.reduce(0) { $0 + ($1 ?? 0) }
    var free = 0.0
    for place in range where levels[place - range.lowerBound] == nil {
      free += table.values[place]
    }
    for place in range {
      let fixed = levels[place - range.lowerBound]
      table.values[place] = fixed ?? table.values[place] * left / free
    }
  }

  /// What the pairs added to the counts contribute to the likelihood, which is then what never falls.
  private var logPrior: Double {
    var sum = 0.0
    for (comparison, levels) in fixed.enumerated() {
      let range = m.range(of: comparison)
      for place in range {
        if levels[place - range.lowerBound] == nil {
          sum += options.pseudoPairs * usual.values[place] * log2(m.values[place])
        }
        if options.knowsRelatives {
          sum += options.pseudoPairs * usualRelatives.values[place] * log2(relatives.values[place])
        }
      }
    }
    for share in shares {
      sum += 0.5 * (log2(share.matches) + log2(1 - share.matches - share.relatives))
      if options.knowsRelatives { sum += 0.5 * log2(share.relatives) }
    }
    return sum
  }

  private func estimate(rounds: [MatchEstimate.Round], hasConverged: Bool) -> MatchEstimate {
    var seen = [Double](repeating: 0, count: fixed.count)
    var results: [MatchEstimate.Block] = []
    for (index, block) in blocks.enumerated() {
      let result = result(of: index)
      results.append(result)
      for comparison in seen.indices where !block.held.contains(comparison) {
        seen[comparison] += result.matches
      }
    }
    return MatchEstimate(
      m: m.levels, relatives: options.knowsRelatives ? relatives.levels : nil, blocks: results,
      matchesSeen: seen, rounds: rounds, hasConverged: hasConverged)
  }

  /// What a block's pairs are, and which levels its matches and relatives have in held comparisons.
  private func result(of index: Int) -> MatchEstimate.Block {
    let block = blocks[index]
    let shape = block.patterns.shape
    let free = (0..<shape.comparisonCount).filter { !block.held.contains($0) }
    let rows = PreparedBlock(block.patterns, comparisons: free, starts: u.starts)
    let (matchRatio, relativesRatio) = (m.divided(by: u), relatives.divided(by: u))
    let none = block.held.map { [Double](repeating: 0, count: shape.levelCounts[$0] + 1) }
    var result = MatchEstimate.Block(
      name: block.name, pairs: block.patterns.pairs, matches: 0, relatives: 0, held: block.held,
      heldMatches: none, heldRelatives: none)
    let share = shares[index]
    for row in rows.counts.indices {
      let match = share.matches * rows.product(matchRatio, row: row)
      let relative = share.relatives * rows.product(relativesRatio, row: row)
      let all = match + relative + (1 - share.matches - share.relatives)
      let matches = rows.counts[row] * (match / all)
      let relatives = rows.counts[row] * (relative / all)
      result.matches += matches
      result.relatives += relatives
      for (place, comparison) in block.held.enumerated() {
        let level = shape.level(of: comparison, in: block.patterns.patterns[row])
        result.heldMatches[place][level] += matches
        result.heldRelatives[place][level] += relatives
      }
    }
    return result
  }
}
