extension PairExplanation {
  /// The explanation as JSON on one line; numbers have all their digits, so that they add up.
  public var json: String {
    var members: [(name: String, value: String)] = [
      ("left", left.json), ("right", right.json),
      ("prior", JSONWriting.number(prior)),
      ("prior_probability", JSONWriting.number(priorProbability)),
      ("comparisons", JSONWriting.list(steps.map(\.json))),
      ("look_alikes", lookAlikes?.json ?? "null"),
      ("weight", JSONWriting.number(weight)),
      ("probability", JSONWriting.number(probability)),
      ("join_weight", JSONWriting.number(joinWeight)),
      ("compared", wasCompared ? "true" : "false"),
      ("rules", JSONWriting.list(meetings.map(\.json))),
    ]
    if let whyNeverCompared {
      members.append(("never_compared", JSONWriting.quoted(whyNeverCompared)))
    }
    if let verdict {
      members.append(("verdict", JSONWriting.quoted(verdict.word)))
      members.append(("verdict_sentence", JSONWriting.quoted(verdict.sentence)))
    }
    members.append(("sentence", JSONWriting.quoted(sentence)))
    return JSONWriting.object(members)
  }
}

extension RecordName {
  var json: String {
    JSONWriting.object([
      ("source", JSONWriting.quoted(source)), ("id", JSONWriting.quoted(id)),
    ])
  }
}

extension WeightStep {
  fileprivate var json: String {
    var members: [(name: String, value: String)] = [
      ("comparison", JSONWriting.quoted(comparison)), ("level", "\(number)"),
    ]
    if let level { members.append(("label", JSONWriting.quoted(level))) }
    if let m { members.append(("m", JSONWriting.number(m))) }
    if let u { members.append(("u", JSONWriting.number(u))) }
    members.append(("level_weight", JSONWriting.number(levelWeight)))
    if let rarity {
      members.append(
        (
          "rarity",
          JSONWriting.object([
            ("of", JSONWriting.quoted(rarity.expression)), ("records", "\(rarity.records)"),
            ("present", "\(rarity.present)"), ("weight", JSONWriting.number(rarity.weight)),
          ])
        ))
    }
    members.append(("weight", JSONWriting.number(weight)))
    members.append(
      (
        "values",
        JSONWriting.list(
          values.map {
            JSONWriting.object([
              ("of", JSONWriting.quoted($0.expression)), ("left", JSONWriting.quoted($0.left)),
              ("right", JSONWriting.quoted($0.right)),
            ])
          })
      ))
    return JSONWriting.object(members)
  }
}

extension LookAlikeStep {
  fileprivate var json: String {
    JSONWriting.object([
      ("block", JSONWriting.quoted(block)), ("weight", JSONWriting.number(weight)),
    ])
  }
}

extension RuleMeeting {
  fileprivate var json: String {
    let isMet: Bool = if case .together = outcome { true } else { false }
    return JSONWriting.object([
      ("rule", JSONWriting.quoted(rule)), ("together", isMet ? "true" : "false"),
      ("words", JSONWriting.quoted(words)),
    ])
  }
}
