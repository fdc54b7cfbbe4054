import TestSupport
import Vocabulary

@testable import Criteria

/// Families that are as awkward as can be for a pack: facts on and beside every edge of its windows, vague dates,
/// unknown births, sources that sent nothing for a while.
struct InventedFamilies {
  let pack: CriteriaPack
  let vocabulary: FactVocabulary
  let terms: CouncilTerms
  var random: SplitMix64

  private let kinds: [Int]
  private let edges: [Window]

  init(_ pack: CriteriaPack, _ vocabulary: FactVocabulary, _ terms: CouncilTerms, seed: UInt64) {
    self.pack = pack
    self.vocabulary = vocabulary
    self.terms = terms
    random = SplitMix64(seed: seed)
    let program = CriteriaProgram(pack, vocabulary: vocabulary)
    kinds = program.kindOfSlot.map { Int($0) }
    edges = program.windows
  }

  mutating func file(at date: Day, families: Int) -> CaseFile {
    var file = CaseFile()
    file.sources = ["one", "two"]
    for word in values { _ = file.words.number(of: word) }
    addCoverage(to: &file, date)
    for family in 0..<families { addFamily(to: &file, family, date) }
    return file
  }

  /// The values that tests of details speak of, and one that none does.
  private var values: [String] {
    var words = ["other", "1", "4"]
    for criterion in pack.criteria { Self.collect(criterion.rule, &words) }
    return words
  }

  private static func collect(_ rule: Rule, _ words: inout [String]) {
    switch rule {
    case .atLeast(_, let rules), .allRelevant(let rules): rules.forEach { collect($0, &words) }
    case .not(let rule), .perhaps(let rule), .some(_, let rule), .every(_, let rule):
      collect(rule, &words)
    case .facts(let rule): words += rule.details.flatMap(\.values)
    case .latest(let rule): words += rule.details.flatMap(\.values)
    default: break
    }
  }

  // MARK: Sources

  private mutating func addCoverage(to file: inout CaseFile, _ date: Day) {
    let schools = ["a", "b"].map { file.words.number(of: $0) }
    for kind in kinds where random.below(20) > 0 {
      let place = UInt16(kind)
      let isByUnit =
        pack.units.contains { $0.kind == vocabulary.kinds[kind].name } && random.below(2) == 0
      for source in UInt16(0)...UInt16(random.below(6) == 0 ? 1 : 0) {
        file.suppliers.append(CaseSupplier(source: source, kind: place, isByUnit: isByUnit))
        for unit in isByUnit ? schools.map(Optional.some) : [nil] {
          for days in deliveries(date) {
            file.coverage.append(CaseCoverage(source: source, kind: place, unit: unit, days: days))
          }
        }
      }
    }
  }

  private mutating func deliveries(_ date: Day) -> [DayInterval] {
    let whole = DayInterval(from: date.adding(days: -4000))
    switch random.below(12) {
    case 0:
      let hole = date.adding(days: -random.below(800))
      guard let days = DayInterval(first: hole, last: hole.adding(days: random.below(90))) else {
        return []
      }
      return whole.without([days])
    case 1: return whole.without([DayInterval(from: date.adding(days: -random.below(300)))])
    case 2: return []
    default: return [whole]
    }
  }

  // MARK: Families

  private mutating func addFamily(to file: inout CaseFile, _ family: Int, _ date: Day) {
    let firstPerson = file.people.count
    for _ in 0..<1 + random.below(4) { addPerson(to: &file, date) }
    let people = firstPerson..<file.people.count
    let firstFact = file.facts.count
    for _ in 0..<random.below(30) { addFact(to: &file, people, date) }
    file.facts[firstFact...].sort { CaseFact.precedes($0, $1) }
    let start = random.below(3) == 0 ? nil : date.adding(days: -random.below(500))
    file.families.append(
      CaseFamily(
        id: FamilyID(Int64(family)), people: people, facts: firstFact..<file.facts.count,
        start: start))
    for matter in ["high-concern", "other"] where random.below(6) == 0 {
      file.rulings.append(
        CaseRuling(
          family: FamilyID(Int64(family)), matter: file.words.number(of: matter),
          isSo: random.below(2) == 0,
          day: date.adding(days: 10 - random.below(100))))
    }
  }

  private mutating func addPerson(to file: inout CaseFile, _ date: Day) {
    let first = file.memberships.count
    for _ in 0..<1 + random.below(2) {
      let from = date.adding(days: -random.below(1500))
      let days =
        random.below(3) > 0
        ? DayInterval(from: from)
        : DayInterval(first: from, last: from.adding(days: random.below(1500))) ?? DayInterval(from)
      file.memberships.append(
        CaseMembership(role: random.one(of: Array(FamilyRole.allCases.prefix(5))), days: days))
    }
    let edge = date.adding(months: -12 * random.one(of: [3, 5, 10, 16, 18, 19, 40]))
    let birth = edge.adding(days: 3 - random.below(7) - (random.below(2) * random.below(900)))
    file.people.append(
      CasePerson(
        id: PersonID(Int64(file.people.count)),
        born: random.below(15) == 0 ? nil : vague(birth, oneIn: 10),
        memberships: first..<file.memberships.count))
  }

  private mutating func vague(_ day: Day, oneIn chance: Int) -> PartialDate {
    guard random.below(chance) == 0 else { return PartialDate(day) }
    return PartialDate(random.one(of: [.month, .quarter, .year]), containing: day)
  }

  /// A day beside an edge of one of the pack's windows, or anywhere within some years.
  private mutating func day(_ date: Day) -> Day {
    guard random.below(3) == 0, !edges.isEmpty,
      let days = random.one(of: edges).days(
        at: date, start: date.adding(days: -200), terms: terms), days.first > .earliest
    else { return date.adding(days: 20 - random.below(900)) }
    return random.one(of: [days.first, days.last]).adding(days: 2 - random.below(5))
  }

  private mutating func addFact(to file: inout CaseFile, _ people: Range<Int>, _ date: Day) {
    let kind = random.below(8) == 0 ? random.below(vocabulary.kinds.count) : random.one(of: kinds)
    let declared = vocabulary.kinds[kind]
    let start = day(date)
    var ends: PartialDate?
    var sessions = (part: 0, whole: 0)
    if declared.shape == .measure {
      ends = vague(start.adding(days: random.below(80)), oneIn: 30)
      sessions.whole = random.below(120)
      sessions.part = sessions.whole * random.one(of: [0, 10, 15, 20, 60]) / 100
    } else if declared.shape == .episode, random.below(3) > 0 {
      ends = vague(start.adding(days: random.below(400)), oneIn: 10)
    }
    let first = Int32(file.attributes.count)
    for name in declared.attributes where random.below(5) > 0 {
      let isUnit = pack.units.contains { $0.attribute == name }
      let value = isUnit ? random.one(of: ["a", "b"]) : random.one(of: values)
      file.attributes.append(
        CaseAttribute(name: file.words.number(of: name), value: file.words.number(of: value)))
    }
    file.facts.append(
      CaseFact(
        key: Int64(file.facts.count), kind: UInt16(kind),
        person: random.below(8) == 0 ? nil : people.lowerBound + random.below(people.count),
        starts: random.below(40) == 0 ? nil : vague(start, oneIn: 8), ends: ends,
        part: Int32(sessions.part), whole: Int32(sessions.whole),
        attributes: first..<Int32(file.attributes.count),
        professional: UInt64(random.below(4))))
  }
}
