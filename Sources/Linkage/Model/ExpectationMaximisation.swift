import Glibc

/// Learns m from the counted patterns of several blocks at once, with u held fixed.
///
/// All blocks share m; each looks only at the comparisons that its rule does not hold. Whatever a
/// rule demands of other comparisons says nothing about a free one, given that the pair is a match,
/// so the estimate is not bent towards agreement as it would be if every block taught every
/// comparison. Each block has its own share of matches and its own look-alikes: pairs of different
/// people whom the rule brings together and who agree more than strangers do, such as brothers and
/// sisters at one address. Without them, they would be taken for poor matches and spoil m.
///
/// Since a pattern's pairs are alike, working on counts gives what working on the pairs would.
struct ExpectationMaximisation {
  /// What share of a block's pairs is of each kind; the rest are strangers.
  struct Shares {
    var matches = 0.2
    var lookAlikes = 0.0
  }

  /// What a round counts, in expectation.
  struct Expected {
    var matches: LevelTable
    var lookAlikes: [LevelTable] = []
    var blocks: [Shares] = []
    var logLikelihood = 0.0
  }

  let blocks: [TrainingBlock]
  let options: EstimationOptions
  let fixed: [[Double?]]
  /// What m is drawn to.
  let usual: LevelTable
  /// What look-alikes are drawn to: half way between matches and strangers.
  let usualLookAlikes: LevelTable
  private(set) var u: LevelTable
  private(set) var m: LevelTable
  private(set) var lookAlikes: [LevelTable] = []
  private(set) var shares: [Shares] = []
  /// Which blocks are taken to hold look-alikes.
  private(set) var knowsLookAlikes: [Bool]
  let prepared: [PreparedBlock]
  private(set) var rounds: [MatchEstimate.Round] = []

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
    self.usual = LevelTable(usual)
    prepared = blocks.map { PreparedBlock($0, starts: table.starts) }
    var between = table
    for index in between.values.indices {
      between.values[index] = (self.usual.values[index] + table.values[index]) / 2
    }
    usualLookAlikes = between
    knowsLookAlikes = blocks.map { _ in options.knowsLookAlikes }
    m = self.usual
    start()
  }

  /// Learns; a block whose look-alikes turn out to be matches with errors, or to explain nothing, is
  /// taken to have none.
  mutating func run() -> MatchEstimate {
    while knowsLookAlikes.contains(true) {
      _ = rest(within: options.tolerance * Self.roughly)
      let mistaken = blocks.indices.filter { knowsLookAlikes[$0] && areMatches($0) }
      if mistaken.isEmpty { break }
      for index in mistaken { knowsLookAlikes[index] = false }
      start()
    }
    dropNeedless()
    let hasConverged = rest(within: options.tolerance)
    return estimate(rounds: rounds, hasConverged: hasConverged)
  }

  /// Goes on with another u from where it came to rest.
  mutating func run(withU u: [[Double]]) -> MatchEstimate {
    self.u = LevelTable(u)
    return run()
  }

  /// How much sooner the numbers are taken to rest when only the look-alikes are to be judged.
  private static let roughly = 10.0

  /// Takes away the look-alikes of each block that is explained nearly as well without.
  ///
  /// Where a block has none worth the name, their numbers are free to take in whatever is there: some matches
  /// who moved house, with many strangers, explain a few bits more, and are missing from m. So look-alikes
  /// have to explain more than so many free numbers would by chance (the Bayesian information criterion).
  private mutating func dropNeedless() {
    for index in blocks.indices where knowsLookAlikes[index] {
      guard let reached = rounds.last?.logLikelihood else { return }
      var without = self
      without.forgetLookAlikes(of: index)
      if without.reaches(reached - cost(ofLookAlikes: index)) { self = without }
    }
  }

  private mutating func forgetLookAlikes(of index: Int) {
    knowsLookAlikes[index] = false
    shares[index].lookAlikes = 0
    lookAlikes[index] = usualLookAlikes
    rounds = []
  }

  /// Makes rounds until so much likelihood is reached, or what there is to reach.
  private mutating func reaches(_ wanted: Double) -> Bool {
    let constant = logLikelihoodAmongStrangers
    for _ in 0..<options.mostRounds {
      let change = makeRound(constant)
      if let last = rounds.last, last.logLikelihood >= wanted { return true }
      if change < options.tolerance * Self.veryRoughly { return false }
    }
    return false
  }

  /// The same when all that is asked is how likely it comes to be.
  private static let veryRoughly = 100.0

  /// Starts from what is usual.
  private mutating func start() {
    rounds = []
    m = usual
    for (comparison, levels) in fixed.enumerated() {
      m.fix(levels, of: comparison)
    }
    lookAlikes = blocks.map { _ in usualLookAlikes }
    shares = knowsLookAlikes.map { Shares(lookAlikes: $0 ? 0.2 : 0) }
  }

  /// Makes rounds until the numbers rest, or so many are made, and says whether they rest.
  private mutating func rest(within tolerance: Double) -> Bool {
    let constant = logLikelihoodAmongStrangers
    for _ in 0..<options.mostRounds where makeRound(constant) < tolerance { return true }
    return false
  }

  /// Makes a round, and says by how much m or a share of matches changed.
  private mutating func makeRound(_ constant: Double) -> Double {
    let expected = expectation()
    let likelihood = constant + expected.logLikelihood + logPrior
    let change = maximise(expected)
    rounds.append(.init(logLikelihood: likelihood, largestChange: change))
    return change
  }

  private func expectation() -> Expected {
    let empty = LevelTable(levelCounts: fixed.map(\.count), filledWith: 0)
    var expected = Expected(matches: empty)
    let matchRatio = m.divided(by: u)
    for (index, block) in prepared.enumerated() {
      let found = block.expectation(
        matchRatio: matchRatio, lookAlikeRatio: lookAlikes[index].divided(by: u),
        shares: shares[index], matches: &expected.matches)
      expected.blocks.append(found.shares)
      expected.lookAlikes.append(found.lookAlikes)
      expected.logLikelihood += found.logLikelihood
    }
    return expected
  }

  /// Takes over what makes the expected counts likeliest, and says by how much m or a share of
  /// matches changed.
  private mutating func maximise(_ expected: Expected) -> Double {
    var change = m.update(
      from: expected.matches, towards: usual, weighing: options.pseudoPairs, fixed: fixed)
    let free = fixed.map { $0.map { _ in Double?.none } }
    for (index, sums) in expected.blocks.enumerated() {
      let knows = knowsLookAlikes[index]
      if knows {
        _ = lookAlikes[index].update(
          from: expected.lookAlikes[index], towards: usualLookAlikes,
          weighing: options.pseudoPairs, fixed: free)
      }
      // Half a pair of each kind keeps every share off 0 and 1.
      let pairs = prepared[index].pairs + (knows ? 1.5 : 1)
      let new = Shares(
        matches: (sums.matches + 0.5) / pairs,
        lookAlikes: knows ? (sums.lookAlikes + 0.5) / pairs : 0)
      change = max(change, abs(new.matches - shares[index].matches))
      shares[index] = new
    }
    return change
  }
}

extension ExpectationMaximisation {
  /// The part of the likelihood that no round changes: all pairs taken for strangers.
  private var logLikelihoodAmongStrangers: Double {
    var sum = 0.0
    for block in prepared {
      for row in block.counts.indices {
        for index in row * block.width..<(row + 1) * block.width {
          sum += block.counts[row] * log2(u.values[block.places[index]])
        }
      }
    }
    return sum
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
        for (block, table) in lookAlikes.enumerated() where knowsLookAlikes[block] {
          sum += options.pseudoPairs * usualLookAlikes.values[place] * log2(table.values[place])
        }
      }
    }
    for (block, share) in shares.enumerated() {
      sum += 0.5 * (log2(share.matches) + log2(1 - share.matches - share.lookAlikes))
      if knowsLookAlikes[block] { sum += 0.5 * log2(share.lookAlikes) }
    }
    return sum
  }
}
