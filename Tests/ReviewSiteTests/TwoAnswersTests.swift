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

  /// All that can come of up to three answers by three people, against a plain account of the rule.
  @Test func everyOrderOfAnswersComesOut() throws {
    let keys = [RecordKey(1), RecordKey(2)]
    let pair = try #require(RecordPair(keys[0], keys[1]))
    func decision(_ by: String, _ isMatch: Bool) -> Decision {
      Decision(
        isMatch ? .match(pair) : .notMatch(pair), by: by, role: .reviewer, at: "", reason: .other)
    }
    let people = ["ann", "ben", "lea"]
    withEvery("first", people) { one in
      withEvery("second", people) { two in
        withEvery("alike", [true, false]) { alike in
          withEvery("third", people) { three in
            withEvery("settles", [true, false]) { settles in
              var given: [NotedDecision] = []
              func step(_ decision: Decision) -> Opinions.Step {
                Opinions(about: pair, given, DecisionFold([])).step(decision, settles: settles)
              }
              check(step(decision(one, true)) == .waits)
              given.append(NotedDecision(number: 1, decision(one, true)))
              let second = step(decision(two, alike))
              if one == two {
                guard case .refused = second else { return check(false) }
                return
              }
              guard !alike else {
                return check(second == .decides("Second of two, after entry 1."))
              }
              check(second == .disagrees)
              given.append(NotedDecision(number: 2, decision(two, false)))
              let third = step(decision(three, true))
              if [one, two].contains(three) || !settles {
                guard case .refused = third else { return check(false) }
              } else {
                check(third == .decides("Settles entries 1 and 2."))
              }
            }
          }
        }
      }
    }
  }

  @Test func peopleAreTakenOutOfAFamilyAndPutIntoOne() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var browser = try stand.browser("analyst", .familyReview)
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
