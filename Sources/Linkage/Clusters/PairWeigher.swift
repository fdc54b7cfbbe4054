/// What a pair of records counts, in the units of ``FixedWeight``.
struct PairWeigher {
  /// What a pair counts that was not scored.
  let absent: Int64
  private let join: Int64
  private let leastUnits: Int64
  private let penalties: [(codes: [Int32], units: Int64)]

  /// Takes the weights from the rules, and the penalties from the constraints.
  init(_ rules: ClusterRules, _ constraints: ClusterConstraints) {
    join = FixedWeight.units(rules.joinWeight)
    absent = FixedWeight.units(rules.absentWeight)
    leastUnits = FixedWeight.units(-rules.mostAgainst)
    penalties = constraints.identifiers.compactMap {
      guard case .against(let bits) = $0.force else { return nil }
      return (codes: $0.codes, units: FixedWeight.units(bits))
    }
  }

  /// Tells whether pairs that were not scored can differ in what they count.
  var hasPenalties: Bool { !penalties.isEmpty }

  /// Tells whether a scored pair is enough to join its records.
  @inline(__always)
  func joins(_ pair: ScoredPair) -> Bool {
    let units = FixedWeight.units(Double(pair.weight)) - join
    return units >= 0 && (penalties.isEmpty || units >= penalty(pair.left, pair.right))
  }

  /// What a scored pair counts.
  @inline(__always)
  func units(_ pair: ScoredPair) -> Int64 {
    let units = max(leastUnits, FixedWeight.units(Double(pair.weight)) - join)
    return penalties.isEmpty ? units : units - penalty(pair.left, pair.right)
  }

  /// What a pair counts that was not scored.
  func absentUnits(_ left: RecordNumber, _ right: RecordNumber) -> Int64 {
    absent - penalty(left, right)
  }

  private func penalty(_ left: RecordNumber, _ right: RecordNumber) -> Int64 {
    var sum: Int64 = 0
    for (codes, units) in penalties {
      let (one, other) = (codes[Int(left)], codes[Int(right)])
      if one != 0, other != 0, one != other { sum += units }
    }
    return sum
  }
}
