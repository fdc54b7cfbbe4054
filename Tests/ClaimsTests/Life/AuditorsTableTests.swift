import Testing
import TestSupport
import Vocabulary

@testable import Claims

/// What auditors check and what typically fails: each failure keeps the claim from being made, and says why in words.
@Suite("What auditors find")
struct AuditorsTableTests {
  /// A family whose claim is sound, to spoil in one way at a time.
  private static func sound() -> Household {
    var home = Household.small()
    home.cover()
    home.attends("ann", missed: [1, 1, 1])
    for number in 0..<3 {
      home.fact(
        "police.antisocial.subject", of: "mother", on: "2012-05-01", [("incident", "\(number)")])
    }
    return home
  }

  private func gaps(_ spoil: (inout Household) -> Void) throws -> [ClaimGap] {
    var home = Self.sound()
    spoil(&home)
    let claim = home.claimCase.prepared(under: try Shipped.scheme("tf1-2012"))
    // What has gaps is never complete, whoever says so.
    var claiming = try Claiming()
    let first = claiming.prepare(claim)
    #expect(first == nil)
    let refusal = claiming.say(1, .completed, by: "ann", as: .analyst)
    #expect((refusal?.code == .gaps) == !claim.gaps.isEmpty)
    for gap in claim.gaps { #expect(refusal?.words.contains(gap.words) == true) }
    return claim.gaps
  }

  @Test("nothing spoilt, nothing missing")
  func nothingSpoilt() throws {
    #expect(try gaps { _ in } == [])
  }

  struct Failure: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var code: String
    var words: String
    var spoil: @Sendable (inout Household) -> Void

    init(
      _ name: String, _ code: String, _ words: String,
      _ spoil: @escaping @Sendable (inout Household) -> Void
    ) {
      testDescription = name
      self.code = code
      self.words = words
      self.spoil = spoil
    }
  }

