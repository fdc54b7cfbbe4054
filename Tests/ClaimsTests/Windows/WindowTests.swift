import Testing
import TestSupport
import Vocabulary

@testable import Claims

@Suite("Audit samples")
struct AuditSampleTests {
  @Test(
    "a tenth rounded up, ten at least, never more than there are",
    arguments: [(0, 0), (3, 3), (10, 10), (100, 10), (101, 11), (250, 25), (251, 26)])
  func size(population: Int, size: Int) throws {
    let rules = try Shipped.scheme("tf1-2012").audit
    #expect(AuditSample.size(for: population, rules) == size)
  }

  @Test("the same seed draws the same, whatever the order; another seed another")
  func repeatable() throws {
    let claims = try Claiming.complete(120).book.all
    let drawn = AuditSample.draw(12, from: claims, seed: 5)
    #expect(drawn == AuditSample.draw(12, from: claims.reversed(), seed: 5))
    #expect(drawn != AuditSample.draw(12, from: claims, seed: 6))
    #expect(drawn.count == 12 && Set(drawn).count == 12)
  }

  @Test("every result and area is in it, in proportion, and workers take turns")
  func strata() throws {
    let claiming = try Claiming.complete(120)
    for seed in 0..<20 {
      let drawn = AuditSample.draw(12, from: claiming.book.all, seed: UInt64(seed))
      let states = drawn.compactMap { claiming.book[$0]?.current }
      var counts: [String: Int] = [:]
      for state in states { counts["\(state.mainResult) \(state.area)", default: 0] += 1 }
      #expect(counts.count == 6)
      #expect(counts.values.allSatisfy { (1...3).contains($0) })
      let main = states.filter { $0.mainResult == "crime-education" && $0.area == "area 1" }
      #expect(Set(main.map(\.worker)).count == main.count)
    }
  }

  @Test("every claim is drawn about as often over many seeds")
  func fair() throws {
    let claims = try Claiming.complete(40).book.all
    var counts: [ClaimID: Int] = [:]
    for seed in 0..<400 {
      for id in AuditSample.draw(10, from: claims, seed: UInt64(seed)) {
        counts[id, default: 0] += 1
      }
    }
    // A quarter of 400 on average; strata and turns make it uneven, never extreme.
    #expect(counts.count == 40)
    #expect(counts.values.allSatisfy { (40...220).contains($0) }, "\(counts.values.sorted())")
  }

  @Test("the rest is accepted only with a whole sample whose failures are few")
  func accepting() throws {
    var claiming = try Claiming.complete(30)
    let scheme = try #require(claiming.rules.schemes["tf1-2012"])
    let accept = ClaimEvent.audited(isPassed: true, basis: .sample("s1"), reason: "")
    let drawn = AuditSample.draw(10, from: claiming.book.all, seed: 1)
    let rest = claiming.book.all.map(\.id).filter { !drawn.contains($0) }
    #expect(claiming.say(rest[0].number, accept, by: "oscar", as: .auditor)?.code == .notAudited)
    for id in drawn {
      claiming.say(id.number, .sampled(sample: "s1"), by: "oscar", as: .auditor)
    }
    for id in drawn.dropLast() {
      claiming.say(
        id.number, .audited(isPassed: true, basis: .itself, reason: ""), by: "oscar",
        as: .auditor)
    }
    let early = claiming.say(rest[0].number, accept, by: "oscar", as: .auditor)
    #expect(early?.words == "9 of the 10 claims that the sample of 2013-07 needs were audited")
    claiming.say(
      drawn[9].number, .audited(isPassed: false, basis: .itself, reason: "no plan"), by: "oscar",
      as: .auditor)
    // 1 of 10 failed and 5% are tolerated.
    #expect(
      claiming.say(rest[0].number, accept, by: "oscar", as: .auditor)?.code == .sampleFailed)
    let judgement = claiming.book.judgement(of: "2013-07", scheme)
    #expect(judgement.failed == 1 && judgement.isComplete && !judgement.isWithinTolerance)
    let range = try #require(judgement.errorRange)
    #expect((1.7...1.9).contains(range.lowerBound) && (40.0...40.5).contains(range.upperBound))
    // The sample is extended by ten more: 1 of 20 is tolerated.
    for id in rest.prefix(10) {
      claiming.say(id.number, .sampled(sample: "s2"), by: "oscar", as: .auditor)
      claiming.say(
        id.number, .audited(isPassed: true, basis: .itself, reason: ""), by: "oscar",
        as: .auditor)
    }
    #expect(claiming.say(rest[15].number, accept, by: "oscar", as: .auditor) == nil)
    #expect(claiming.book[rest[15]]?.basis == .sample("s1"))
  }
}

