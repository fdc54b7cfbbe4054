public import Vocabulary
public import YAMLFiles

extension TierRules {
  /// Reads a pack of tiers, adding every mistake; it is only to be used when none was added.
  public static func read(
    _ document: YAMLDocument, vocabulary: FactVocabulary, collecting mistakes: inout [YAMLMistake]
  ) -> TierRules? {
    let scope = JourneyScope(vocabulary)
    return document.read(collecting: &mistakes) { reader in
      let name = reader.required("pack") { $0.string() }
      let version = reader.required("version") { $0.string() }
      let title = reader.required("title") { $0.string() }
      let source = reader.required("source") { $0.string() }
      let confidence = reader.required("confidence") { $0.word(as: Confidence.self) }
      let tiers = reader.required("tiers") { value in
        value.entries { id, _, value in value.mapping { Tier.read(id, &$0, scope) } }
      }
      guard let name, let version, let title, let source, let confidence, let tiers else {
        return nil
      }
      if tiers.last?.lines.isEmpty != true || tiers.dropLast().contains(where: \.lines.isEmpty) {
        return reader.mistake(
          "the last tier, and no other, is that of everybody else and has no 'any'", at: "tiers")
      }
      return TierRules(
        name: name, version: version, title: title, source: source, confidence: confidence,
        tiers: tiers)
    }
  }
}

extension Tier {
  static func read(_ id: String, _ reader: inout MappingReader, _ scope: JourneyScope) -> Tier? {
    let title = reader.required("title") { $0.string() }
    let need = reader.required("need") { $0.string() }
    let offer = reader.required("offer") { $0.string() }
    let lines = reader.optional("any") { value in
      value.list { item in item.mapping { Self.line(&$0, scope) } }
    }
    guard let title, let need, let offer else { return nil }
    return Tier(id: id, title: title, need: need, offer: offer, lines: lines ?? [])
  }

  private static func line(_ reader: inout MappingReader, _ scope: JourneyScope) -> Line? {
    let words = ["open", "lately", "sign", "sum"]
    let found = words.filter { reader.has($0) }
    guard found.count == 1, let word = found.first else {
      return reader.mistake("\(reader.name) has to have one of \(words.joined(separator: ", "))")
    }
    if word == "open" {
      return reader.required("open") { scope.kinds(&$0, shaped: .episode) }.map(Line.open)
    }
    let window = reader.required("within") { $0.window() }
    switch word {
    case "lately":
      let kinds = reader.required("lately") { scope.kinds(&$0) }
      guard let kinds, let window else { return nil }
      return .lately(kinds, window)
    case "sign":
      let weight = reader.required("sign") { $0.integer(in: 1...4) }
      guard let weight, let window else { return nil }
      return .sign(weight: weight, window)
    default:
      let sum = reader.required("sum") { $0.integer(in: 1...100) }
      guard let sum, let window else { return nil }
      return .sum(sum, window)
    }
  }
}
