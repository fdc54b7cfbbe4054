import Disk
import Pipelines
import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

@Suite struct DecidingTests {
  private static let match = [("ruling", "match"), ("reason", "typing-error")]

  @Test func theQueueBeginsWhereAMistakeDoesMostHarm() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let queue = stand.site.current.queue
      #expect(queue.count >= 4)
      // It is the terminal's queue, item for item.
      var opened = try RunKeeper(stand.council.workspace).open(nil)
      let terminal = try ReviewQueue(&opened.file, decisions: []).items
      #expect(queue.map(\.pair) == terminal.map(\.pair))
      #expect(terminal.map(\.priority) == terminal.map(\.priority).sorted(by: >))
      #expect(queue.allSatisfy { $0.agencies.count == 2 && !$0.agencies.contains("") })
      #expect(queue.allSatisfy { $0.pair.left < $0.pair.right })
      // Of two people there is one pair at most that says they may be one.
      let apart = queue.filter { $0.kind == .apart }.map { Set($0.people) }
      #expect(Set(apart).count == apart.count)
    }
  }

  @Test func aDecisionIsNotedWithWhatWasSeenAndUndone() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      var browser = try stand.browser("analyst")
      let pair = try #require(stand.site.current.queue.first).pair
      let length = stand.site.current.queue.count
      #expect(browser.get(Links.pair(pair)).text.contains("Your decision"))
      stand.clock.move(seconds: 42)
      let shown = "\(stand.clock.now.milliseconds - 42_000)"
      let answer = browser.post(
        Links.decide(pair),
        Self.match + [("seen", ""), ("shown", shown), ("comment", "a  slip\n of the keyboard")])
      #expect(answer.status == 303 && answer.header("location").hasPrefix(Links.next))
      let noted = try #require(stand.site.book.decisions().holding.first)
      #expect(noted.decision.subject == .match(pair))
      #expect(noted.decision.by == "analyst" && noted.decision.role == .reviewer)
      #expect(noted.decision.comment == "a slip of the keyboard")
      #expect(noted.decision.seen.records.map(\.key) == [pair.left, pair.right])
      #expect(noted.decision.seen.seconds == 42 && noted.decision.seen.weight != nil)
      #expect(noted.decision.seen.model == "small 3")
      let waiting = Queue(stand.site.current, try stand.site.book.decisions()).waiting
      #expect(waiting.count == length - 1 && !waiting.contains { $0.pair == pair })
      #expect(browser.get("/decision/\(noted.number)").text.contains("What was seen"))

      // Undone by whoever decided, or a second reviewer; by nobody else.
      var other = try stand.browser("second.analyst")
      #expect(other.post(Links.undo(noted.number)).status == 422)
      #expect(browser.post(Links.undo(noted.number)).status == 303)
      #expect(browser.post(Links.undo(noted.number)).status == 422)
      #expect(try stand.site.book.decisions().holding.isEmpty)
      #expect(try stand.entries("decision").count == 2)
    }
  }

  @Test func twoWhoDecideAtOnceLoseNothing() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      var one = try stand.browser("analyst")
      var other = try stand.browser("second.analyst")
      let pair = try #require(stand.site.current.queue.first).pair
      let page = Links.decide(pair)
      #expect(one.post(page, Self.match + [("seen", "")]).status == 303)
      let no = [("ruling", "not-match"), ("reason", "twins")]
      let late = other.post(page, no + [("seen", "")])
      #expect(late.status == 409 && late.text.contains("analyst decided about this pair"))
      #expect(try stand.entries("decision").count == 1)
      // The page that says so carries the decision that was seen now.
      let number = try #require(stand.entries("decision").first).number
      #expect(late.text.contains("name=\"seen\" value=\"\(number)\""))
      #expect(other.post(page, no + [("seen", "\(number)")]).status == 303)
      let fold = try stand.site.book.decisions()
      #expect(fold.holding.map(\.decision.subject) == [.notMatch(pair)])
      #expect(fold.holding.first?.decision.supersedes == number)
      #expect(fold.all.count == 2)
    }
  }

  @Test func theSameClickTwiceIsOneDecision() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      var browser = try stand.browser("analyst")
      let pair = try #require(stand.site.current.queue.first).pair
      for _ in 0..<3 {
        #expect(browser.post(Links.decide(pair), Self.match + [("seen", "")]).status == 303)
      }
      #expect(try stand.entries("decision").count == 1)
    }
  }

  @Test func hundredsAtOnceAreAllNoted() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let queue = stand.site.current.queue
      let browsers = [try stand.browser("analyst"), try stand.browser("second.analyst")]
      let kinds = ["match", "not-match", "cannot-tell", "same-household"]
      let acknowledged = await withTaskGroup(of: Int.self) { group in
        for number in 0..<200 {
          let pair = queue[number % queue.count].pair
          let fields = [
            ("ruling", kinds[number / 2 % 4]), ("reason", "other"), ("comment", "\(number)"),
          ]
          var browser = browsers[number % 2]
          group.addTask { browser.post(Links.decide(pair), fields + [("seen", "")]).status }
        }
        return await group.reduce(into: 0) { $0 += $1 == 303 ? 1 : 0 }
      }
      // Of those who saw nobody's decision, the first for each pair is noted and every other is told so.
      #expect(acknowledged == queue.count)
      #expect(try stand.entries("decision").count == queue.count)
      var ledger = try stand.council.workspace.openLedger()
      #expect(try ledger.firstBrokenEntry() == nil)
    }
  }

  @Test(arguments: [
    [("reason", "moved")], [("ruling", "match")], [("ruling", "match"), ("reason", "left-home")],
    [("ruling", "split"), ("reason", "moved")], [("ruling", "undo"), ("reason", "moved")],
    [("ruling", "match"), ("reason", "moved"), ("comment", String(repeating: "a", count: 501))],
  ])
  func whatIsNotWholeIsNotNoted(_ fields: [(String, String)]) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      var browser = try stand.browser("analyst")
      let pair = try #require(stand.site.current.queue.first).pair
      #expect(browser.post(Links.decide(pair), fields).status == 422)
      #expect(try stand.entries("decision").isEmpty)
    }
  }

  @Test func aRecordIsTakenOutOfAPerson() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      var browser = try stand.browser("reviewer")
      let people = try stand.site.current.people()
      let person = try #require(people.first { $0.value.count > 1 })
      let record = person.value[0]
      let answer = browser.post(
        Links.split(person.key), [("record", record.text), ("reason", "wrong-record")])
      #expect(answer.status == 303)
      let noted = try #require(stand.site.book.decisions().holding.first)
      #expect(noted.decision.subject == .split(record, from: Array(person.value.dropFirst())))
      #expect(noted.decision.role == .lead)
      let stranger = try #require(people.first { $0.key != person.key }).value[0]
      #expect(
        browser.post(
          Links.split(person.key), [("record", stranger.text), ("reason", "wrong-record")]
        ).status == 422)
    }
  }

  @Test func theQueueGivesTwoPeopleTwoPairs() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let one = try stand.browser("analyst").get(Links.next).header("location")
      let other = try stand.browser("second.analyst").get(Links.next).header("location")
      #expect(one.hasPrefix("/pair/") && other.hasPrefix("/pair/") && one != other)
      stand.clock.move(seconds: 16 * 60)
      #expect(try stand.browser("reviewer").get(Links.next).header("location") == one)
    }
  }

  @Test func whoLooksTogetherIsNotedEach() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let browser = try stand.browser("analyst")
      let item = try #require(stand.site.current.queue.first)
      let answered = await withTaskGroup(of: Int.self) { group in
        for _ in 0..<120 { group.addTask { browser.get(Links.pair(item.pair)).status } }
        return await group.reduce(into: 0) { $0 += $1 == 200 ? 1 : 0 }
      }
      #expect(answered == 120)
      #expect(try stand.entries("view").count == 120)
      var ledger = try stand.council.workspace.openLedger()
      #expect(try ledger.fault() == nil)
    }
  }

  @Test func lookingIsNotedWithItsPurpose() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let browser = try stand.browser("auditor", .claimAudit)
      let item = try #require(stand.site.current.queue.first)
      #expect(browser.get(Links.pair(item.pair)).status == 200)
      #expect(browser.get(Links.person(item.people[0])).status == 200)
      #expect(
        browser.get("/api/pairs/\(item.pair.left.text)/\(item.pair.right.text)").status == 200)
      let views = try stand.entries("view")
      #expect(views.count == 3 && views.allSatisfy { $0.by == "auditor" })
      #expect(views.allSatisfy { $0.content.contains("\"purpose\":\"claim-audit\"") })
      #expect(views[0].content.contains(item.pair.left.text))
      // The list is for those who may know it.
      #expect(browser.get("/ledger?views=yes").text.contains("View"))
      #expect(!(try stand.browser("analyst")).get("/ledger?views=yes").text.contains("View"))
    }
  }

  @Test func aRunPublishedUnderneathComesInWhole() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let browser = try stand.browser("analyst")
      let old = stand.site.current
      let next = try await stand.council.publish("2013-07-23")
      // Whoever began with the old run ends with it.
      #expect(try old.asOf() == "2013-07-22")
      var waited = 0
      while stand.site.current.run != next, waited < 200 {
        try await Task.sleep(for: .milliseconds(25))
        waited += 1
      }
      #expect(stand.site.current.run == next)
      #expect(browser.get("/today").text.contains("23 July 2013"))
      #expect(try old.asOf() == "2013-07-22")
    }
  }
}
