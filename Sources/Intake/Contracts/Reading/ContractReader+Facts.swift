import Vocabulary
import YAMLFiles

/// The parts of a contract that say which facts and relations a row states.
extension ContractReader {
  func fact(_ value: inout ValueReader) -> FactTemplate? {
    value.mapping { (mapping: inout MappingReader) -> FactTemplate? in
      let kind = mapping.required("kind") { self.kindNumber(&$0) }
      let subject = mapping.required("of") { self.subject(&$0) }
      let time = self.time(&mapping)
      let measure = self.measure(&mapping)
      let key = mapping.optional("key") { list in list.list { self.column(&$0) } } ?? []
      let matter = mapping.optional("matter") { $0.string() }
      let attributes = mapping.optional("attributes") { self.attributes(&$0, of: kind) } ?? []
      let professional = mapping.optional("professional") { self.column(&$0) }
      let condition = self.condition(&mapping)
      guard let kind, let subject, let time else { return nil }
      let template = FactTemplate(
        kind: kind, kindName: vocabulary.kinds[kind].name, subject: subject, time: time,
        measure: measure, key: key, matter: matter,
        attributes: attributes, professional: professional, condition: condition)
      // Where a part of it is missing by mistake, nothing more can be said.
      guard mapping.mistakes.isEmpty else { return nil }
      return agrees(template, with: vocabulary.kinds[kind], &mapping) ? template : nil
    }
  }

  private func kindNumber(_ value: inout ValueReader) -> Int? {
    let names = vocabulary.kinds.map(\.name)
    return value.word(among: names).flatMap { word in names.firstIndex(of: word) }
  }

  private func subject(_ value: inout ValueReader) -> FactSubject? {
    let names = people.map(\.slot) + places.map(\.slot)
    guard let place = place(of: &value, in: names) else { return nil }
    return place < people.count ? .person(place) : .place(place - people.count)
  }

  private func time(_ mapping: inout MappingReader) -> FactTimeTemplate? {
    let on = mapping.optional("on") { dateColumn(&$0) }
    let start = mapping.optional("start") { dateColumn(&$0) }
    let end = mapping.optional("end") { dateColumn(&$0) }
    let term = mapping.optional("term") { column(&$0) }
    if let term {
      guard case .term = columns[term].type else {
        return mapping.mistake("the column '\(columns[term].name)' holds no terms", at: "term")
      }
    }
    guard ["on", "start", "term"].filter({ mapping.has($0) }).count == 1 else {
      return mapping.mistake(
        "a fact has one time: 'on', 'start' (and 'end'), or 'term'", at: "kind")
    }
    if let on { return .on(on) }
    if let start { return .during(start: start, end: end) }
    return term.map { .term($0) }
  }

  private func measure(_ mapping: inout MappingReader) -> MeasureTemplate? {
    let part = mapping.optional("part") { quantity(&$0) }
    let whole = mapping.optional("whole") { quantity(&$0) }
    if mapping.has("part") != mapping.has("whole") {
      return mapping.mistake(
        "'part' and 'whole' go together", at: mapping.has("part") ? "part" : "whole")
    }
    guard let part, let whole else { return nil }
    return MeasureTemplate(part: part, whole: whole)
  }

  private func quantity(_ value: inout ValueReader) -> Quantity? {
    if let text = value.node.text, let dot = text.lastIndex(of: "."),
      let number = columns.firstIndex(where: { $0.name == String(text[..<dot]) }),
      case .marks = columns[number].type
    {
      let word = String(text[text.index(after: dot)...])
      guard let count = MarkCount(rawValue: word) else {
        let words = MarkCount.allCases.map(\.rawValue)
        return value.mistake(
          "'\(word)' is not counted in marks",
          suggestion: "use one of \(words.joined(separator: ", "))")
      }
      return .marks(number, count)
    }
    return column(&value).map { .column($0) }
  }

  private func attributes(_ value: inout ValueReader, of kind: Int?) -> [AttributeTemplate]? {
    let allowed = kind.map { vocabulary.kinds[$0].attributes } ?? []
    return value.entries { name, _, source in
      if kind != nil && !allowed.contains(name) {
        let nearest = NearestWord.suggestion(for: name, among: allowed)
        return source.mistake(
          "this kind of fact has no attribute '\(name)'",
          suggestion: nearest.map { "did you mean '\($0)'?" } ?? "declare it in vocabulary.yaml")
      }
      return attributeValue(&source).map { AttributeTemplate(name: name, value: $0) }
    }
  }

  private func attributeValue(_ value: inout ValueReader) -> AttributeValue? {
    if case .mapping = value.node.content {
      return value.mapping { $0.required("is") { $0.node.text } }.map { .constant($0) }
    }
    return column(&value).map { .column($0) }
  }

  private func agrees(
    _ template: FactTemplate, with kind: FactKind, _ mapping: inout MappingReader
  ) -> Bool {
    let problem: String? =
      switch (kind.shape, template.time, template.measure) {
      case (.event, .on, nil), (.episode, .during, nil): nil
      case (.measure, .term, .some), (.measure, .during, .some), (.measure, .on, .some): nil
      case (.event, _, _): "is an event and needs 'on'"
      case (.episode, _, _): "is an episode and needs 'start'"
      case (.measure, _, _): "is a measure and needs 'part', 'whole' and a time"
      }
    if let problem {
      let _: Never? = mapping.mistake("'\(kind.name)' \(problem)", at: "kind")
    }
    if template.matter != nil && template.key.isEmpty {
      let _: Never? = mapping.mistake(
        "a matter is known by its 'key' when it comes again, and there is none", at: "matter",
        suggestion: "name the key columns, the same for each fact of the matter")
    }
    for number in template.condition.columns.sorted() where blanksWhatDecides(columns[number]) {
      let _: Never? = mapping.mistake(
        "'\(columns[number].name)' decides whether there is this fact, but a value that is not good is left blank",
        at: "when", suggestion: "drop 'on_invalid: blank' from the column: blank would count as no")
    }
    return mapping.mistakes.isEmpty
  }

  private func blanksWhatDecides(_ column: ColumnContract) -> Bool {
    column.onInvalid == .blank && column.type.usualInvalidValue == .reject
  }

  func relation(_ value: inout ValueReader) -> RelationTemplate? {
    value.mapping { (mapping: inout MappingReader) -> RelationTemplate? in
      let names = vocabulary.relations.map(\.name)
      let kind = mapping.required("kind") { value in
        value.word(among: names).flatMap { word in names.firstIndex(of: word) }
      }
      let slots = people.map(\.slot)
      let from = mapping.required("from") { place(of: &$0, in: slots) }
      let to = mapping.required("to") { place(of: &$0, in: slots) }
      let since = mapping.optional("since") { self.dateColumn(&$0) }
      let until = mapping.optional("until") { self.dateColumn(&$0) }
      let condition = self.condition(&mapping)
      guard let kind, let from, let to else { return nil }
      return RelationTemplate(
        kind: kind, kindName: names[kind], from: from, to: to, since: since, until: until,
        condition: condition)
    }
  }
}
