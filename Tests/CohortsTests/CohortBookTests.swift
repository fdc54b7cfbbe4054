import FoundationEssentials
import Testing
import TestSupport
import Vocabulary
import YAMLFiles

@testable import Cohorts

func day(_ text: String) -> Day {
  guard let day = Day(iso: text) else { preconditionFailure("\(text) is no day") }
  return day
}

/// A programme with two areas, and entries by hand.
struct Lives {
  var book = CohortBook()
  var programme = Programme(
    title: "test", families: 100, targets: [],
    areas: [
      .init(name: "north", group: "north group", towns: []),
      .init(name: "south", group: "south group", towns: []),
    ],
    partners: [
      .init(agency: "early-help", purposes: ["outcomes"], sees: [.ordinary, .special]),
      .init(agency: "police", purposes: ["identification"], sees: [.offence]),
    ], services: [.init(name: "intensive", title: "x", places: 1, total: nil)],
    closingReasons: ["needs-met"], priority: [], roles: [:])

  static func attachment(
    on text: String = "2012-09-01", year: Int = 2012, area: String = "north",
    lead: String = "early-help", isEligible: Bool = true,
    discretion: EligibilitySnapshot.Discretion = .notAsked
  ) -> CohortEvent {
    .attached(
      Attachment(
        year: FinancialYear(start: year), area: area, leadAgency: lead, leadProfessional: "EH-1",
        snapshot: EligibilitySnapshot(
          on: day(text), pack: "tf1-2012", packVersion: "1", run: "r", isEligible: isEligible,
          discretion: discretion,
          findings: [
            FrozenFinding(criterion: "crime", answer: .met),
            FrozenFinding(criterion: "work", answer: .notMet),
          ])))
  }

  @discardableResult
  mutating func say(
    _ event: CohortEvent, on text: String, family: Int64 = 1, by: String = "mary"
  ) -> CohortRefusal? {
    do {
      try book.take(
        CohortEntry(family: FamilyID(family), on: day(text), by: by, event: event), in: programme)
      return nil
    } catch {
      return error
    }
  }

  /// A family that is attached on 1 September 2012.
  mutating func attach(_ family: Int64 = 1) {
    say(.identified(area: "north"), on: "2012-07-01", family: family)
    say(.confirmed, on: "2012-08-01", family: family)
    say(Self.attachment(), on: "2012-09-01", family: family)
  }
}

@Suite("A family's life in the programme")
struct CohortBookTests {
  @Test("from identified to closed")
  func wholeLife() throws {
    var lives = Lives()
    lives.attach()
    #expect(lives.book[FamilyID(1)]?.status == .attached)
    #expect(lives.book[FamilyID(1)]?.isWorkedWith == false)
    for (event, on) in [
      (CohortEvent.assessed, "2012-06-01"), (.planned, "2012-09-10"), (.worked, "2012-09-20"),
      (.lead(agency: "police", professional: "P-2"), "2012-10-01"),
      (.consented(service: .given, evaluation: nil), "2012-10-01"),
      (.lawfulBasis(reference: "ISA-1"), "2012-10-01"),
      (.nominated(service: "intensive"), "2012-10-02"),
      (.answered(service: "intensive", isTaken: true), "2012-10-09"),
      (.problem("health"), "2012-11-01"),
      (.progressed(element: "health", reference: "review"), "2013-06-01"),
      (.achieved(result: "crime-education"), "2013-07-01"),
      (.closed(reason: "needs-met"), "2013-08-01"),
    ] {
      #expect(lives.say(event, on: on) == nil)
    }
    let life = try #require(lives.book[FamilyID(1)])
    #expect(life.status == .closed && life.isWorkedWith)
    #expect(life.confirmed == .init(by: "mary", on: day("2012-08-01")))
    #expect(life.attachment?.snapshot.met == ["crime"])
    #expect(life.leadAgency == "police" && life.serviceConsent == .given)
    #expect(life.evaluationConsent == nil)
    #expect(life.nominations.map(\.isTaken) == [true])
    #expect(life.laterProblems == ["health"] && life.progress.map(\.reference) == ["review"])
    #expect(life.ended == day("2013-08-01") && life.ending == "needs-met")
    #expect(lives.say(.worked, on: "2013-09-01")?.code == .ended)
  }

