public import Vocabulary

extension TriggerExample {
  /// The example as a case file of one family.
  public func caseFile(_ vocabulary: FactVocabulary) -> CaseFile {
    var file = CaseFile()
    for (place, member) in members.enumerated() {
      file.memberships.append(CaseMembership(role: member.role, days: member.days))
      file.people.append(
        CasePerson(
          id: PersonID(Int64(place + 1)), born: member.born, died: member.died,
          isFemale: member.isFemale, memberships: place..<place + 1))
    }
    let ordered = facts.enumerated().sorted { ($0.1.kind, $0.0) < ($1.1.kind, $1.0) }
    for (_, fact) in ordered {
      let start = Int32(file.attributes.count)
      for attribute in fact.attributes {
        file.attributes.append(
          CaseAttribute(
            name: file.words.number(of: attribute.name),
            value: file.words.number(of: attribute.value)))
      }
      for _ in 0..<fact.times {
        file.facts.append(
          CaseFact(
            key: Int64(file.facts.count + 1), kind: UInt16(fact.kind), person: fact.member,
            starts: fact.starts, ends: fact.ends, part: Int32(fact.part), whole: Int32(fact.whole),
            attributes: start..<Int32(file.attributes.count),
            professional: UInt64(fact.professional)))
      }
    }
    file.families = [
      CaseFamily(
        id: FamilyID(1), people: file.people.indices, facts: file.facts.indices)
    ]
    if let days = DayInterval(first: Self.deliveredFrom, last: asOf) {
      for kind in vocabulary.kinds.indices where !undelivered.contains(kind) {
        file.coverage.append(CaseCoverage(source: 0, kind: UInt16(kind), days: days))
      }
    }
    return file
  }

  private static let deliveredFrom = Day(iso: "1990-01-01") ?? .earliest

  /// What the rules say of the example's trigger.
  public func run(
    of trigger: Int, in rules: JourneyRules, _ vocabulary: FactVocabulary
  ) -> Outcome {
    let file = caseFile(vocabulary)
    var engine = JourneyEngine(
      rules, costs: nil, vocabulary: vocabulary, file: file, asOf: asOf)
    let journey = engine.journey(of: file.families[0])
    let steps = rules.triggers[trigger].steps.indices.filter {
      step == nil || rules.triggers[trigger].steps[$0].id == step
    }
    let seen = journey.occurrences.filter {
      $0.trigger == trigger && steps.contains($0.step)
        && ($0.weight > 0 || rules.triggers[trigger].steps[$0.step].weight == 0)
    }
    if let first = seen.first(where: \.isCertain) { return .occurs(first.date.dateText) }
    let untold = (journey.untold + engine.unfed).contains {
      $0.trigger == trigger && steps.contains($0.step)
    }
    return seen.isEmpty && !untold ? .doesNotOccur : .cannotTell
  }
}