  static let failures: [Failure] = [
    Failure("criterion shown after attachment", "criterion-later", "only shown after attachment") {
      $0.life.attachment?.snapshot.findings[0].evidence[0].from = day("2012-09-02")
    },
    Failure("eligibility of another day", "snapshot-date", "not for the day of attachment") {
      $0.life.attachment?.snapshot.on = day("2012-10-01")
    },
    Failure("one criterion", "not-eligible", "met 1 criteria at attachment, and 2 are needed") {
      $0.life.attachment?.snapshot.findings.removeLast(2)
    },
    Failure("a criterion that lapsed", "not-eligible", "criteria") {
      $0.life.attachment?.snapshot.isEligible = false
    },
    Failure("local filter not recorded", "local-filter", "local concern") {
      $0.life.attachment?.snapshot.discretion = .missing
    },
    Failure("another programme's criteria", "pack", "does not accept") {
      $0.life.attachment?.snapshot.pack = "sf-2022"
    },
    Failure("never attached", "not-attached", "never attached") {
      $0.life.attachment = nil
      $0.life.attachedOn = nil
    },
    Failure("who belongs is in question", "open-questions", "2 questions") {
      $0.openQuestions = 2
    },
    Failure("the child moved out", "no-child", "nobody under 18") {
      $0.file.memberships[1].days = DayInterval(day("2012-01-01"))
    },
    Failure("two terms of attendance", "cannot-tell", "attendance from a school in Summer 2012/13")
    {
      $0.facts.removeAll { $0.starts == PartialDate(day("2013-04-15")) }
    },
    Failure("a younger sibling's attendance", "not-achieved", "missed 60 of 300 sessions") {
      $0.add("ben", born: "2005-01-01", .dependentChild)
      $0.attends("ben", missed: [20, 20, 20])
    },
    Failure("academy that sends nothing", "cannot-tell", "school 8299") {
      $0.fact(
        "education.enrolment", of: "ann", on: "2012-09-03", [("school", "8299")])
    },
    Failure("three exclusions", "not-achieved", "excluded 3 times") {
      for day in ["2012-10-01", "2013-02-01", "2013-05-01"] {
        $0.fact("education.exclusion.fixed", of: "ann", on: day)
      }
    },
    Failure("no baseline", "cannot-tell", "antisocial.order from 2012-03-01 to 2012-08-31") {
      $0.facts.removeAll { $0.kind == Household.kind("police.antisocial.subject") }
      $0.file.coverage.removeAll { $0.kind == Household.kind("antisocial.order") }
      $0.cover("antisocial.order", "2012-10-01", "2013-07-31")
    },
    Failure("too small a reduction", "not-achieved", "2 now after 3 before is no fall by 3 of 5") {
      for number in 0..<2 {
        $0.fact(
          "police.antisocial.subject", of: "mother", on: "2013-05-01",
          [("incident", "n\(number)")])
      }
    },
    Failure("offending began", "not-achieved", "nobody had the problem before attachment") {
      $0.fact("youth.offence.proven", of: "ann", on: "2013-05-01")
    },
    Failure("window that is not half a year", "not-achieved", "reaches back before attachment") {
      $0.asOf = day("2013-02-15")
    },
    Failure("a child whose birth date nobody knows", "cannot-tell", "a child's birth date") {
      $0.add("ben", born: nil, .dependentChild)
    },
    Failure("evidence without an exact date", "cannot-tell", "exact dates") {
      $0.fact(
        "youth.offence.proven", of: "ann", on: "2013-01-15", [("crime", "x")], precision: .quarter)
    },
    Failure(
      "a source that was silent lately", "cannot-tell",
      "youth.offence.proven from 2013-02-01 to 2013-07-31"
    ) {
      $0.file.coverage.removeAll { $0.kind == Household.kind("youth.offence.proven") }
      $0.cover("youth.offence.proven", "2010-01-01", "2013-04-30")
    },
    Failure("a permanent exclusion", "not-achieved", "permanently excluded") {
      $0.fact("education.exclusion.permanent", of: "ann", on: "2013-02-04")
    },
    Failure("no assessment", "no-assessment", "needs were not assessed") { $0.life.assessed = nil },
    Failure("a plan made afterwards", "no-plan", "no plan for the whole family") {
      $0.life.planned = day("2013-08-01")
    },
    Failure("no lead worker", "no-lead", "no lead professional") { $0.life.leadProfessional = "" },
    Failure("no lawful basis", "no-lawful-basis", "legal ground") { $0.life.lawfulBasis = "" },
    Failure("evidence gathered after", "late-evidence", "came after the day of the claim") {
      $0.held = day("2013-08-01")
    },
    Failure("no rate for the year", "no-rate", "pays nothing for this year") {
      $0.life.attachment?.year = FinancialYear(start: 2016)
    },
    Failure("no problem turned around", "nothing-achieved", "no problem was turned around") {
      $0.facts.removeAll { $0.kind == Household.kind("police.antisocial.subject") }
      $0.life.attachment?.snapshot.findings[1].criterion = "other"
      $0.life.attachment?.snapshot.findings[0].criterion = "antisocial"
    },
  ]