  @Test("what may not be entered, in words")
  func refused() {
    var lives = Lives()
    #expect(lives.say(Lives.attachment(), on: "2012-09-01")?.code == .notConfirmed)
    #expect(lives.say(.identified(area: "west"), on: "2012-07-01")?.code == .unknownWord)
    #expect(lives.say(.identified(area: "north"), on: "2012-07-01") == nil)
    #expect(lives.say(Lives.attachment(), on: "2012-09-01")?.code == .notConfirmed)
    #expect(lives.say(.confirmed, on: "2012-06-30")?.code == .days)
    #expect(lives.say(.confirmed, on: "2012-08-01", by: "")?.code == .nobody)
    #expect(lives.say(.confirmed, on: "2012-08-01") == nil)
    #expect(lives.say(.planned, on: "2012-08-02")?.code == .notAttached)
    for (event, on, code) in [
      (Lives.attachment(on: "2012-07-31"), "2012-07-31", CohortRefusal.Code.days),
      (Lives.attachment(year: 2013), "2012-09-01", .days),
      (Lives.attachment(on: "2012-08-31"), "2012-09-01", .days),
      (Lives.attachment(area: "west"), "2012-09-01", .unknownWord),
      (Lives.attachment(lead: "dwp"), "2012-09-01", .unknownWord),
      (Lives.attachment(isEligible: false), "2012-09-01", .notEligible),
      (Lives.attachment(discretion: .missing), "2012-09-01", .notEligible),
    ] {
      #expect(lives.say(event, on: on)?.code == code)
    }
    #expect(lives.say(Lives.attachment(), on: "2012-09-01") == nil)
    #expect(lives.say(Lives.attachment(), on: "2012-09-01")?.code == .attachedAlready)
    #expect(lives.say(.confirmed, on: "2012-09-02")?.code == .attachedAlready)
    #expect(lives.say(.worked, on: "2012-08-31")?.code == .days)
    #expect(lives.say(.closed(reason: "bored"), on: "2013-01-01")?.code == .unknownWord)
    let refusal = lives.say(.closed(reason: "bored"), on: "2013-01-01")
    #expect(refusal?.description == "the programme has no reason 'bored'")
  }