@Suite("Reconciliation, changes, forecast")
struct ReconciliationTests {
  private func claimed() throws -> Claiming {
    var claiming = try Claiming()
    for number in 1...6 {
      let claim = Claiming.frozen(family: Int64(number), people: [Int64(number)])
      #expect(claiming.prepare(claim) == nil)
      if number < 6 { #expect(claiming.submit(number) == nil) }
    }
    claiming.say(1, .paid(Pence(70_000)))
    claiming.say(2, .paid(Pence(70_000)))
    claiming.say(2, .withdrawn(reason: "x", Pence(70_000)))
    claiming.say(3, .rejected(reason: "x"))
    return claiming
  }

  @Test("every line adds, in words")
  func adds() throws {
    let claiming = try claimed()
    let scheme = try #require(claiming.rules.schemes["tf1-2012"])
    let sheet = claiming.book.reconciliation(
      of: "2013-07", scheme, claiming.rules.windows,
      families: .init(
        identified: 20, eligible: 12, notEligible: 5, cannotTell: 3, attached: 8, waiting: 3,
        declined: 1))
    #expect(sheet.broken == [])
    #expect(
      sheet.lines.map(\.text) == [
        "identified 20 = 12 eligible + 5 not eligible + 3 cannot tell",
        "eligible 12 = 8 attached + 3 waiting + 1 declined or moved out",
        "submitted in 2013-07 5 = 1 paid + 1 rejected + 1 withdrawn + 2 pending",
        "submitted so far 5 = 1 paid + 1 rejected + 1 withdrawn + 2 pending",
        "submitted so far 5 = 5 in 2013-07 + 0 before",
        "received £1,400.00 = £700.00 held + £700.00 given back",
        "held £700.00 = £700.00 on paid claims at their rates + £0.00 on claims being amended",
        "standing £2,100.00 = £0.00 when the last window closed + £2,100.00 new + £0.00 amended + "
          + "£0.00 withdrawn + £0.00 rejected",
      ])
  }

  @Test("a line that does not add says so")
  func broken() throws {
    let claiming = try claimed()
    let scheme = try #require(claiming.rules.schemes["tf1-2012"])
    let sheet = claiming.book.reconciliation(
      of: "2013-07", scheme, claiming.rules.windows,
      families: .init(
        identified: 20, eligible: 12, notEligible: 5, cannotTell: 2, attached: 8, waiting: 3,
        declined: 1))
    #expect(
      sheet.broken.map(\.text) == [
        "identified 20 is not 12 eligible + 5 not eligible + 2 cannot tell"
      ])
  }

  @Test("what happened since a day, and what may have to be given back")
  func changes() throws {
    var claiming = try claimed()
    claiming.on = day("2013-08-01")
    claiming.say(1, .evidenceChanged(run: "r9", words: ["a count"]), by: "run", as: .run)
    let changes = claiming.book.changes(after: day("2013-07-20"))
    #expect(changes.map(\.claim) == [ClaimID(1)])
    #expect(changes[0].words == ["2013-08-01 evidence changed: a count"])
    #expect(changes[0].atRisk == Pence(70_000))
    #expect(claiming.book.changes(after: day("2013-07-19")).count == 5)
    // What a run's data says differently is told whenever the claim stands, and the money is at risk.
    let standing = try #require(claiming.book.all.first { $0.occupies })
    let differing = claiming.book.changes(
      after: day("2099-01-01"), differences: [standing.id: ["a count"], ClaimID(99): ["x"]])
    #expect(differing.map(\.claim) == [standing.id])
    #expect(differing[0].words == ["today's data differs: a count"])
    #expect(differing[0].atRisk == standing.locked?.amount)
  }

  @Test("what differs between a locked claim and today's")
  func evidence() throws {
    var home = Household.small()
    home.cover()
    home.attends("ann", missed: [1, 1, 1])
    let scheme = try Shipped.scheme("tf1-2012")
    let locked = home.claimCase.prepared(under: scheme)
    #expect(EvidenceChange.words(from: locked, to: locked) == [])
    var more = home
    more.fact(
      "education.absence.unauthorised", of: "ann", on: "2012-09-03", until: "2012-12-21", part: 5,
      whole: 100, [("school", "8202")])
    let counted = EvidenceChange.words(
      from: locked, to: more.claimCase.prepared(under: scheme))
    #expect(counted == ["education: a count behind it is another today"])
    var joined = home
    joined.add("ben", born: "2004-01-01", .dependentChild)
    let words = EvidenceChange.words(
      from: locked, to: joined.claimCase.prepared(under: scheme))
    #expect(words.contains("people counted: 1 more, 0 fewer"))
    #expect(words.contains("education: achieved is cannot-tell today"))
    var fewer = home
    fewer.facts.removeFirst()
    let gone = EvidenceChange.words(from: locked, to: fewer.claimCase.prepared(under: scheme))
    #expect(gone.contains("1 row it rests on is no longer there"))
  }

  @Test(
    "income low, central and high; never beyond the fundable share, never below what is claimed")
  func forecast() throws {
    let rates = try Shipped.scheme("tf1-2012").rates
    let forecast = try #require(
      IncomeForecast(
        years: [
          .init(
            year: FinancialYear(start: 2012), attached: 530, claimed: 50,
            claimedAmount: Pence(50 * 70_000)),
          .init(
            year: FinancialYear(start: 2013), attached: 6, claimed: 3,
            claimedAmount: Pence(3 * 150_000)),
        ], percents: [5, 40, 100], result: ["crime-education"], rates: rates))
    #expect(forecast.lines[0].results == [50, 212, 441])
    #expect(forecast.lines[0].income == [50, 212, 441].map { Pence($0 * 70_000) })
    #expect(forecast.lines[1].results == [3, 3, 5])
    #expect(forecast.income[2] == Pence(441 * 70_000 + 5 * 150_000))
    #expect(forecast.lines[0].fees.text == "£1,413,333.33")
  }
}

