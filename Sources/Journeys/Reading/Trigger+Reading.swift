import YAMLFiles

extension Trigger {
  /// Reads one trigger under its short name.
  static func read(
    _ id: String, _ mark: YAMLMark, _ value: inout ValueReader, _ scope: JourneyScope
  ) -> Trigger? {
    guard id.utf8.count <= 8, id.utf8.allSatisfy({ 0x30...0x7A ~= $0 }) else {
      return value.mistake("a trigger's name is short, such as W19 or W41")
    }
    return value.mapping { reader in
      let title = reader.required("title") { $0.string() }
      let wording = reader.required("wording") { $0.string() }
      let source = reader.required("source") { $0.string() }
      let confidence = reader.required("confidence") { $0.word(as: Confidence.self) }
      let caveat = reader.optional("caveat") { $0.string() }
      let modifier = reader.optional("modifier") { $0.percent(in: 0...10_000) }
      let steps = reader.required("steps") { value in
        value.list { item in item.mapping { TriggerStep.read(&$0, of: id, scope) } }
      }
      let examples = reader.optional("examples") { value in
        value.list { item in item.mapping { TriggerExample.read(&$0, scope) } }
      }
      guard let title, let wording, let source, let confidence, let steps else { return nil }
      if steps.isEmpty { return reader.mistake("'\(id)' has no steps", at: "steps") }
      return Trigger(
        id: id, title: title, wording: wording, source: source, confidence: confidence,
        caveat: caveat, steps: steps, modifier: modifier, examples: examples ?? [])
    }
  }
}

extension TriggerStep {
  static func read(
    _ reader: inout MappingReader, of trigger: String, _ scope: JourneyScope
  ) -> TriggerStep? {
    let id = reader.optional("as") { $0.string() }
    let weight = reader.required("weight") { $0.integer(in: 0...4) }
    let together = reader.optional("together") { value in
      value.mapping { Together.read(&$0) }
    }
    let rule = TriggerRule.read(&reader, scope)
    guard let weight, let rule else { return nil }
    return TriggerStep(id: id ?? trigger, weight: weight, rule: rule, together: together)
  }
}

extension TriggerStep.Together {
  static func read(_ reader: inout MappingReader) -> Self? {
    let with = reader.required("with") { $0.texts() }
    let days = reader.required("within") { $0.days() }
    let weight = reader.required("weight") { $0.integer(in: 1...4) }
    guard let with, let days, let weight else { return nil }
    return Self(with: with, days: days, weight: weight)
  }
}