  @Test("a day after the day of entry")
  func future() {
    var lives = Lives()
    #expect(throws: CohortRefusal.self) {
      try lives.book.take(
        CohortEntry(
          family: FamilyID(1), on: day("2012-07-02"), entered: day("2012-07-01"), by: "x",
          event: .confirmed), in: lives.programme)
    }
  }

  @Test("who declined can come back, and is confirmed anew")
  func back() {
    var lives = Lives()
    lives.say(.identified(area: "north"), on: "2012-07-01")
    lives.say(.confirmed, on: "2012-08-01")
    lives.say(.declined, on: "2012-08-15")
    #expect(lives.book[FamilyID(1)]?.status == .declined)
    #expect(lives.say(Lives.attachment(), on: "2012-09-01")?.code == .ended)
    lives.say(.identified(area: "south"), on: "2012-08-20")
    #expect(lives.say(Lives.attachment(), on: "2012-09-01")?.code == .notConfirmed)
    lives.say(.confirmed, on: "2012-08-25")
    #expect(lives.say(Lives.attachment(area: "south"), on: "2012-09-01") == nil)
    #expect(lives.book[FamilyID(1)]?.area == "south")
    #expect(lives.book[FamilyID(1)]?.identified == day("2012-07-01"))
  }

  @Test(
    "a family that was attached comes back like any other: identified, confirmed, attached",
    arguments: [
      CohortEvent.closed(reason: "needs-met"), .declined, .movedOut(to: "elsewhere"),
    ])
  func backAfterAttachment(ending: CohortEvent) {
    for isIdentified in [true, false] {
      var lives = Lives()
      lives.attach()
      lives.say(.problem("health"), on: "2012-11-01")
      lives.say(.achieved(result: "employment"), on: "2012-11-02")
      #expect(lives.say(ending, on: "2013-01-01") == nil)
      #expect(lives.book[FamilyID(1)]?.attachedOn == day("2012-09-01"))
      if isIdentified {
        #expect(lives.say(.identified(area: ""), on: "2013-02-01") == nil)
        #expect(lives.book[FamilyID(1)]?.status == .identified)
      }
      #expect(lives.say(.confirmed, on: "2013-02-10") == nil)
      let life = lives.book[FamilyID(1)]
      #expect(life?.status == .confirmed && life?.attachment == nil && life?.attachedOn == nil)
      #expect(life?.laterProblems == [] && life?.results == [] && life?.area == "north")
      #expect(lives.say(.worked, on: "2013-02-20")?.code == .notAttached)
      #expect(lives.say(Lives.attachment(on: "2013-03-01"), on: "2013-03-01") == nil)
      #expect(lives.book[FamilyID(1)]?.attachedOn == day("2013-03-01"))
    }
  }

  @Test("the area need not be said again, nor at all")
  func withoutArea() {
    var lives = Lives()
    #expect(lives.say(.identified(area: ""), on: "2012-07-01") == nil)
    lives.say(.confirmed, on: "2012-08-01")
    #expect(lives.say(Lives.attachment(area: ""), on: "2012-09-01") == nil)
    #expect(lives.book[FamilyID(1)]?.area == "")
    #expect(lives.say(.identified(area: "nowhere"), on: "2012-09-01")?.code == .unknownWord)
  }

  @Test("an intensive service takes no more than it has places for")
  func capacity() {
    var lives = Lives()
    for family in [1, 2] as [Int64] {
      lives.attach(family)
      #expect(lives.say(.nominated(service: "intensive"), on: "2012-10-01", family: family) == nil)
    }
    let taken = CohortEvent.answered(service: "intensive", isTaken: true)
    #expect(lives.say(taken, on: "2012-10-02", family: 1) == nil)
    #expect(lives.say(taken, on: "2012-10-02", family: 2)?.code == .full)
    lives.say(.closed(reason: "needs-met"), on: "2012-11-01", family: 1)
    #expect(lives.say(taken, on: "2012-11-02", family: 2) == nil)
    #expect(lives.say(taken, on: "2012-11-02", family: 2)?.code == .notAttached)
    #expect(
      lives.say(.nominated(service: "other"), on: "2012-11-02", family: 2)?.code == .unknownWord)
  }
}

@Suite("Targets, lists and counts")
struct ProgrammeTests {
  static let root = #filePath.components(separatedBy: "/Tests/CohortsTests/")[0]
  static let vocabulary = FactVocabulary(
    agencies: [
      "early-help", "social-care", "education", "youth-justice", "police", "probation", "housing",
      "health", "voluntary", "dwp",
    ].map { Agency(name: $0, title: $0, isUniversal: false) },
    kinds: [
      ("a.school", "education", Sensitivity.ordinary), ("a.care", "social-care", .special),
      ("a.crime", "police", .offence), ("a.benefit", "dwp", .benefit),
      ("a.own-benefit", "early-help", .benefit),
    ].map {
      FactKind(
        name: $0.0, title: $0.0, agency: $0.1, shape: .event, level: 0, cost: nil,
        sensitivity: $0.2, attributes: [])
    }, relations: [])

  private func programme(_ path: String) throws -> Programme {
    let text = try String(
      contentsOfFile: "\(Self.root)/pipelines/solentshire/\(path)", encoding: .utf8)
    let (programme, mistakes) = try read(text)
    return try #require(programme, "\(mistakes)")
  }