@Suite("Files for others")
struct ReturnTests {
  @Test("the evaluation's fields, named or under pseudonyms, worked with or waiting")
  func evaluation() {
    var person = EvaluationReturn.Person(id: PersonID(1))
    (person.forenames, person.surname, person.born) = ("Ann", "Test", "2002-03-14")
    (person.postcode, person.upn, person.nino, person.nhs) = ("SX1 1AA", "U", "N", "H")
    (person.pnc, person.sex, person.relation, person.school) = ("P", "F", "child", "8201")
    var life = Household.small().life
    life.evaluationConsent = .given
    let rows = EvaluationReturn.rows(
      of: life, reference: "F-1", people: [(person, "P-1")], isPseudonymous: false)
    #expect(EvaluationReturn.headings.count == 19)
    #expect(
      rows == [
        [
          "F-1", "P-1", "Ann", "Test", "2002-03-14", "F", "SX1 1AA", "child", "2012-07-01",
          "crime education work", "intervention", "2012-09-01", "", "standard", "U", "8201", "N",
          "P", "H",
        ]
      ])
    let hidden = EvaluationReturn.rows(
      of: life, reference: "F-1", people: [(person, "P-1")], isPseudonymous: true)
    for secret in ["Ann", "Test", "2002-03-14", "SX1 1AA", "U", "N", "P", "H"] {
      #expect(!hidden[0].contains(secret))
    }
    life.evaluationConsent = .withdrawn
    #expect(
      EvaluationReturn.rows(
        of: life, reference: "F-1", people: [(person, "P-1")], isPseudonymous: true) == [])
    var waiting = FamilyLife(family: FamilyID(2), status: .confirmed)
    #expect(EvaluationReturn.group(of: waiting) == "comparison")
    waiting.status = .identified
    #expect(EvaluationReturn.group(of: waiting) == nil)
  }

  @Test("a claim's cells")
  func cells() throws {
    var claiming = try Claiming()
    var home = Household.small()
    home.cover()
    home.attends("ann", missed: [1, 1, 1])
    #expect(
      claiming.prepare(home.claimCase.prepared(under: try Shipped.scheme("tf1-2012"))) == nil)
    claiming.on = day("2013-08-01")
    #expect(claiming.sign(1) == nil)
    let state = try #require(claiming.book[ClaimID(1)])
    let layout = ClaimLayout(
      name: "x", version: "1",
      columns: ClaimLayout.Field.allCases.map {
        .init(heading: $0.rawValue, field: $0, title: "")
      })
    let cells = layout.cells(
      of: state, authority: "820", digest: "abc", auditedOn: day("2013-08-01"))
    let told = Dictionary(
      zip(layout.columns.map(\.heading), cells), uniquingKeysWith: { first, _ in first })
    #expect(told["claim"] == "C00001" && told["version"] == "1" && told["amount"] == "700.00")
    #expect(told["terms"] == "Autumn 2012/13; Spring 2012/13; Summer 2012/13")
    #expect(told["before"] == "antisocial 0; offending 0")
    #expect(told["sources-complete"] == "yes" && told["audit-basis"] == "itself")
    #expect(told["people"] == "2" && told["children"] == "1")
    #expect(told["signatures"] == "auditor manager")
    // No id of a person is in the file.
    for person in state.current.people { #expect(!cells.contains(person.id.text)) }
  }
}
