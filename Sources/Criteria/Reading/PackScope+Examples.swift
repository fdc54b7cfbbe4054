import Vocabulary
import YAMLFiles

extension PackScope {
  func setting(_ reader: inout MappingReader) -> ExampleSetting? {
    let date = reader.required("date") { $0.day() }
    let people = reader.required("people") { value in
      value.entries { name, _, person in person.mapping { self.person(name, &$0) } }
    }
    let terms = reader.optional("terms") { value in
      value.entries { name, _, days in term(name, &days) }
    }
    guard let date, let people else { return nil }
    return ExampleSetting(date: date, people: people, terms: terms ?? [])
  }

  private func term(
    _ name: String, _ value: inout ValueReader
  ) -> (term: AcademicTerm, days: DayInterval)? {
    guard let term = AcademicTerm(name) else {
      return value.mistake("'\(name)' is no term", suggestion: "write it as Autumn 2012/13")
    }
    guard let days = interval(&value) else { return nil }
    return (term, days)
  }

  /// Days as in `2012-09-03 to 2012-12-21`, where either end may be left out.
  private func interval(_ value: inout ValueReader) -> DayInterval? {
    guard let text = value.string() else { return nil }
    let words = text.split(separator: " ").map(String.init)
    let middle = words.firstIndex(of: "to") ?? words.count
    let first = middle > 0 ? words.first.flatMap { Day(iso: $0) } : .earliest
    let last = middle + 1 < words.count ? Day(iso: words[middle + 1]) : .latest
    guard let first, let last, let days = DayInterval(first: first, last: last) else {
      return value.mistake(
        "'\(text)' is no stretch of days", suggestion: "write it as 2012-09-03 to 2012-12-21")
    }
    return days
  }

  private func person(_ name: String, _ reader: inout MappingReader) -> ExamplePerson? {
    let born = reader.optional("born") { $0.date() }
    let role = reader.optional("role") { $0.word(as: FamilyRole.self) }
    let days = reader.optional("member") { interval(&$0) }
    return ExamplePerson(
      name: name, born: born, role: role ?? .dependentChild,
      days: days ?? DayInterval(from: .earliest))
  }

  func example(_ reader: inout MappingReader) -> CriterionExample? {
    let line = reader.mark.line
    let title = reader.required("title") { $0.string() }
    let date = reader.optional("date") { $0.day() }
    let start = reader.optional("start") { $0.day() }
    let people = reader.optional("people") { value in
      value.entries { name, _, person in person.mapping { self.person(name, &$0) } }
    }
    let names = (people ?? setting?.people ?? []).map(\.name)
    let facts = reader.optional("facts") { value in
      value.list { item in item.mapping { fact(&$0, people: names) } }
    }
    let undelivered = reader.optional("undelivered") { value in value.list { gap(&$0) } }
    let rulings = reader.optional("rulings") { value in
      value.entries { matter, _, isSo in
        isSo.boolean().map { ExampleRuling(matter: matter, isSo: $0) }
      }
    }
    let states = FindingState.allCases.map(\.title)
    let expected = reader.required("then") { $0.word(among: states) }
    guard let title, let expected, let setting else { return nil }
    return CriterionExample(
      title: title, date: date ?? setting.date, start: start, people: people ?? setting.people,
      facts: (facts ?? []).flatMap { $0 }, undelivered: (undelivered ?? []).flatMap { $0 },
      rulings: rulings ?? [], expected: FindingState.allCases[states.firstIndex(of: expected) ?? 0],
      line: line)
  }

  private func fact(_ reader: inout MappingReader, people: [String]) -> [ExampleFact]? {
    let kind = reader.required("fact") { self.kind(&$0) }
    let person = reader.optional("of") { $0.word(among: people) }
    let on = reader.optional("on") { dates(&$0) }
    let from = reader.optional("from") { $0.date() }
    let to = reader.optional("to") { $0.date() }
    let sessions = reader.optional("sessions") { self.sessions(&$0) }
    let professional = reader.optional("professional") { $0.integer(in: 1...1000) }
    let known = kind.flatMap { vocabulary.kind(named: $0) }
    let details = reader.optional("details") { self.details(of: known, &$0) }
    guard let kind else { return nil }
    let starts: [PartialDate?] = on.map { $0.map(Optional.some) } ?? [from]
    return starts.map { start in
      ExampleFact(
        kind: kind, person: person, starts: start, ends: to, part: sessions?.part ?? 0,
        whole: sessions?.whole ?? 0, details: details ?? [], professional: professional ?? 0)
    }
  }

  private func details(
    of kind: FactKind?, _ value: inout ValueReader
  ) -> [(name: String, value: String)]? {
    value.entries { name, _, text in
      if let kind, !kind.attributes.contains(name) {
        text.mistake("\(kind.name) has no detail '\(name)'") as Void?
      }
      guard let value = text.string() else { return nil }
      return (name: name, value: value)
    }
  }

  /// One date, or a list of them for as many facts.
  private func dates(_ value: inout ValueReader) -> [PartialDate]? {
    guard value.node.text == nil else { return value.date().map { [$0] } }
    return value.list { $0.date() }
  }

  /// Sessions as in `27 of 180`.
  private func sessions(_ value: inout ValueReader) -> Share? {
    guard let text = value.string() else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "of", let part = Int(words[0]), let whole = Int(words[2]),
      part >= 0, part <= whole, whole <= 100_000
    else { return value.mistake("'\(text)' is no share", suggestion: "write it as 27 of 180") }
    return Share(part: part, whole: whole)
  }

  private func gap(_ value: inout ValueReader) -> [ExampleGap]? {
    if value.node.text != nil {
      return kinds(&value)?.map {
        ExampleGap(kind: $0, unit: nil, days: DayInterval(from: .earliest))
      }
    }
    return value.mapping { reader in
      let kinds = reader.required("kind") { self.kinds(&$0) }
      let unit = reader.optional("unit") { $0.string() }
      let days = reader.optional("days") { interval(&$0) }
      return kinds?.map {
        ExampleGap(kind: $0, unit: unit, days: days ?? DayInterval(from: .earliest))
      }
    }
  }
}
