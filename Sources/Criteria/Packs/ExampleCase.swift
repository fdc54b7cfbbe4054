public import Vocabulary

extension CriteriaPack {
  /// The case file of an example: one family, with everything delivered but what the example says was not.
  public func caseFile(of example: CriterionExample, vocabulary: FactVocabulary) -> CaseFile {
    var file = CaseFile()
    file.sources = ["example"]
    for person in example.people {
      let place = file.memberships.count
      file.memberships.append(CaseMembership(role: person.role, days: person.days))
      file.people.append(
        CasePerson(
          id: PersonID(Int64(file.people.count + 1)), born: person.born,
          memberships: place..<place + 1))
    }
    file.facts = example.facts.enumerated().map { place, fact in
      caseFact(fact, place, example, vocabulary, &file)
    }
    file.facts.sort { CaseFact.precedes($0, $1) }
    for (place, kind) in vocabulary.kinds.enumerated() {
      addCoverage(of: kind.name, UInt16(place), example, &file)
    }
    file.rulings = example.rulings.map {
      CaseRuling(
        family: FamilyID(1), matter: file.words.number(of: $0.matter), isSo: $0.isSo,
        day: example.date)
    }
    file.families = [
      CaseFamily(
        id: FamilyID(1), people: 0..<file.people.count, facts: 0..<file.facts.count,
        start: example.start)
    ]
    return file
  }

  private func caseFact(
    _ fact: ExampleFact, _ place: Int, _ example: CriterionExample, _ vocabulary: FactVocabulary,
    _ file: inout CaseFile
  ) -> CaseFact {
    let first = Int32(file.attributes.count)
    for detail in fact.details {
      file.attributes.append(
        CaseAttribute(
          name: file.words.number(of: detail.name), value: file.words.number(of: detail.value)))
    }
    let kind = vocabulary.kinds.firstIndex { $0.name == fact.kind } ?? 0
    return CaseFact(
      key: Int64(place + 1), kind: UInt16(kind),
      person: fact.person.flatMap { name in example.people.firstIndex { $0.name == name } },
      starts: fact.starts, ends: fact.ends, part: Int32(fact.part), whole: Int32(fact.whole),
      attributes: first..<Int32(file.attributes.count), professional: UInt64(fact.professional),
      line: Int32(place + 1))
  }

  private func addCoverage(
    of kind: String, _ place: UInt16, _ example: CriterionExample, _ file: inout CaseFile
  ) {
    let missing = example.undelivered.filter { $0.kind == kind }
    let always = DayInterval(from: .earliest)
    guard missing.contains(where: { $0.unit != nil }),
      let source = units.first(where: { $0.kind == kind })
    else {
      file.suppliers.append(CaseSupplier(source: 0, kind: place))
      for days in always.without(missing.map(\.days)) {
        file.coverage.append(CaseCoverage(source: 0, kind: place, days: days))
      }
      return
    }
    file.suppliers.append(CaseSupplier(source: 0, kind: place, isByUnit: true))
    let names = Set(
      example.facts.flatMap(\.details).filter { $0.name == source.attribute }.map(\.value))
    for name in names.sorted() {
      for days in always.without(missing.filter { $0.unit == name }.map(\.days)) {
        file.coverage.append(
          CaseCoverage(source: 0, kind: place, unit: file.words.number(of: name), days: days))
      }
    }
  }
}

extension CaseFact {
  /// The order of a family's facts: by kind, then person, then first day; those about the address come first.
  public static func precedes(_ one: CaseFact, _ other: CaseFact) -> Bool {
    if one.kind != other.kind { return one.kind < other.kind }
    let (person, otherPerson) = (one.person ?? -1, other.person ?? -1)
    if person != otherPerson { return person < otherPerson }
    let (day, otherDay) = (one.starts?.earliest ?? .earliest, other.starts?.earliest ?? .earliest)
    return day != otherDay ? day < otherDay : one.key < other.key
  }
}

extension DayInterval {
  /// What is left of the days without those of the others.
  func without(_ others: [DayInterval]) -> [DayInterval] {
    var left = [self]
    for other in others {
      left = left.flatMap { days -> [DayInterval] in
        guard days.intersects(other) else { return [days] }
        var parts: [DayInterval] = []
        if days.first < other.first,
          let part = DayInterval(first: days.first, last: other.first.adding(days: -1))
        {
          parts.append(part)
        }
        if other.last < days.last,
          let part = DayInterval(first: other.last.adding(days: 1), last: days.last)
        {
          parts.append(part)
        }
        return parts
      }
    }
    return left
  }
}

extension CriteriaPack {
  /// The terms in which the examples are set.
  public var exampleTerms: CouncilTerms? {
    guard let authority = try? LocalAuthorityCode("820") else { return nil }
    let rows = setting.terms.map {
      TermCalendar.Row(authority: authority, school: nil, term: $0.term, days: $0.days)
    }
    guard let calendar = try? TermCalendar(rows) else { return nil }
    return CouncilTerms(calendar, of: authority, counting: terms)
  }
}
