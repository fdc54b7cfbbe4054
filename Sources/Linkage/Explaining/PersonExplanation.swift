/// How the records of one person came together, step by step, with the weakest link.
public struct PersonExplanation: Sendable, Equatable {
  /// Two groups of records that became one.
  public struct Step: Sendable, Equatable {
    /// The records on one side.
    public let left: [RecordName]
    /// The records on the other.
    public let right: [RecordName]
    /// The pair that connects them, with its whole explanation; the heaviest there is.
    public let pair: PairExplanation

    /// The step in words.
    public var sentence: String {
      "\(Self.words(left)) with \(Self.words(right)) by \(pair.left.text) and \(pair.right.text), "
        + "\(Bits.signed(pair.weight)) bits"
    }

    private static func words(_ records: [RecordName]) -> String {
      records.count == 1 ? records[0].text : "\(records.count) records"
    }
  }

  /// The number of the person's cluster, as `clusters.csv` has it.
  public let cluster: Int
  /// The records, in the order of the files.
  public let records: [RecordName]
  /// The steps, from the strongest pair to the weakest link.
  public let steps: [Step]
  /// Pairs within the cluster that were compared, and pairs there are.
  public let comparedPairs: Int
  /// The lightest pair of the person that was compared, if there is any.
  public let lightest: Double?

  /// All pairs of the person's records.
  public var allPairs: Int { records.count * (records.count - 1) / 2 }

  /// The step without which the person would be two.
  public var weakestLink: Step? { steps.last }
}

extension Linker {
  /// Explains how a record's person came together.
  public func explainPerson(
    of record: RecordNumber, _ model: LinkageModel, _ scored: ScoredPairs, _ clustering: Clustering
  ) -> PersonExplanation {
    let cluster = clustering.clusters[Int(record)]
    let records = (0..<RecordNumber(table.count)).filter {
      clustering.clusters[Int($0)] == cluster
    }
    let own = scored.pairs.filter {
      clustering.clusters[Int($0.left)] == cluster && clustering.clusters[Int($0.right)] == cluster
    }
    return explainPerson(
      of: records, pairs: own, number: Int(cluster) + 1, explainer(model, clustering))
  }

  /// Explains how records that are one person came together, given the pairs between them that were kept.
  public func explainPerson(
    of records: [RecordNumber], pairs own: [ScoredPair], number: Int, _ explainer: PairExplainer
  ) -> PersonExplanation {
    let links = own + lateLinks(records, own, explainer)
    let steps = JoinSteps(of: records, ranks: table.ranks, pairs: links).steps.map { step in
      PersonExplanation.Step(
        left: step.left.map(table.name), right: step.right.map(table.name),
        pair: explainer.explain(step.pair.left, step.pair.right))
    }
    return PersonExplanation(
      cluster: number, records: records.map(table.name), steps: steps,
      comparedPairs: own.count, lightest: own.map { Double($0.weight) }.min())
  }
}

/// How the records of one person came together, by pairs and weights alone, with the weakest link explained whole.
///
/// A page that shows the steps wants no more; to explain every pair takes several times as long.
public struct PersonOutline: Sendable {
  /// Two groups of records that became one.
  public struct Step: Sendable {
    /// The records on one side.
    public let left: [RecordName]
    /// The records on the other.
    public let right: [RecordName]
    /// The pair that connects them.
    public let pair: (left: RecordName, right: RecordName)
    /// What it weighs.
    public let weight: Double
  }

  /// The steps, from the strongest pair to the weakest link.
  public let steps: [Step]
  /// The last of them, explained.
  public let weakestLink: PairExplanation?
}

extension Linker {
  /// Outlines how records that are one person came together, given the pairs between them that were kept.
  public func outlinePerson(
    of records: [RecordNumber], pairs own: [ScoredPair], _ explainer: PairExplainer
  ) -> PersonOutline {
    let links = own + lateLinks(records, own, explainer)
    let steps = JoinSteps(of: records, ranks: table.ranks, pairs: links).steps
    return PersonOutline(
      steps: steps.map { step in
        PersonOutline.Step(
          left: step.left.map(table.name), right: step.right.map(table.name),
          pair: (table.name(step.pair.left), table.name(step.pair.right)),
          weight: explainer.weight(step.pair.left, step.pair.right))
      }, weakestLink: steps.last.map { explainer.explain($0.pair.left, $0.pair.right) })
  }

  /// Pairs that no rule brought together and that connect what the others leave apart.
  ///
  /// Clustering weighs such pairs in groups that do not hang together well.
  private func lateLinks(
    _ records: [RecordNumber], _ pairs: [ScoredPair], _ explainer: PairExplainer
  ) -> [ScoredPair] {
    let left = JoinSteps(of: records, ranks: table.ranks, pairs: pairs).unconnected
    var links: [ScoredPair] = []
    for (place, group) in left.enumerated() {
      for one in group {
        for other in left[(place + 1)...].joined() {
          let weight = explainer.weight(one, other)
          if weight >= joinWeight { links.append(ScoredPair(one, other, weight: Float(weight))) }
        }
      }
    }
    return links
  }
}

extension PersonExplanation {
  /// The explanation as JSON on one line.
  public var json: String {
    var members: [(name: String, value: String)] = [
      ("cluster", "\(cluster)"), ("records", JSONWriting.list(records.map(\.json))),
      (
        "steps",
        JSONWriting.list(
          steps.map { step in
            JSONWriting.object([
              ("left", JSONWriting.list(step.left.map(\.json))),
              ("right", JSONWriting.list(step.right.map(\.json))),
              ("pair", step.pair.json),
            ])
          })
      ),
      ("pairs", "\(allPairs)"), ("kept_pairs", "\(comparedPairs)"),
    ]
    if let weakestLink {
      members.append(("weakest_weight", JSONWriting.number(weakestLink.pair.weight)))
    }
    return JSONWriting.object(members)
  }
}
