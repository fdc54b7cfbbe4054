public import Vocabulary

/// Draws the claims that internal audit looks at: by a seed, spread over results, areas and workers.
///
/// The same claims and the same seed give the same sample, so that nobody can choose and anybody can check.
public enum AuditSample {
  /// How many are drawn of so many: the rate rounded up, the least number, and never more than there are.
  public static func size(for population: Int, _ rules: ClaimScheme.AuditRules) -> Int {
    min(population, max(rules.least, (population * rules.ratePercent + 99) / 100))
  }

  /// The claims that are drawn, in the order of their numbers.
  public static func draw(_ count: Int, from claims: [ClaimState], seed: UInt64) -> [ClaimID] {
    var strata: [Stratum: [ClaimState]] = [:]
    for claim in claims {
      strata[Stratum(claim), default: []].append(claim)
    }
    let names = strata.keys.sorted()
    let shares = allot(min(count, claims.count), to: names.map { strata[$0]?.count ?? 0 })
    var drawn: [ClaimID] = []
    for (name, share) in zip(names, shares) {
      drawn += spread(strata[name] ?? [], seed).prefix(share).map(\.id)
    }
    return drawn.sorted()
  }

  private struct Stratum: Hashable, Comparable {
    var result: String
    var area: String

    init(_ claim: ClaimState) {
      result = claim.current.mainResult
      area = claim.current.area
    }

    static func < (left: Stratum, right: Stratum) -> Bool {
      (left.result, left.area) < (right.result, right.area)
    }
  }

  /// Shares in proportion, and one for each stratum as far as the number goes.
  private static func allot(_ count: Int, to sizes: [Int]) -> [Int] {
    let total = sizes.reduce(0, +)
    guard total > 0 else { return sizes }
    var shares = Apportioning.shares(
      of: sizes.map { Int64($0 * count) }, over: Int64(total)
    ).map(Int.init)
    // Whoever has most gives to whoever has none.
    for empty in shares.indices where shares[empty] == 0 && sizes[empty] > 0 {
      guard let rich = shares.indices.max(by: { (shares[$0], $1) < (shares[$1], $0) }),
        shares[rich] > 1
      else { break }
      shares[rich] -= 1
      shares[empty] += 1
    }
    return shares
  }

  /// The claims of a stratum by chance, but each worker's first ones before anyone's second ones.
  private static func spread(_ claims: [ClaimState], _ seed: UInt64) -> [ClaimState] {
    let byChance = claims.sorted {
      (chance($0.id, seed), $0.id) < (chance($1.id, seed), $1.id)
    }
    var seen: [String: Int] = [:]
    var ranked: [(turn: Int, place: Int, claim: ClaimState)] = []
    for (place, claim) in byChance.enumerated() {
      let turn = seen[claim.current.worker, default: 0]
      seen[claim.current.worker] = turn + 1
      ranked.append((turn, place, claim))
    }
    return ranked.sorted { ($0.turn, $0.place) < ($1.turn, $1.place) }.map(\.claim)
  }

  /// A number that depends on the claim and the seed alone; it mixes bits as SplitMix64 does.
  private static func chance(_ id: ClaimID, _ seed: UInt64) -> UInt64 {
    var mixed = seed &+ UInt64(id.number) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
