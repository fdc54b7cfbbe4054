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
      let attributes = mapping.optional("attributes") { self.attributes(&$0, of: kind) } ?? []
      let professional = mapping.optional("professional") { self.column(&$0) }
      let condition = self.condition(&mapping)
      guard let kind, let subject, let time else { return nil }
      let template = FactTemplate(
        kind: kind, subject: subject, time: time, measure: measure, key: key,
        attributes: attributes, professional: professional, condition: condition)
      return agrees(template, with: vocabulary.kinds[kind], &mapping) ? template : nil
    }
  }

  private func kindNumber(_ value: inout ValueReader) -> Int? {
    let names = vocabulary.kinds.map(\.name)
    return value.word(among: names).flatMap { word in names.firstIndex(of: word) }
  }

  private func subject(_ value: inout ValueReader) -> FactSubject? {
    guard let word = value.word(among: people.map(\.slot) + places.map(\.slot)) else { return nil }
    if let person = people.firstIndex(where: { $0.slot == word }) { return .person(person) }
    return places.firstIndex { $0.slot == word }.map { .place($0) }
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
    switch (on, start, term) {
    case (let on?, nil, nil): return .on(on)
    case (nil, let start?, nil): return .during(start: start, end: end)
    case (nil, nil, let term?): return .term(term)
    default:
      return mapping.mistake(
        "a fact has one time: 'on', 'start' (and 'end'), or 'term'", at: "kind")
    }
  }

  private func measure(_ mapping: inout MappingReader) -> MeasureTemplate? {
    let part = mapping.optional("part") { quantity(&$0) }
    let whole = mapping.optional("whole") { quantity(&$0) }
    switch (part, whole) {
    case (let part?, let whole?): return MeasureTemplate(part: part, whole: whole)
    case (nil, nil): return nil
    default:
      return mapping.mistake("'part' and 'whole' go together", at: part == nil ? "whole" : "part")
    }
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
    guard let problem else { return true }
    let _: Never? = mapping.mistake("'\(kind.name)' \(problem)", at: "kind")
    return false
  }

  func relation(_ value: inout ValueReader) -> RelationTemplate? {
    value.mapping { (mapping: inout MappingReader) -> RelationTemplate? in
      let names = vocabulary.relations.map(\.name)
      let kind = mapping.required("kind") { value in
        value.word(among: names).flatMap { word in names.firstIndex(of: word) }
      }
      let slots = people.map(\.slot)
      let from = mapping.required("from") { value in
        value.word(among: slots).flatMap { word in slots.firstIndex(of: word) }
      }
      let to = mapping.required("to") { value in
        value.word(among: slots).flatMap { word in slots.firstIndex(of: word) }
      }
      let since = mapping.optional("since") { self.dateColumn(&$0) }
      let until = mapping.optional("until") { self.dateColumn(&$0) }
      let condition = self.condition(&mapping)
      guard let kind, let from, let to else { return nil }
      return RelationTemplate(
        kind: kind, from: from, to: to, since: since, until: until, condition: condition)
    }
  }
}