  private func read(_ text: String) throws -> (Programme?, [YAMLMistake]) {
    var mistakes: [YAMLMistake] = []
    let programme = Programme.read(
      try YAMLDocument.parse(text, name: "programme.yaml"), vocabulary: Self.vocabulary,
      collecting: &mistakes)
    return (programme, mistakes)
  }

  @Test("what a county and a borough agreed to")
  func published() throws {
    let county = try programme("targets/hampshire-2012.yaml")
    #expect(county.families == 1_590)
    #expect(county.targets.map(\.families) == [530, 712, 348])
    #expect(county.services.map(\.total) == [500])
    let borough = try programme("targets/harrow-2013.yaml")
    #expect(borough.families == 395)
    #expect(borough.target(in: FinancialYear(start: 2013))?.families == 198)
    #expect(borough.target(in: FinancialYear(start: 2012))?.aimPercent == 75)
    #expect(borough.aim(in: FinancialYear(start: 2012)) == nil)
  }

  @Test("the sample council's programme")
  func sample() throws {
    let programme = try programme("programme.yaml")
    #expect(programme.areas.count == 5)
    #expect(programme.targets.compactMap(\.families).reduce(0, +) == programme.families)
    #expect(programme.aim(in: FinancialYear(start: 2012)) == 15)
    #expect(!programme.partners.contains { $0.sees.contains(.benefit) })
  }

  @Test(
    "mistakes are told",
    arguments: [
      ("programme: x\nfamilies: 3\ntargets: {2012/13: {families: 4}}\n", "come to 4, more than 3"),
      ("programme: x\nfamilies: 3\ntargets: {2012: {families: 1}}\n", "'2012' is no year"),
      (
        "programme: x\nfamilies: 3\nareas: {north: {}}\ntargets:\n  2012/13: {families: 3, areas: {nort: 3}}\n",
        "did you mean 'north'?"
      ),
      (
        "programme: x\nfamilies: 3\nareas: {north: {}}\ntargets:\n  2012/13: {families: 3, areas: {north: 2}}\n",
        "come to 2 and not to 3"
      ),
      (
        "programme: x\nfamilies: 3\ntargets: {}\npartners: {polise: {}}\n",
        "did you mean 'police'?"
      ),
      (
        "programme: x\nfamilies: 3\ntargets: {}\npartners: {police: {sees: [benefit]}}\n",
        "'benefit' is no value"
      ),
    ])
  func mistakes(text: String, told: String) throws {
    let (programme, mistakes) = try read(text)
    #expect(programme == nil)
    #expect(mistakes.map(\.description).joined().contains(told), "\(mistakes)")
  }

  @Test("an agency sees its own families only, what its purpose allows, and no benefits")
  func agencyList() throws {
    var lives = Lives()
    lives.attach(1)
    lives.attach(2)
    lives.say(.consented(service: .given, evaluation: nil), on: "2012-10-01", family: 1)
    lives.say(.planned, on: "2012-10-01", family: 1)
    let known: [UInt16: Day] = [0, 1, 2, 3, 4].reduce(into: [:]) { $0[$1] = day("2012-08-01") }
    let subjects = [1, 2].map { family in
      AgencyList.Subject(
        life: lives.book[FamilyID(family)] ?? FamilyLife(family: FamilyID(family)),
        reference: "F-\(family)",
        lastKnown: family == 1 ? known : [1: day("2012-08-01"), 3: day("2012-08-01")])
    }
    func list(_ agency: String, _ purpose: String) -> AgencyList? {
      AgencyList(for: agency, purpose: purpose, subjects, lives.programme, Self.vocabulary)
    }
    #expect(list("police", "outcomes") == nil)
    #expect(list("dwp", "outcomes") == nil)
    let police = try #require(list("police", "identification"))
    #expect(police.rows.map(\.reference) == ["F-1"])
    #expect(police.rows[0].known.map(\.kind) == ["a.crime"])
    #expect(police.rows[0].leadProfessional == "EH-1")
    // Early help leads both; of the second, which agreed to nothing, it is told nothing of others.
    let help = try #require(list("early-help", "outcomes"))
    #expect(help.rows.map { $0.known.map(\.kind) } == [["a.school", "a.care"], []])
    #expect(help.rows.map(\.leadProfessional) == ["EH-1", ""])
  }

