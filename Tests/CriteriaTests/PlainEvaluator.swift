import Vocabulary

@testable import Criteria

/// Works out criteria as slowly and plainly as can be: from the rules themselves, fact by fact, word by word.
struct PlainEvaluator {
  let pack: CriteriaPack
  let vocabulary: FactVocabulary
  let terms: CouncilTerms
  let file: CaseFile
  let date: Day
  var family = 0
  /// What is said of each kind, sorted out once.
  let places: [String: Int]
  let coverage: [Int: [CaseCoverage]]
  let suppliers: [Int: [CaseSupplier]]

  init(
    _ pack: CriteriaPack, _ vocabulary: FactVocabulary, _ terms: CouncilTerms, _ file: CaseFile,
    at date: Day
  ) {
    self.pack = pack
    self.vocabulary = vocabulary
    self.terms = terms
    self.file = file
    self.date = date
    places = Dictionary(
      uniqueKeysWithValues: vocabulary.kinds.enumerated().map { ($1.name, $0) })
    coverage = Dictionary(grouping: file.coverage) { Int($0.kind) }
    suppliers = Dictionary(grouping: file.suppliers) { Int($0.kind) }
  }

  var entry: CaseFamily { file.families[family] }

  func state(of criterion: Int) -> FindingState {
    state(pack.criteria[criterion].rule, nil)
  }

  // MARK: Rules

  func state(_ rule: Rule, _ person: Int?) -> FindingState {
    switch rule {
    case .criterion(let name):
      guard let place = pack.place(of: name) else { return .notApplicable }
      return state(pack.criteria[place].rule, person)
    case .atLeast(let least, let rules): return atLeast(least, rules.map { state($0, person) })
    case .allRelevant(let rules):
      let states = rules.map { state($0, person) }.filter { $0 != .notApplicable }
      return states.isEmpty ? .notApplicable : all(states)
    case .not(let rule): return state(rule, person).negated
    case .perhaps(let rule):
      let found = state(rule, person)
      return found == .met ? .cannotTell : found
    case .some(let group, let rule): return some(group, rule, person)
    case .every(let group, let rule): return every(group, rule, person)
    case .facts(let rule): return counted(rule, person)
    case .latest(let rule): return latest(rule, person)
    case .measure(let rule): return measured(rule, person)
    case .share(let rule): return shared(rule, person)
    case .fall(let rule): return fallen(rule, person)
    case .spell(let rule): return lasted(rule, person)
    case .unanswered(let rule): return unanswered(rule, person)
    case .member(let group):
      return FindingState(entry.people.map { isIn(group, $0) }.reduce(.no) { $0.or($1) })
    case .covered(let kinds, let window):
      guard let days = days(window) else { return .cannotTell }
      return isCovered(kinds, days, person) ? .met : .cannotTell
    case .decision(let matter):
      let rulings = file.rulings.filter {
        $0.family == entry.id && file.words[$0.matter] == matter && $0.day <= date
      }
      let last = rulings.map(\.day).max()
      return rulings.last { $0.day == last }?.isSo ?? false ? .met : .notMet
    case .notComputable: return .cannotTell
    }
  }

  private func all(_ states: [FindingState]) -> FindingState {
    if states.contains(.notMet) { return .notMet }
    return states.contains(.cannotTell) ? .cannotTell : .met
  }

  private func atLeast(_ least: Int, _ states: [FindingState]) -> FindingState {
    let met = states.count { $0 == .met }
    if met >= least { return .met }
    if met + states.count(where: { $0 == .cannotTell }) >= least { return .cannotTell }
    return states.allSatisfy { $0 == .notApplicable } ? .notApplicable : .notMet
  }

  private func some(_ group: String, _ rule: Rule, _ person: Int?) -> FindingState {
    let states = (person.map { [$0] } ?? Array(entry.people)).compactMap { who -> FindingState? in
      let belongs = isIn(group, who)
      if belongs == .no { return nil }
      let found = state(rule, who)
      return belongs == .cannotTell && found == .met ? .cannotTell : found
    }
    for wanted in [FindingState.met, .cannotTell, .notMet] where states.contains(wanted) {
      return wanted
    }
    return .notApplicable
  }

  private func every(_ group: String, _ rule: Rule, _ person: Int?) -> FindingState {
    let states = (person.map { [$0] } ?? Array(entry.people)).compactMap { who -> FindingState? in
      let belongs = isIn(group, who)
      let found = belongs == .no ? .notApplicable : state(rule, who)
      if found == .notApplicable { return nil }
      return belongs == .cannotTell && found == .notMet ? .cannotTell : found
    }
    return states.isEmpty ? .notApplicable : all(states)
  }

  // MARK: People

  private func group(_ name: String) -> MemberGroup {
    pack.groups.first { $0.name == name }
      ?? MemberGroup(name: "anyone", ages: nil, roles: [], isAtEvent: false, hasFormer: false)
  }

  func isIn(_ name: String, _ person: Int) -> Certainty {
    let group = group(name)
    let belongs = file.people[person].memberships.map { file.memberships[$0] }.contains {
      let isThere = group.hasFormer ? $0.days.first <= date : $0.days.contains(date)
      return isThere && (group.isAtEvent || group.roles.isEmpty || group.roles.contains($0.role))
    }
    guard belongs else { return .no }
    return group.isAtEvent ? .yes : hasAge(person, group, PartialDate(date))
  }

