import Glibc

/// A training block made ready for the rounds: its patterns as places in a ``LevelTable``.
struct PreparedBlock {
  /// What a round finds in the block, in expectation.
  struct Found {
    var shares: ExpectationMaximisation.Shares
    var lookAlikes: LevelTable
    var logLikelihood: Double
  }

  /// How many comparisons are looked at.
  let width: Int
  /// For each pattern, the place of the level of each comparison that is looked at.
  let places: [Int]
  /// How often each pattern came.
  let counts: [Double]
  /// How many pairs there are.
  let pairs: Double

  /// Prepares the pairs as seen by the comparisons that a block does not hold.
  init(_ block: TrainingBlock, starts: [Int]) {
    let shape = block.patterns.shape
    let free = (0..<shape.comparisonCount).filter { !block.held.contains($0) }
    let patterns = block.patterns.seen(by: free.contains)
    width = free.count
    var places: [Int] = []
    places.reserveCapacity(free.count * patterns.patterns.count)
    for pattern in patterns.patterns {
      for comparison in free {
        places.append(starts[comparison] + shape.level(of: comparison, in: pattern))
      }
    }
    self.places = places
    counts = patterns.counts.map(Double.init)
    pairs = Double(patterns.pairs)
  }

  /// Shares out every pattern's pairs among the kinds, given how much likelier each level is for a match and
  /// for a look-alike than for strangers; adds the levels of the matches to `matches`.
  ///
  /// This is the loop that an estimation spends its time in, so it works on plain arrays.
  func expectation(
    matchRatio: LevelTable, lookAlikeRatio: LevelTable, shares: ExpectationMaximisation.Shares,
    matches: inout LevelTable
  ) -> Found {
    let (places, width) = (places, width)
    let (matchRatio, lookAlikeRatio) = (matchRatio.values, lookAlikeRatio.values)
    var lookAlikes = LevelTable(like: matches, filledWith: 0)
    var sums = ExpectationMaximisation.Shares(matches: 0, lookAlikes: 0)
    var logLikelihood = 0.0
    let strangers = 1 - shares.matches - shares.lookAlikes
    var first = 0
    for count in counts {
      let next = first + width
      var (match, alike) = (shares.matches, shares.lookAlikes)
      for index in first..<next {
        match *= matchRatio[places[index]]
        alike *= lookAlikeRatio[places[index]]
      }
      let all = match + alike + strangers
      logLikelihood += count * log2(all)
      match *= count / all
      alike *= count / all
      sums.matches += match
      sums.lookAlikes += alike
      for index in first..<next {
        matches.values[places[index]] += match
        lookAlikes.values[places[index]] += alike
      }
      first = next
    }
    return Found(shares: sums, lookAlikes: lookAlikes, logLikelihood: logLikelihood)
  }
}
