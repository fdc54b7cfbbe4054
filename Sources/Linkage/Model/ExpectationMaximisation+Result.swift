import Glibc

extension ExpectationMaximisation {
  /// By how many bits a look-alike has to be told from a match, on average.
  private static let leastDifference = 3.0
  /// What a look-alike may weigh in bits within its block, on average.
  private static let mostWeight = -2.0
  /// What it may weigh where look-alikes outnumber matches.
  private static let mostWeightOfMany = 10.0

  /// Whether a block's look-alikes are matches with errors.
  ///
  /// Look-alikes have something that matches hardly ever have, such as another forename, and so are told
  /// from matches by some bits on average; matches who moved house have another address, but so have
  /// many matches. And what is usual must not take look-alikes for matches, as it does matches whose
  /// names were swapped and who agree in all else. Errors are the exception, though: where look-alikes
  /// outnumber matches, they may agree in more before they are doubted. A block that fails is taken
  /// to have no look-alikes.
  func areMatches(_ index: Int) -> Bool {
    var difference = 0.0
    var weight = log2(shares[index].matches / (1 - shares[index].matches))
    for comparison in fixed.indices where !blocks[index].held.contains(comparison) {
      for place in m.range(of: comparison) {
        let likelihood = lookAlikes[index].values[place]
        difference += likelihood * log2(likelihood / max(m.values[place], 0.01))
        weight += likelihood * log2(usual.values[place] / u.values[place])
      }
    }
    let areMany = shares[index].lookAlikes > shares[index].matches
    let mostWeight = areMany ? Self.mostWeightOfMany : Self.mostWeight
    return difference < Self.leastDifference || weight > mostWeight
  }

  /// What the free numbers of a block's look-alikes are worth in bits: half of log2 of the pairs each.
  func cost(ofLookAlikes index: Int) -> Double {
    let free = fixed.indices.filter { !blocks[index].held.contains($0) }
    let numbers = free.reduce(1) { $0 + fixed[$1].count - 1 }
    return Double(numbers) * log2(max(1, prepared[index].pairs)) / 2
  }

  func estimate(rounds: [MatchEstimate.Round], hasConverged: Bool) -> MatchEstimate {
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
      m: m.levels, blocks: results, matchesSeen: seen, rounds: rounds, hasConverged: hasConverged)
  }

  /// What a block's pairs are, by the comparisons that are free in it, and how they look in all.
  private func result(of index: Int) -> MatchEstimate.Block {
    let block = blocks[index]
    let shape = block.patterns.shape
    let free = (0..<shape.comparisonCount).filter { !block.held.contains($0) }
    let (matchRatio, ratio) = (m.divided(by: u), lookAlikes[index].divided(by: u))
    let none = shape.levelCounts.map { [Double](repeating: 0, count: $0 + 1) }
    var result = MatchEstimate.Block(
      name: block.name, pairs: block.patterns.pairs, held: block.held, matches: 0, lookAlikes: 0,
      matchLevels: none, lookAlikeLevels: none)
    let share = shares[index]
    for (row, pattern) in block.patterns.patterns.enumerated() {
      let levels = shape.levels(of: pattern)
      var (match, alike) = (share.matches, share.lookAlikes)
      for comparison in free {
        let place = u.starts[comparison] + levels[comparison]
        match *= matchRatio.values[place]
        alike *= ratio.values[place]
      }
      let all = match + alike + (1 - share.matches - share.lookAlikes)
      let matches = Double(block.patterns.counts[row]) * (match / all)
      let lookAlikes = Double(block.patterns.counts[row]) * (alike / all)
      result.matches += matches
      result.lookAlikes += lookAlikes
      for comparison in none.indices {
        result.matchLevels[comparison][levels[comparison]] += matches
        result.lookAlikeLevels[comparison][levels[comparison]] += lookAlikes
      }
    }
    return result
  }
}
