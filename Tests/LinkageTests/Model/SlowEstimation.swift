import Linkage

/// The estimation of m over single pairs, one block, matches and strangers only: what the textbook says.
struct SlowEstimation {
  let pairs: [[Int]]
  let u: [[Double]]
  let usual: [[Double]]
  let pseudoPairs: Double

  /// m and the share of matches after so many rounds.
  func run(rounds: Int) -> (m: [[Double]], share: Double) {
    var m = usual
    var share = 0.2
    for _ in 0..<rounds {
      let probabilities = pairs.map { pair in
        let match = share * likelihood(of: pair, m)
        return match / (match + (1 - share) * likelihood(of: pair, u))
      }
      var next = usual.map { $0.map { $0 * pseudoPairs } }
      for (pair, probability) in zip(pairs, probabilities) {
        for (comparison, level) in pair.enumerated() where level > 0 {
          next[comparison][level - 1] += probability
        }
      }
      m = next.map { levels in levels.map { $0 / levels.reduce(0, +) } }
      share = (probabilities.reduce(0, +) + 0.5) / (Double(pairs.count) + 1)
    }
    return (m, share)
  }

  private func likelihood(of pair: [Int], _ table: [[Double]]) -> Double {
    var likelihood = 1.0
    for (comparison, level) in pair.enumerated() where level > 0 {
      likelihood *= table[comparison][level - 1]
    }
    return likelihood
  }
}
