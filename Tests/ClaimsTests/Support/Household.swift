import Claims
import Vocabulary

/// A family made by hand: people, facts and what sources cover, then the case that a claim is judged by.
struct Household {
  var file = CaseFile()
  var names: [String: Int] = [:]
  var facts: [CaseFact] = []
  var life = FamilyLife(family: FamilyID(1))
  var openQuestions = 0
  var linkDeciders: [String] = []
  var asOf = day("2013-07-31")
  var held = day("2013-07-30")

  /// Attached on 1 September 2012, with a plan and a lead, to a pack whose criteria were all met.
  init(met: [String] = ["crime", "education", "work"]) {
    let attached = day("2012-09-01")
    life.status = .worked
    life.identified = day("2012-07-01")
    life.attachedOn = attached
    life.planned = attached
    life.assessed = attached
    life.leadAgency = "early-help"
    life.leadProfessional = "EH-17"
    life.lawfulBasis = "ISA-2012-01"
    life.area = "Solenthaven"
    life.attachment = Attachment(
      year: FinancialYear(containing: attached), area: "Solenthaven", leadAgency: "early-help",
      leadProfessional: "EH-17",
      snapshot: EligibilitySnapshot(
        on: attached, pack: "tf1-2012", packVersion: "1", run: "r1", isEligible: true,
        findings: met.map {
          FrozenFinding(
            criterion: $0, answer: .met,
            evidence: [EvidenceRow(key: 9, kind: "shown", from: day("2012-06-01"))])
        }))
  }

  /// A parent born in 1980 and a child born in 2002.
  static func small(met: [String] = ["crime", "education", "work"]) -> Household {
    var home = Household(met: met)
    home.add("mother", born: "1980-05-09", .parent)
    home.add("ann", born: "2002-03-14", .dependentChild)
    return home
  }

  mutating func add(
    _ name: String, born: String?, _ role: FamilyRole, from: String = "2000-01-01",
    until: String? = nil
  ) {
    let first = file.memberships.count
    file.memberships.append(
      CaseMembership(
        role: role,
        days: DayInterval(first: day(from), last: until.map(day) ?? .latest)
          ?? DayInterval(day(from))))
    names[name] = file.people.count
    file.people.append(
      CasePerson(
        id: PersonID(Int64(100 + file.people.count)), born: born.map { PartialDate(day($0)) },
        memberships: first..<file.memberships.count))
  }

  mutating func fact(
    _ kind: String, of name: String?, on: String, until: String? = nil, part: Int = 0,
    whole: Int = 0, _ details: [(String, String)] = [], precision: DatePrecision = .day
  ) {
    let first = Int32(file.attributes.count)
    for (name, value) in details {
      file.attributes.append(
        CaseAttribute(name: file.words.number(of: name), value: file.words.number(of: value)))
    }
    facts.append(
      CaseFact(
        key: Int64(facts.count + 1_000), kind: Self.kind(kind), person: name.flatMap { names[$0] },
        starts: PartialDate(precision, containing: day(on)),
        ends: until.map { PartialDate(day($0)) }, part: Int32(part), whole: Int32(whole),
        attributes: first..<Int32(file.attributes.count), line: Int32(facts.count + 2)))
  }

  /// What sources cover from the start of 2010 to the day, for every kind but some.
  mutating func cover(except kinds: [String] = [], until: String = "2013-07-31") {
    for (number, kind) in Shipped.vocabulary.kinds.enumerated() where !kinds.contains(kind.name) {
      cover(kind: UInt16(number), "2010-01-01", until)
    }
  }

  mutating func cover(
    _ kind: String, _ first: String, _ last: String, school: String? = nil, source: UInt16 = 0
  ) {
    cover(kind: Self.kind(kind), first, last, school: school, source: source)
  }

  private mutating func cover(
    kind: UInt16, _ first: String, _ last: String, school: String? = nil, source: UInt16 = 0
  ) {
    file.coverage.append(
      CaseCoverage(
        source: source, kind: kind, unit: school.map { file.words.number(of: $0) },
        days: DayInterval(first: day(first), last: day(last)) ?? DayInterval(day(first))))
  }

  /// Sessions of a child in the three terms before the end of July 2013.
  mutating func attends(
    _ name: String, missed: [Int?], of whole: Int = 100, kinds: [String] = Self.unauthorised,
    school: String = "8201"
  ) {
    for (term, missed) in zip(Self.terms, missed) {
      guard let missed else { continue }
      for kind in kinds {
        fact(
          kind, of: name, on: term.0, until: term.1, part: missed, whole: whole,
          [("school", school)])
      }
    }
  }

  static let unauthorised = ["education.absence.unauthorised"]
  static let terms = [
    ("2012-09-03", "2012-12-21"), ("2013-01-07", "2013-03-28"), ("2013-04-15", "2013-07-23"),
  ]

  static func kind(_ name: String) -> UInt16 {
    guard let place = Shipped.vocabulary.kinds.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("there is no kind \(name)")
    }
    return UInt16(place)
  }

  static let calendar: TermCalendar = {
    var rows: [TermCalendar.Row] = []
    for year in 2009...2014 {
      let school = AcademicYear(start: year)
      let days = [
        (Term.autumn, "\(year)-09-03", "\(year)-12-21"),
        (.spring, "\(year + 1)-01-07", "\(year + 1)-03-28"),
        (.summer, "\(year + 1)-04-15", "\(year + 1)-07-23"),
      ]
      for (term, first, last) in days {
        guard let time = DayInterval(first: day(first), last: day(last)),
          let authority = try? LocalAuthorityCode("820")
        else { continue }
        rows.append(
          .init(
            authority: authority, school: nil, term: AcademicTerm(term, of: school), days: time))
      }
    }
    guard let calendar = try? TermCalendar(rows) else { preconditionFailure("a calendar") }
    return calendar
  }()

  var context: ClaimContext {
    guard let authority = try? LocalAuthorityCode("820") else { preconditionFailure("a code") }
    return ClaimContext(
      vocabulary: Shipped.vocabulary, sources: ["source", "other"],
      extracts: [.init(digest: "d1", held: held)], calendar: Self.calendar, authority: authority,
      run: "run", asOf: asOf)
  }

  var claimCase: ClaimCase {
    var file = self.file
    file.facts = facts
    file.families = [
      CaseFamily(id: life.family, people: 0..<file.people.count, facts: 0..<facts.count)
    ]
    return ClaimCase(
      file: file, family: file.families[0], life: life, reference: "F-1",
      openQuestions: openQuestions, linkDeciders: linkDeciders, context: context)
  }

  /// What an element comes to under a scheme.
  func element(_ name: String, _ scheme: String = "tf1-2012") throws -> FrozenElement {
    let scheme = try Shipped.scheme(scheme)
    guard let element = scheme.element(named: name) else { preconditionFailure(name) }
    return claimCase.evaluate(
      element, problems: scheme.problems(of: life.attachment?.snapshot.met ?? []))
  }
}