  private func hasAge(_ person: Int, _ group: MemberGroup, _ date: PartialDate) -> Certainty {
    guard let ages = group.ages else { return .yes }
    guard let born = file.people[person].born else { return .cannotTell }
    if born.isAfter(date) == .yes { return .no }
    return Age.isUnder(ages.upperBound + 1, born: born, on: date)
      .and(Age.isUnder(ages.lowerBound, born: born, on: date).negated)
      .and(Age.isUnder(0, born: born, on: date).negated)
  }

  private func isAbout(_ fact: CaseFact, _ group: String?, _ person: Int?) -> Certainty {
    guard let who = fact.person else { return Certainty(group == nil && person == nil) }
    if let person, who != person { return .no }
    guard let group else { return person == nil ? isIn("anyone", who) : .yes }
    let now = isIn(group, who)
    let settings = self.group(group)
    guard settings.isAtEvent, now != .no else { return now }
    guard let event = fact.starts else { return .cannotTell }
    var role = Certainty(settings.roles.isEmpty)
    for membership in file.people[who].memberships.map({ file.memberships[$0] })
    where settings.roles.contains(membership.role) {
      role = role.or(event.isWithin(membership.days))
    }
    return now.and(role).and(hasAge(who, settings, event))
  }

  // MARK: Facts

  func days(_ window: Window) -> DayInterval? {
    window.days(at: date, start: entry.start, terms: terms)
  }

  func kindName(_ fact: CaseFact) -> String { vocabulary.kinds[Int(fact.kind)].name }

  func facts(_ kinds: [String]) -> [CaseFact] {
    let wanted = kinds.compactMap { places[$0] }
    return entry.facts.map { file.facts[$0] }.filter { wanted.contains(Int($0.kind)) }
  }

  func detail(_ fact: CaseFact, _ name: String) -> String? {
    fact.attributes.map { file.attributes[Int($0)] }
      .first { file.words[$0.name] == name }.map { file.words[$0.value] }
  }

  func isInTime(_ fact: CaseFact, _ timing: FactTiming, _ days: DayInterval) -> Certainty {
    guard let start = fact.starts else { return .cannotTell }
    if timing == .happened { return start.isWithin(days) }
    let began = start.isOnOrBefore(days.last)
    let until = timing == .open ? days.last : days.first
    return fact.ends.map { began.and($0.isOnOrAfter(until)) } ?? began
  }

  func passes(_ fact: CaseFact, _ tests: [DetailTest]) -> Certainty {
    tests.reduce(.yes) { sure, test in
      guard let value = detail(fact, test.attribute) else { return sure.and(.cannotTell) }
      return sure.and(Certainty(test.values.contains(value) != test.isOpposite))
    }
  }

  private func counted(_ rule: FactsRule, _ person: Int?) -> FindingState {
    guard let days = days(rule.window) else { return .cannotTell }
    if person == nil, let group = rule.group,
      entry.people.allSatisfy({ isIn(group, $0) == .no })
    {
      return .notApplicable
    }
    let found = facts(rule.kinds).map { fact in
      let sure = isInTime(fact, rule.timing, days).and(isAbout(fact, rule.group, person))
        .and(passes(fact, rule.details))
      return (fact: fact, sure: sure)
    }
    let certain = atLeast(rule, found.filter { $0.sure == .yes }.map(\.fact))
    if certain >= rule.least { return .met }
    let possible = atMost(rule, found.filter { $0.sure != .no }.map(\.fact))
    if possible >= rule.least { return .cannotTell }
    return rule.isSilenceTrusted || isCovered(rule.kinds, days, person) ? .notMet : .cannotTell
  }

  /// How many facts come to at least: those that do not say what they are counted by may be among the others.
  private func atLeast(_ rule: FactsRule, _ facts: [CaseFact]) -> Int {
    switch rule.countedBy {
    case .facts: facts.count
    case .amount(let name): facts.compactMap { amount($0, name) }.reduce(0, +)
    default: Set(facts.compactMap { value($0, rule.countedBy) }).count
    }
  }

  /// How many they come to at most: each that does not say is one more, or as many as it takes.
  private func atMost(_ rule: FactsRule, _ facts: [CaseFact]) -> Int {
    switch rule.countedBy {
    case .facts: facts.count
    case .amount(let name): facts.map { amount($0, name) ?? rule.least }.reduce(0, +)
    default:
      Set(facts.compactMap { value($0, rule.countedBy) }).count
        + facts.count { value($0, rule.countedBy) == nil }
    }
  }

  private func amount(_ fact: CaseFact, _ name: String) -> Int? {
    detail(fact, name).flatMap { Int($0) }
  }

  /// What a fact is counted by, where it says.
  private func value(_ fact: CaseFact, _ by: CountedBy) -> String? {
    switch by {
    case .days: fact.starts?.day?.iso
    case .agencies: vocabulary.kinds[Int(fact.kind)].agency
    case .people: fact.person.map { "\($0)" }
    case .professionals: fact.professional == 0 ? nil : "\(fact.professional)"
    case .attribute(let name): detail(fact, name)
    case .facts, .amount: nil
    }
  }
}
