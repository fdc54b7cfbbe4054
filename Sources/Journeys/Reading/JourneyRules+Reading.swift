public import Vocabulary
public import YAMLFiles

extension JourneyRules {
  /// Reads a pack of triggers, adding every mistake; the pack is only to be used when none was added.
  public static func read(
    _ document: YAMLDocument, vocabulary: FactVocabulary, collecting mistakes: inout [YAMLMistake]
  ) -> JourneyRules? {
    let scope = JourneyScope(vocabulary)
    return document.read(collecting: &mistakes) { reader in
      let name = reader.required("pack") { $0.string() }
      let version = reader.required("version") { $0.string() }
      let title = reader.required("title") { $0.string() }
      let source = reader.required("source") { $0.string() }
      let concern = reader.required("concern") { value in
        value.mapping { ConcernRules.read(&$0) }
      }
      let thresholds = reader.required("thresholds") { value in
        value.entries { id, _, value in value.mapping { Threshold.read(id, &$0, scope) } }
      }
      let headline = reader.required("headline") { Self.headline(&$0, of: thresholds ?? []) }
      let missed = reader.required("missed") { value in
        value.mapping { MissedRules.read(&$0, scope) }
      }
      let contacts = reader.required("contacts") { value in
        value.mapping { ContactRules.read(&$0, scope) }
      }
      let triggers = reader.required("triggers") { value in
        value.entries { id, mark, value in Trigger.read(id, mark, &value, scope) }
      }
      Self.check(triggers ?? [], &reader)
      guard let name, let version, let title, let source, let triggers, let concern,
        let thresholds, let headline, let missed, let contacts
      else { return nil }
      return JourneyRules(
        name: name, version: version, title: title, source: source, triggers: triggers,
        concern: concern, thresholds: thresholds, headline: headline, missed: missed,
        contacts: contacts)
    }
  }

  private static func headline(
    _ value: inout ValueReader, of thresholds: [Threshold]
  ) -> [String]? {
    value.list { $0.word(among: thresholds.map(\.id)) }
  }

  /// Steps may name other triggers, which have to be there and to come before them.
  private static func check(_ triggers: [Trigger], _ reader: inout MappingReader) {
    let names = triggers.map(\.id)
    for trigger in triggers {
      for name in trigger.steps.flatMap({ $0.together?.with ?? [] }) where !names.contains(name) {
        let nearest = NearestWord.suggestion(for: name, among: names)
        _ =
          reader.mistake(
            "'\(trigger.id)' goes together with '\(name)', which is no trigger", at: "triggers",
            suggestion: nearest.map { "did you mean '\($0)'?" }) as Void?
      }
      let steps = trigger.steps.map(\.id)
      for example in trigger.examples {
        guard let step = example.step, !steps.contains(step) else { continue }
        _ =
          reader.mistake(
            "an example of '\(trigger.id)' is about '\(step)', which is no step of it",
            at: "triggers") as Void?
      }
    }
  }
}

extension ConcernRules {
  static func read(_ reader: inout MappingReader) -> ConcernRules? {
    let single = reader.required("single") { $0.integer(in: 1...4) }
    let accumulated = reader.required("accumulated") { $0.integer(in: 1...100) }
    let within = reader.required("within") { $0.days() }
    let agencies = reader.required("agencies") { $0.integer(in: 1...20) }
    let triggers = reader.required("triggers") { $0.integer(in: 1...40) }
    let founders = reader.required("founders") { $0.days() }
    guard let single, let accumulated, let within, let agencies, let triggers, let founders else {
      return nil
    }
    return ConcernRules(
      single: single, accumulated: accumulated, within: within, agencies: agencies,
      triggers: triggers, founders: founders)
  }
}

extension Threshold {
  static func read(
    _ id: String, _ reader: inout MappingReader, _ scope: JourneyScope
  ) -> Threshold? {
    let title = reader.required("title") { $0.string() }
    let selector = FactSelector.read(&reader, scope)
    guard let title, let selector else { return nil }
    return Threshold(id: id, title: title, selector: selector)
  }
}

extension MissedRules {
  static func read(_ reader: inout MappingReader, _ scope: JourneyScope) -> MissedRules? {
    let outcomes = reader.required("outcomes") { FactSelector.list(&$0, scope) }
    let planWithin = reader.required("plan_within") { $0.days() }
    let plans = reader.required("plans") { scope.kinds(&$0, shaped: .episode) }
    let chain = reader.required("chain") { $0.days() }
    guard let outcomes, let planWithin, let plans, let chain else { return nil }
    return MissedRules(outcomes: outcomes, planWithin: planWithin, plans: plans, chain: chain)
  }
}

extension ContactRules {
  static func read(_ reader: inout MappingReader, _ scope: JourneyScope) -> ContactRules? {
    let met = reader.required("met") { scope.kinds(&$0) }
    let missed = reader.required("missed") { scope.kinds(&$0) }
    let assessments = reader.required("assessments") { scope.kinds(&$0) }
    let lead = reader.required("lead") { scope.kind(&$0, shaped: .episode) }
    let providers = reader.required("providers") { $0.texts() }
    guard let met, let missed, let assessments, let lead, let providers else { return nil }
    return ContactRules(
      met: met, missed: missed, assessments: assessments, lead: lead, providers: providers)
  }
}
