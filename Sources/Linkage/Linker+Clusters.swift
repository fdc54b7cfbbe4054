extension Linker {
  /// Forms clusters of the pairs that were kept.
  ///
  /// Where a group of records does not hang together well, the pairs in it that no rule had brought
  /// together are weighed after all.
  ///
  /// - Parameters:
  ///   - scored: The pairs.
  ///   - model: The model by which they were weighed.
  ///   - constraints: What the caller knows beside the settings: decisions, and pairs that can't be one person.
  ///   - sparing: Whether pairs that agree, but too little to be joined, count neither for nor against.
  /// - Returns: Who is who.
  public func cluster(
    _ scored: ScoredPairs, with model: LinkageModel,
    constraints: ClusterConstraints = ClusterConstraints(), sparingThinPairs sparing: Bool = false
  ) -> Clustering {
    cluster(scored.pairs, with: model, constraints: constraints, sparingThinPairs: sparing)
  }

  /// Forms clusters of some pairs, as if no others had been scored.
  ///
  /// Records that neither pairs nor decisions connect are never one: clusters of all pairs between records that hang
  /// together are those that all pairs of the linkage give them.
  public func cluster(
    _ scored: [ScoredPair], with model: LinkageModel, constraints: ClusterConstraints,
    sparingThinPairs sparing: Bool
  ) -> Clustering {
    var all = constraints
    all.identifiers = identifiers() + constraints.identifiers
    all.exclusions += settings.clusters.withoutDuplicates.isEmpty ? [] : [sourceExclusion()]
    all.forbidden += forbidden(scored, constraints)
    let thin = ThinPairs(model, joinWeight: sparing ? joinWeight : nil)
    let late = LateScorer(comparisons, table, scores(model))
    return Clustering(
      ofRecords: table.count, ranks: table.ranks, pairs: spared(scored, thin, late),
      rules: ClusterRules(joinWeight: joinWeight), constraints: all,
      scoring: { late.weights($0, sparing: thin) })
  }

  /// The pairs with what they count, those of which too little is known counting nothing.
  private func spared(
    _ scored: [ScoredPair], _ thin: ThinPairs, _ late: LateScorer
  ) -> [ScoredPair] {
    let places = scored.indices.filter { thin.isThin(scored[$0].weight) }
    let weights = late.weights(
      places.map { (scored[$0].left, scored[$0].right) }, sparing: thin)
    var pairs = scored
    for (place, weight) in zip(places, weights) { pairs[place].weight = weight }
    return pairs
  }

  /// The identifiers of which a person has one.
  private func identifiers() -> [ClusterConstraints.Identifier] {
    settings.clusters.neverTwo.map { expression in
      let place = builder.place(expression)
      return ClusterConstraints.Identifier(
        codes: (0..<table.count).map { table.rows[$0 * table.width + place] })
    }
  }

  /// Of a source without duplicates, a cluster holds one record at most.
  private func sourceExclusion() -> ClusterConstraints.Exclusion {
    let once = table.sources.map { settings.clusters.withoutDuplicates.contains($0) }
    return ClusterConstraints.Exclusion(
      codes: table.sourceOf.map { once[Int($0)] ? Int32($0) + 1 : 0 })
  }

  // MARK: Pairs kept apart

  /// The largest group all of whose pairs are judged by the rules, also those that were not scored.
  private static let largestJudged = 200

  /// The pairs that a rule of the settings keeps apart whatever else agrees.
  ///
  /// In a group that pairs connect every two records are judged: a third record must not bring two
  /// together that were never compared.
  private func forbidden(
    _ scored: [ScoredPair], _ constraints: ClusterConstraints
  ) -> [ClusterConstraints.ForbiddenPair] {
    let programs = settings.clusters.never.map {
      ComparisonProgram($0, in: table, place: builder.place)
    }
    guard !programs.isEmpty else { return [] }
    return forbidden(in: pairsWithinGroups(scored, constraints), by: programs)
  }

  /// Every two records of a group; of a large group only those that were scored.
  private func pairsWithinGroups(
    _ scored: [ScoredPair], _ constraints: ClusterConstraints
  ) -> PairList {
    var pairs = PairList()
    let groups = connected(scored, constraints)
    for number in 0..<groups.count where groups.range(number).count <= Self.largestJudged {
      let range = groups.range(number)
      for first in range {
        for second in (first + 1)..<max(first + 1, range.upperBound) {
          pairs.append(groups.records[first], groups.records[second])
        }
      }
    }
    for pair in scored {
      let group = groups.numbers[Int(pair.left)]
      guard group >= 0, groups.numbers[Int(pair.right)] == group,
        groups.range(Int(group)).count > Self.largestJudged
      else { continue }
      pairs.append(pair.left, pair.right)
    }
    return pairs
  }

  /// Those of the pairs for which one of the programs reaches its one level.
  private func forbidden(
    in pairs: PairList, by programs: [ComparisonProgram]
  ) -> [ClusterConstraints.ForbiddenPair] {
    var isForbidden = [Bool](repeating: false, count: pairs.count)
    for start in stride(from: 0, to: pairs.count, by: PairBatch.capacity) {
      let batch = pairs[start..<min(start + PairBatch.capacity, pairs.count)]
      for program in programs {
        for (place, level) in program.levels(of: batch, table).enumerated() where level == 1 {
          isForbidden[start + place] = true
        }
      }
    }
    return isForbidden.indices.filter { isForbidden[$0] }
      .map { .init(pairs.left[$0], pairs.right[$0]) }
  }

  /// The groups of records that pairs at or above the join weight, and decisions, connect.
  private func connected(
    _ scored: [ScoredPair], _ constraints: ClusterConstraints
  ) -> Components {
    var sets = DisjointSets(count: table.count)
    let join = joinWeight
    for pair in scored where Double(pair.weight) >= join { sets.join(pair.left, pair.right) }
    for pair in constraints.together { sets.join(pair.left, pair.right) }
    return Components(&sets, recordCount: table.count)
  }
}