  @Test("those that wait, by points that can be read")
  func priority() {
    var programme = Lives().programme
    programme.priority = [
      .init(sign: "crime", points: 3, each: 1), .init(sign: "children", points: 1, each: 2),
    ]
    let list = PriorityList(
      [
        .init(family: FamilyID(3), area: "south", criteria: ["crime"], signs: ["children": 5]),
        .init(family: FamilyID(2), area: "north", criteria: [], signs: ["children": 1]),
        .init(family: FamilyID(1), area: "south", criteria: ["crime"], signs: ["children": 4]),
        .init(family: FamilyID(4), area: "south", criteria: ["work"], signs: ["children": 12]),
      ], programme)
    #expect(list.areas.map(\.area) == ["north", "south"])
    #expect(list.areas[1].rows.map(\.candidate.family.value) == [4, 1, 3])
    #expect(list.areas[1].rows.map(\.points) == [6, 5, 5])
    #expect(list.areas[1].rows[1].reasons.map(\.sign) == ["crime", "children"])
    #expect(list.areas[0].rows[0].points == 0)
  }

  @Test("results of a claim count once, and for the attachment that they were claimed for alone")
  func claimedResults() {
    var lives = Lives()
    lives.attach(1)
    lives.say(.achieved(result: "employment"), on: "2013-06-01", family: 1)
    var book = lives.book
    book.note(["crime-education"], of: FamilyID(1), attachedOn: day("2012-08-31"))
    book.note(["crime-education"], of: FamilyID(2), attachedOn: day("2012-09-01"))
    #expect(book.lives == lives.book.lives)
    for _ in 1...2 {
      book.note(
        ["crime-education", "employment"], of: FamilyID(1), attachedOn: day("2012-09-01"))
      #expect(book[FamilyID(1)]?.results == ["employment", "crime-education"])
    }
  }

  @Test("the funnel by year and area, and what changed overnight")
  func funnel() throws {
    var lives = Lives()
    lives.programme.targets = [
      .init(
        year: FinancialYear(start: 2012), families: 4, aimPercent: 75,
        byArea: ["north": 3, "south": 1])
    ]
    lives.attach(1)
    let before = lives.book.lives
    lives.say(.assessed, on: "2012-10-01", family: 1)
    lives.say(.planned, on: "2012-10-01", family: 1)
    lives.say(.achieved(result: "employment"), on: "2013-06-01", family: 1)
    lives.say(.identified(area: "south"), on: "2012-07-01", family: 2)
    lives.say(.confirmed, on: "2012-07-02", family: 2)
    lives.say(.identified(area: "south"), on: "2012-07-01", family: 3)
    lives.say(.declined, on: "2012-07-02", family: 3)
    let funnel = Funnel(lives.book.lives, lives.programme, asOf: day("2013-07-31"))
    let year = try #require(funnel.year(FinancialYear(start: 2012)))
    #expect([year.identified, year.confirmed, year.attached, year.planned] == [3, 2, 1, 1])
    #expect([year.worked, year.achieved, year.lost, year.waiting] == [1, 1, 1, 1])
    #expect(year.target == 4)
    #expect(funnel.rows.map(\.area) == ["", "north", "south"])
    #expect(funnel.rows.map(\.identified) == [3, 1, 2])
    let changes = CohortChange.changes(from: before, to: lives.book.lives)
    #expect(changes.map(\.what) == [.moved, .appeared, .appeared])
    #expect(changes[0].before == .attached && changes[0].after == .outcome)
    #expect(
      CohortChange.changes(from: lives.book.lives, to: []).map(\.what.rawValue)
        == Array(
          repeating: "vanished", count: 3))
  }
}