  @Test("a failure is a gap with its reason, and the claim is refused", arguments: failures)
  func refused(failure: Failure) throws {
    let found = try gaps(failure.spoil)
    #expect(
      found.contains { $0.code == failure.code && $0.words.contains(failure.words) },
      "\(found.map { "\($0.code): \($0.words)" })")
  }

  @Test("employment: benefit still open, or another scheme's client")
  func employment() throws {
    let scheme = try Shipped.scheme("tf1-2012")
    for (kind, words) in [
      ("dwp.benefit.out-of-work", "still open"), ("dwp.work-programme", "another scheme"),
    ] {
      var home = Self.sound()
      home.fact("dwp.benefit.out-of-work", of: "mother", on: "2012-06-01", [("benefit", "jsa")])
      home.fact("dwp.employment", of: "mother", on: "2013-01-01")
      home.fact("dwp.traced", of: "mother", on: "2013-07-20")
      #expect(home.claimCase.prepared(under: scheme, wanted: "employment").gaps == [])
      home.fact(kind, of: "mother", on: "2013-04-01", [("benefit", "jsa")])
      let claim = home.claimCase.prepared(under: scheme, wanted: "employment")
      #expect(claim.gaps.contains { $0.words.contains(words) })
    }
  }

  @Test("employment: a keyworker's note is no source, and a match has to come after the weeks")
  func notes() throws {
    let scheme = try Shipped.scheme("tf1-2012")
    for (matched, words) in [
      ("2013-07-20", "from a source and not from a note"), ("2013-03-01", "a benefit match on or"),
    ] {
      var home = Self.sound()
      home.fact("dwp.benefit.out-of-work", of: "mother", on: "2012-06-01", [("benefit", "jsa")])
      home.life.progress.append(
        .init(
          element: "employment", on: day("2013-01-01"), entered: day("2013-01-02"), by: "EH-17",
          reference: "note 4"))
      if matched < "2013-07" { home.fact("dwp.employment", of: "mother", on: "2013-01-01") }
      home.fact("dwp.traced", of: "mother", on: matched)
      let claim = home.claimCase.prepared(under: scheme, wanted: "employment")
      #expect(
        claim.gaps.contains { $0.code == "cannot-tell" && $0.words.contains(words) },
        "\(claim.gaps.map(\.words))")
    }
  }

  @Test("claimed already, under this or another name, here or elsewhere")
  func claimedAlready() throws {
    var claiming = try Claiming()
    #expect(
      claiming.say(1, .imported(Claiming.frozen(family: 5, people: [8]), origin: "E09000015"))
        == nil)
    let refusal = claiming.prepare(Claiming.frozen(family: 6, people: [8, 9]))
    #expect(refusal?.words == "1 person of it is counted already in C00001")
  }

  @Test("submitted without audit, or audited afterwards")
  func audited() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare() == nil)
    claiming.say(1, .completed, by: "ann", as: .analyst)
    #expect(claiming.say(1, .signed)?.words == "C00001 has to be audited before it is signed")
    let refusal = claiming.say(1, .submitted)
    #expect(refusal?.code == .notAudited)
    #expect(refusal?.words == "C00001 has to pass internal audit before it is submitted")
  }

  @Test("evidence that came after the submission")
  func late() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare(Claiming.frozen(held: "2013-07-21")) == nil)
    #expect(claiming.sign(1) == nil)
    let refusal = claiming.say(1, .submitted)
    #expect(refusal?.words == "1 row of C00001 came after its submission")
    #expect(claiming.say(1, .submitted, on: day("2013-07-21")) == nil)
  }

  @Test("a spike that nobody explained")
  func volume() throws {
    var claiming = try Claiming()
    for (window, count) in [("2013-01", 3), ("2013-05", 3)] {
      claiming.on = try #require(claiming.rules.windows.window(named: window)).days.first
      for _ in 0..<count {
        let number = claiming.book.begun + 1
        let claim = Claiming.frozen(
          family: Int64(number), people: [Int64(number)], held: "2013-01-01",
          asOf: claiming.on.iso)
        #expect(claiming.prepare(claim, window: window) == nil)
        #expect(claiming.submit(number) == nil)
      }
    }
    claiming.on = day("2013-07-20")
    // Drafts are nothing that anybody submits, however many; only what is complete makes the window unusual.
    let scheme = try #require(claiming.rules.schemes["tf1-2012"])
    func isUnusual() -> Bool {
      claiming.book.isUnusual(
        submitting: claiming.book.waiting(in: "2013-07", scheme.name), in: "2013-07", of: scheme,
        claiming.rules.windows)
    }
    let drafts = claiming.book.begun + 1...claiming.book.begun + 10
    for number in drafts {
      #expect(
        claiming.prepare(Claiming.frozen(family: Int64(number), people: [Int64(number)])) == nil)
    }
    #expect(!isUnusual())
    for number in drafts {
      #expect(!isUnusual())
      #expect(claiming.say(number, .completed, by: "ann", as: .analyst) == nil)
    }
    #expect(isUnusual())
    for number in drafts {
      #expect(claiming.say(number, .withdrawn(reason: "again", .zero)) == nil)
    }
    #expect(!isUnusual())
    for index in 1...10 {
      let number = claiming.book.begun + 1
      #expect(
        claiming.prepare(Claiming.frozen(family: Int64(number), people: [Int64(number)])) == nil)
      let refusal = claiming.submit(number)
      #expect((refusal?.code == .volume) == (index == 10), "\(index)")
    }
    let last = claiming.book.begun
    claiming.rules.explained = ["2013-07"]
    #expect(claiming.say(last, .submitted) == nil)
  }
}
