import Pipelines
import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// Where a family in or near the programme hangs on a pair, two people have to be of one mind.
@Suite struct TwoAnswersTests {
  /// A pair of which somebody belongs to an eligible family.
  private func weightyPair(_ stand: SiteStand) throws -> RecordPair {
    let vance = try FamilyPageTests.family("vance", stand)
    let generation = stand.site.current
    let records = try generation.read { file in
      let account = try file.familyAccount(vance.value)
      return try (account?.people ?? []).map { try file.records(of: PersonID($0.id))[0] }
    }
    return try #require(RecordPair(records[0], records[1]))
  }

  private func answer(
    _ browser: inout Browser, _ pair: RecordPair, _ ruling: String
  ) -> Browser.Answer {
    browser.post(Links.decide(pair), [("ruling", ruling), ("reason", "other"), ("seen", "")])
  }

  @Test func twoWhoAgreeDecide() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let pair = try weightyPair(stand)
      var first = try stand.browser("analyst")
      var second = try stand.browser("second.analyst")
      #expect(
        first.get(Links.pair(pair)).text.contains("somebody else has to give the same answer"))
      #expect(answer(&first, pair, "not-match").status == 303)
      #expect(try stand.entries("decision").isEmpty)
      // The second one is told that there is an answer and not which; nor does the ledger's page tell.
      let page = second.get(Links.pair(pair)).text
      #expect(page.contains("Yours is the second answer") && !page.contains("two people, "))
      #expect(!second.get(Links.ledger).text.contains("not-match"))
      #expect(answer(&first, pair, "not-match").status == 422)
      #expect(answer(&second, pair, "not-match").status == 303)
      let decisions = try stand.entries("decision")
      #expect(decisions.count == 1 && decisions[0].by == "second.analyst")
      #expect(try stand.site.book.opinions(about: pair).given.isEmpty)
    }
  }

  @Test func aRefereeSettlesWhatTwoDisagreeAbout() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let pair = try weightyPair(stand)
      var first = try stand.browser("analyst")
      var second = try stand.browser("second.analyst")
      var referee = try stand.browser("reviewer")
      #expect(answer(&first, pair, "not-match").status == 303)
      #expect(answer(&second, pair, "match").status == 303)
      #expect(try stand.entries("decision").isEmpty && stand.entries("opinion").count == 2)
      #expect(answer(&first, pair, "match").status == 422)
      #expect(answer(&second, pair, "not-match").status == 422)
      #expect(referee.get(Links.pair(pair)).text.contains("Two disagree; you settle it."))
      #expect(answer(&referee, pair, "match").status == 303)
      let holding = try stand.site.book.decisions().holding
      #expect(holding.count == 1 && holding[0].decision.by == "reviewer")
      #expect(holding[0].decision.comment?.hasPrefix("Settles entries") == true)
    }
  }

  /// What somebody sends about a pair, and the answer's status.
  typealias Sent = (account: String, ruling: String, status: Int)

  /// Who can't tell takes nothing back that others have said, and gives up nothing that two have ruled.
  @Test(
    arguments: [
      ("refers at once", [("analyst", "cannot-tell", 303)], "cannot-tell", 0),
      (
        "two who agree after it decide",
        [
          ("analyst", "cannot-tell", 303), ("analyst", "match", 303),
          ("second.analyst", "match", 303),
        ],
        "match", 0
      ),
      (
        "is another answer than the first",
        [
          ("analyst", "match", 303), ("analyst", "cannot-tell", 422),
          ("second.analyst", "cannot-tell", 303), ("second.analyst", "match", 422),
        ], nil, 2
      ),
      (
        "and is settled",
        [
          ("analyst", "match", 303), ("second.analyst", "cannot-tell", 303),
          ("reviewer", "match", 303),
        ], "match", 0
      ),
      (
        "one gives up nothing that two have ruled",
        [
          ("analyst", "match", 303), ("second.analyst", "match", 303),
          ("analyst", "cannot-tell", 303),
        ],
        "match", 1
      ),
      (
        "nor does a second reviewer alone",
        [
          ("analyst", "match", 303), ("second.analyst", "match", 303),
          ("reviewer", "cannot-tell", 303),
        ],
        "match", 1
      ),
      (
        "two do",
        [
          ("analyst", "match", 303), ("second.analyst", "match", 303),
          ("analyst", "cannot-tell", 303), ("reviewer", "cannot-tell", 303),
        ], "cannot-tell", 0
      ),
      (
        "a dispute stays one for whoever is in it",
        [
          ("analyst", "match", 303), ("second.analyst", "not-match", 303),
          ("analyst", "cannot-tell", 422), ("second.analyst", "cannot-tell", 422),
        ], nil, 2
      ),
      (
        "and is left open by whoever settles it",
        [
          ("analyst", "match", 303), ("second.analyst", "not-match", 303),
          ("reviewer", "cannot-tell", 303),
        ], "cannot-tell", 0
      ),
    ] as [(String, [Sent], String?, Int)])
  func aRefusalToTellIsHeldToTheSameRule(
    _ name: String, _ all: [Sent], _ holds: String?, _ waiting: Int
  ) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let pair = try weightyPair(stand)
      for sent in all {
        var browser = try stand.browser(sent.account)
        let seen = try stand.site.book.decisions().holding(about: pair)
        let answer = browser.post(
          Links.decide(pair),
          [
            ("ruling", sent.ruling), ("reason", "other"),
            ("seen", seen.map { "\($0.number)" } ?? ""),
          ])
        #expect(answer.status == sent.status, "\(sent)")
      }
      let holding = try stand.site.book.decisions().holding(about: pair)
      #expect(holding?.decision.subject.kind.rawValue == holds)
      #expect(try stand.site.book.opinions(about: pair).given.count == waiting)
    }
  }

  /// Records may be many where no family is near the programme.
  @Test func theFormSaysWhyTwoAreAsked() async throws {
    try await withTemporaryFolder { folder in
      let eligible = try await SiteStand.withFamilies(in: folder + "/families")
      let near = try eligible.browser("analyst").get(Links.pair(try weightyPair(eligible))).text
      #expect(near.contains("A family in or near the programme hangs on it: somebody else"))

      let homes = (1...14).map { "M820200012015,Vance,Ana,14/05/2001,\($0) Sea Road,PO5 1AB\n" }
      let stand = try await SiteStand(in: folder + "/records", rows: homes.joined())
      let person = try #require(try stand.site.current.people().first { $0.value.count > 12 })
      let pair = try #require(RecordPair(person.value[0], person.value[1]))
      let page = try stand.browser("analyst").get(Links.pair(pair)).text
      #expect(
        page.contains("Many records hang on it (\(person.value.count)): somebody else"))
      #expect(!page.contains("A family in or near the programme"))
    }
  }

  @Test func theFormSaysWhatARefusalToTellGivesUp() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      var browser = try stand.browser("analyst")
      let pair = try #require(stand.site.current.queue.first).pair
      #expect(browser.get(Links.pair(pair)).text.contains("Nothing changes; a second reviewer"))
      #expect(answer(&browser, pair, "match").status == 303)
      let page = browser.get(Links.pair(pair)).text
      #expect(page.contains("What is decided no longer counts; a second reviewer"))
      #expect(!page.contains("Nothing changes; a second reviewer"))
    }
  }

  @Test func peopleAreTakenOutOfAFamilyAndPutIntoOne() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var browser = try stand.browser("reviewer", .familyReview)
      let (vance, quill) = (
        try FamilyPageTests.family("vance", stand), try FamilyPageTests.family("quill", stand)
      )
      let (own, other) = try stand.site.current.read { file in
        (try file.familyAccount(vance.value), try file.familyAccount(quill.value))
      }
      let member = PersonID(try #require(own?.people.last).id)
      let stranger = PersonID(try #require(other?.people.first).id)
      func decide(_ ruling: String, _ person: String, _ reason: String) -> Int {
        browser.post(
          Links.decide(vance), [("ruling", ruling), ("person", person), ("reason", reason)]
        ).status
      }
      #expect(decide("leave-family", member.text, "separated") == 303)
      #expect(decide("join-family", stranger.text, "worker-knows") == 303)
      for (ruling, person, reason) in [
        ("join-family", member.text, "other"), ("leave-family", stranger.text, "other"),
        ("leave-family", member.text, "twins"), ("match", member.text, "other"),
        ("join-family", "0000000000000001", "other"), ("join-family", "nobody", "other"),
      ] {
        #expect(decide(ruling, person, reason) == 422, "\(ruling) \(person) \(reason)")
      }
      let holding = try stand.site.book.decisions().holding.map(\.decision)
      #expect(holding.map(\.subject.kind) == [.leaveFamily, .joinFamily])
      #expect(holding.allSatisfy { $0.seen.records.count == 2 })
      // The run after heeds both.
      try await stand.council.publish("2013-07-23")
      var waited = 0
      while stand.site.current.run.asOf.iso != "2013-07-23", waited < 400 {
        try await Task.sleep(for: .milliseconds(25))
        waited += 1
      }
      let members = try stand.site.current.read { file in
        try file.families(meantBy: stranger.value).map {
          try file.familyAccount($0)?.people.map(\.id) ?? []
        }
      }
      let inOne = try #require(members.first { $0.contains(stranger.value) })
      #expect(!inOne.contains(member.value))
    }
  }
}
