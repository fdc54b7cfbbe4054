import Vocabulary
import YAMLFiles

/// What the rules of a pack may speak of.
struct PackScope {
  let vocabulary: FactVocabulary
  var groups: [MemberGroup] = [
    MemberGroup(name: "anyone", ages: nil, roles: [], isAtEvent: false, hasFormer: false)
  ]
  var criterionNames: [String] = []
  var setting: ExampleSetting?

  // MARK: Words

  /// Notes a mistake unless the vocabulary has the kind.
  func check(kind: String, at mark: YAMLMark, _ value: inout ValueReader) {
    guard vocabulary.kind(named: kind) == nil else { return }
    value.mistake("there is no kind of fact '\(kind)'", suggestion: suggestedKind(kind)) as Void?
  }

  private func suggestedKind(_ kind: String) -> String? {
    NearestWord.suggestion(for: kind, among: vocabulary.kinds.map(\.name)).map {
      "did you mean '\($0)'?"
    } ?? "the kinds are declared in vocabulary.yaml"
  }

  /// One kind of fact.
  func kind(_ value: inout ValueReader) -> String? {
    guard let name = value.string() else { return nil }
    if vocabulary.kind(named: name) == nil {
      return value.mistake("there is no kind of fact '\(name)'", suggestion: suggestedKind(name))
    }
    return name
  }

  /// One kind of fact or a list of them; `police.domestic.*` stands for all that begin so.
  ///
  /// One that is named twice is one.
  func kinds(_ value: inout ValueReader) -> [String]? {
    if value.node.text != nil { return expanded(&value) }
    if case .sequence(let nodes) = value.node.content, nodes.isEmpty {
      return value.mistake("no kind of fact is named", suggestion: "name one or more")
    }
    var seen: Set<String> = []
    return value.list { expanded(&$0) }?.flatMap { $0 }.filter { seen.insert($0).inserted }
  }

  /// Kinds that go on for some days: asked whether it is going on, what happened on a day would be so for ever.
  func episodes(_ value: inout ValueReader) -> [String]? {
    let names = kinds(&value)
    for name in names ?? [] {
      guard let shape = vocabulary.kind(named: name)?.shape, shape != .episode else { continue }
      value.mistake(
        "'\(name)' is no episode but \(shape.rawValue)",
        suggestion: shape == .event ? "count it with 'fact'" : "compare it with 'measure'") as Void?
    }
    return names
  }

  private func expanded(_ value: inout ValueReader) -> [String]? {
    guard let text = value.node.text, text.hasSuffix(".*") else { return kind(&value).map { [$0] } }
    let found = vocabulary.kinds.map(\.name).filter { $0.hasPrefix(text.dropLast()) }
    return found.isEmpty
      ? value.mistake("no kind of fact begins with '\(text.dropLast(2))'") : found
  }

  /// A group of the pack.
  func group(_ value: inout ValueReader) -> String? {
    value.word(among: groups.map(\.name))
  }

  /// A group that is asked at the date.
  ///
  /// Of one that is asked when something happened everybody is, of any age, where there is nothing that happened.
  func groupAtDate(_ value: inout ValueReader) -> String? {
    guard let name = group(&value) else { return nil }
    guard groups.first(where: { $0.name == name })?.isAtEvent != true else {
      return value.mistake(
        "'\(name)' is asked at the event, and here there is none",
        suggestion: "put it under 'who' of the fact")
    }
    return name
  }

  // MARK: Sections

  func group(_ name: String, _ reader: inout MappingReader) -> MemberGroup? {
    let under = reader.optional("under") { $0.integer(in: 1...150) }
    let least = reader.optional("at_least") { $0.integer(in: 0...150) }
    let roles = reader.optional("roles") { value in value.list { $0.word(as: FamilyRole.self) } }
    let event = reader.optional("at") { $0.word(among: ["date", "event"]) }
    let former = reader.optional("former") { $0.boolean() }
    if let under, let least, under <= least {
      return reader.mistake("nobody is \(least) or older and under \(under)")
    }
    let hasAges = under != nil || least != nil
    return MemberGroup(
      name: name, ages: hasAges ? (least ?? 0)...((under ?? 200) - 1) : nil, roles: roles ?? [],
      isAtEvent: event == "event", hasFormer: former ?? false)
  }

  func unit(of kind: String, _ reader: inout MappingReader) -> UnitSource? {
    let attribute = reader.required("unit") { $0.string() }
    let listedBy = reader.required("known_from") { self.kind(&$0) }
    guard let attribute, let listedBy else { return nil }
    for name in [kind, listedBy] {
      guard let known = vocabulary.kind(named: name) else { continue }
      if !known.attributes.contains(attribute) {
        reader.mistake(
          "\(name) has no detail '\(attribute)'", at: "unit",
          suggestion: advice(attribute, known.attributes)) as Void?
      }
    }
    return UnitSource(kind: kind, listedBy: listedBy, attribute: attribute)
  }

  func criterion(_ name: String, _ reader: inout MappingReader) -> Criterion? {
    let title = reader.required("title") { $0.string() }
    let wording = reader.required("wording") { $0.string() }
    let source = reader.required("source") { $0.string() }
    let confidence = reader.required("confidence") { $0.word(as: Confidence.self) }
    let note = reader.optional("note") { $0.string() }
    let weight = reader.optional("weight") { $0.integer(in: 0...4) }
    let rule = reader.required("rule") { self.rule(&$0) }
    let examples = reader.optional("examples") { value in
      value.list { item in item.mapping { example(&$0) } }
    }
    guard let title, let wording, let source, let confidence, let rule else { return nil }
    return Criterion(
      name: name, title: title, wording: wording, source: source, confidence: confidence,
      note: note, weight: weight, rule: rule, examples: examples ?? [])
  }

  /// Tests of details: `{outcome: [nfa, advice], not: {source: police}}`.
  func details(
    _ kinds: [String], _ value: inout ValueReader, isOpposite: Bool = false
  ) -> [DetailTest]? {
    let known = kinds.compactMap { vocabulary.kind(named: $0) }
    let tests: [[DetailTest]]? = value.entries { attribute, mark, values in
      if attribute == "not", !isOpposite { return details(kinds, &values, isOpposite: true) }
      for kind in known where !kind.attributes.contains(attribute) {
        values.mistake(
          "\(kind.name) has no detail '\(attribute)'",
          suggestion: advice(attribute, kind.attributes))
          as Void?
      }
      return values.texts().map {
        [DetailTest(attribute: attribute, values: $0, isOpposite: isOpposite)]
      }
    }
    return tests?.flatMap { $0 }
  }

  private func advice(_ word: String, _ known: [String]) -> String {
    NearestWord.suggestion(for: word, among: known).map { "did you mean '\($0)'?" }
      ?? (known.isEmpty ? "it has no details" : "it has \(known.joined(separator: ", "))")
  }
}
