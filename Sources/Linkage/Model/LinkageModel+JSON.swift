extension LinkageModel {
  /// The model as JSON: a level on a line, always the same text for the same model.
  public var json: String {
    var members = [
      ("kindred_model", "\(Self.formatVersion)"),
      ("name", JSONWriting.quoted(name)),
      ("version", "\(version)"),
      ("settings_digest", JSONWriting.quoted(settingsDigest)),
      ("prior", JSONWriting.number(prior)),
      ("prior_from", priorOrigin.json),
    ]
    if let priorRecords { members.append(("prior_records", "\(priorRecords)")) }
    members.append(
      ("comparisons", "[\n" + comparisons.map(\.json).joined(separator: ",\n") + "\n  ]"))
    if !lookAlikes.isEmpty {
      let lines = lookAlikes.map { "    \($0.json(comparisons.map(\.name)))" }
      members.append(("look_alikes", "[\n" + lines.joined(separator: ",\n") + "\n  ]"))
    }
    members.append(("settings", JSONWriting.quoted(settings)))
    let lines = members.map { "  \(JSONWriting.quoted($0.0)): \($0.1)" }
    return "{\n\(lines.joined(separator: ",\n"))\n}\n"
  }
}

extension ComparisonModel {
  fileprivate var json: String {
    let lines = levels.map { "      \($0.json)" }.joined(separator: ",\n")
    return "    {\"name\": \(JSONWriting.quoted(name)), \"levels\": [\n\(lines)\n    ]}"
  }
}

extension LookAlikes {
  fileprivate func json(_ comparisons: [String]) -> String {
    let held = JSONWriting.list(held.map { JSONWriting.quoted(comparisons[$0]) })
    let likelihoods = zip(comparisons, self.likelihoods).map { name, levels in
      (name: name, value: JSONWriting.list(levels.map(JSONWriting.number)))
    }
    return JSONWriting.object([
      ("block", JSONWriting.quoted(block)),
      ("probability", JSONWriting.number(probability)),
      ("strangers", JSONWriting.number(strangers)),
      ("held", held),
      ("likelihoods", JSONWriting.object(likelihoods)),
    ])
  }
}

extension LevelModel {
  fileprivate var json: String {
    var members = [
      ("label", JSONWriting.quoted(label)),
      ("m", JSONWriting.number(m)),
      ("u", JSONWriting.number(u)),
    ]
    members.append(("m_from", mOrigin.json))
    members.append(("u_from", uOrigin.json))
    return JSONWriting.object(members.map { (name: $0.0, value: $0.1) })
  }
}

extension ParameterOrigin {
  /// The words for the kinds of origin in a model file.
  enum Kind: String, CaseIterable {
    case usual, settings, blocks, labels, rules
    case randomPairs = "random_pairs"
    case valueFrequencies = "value_frequencies"
  }

  fileprivate var json: String {
    var members: [(name: String, value: String)] = []
    func kind(_ kind: Kind) { members.append(("kind", JSONWriting.quoted(kind.rawValue))) }
    switch self {
    case .usual: kind(.usual)
    case .settings: kind(.settings)
    case .valueFrequencies: kind(.valueFrequencies)
    case .randomPairs(let pairs):
      kind(.randomPairs)
      members.append(("pairs", "\(pairs)"))
    case .blocks(let names):
      kind(.blocks)
      members.append(("blocks", JSONWriting.list(names.map(JSONWriting.quoted))))
    case .labels(let pairs):
      kind(.labels)
      members.append(("pairs", "\(pairs)"))
    case .rules(let recall):
      kind(.rules)
      members.append(("recall", JSONWriting.number(recall)))
    }
    return JSONWriting.object(members)
  }
}
