import Vocabulary

@testable import Journeys

/// Builds a case file of families by hand, in any order of facts.
struct CaseBuilder {
  private(set) var file = CaseFile()
  private var people: [CasePerson] = []
  private var facts: [CaseFact] = []

  /// Adds someone to the family that is being described.
  @discardableResult
  mutating func person(
    born: PartialDate?, role: FamilyRole, isFemale: Bool? = nil, days: DayInterval
  ) -> Int {
    file.memberships.append(CaseMembership(role: role, days: days))
    let place = file.memberships.count - 1
    people.append(
      CasePerson(
        id: PersonID(Int64(file.people.count + people.count + 1)), born: born, isFemale: isFemale,
        memberships: place..<place + 1))
    return file.people.count + people.count - 1
  }

  /// Adds a fact of the family that is being described.
  mutating func fact(
    _ kind: String, of person: Int? = nil, _ starts: PartialDate?, to ends: PartialDate? = nil,
    with attributes: [(String, String)] = [], part: Int = 0, whole: Int = 0, professional: Int = 0
  ) {
    let number = Shipped.kind(kind)
    precondition(number >= 0, "no such kind: \(kind)")
    let start = Int32(file.attributes.count)
    for (name, value) in attributes {
      file.attributes.append(
        CaseAttribute(name: file.words.number(of: name), value: file.words.number(of: value)))
    }
    facts.append(
      CaseFact(
        key: Int64(file.facts.count + facts.count + 1), kind: UInt16(number), person: person,
        starts: starts, ends: ends, part: Int32(part), whole: Int32(whole),
        attributes: start..<Int32(file.attributes.count), professional: UInt64(professional)))
  }

  /// Ends the family, its facts in the order of kinds unless they are to stay as they came.
  mutating func endFamily(inOrder: Bool = true) {
    let ordered =
      inOrder
      ? facts.enumerated().sorted { ($0.1.kind, $0.0) < ($1.1.kind, $1.0) }.map(\.element)
      : facts
    let id = FamilyID(Int64(file.families.count + 1))
    file.families.append(
      CaseFamily(
        id: id, people: file.people.count..<file.people.count + people.count,
        facts: file.facts.count..<file.facts.count + ordered.count))
    file.people += people
    file.facts += ordered
    (people, facts) = ([], [])
  }

  /// States for which days kinds were delivered; all kinds where none is named.
  mutating func cover(_ days: DayInterval, _ kinds: [String]? = nil) {
    let numbers = kinds?.map { Shipped.kind($0) } ?? Array(Shipped.vocabulary.kinds.indices)
    for kind in numbers {
      file.coverage.append(CaseCoverage(source: 0, kind: UInt16(kind), days: days))
    }
  }
}

func day(_ text: String) -> Day { Day(iso: text) ?? .earliest }

func date(_ text: String) -> PartialDate { PartialDate(text: text) ?? PartialDate(.earliest) }

func days(_ first: String, _ last: String? = nil) -> DayInterval {
  DayInterval(first: day(first), last: last.map(day) ?? .latest) ?? DayInterval(.earliest)
}
