import Testing
import TestSupport
import Vocabulary

@testable import Claims

@Suite("A claim's life")
struct ClaimLifeTests {
  @Test("from draft to paid")
  func wholeLife() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare() == nil)
    #expect(claiming.book[ClaimID(1)]?.status == .draft)
    #expect(claiming.submit(1) == nil)
    #expect(claiming.book[ClaimID(1)]?.status == .submitted)
    #expect(claiming.say(1, .paid(Pence(70_000))) == nil)
    let state = try #require(claiming.book[ClaimID(1)])
    #expect(state.status == .paid && state.paid == Pence(70_000) && state.occupies)
  }

  @Test("what may follow on what", arguments: ClaimStatus.allCases)
  func order(status: ClaimStatus) throws {
    // Every event on every status: what is allowed is exactly this.
    let allowed: [ClaimStatus: Set<String>] = [
      .draft: ["prepared", "completed", "withdrawn"],
      .complete: ["prepared", "sampled", "audited", "failed", "withdrawn"],
      .inSample: ["sampled", "audited", "failed", "withdrawn"],
      .audited: ["signed", "withdrawn"], .failed: ["prepared", "withdrawn"],
      .signedOff: ["submitted", "withdrawn"],
      .submitted: ["paid", "rejected", "amended", "withdrawn", "changed"],
      .paid: ["amended", "withdrawn", "changed"], .rejected: ["changed"],
      .withdrawn: ["changed"],
    ]
    let claim = Claiming.frozen()
    let events: [(String, ClaimEvent, ClaimRole)] = [
      ("prepared", .prepared(claim, window: "2013-07"), .analyst),
      ("completed", .completed, .analyst), ("sampled", .sampled(sample: "s"), .auditor),
      ("audited", .audited(isPassed: true, basis: .itself, reason: ""), .auditor),
      ("failed", .audited(isPassed: false, basis: .itself, reason: "no plan"), .auditor),
      ("signed", .signed, .manager), ("submitted", .submitted, .manager),
      ("paid", .paid(Pence(70_000)), .manager), ("rejected", .rejected(reason: "x"), .manager),
      ("amended", .amended(claim, window: "2013-07", reason: "x"), .manager),
      ("changed", .evidenceChanged(run: "r", words: ["x"]), .run),
    ]
    var seen: Set<String> = []
    for (name, event, role) in events {
      var claiming = try reached(status)
      let by = role == .auditor ? "oscar" : "mary"
      if claiming.say(1, event, by: by, as: role) == nil { seen.insert(name) }
    }
    var claiming = try reached(status)
    let paid = claiming.book[ClaimID(1)]?.paid ?? .zero
    if claiming.say(1, .withdrawn(reason: "x", paid)) == nil { seen.insert("withdrawn") }
    // A withdrawn draft was never submitted, so no evidence of it can change.
    #expect(seen == allowed[status], "\(status)")
  }

  private func reached(_ status: ClaimStatus) throws -> Claiming {
    var claiming = try Claiming()
    #expect(claiming.prepare() == nil)
    switch status {
    case .draft: break
    case .complete: claiming.say(1, .completed, by: "ann", as: .analyst)
    case .inSample:
      claiming.say(1, .completed, by: "ann", as: .analyst)
      claiming.say(1, .sampled(sample: "s"), by: "oscar", as: .auditor)
    case .audited, .failed:
      claiming.say(1, .completed, by: "ann", as: .analyst)
      claiming.say(
        1, .audited(isPassed: status == .audited, basis: .itself, reason: ""), by: "oscar",
        as: .auditor)
    case .signedOff: #expect(claiming.sign(1) == nil)
    case .submitted: #expect(claiming.submit(1) == nil)
    case .paid:
      #expect(claiming.submit(1) == nil)
      claiming.say(1, .paid(Pence(70_000)))
    case .rejected:
      #expect(claiming.submit(1) == nil)
      claiming.say(1, .rejected(reason: "x"))
    case .withdrawn:
      #expect(claiming.submit(1) == nil)
      claiming.say(1, .withdrawn(reason: "x", .zero))
    }
    #expect(claiming.book[ClaimID(1)]?.status == status)
    return claiming
  }

  @Test("two signatures, of two people, in two parts")
  func signatures() throws {
    var claiming = try reached(.audited)
    #expect(claiming.say(1, .signed, by: "mary", as: .manager) == nil)
    #expect(claiming.say(1, .signed, by: "paul", as: .manager)?.code == .role)
    #expect(claiming.say(1, .signed, by: "mary", as: .auditor)?.code == .samePerson)
    #expect(claiming.say(1, .signed, by: "ann", as: .analyst)?.code == .role)
    #expect(claiming.say(1, .signed, by: "oscar", as: .auditor) == nil)
    #expect(claiming.book[ClaimID(1)]?.status == .signedOff)
    var other = try reached(.audited)
    #expect(other.say(1, .signed, by: "oscar", as: .manager)?.code == .samePerson)
  }

  @Test("whoever decided a link that it rests on cannot audit or sign as auditor")
  func linkDeciders() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare(Claiming.frozen(linkDeciders: ["oscar"])) == nil)
    claiming.say(1, .completed, by: "ann", as: .analyst)
    let audited = ClaimEvent.audited(isPassed: true, basis: .itself, reason: "")
    #expect(claiming.say(1, audited, by: "oscar", as: .auditor)?.code == .samePerson)
    #expect(claiming.say(1, audited, by: "olga", as: .auditor) == nil)
    #expect(claiming.say(1, .signed, by: "oscar", as: .auditor)?.code == .samePerson)
    #expect(claiming.say(1, .signed, by: "olga", as: .auditor) == nil)
  }

  @Test("an amendment takes the place of what was submitted only when it is submitted itself")
  func amending() throws {
    var claiming = try reached(.paid)
    let more = Claiming.frozen(amount: 80_000)
    #expect(claiming.say(1, .amended(more, window: "2013-07", reason: "work too")) == nil)
    var state = try #require(claiming.book[ClaimID(1)])
    #expect(state.isAmending && state.occupies)
    #expect(state.locked?.amount == Pence(70_000))
    #expect(claiming.submit(1) == nil)
    #expect(claiming.say(1, .paid(Pence(80_000)))?.code == .amount)
    #expect(claiming.say(1, .paid(Pence(10_000))) == nil)
    state = try #require(claiming.book[ClaimID(1)])
    #expect(state.paid == Pence(80_000))
    #expect(state.submitted.map(\.claim.amount) == [Pence(70_000), Pence(80_000)])
  }

  @Test("a rejected amendment leaves what was paid, in its own window and with its own audit")
  func rejectedAmendment() throws {
    var claiming = try reached(.paid)
    let paid = try #require(claiming.book[ClaimID(1)])
    claiming.on = day("2013-10-20")
    let more = Claiming.frozen(amount: 80_000, asOf: "2013-10-15")
    claiming.say(1, .amended(more, window: "2013-10", reason: "work too"))
    let standing = try #require(claiming.book[ClaimID(1)]?.standing)
    #expect(standing.window == "2013-07" && standing.status == .paid)
    #expect(standing.current == paid.current && standing.submitted.count == 1)
    #expect(claiming.sign(1, auditor: "olga") == nil)
    #expect(claiming.say(1, .submitted) == nil)
    #expect(claiming.book[ClaimID(1)]?.standing?.window == "2013-10")
    #expect(claiming.book[ClaimID(1)]?.standing?.auditor == "olga")
    #expect(claiming.say(1, .rejected(reason: "no")) == nil)
    var state = try #require(claiming.book[ClaimID(1)])
    #expect(state.status == .paid && state.locked?.amount == Pence(70_000))
    #expect(state.submitted.count == 2)
    // But for what happened since, it is what it was before the amendment.
    #expect(state.standing?.submitted == paid.submitted)
    (state.submitted, state.findings, state.reason) = (
      paid.submitted, paid.findings, paid.reason
    )
    #expect(state == paid)
  }

  @Test("an amendment that fails its audit can be amended again")
  func failedAmendment() throws {
    var claiming = try reached(.paid)
    claiming.say(1, .amended(Claiming.frozen(), window: "2013-07", reason: "x"))
    claiming.say(1, .completed, by: "ann", as: .analyst)
    claiming.say(
      1, .audited(isPassed: false, basis: .itself, reason: "x"), by: "oscar", as: .auditor)
    #expect(
      claiming.say(1, .prepared(Claiming.frozen(), window: "2013-07"), as: .analyst)?.code
        == .locked)
    #expect(
      claiming.say(1, .amended(Claiming.frozen(), window: "2013-07", reason: "y")) == nil)
    #expect(claiming.submit(1) == nil)
  }

  @Test("a withdrawn or rejected claim frees its family; what was paid is given back in full")
  func freeing() throws {
    var claiming = try reached(.paid)
    #expect(claiming.say(1, .withdrawn(reason: "x", Pence(60_000)))?.code == .amount)
    #expect(claiming.prepare()?.code == .claimedAlready)
    #expect(claiming.say(1, .withdrawn(reason: "x", Pence(70_000))) == nil)
    #expect(claiming.book[ClaimID(1)]?.paid == .zero)
    #expect(claiming.prepare() == nil)
    #expect(claiming.submit(2) == nil)
  }

  @Test("windows: open on the day, and the scheme's")
  func windows() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare(window: "2013-06")?.code == .window)
    #expect(claiming.prepare(window: "2015-09")?.code == .window)
    #expect(claiming.prepare() == nil)
    #expect(claiming.sign(1) == nil)
    for (on, code) in [("2013-07-14", ClaimRefusal.Code.window), ("2013-08-10", .window)] {
      #expect(claiming.say(1, .submitted, on: day(on))?.code == code)
    }
    #expect(claiming.say(1, .submitted, on: day("2013-08-09")) == nil)
  }

  @Test(
    "evidence of a day after the submission, or of one too long before it, is not submitted",
    arguments: [
      ("2013-05-20", "more than 60 days before its submission: withdraw it and prepare it again"),
      ("2013-05-21", nil), ("2013-07-20", nil),
      ("2013-07-21", "after its submission: withdraw it and prepare it again from a newer run"),
    ])
  func evidenceDay(asOf: String, refusal: String?) throws {
    var claiming = try Claiming()
    #expect(claiming.prepare(Claiming.frozen(asOf: asOf)) == nil)
    #expect(claiming.sign(1) == nil)
    let found = claiming.say(1, .submitted)
    #expect(found?.code == refusal.map { _ in .evidenceDay })
    #expect(found?.words.contains(refusal ?? "") != false)
    // An amendment has no other way than another one.
    var paid = try reached(.paid)
    paid.say(1, .amended(Claiming.frozen(asOf: asOf), window: "2013-07", reason: "x"))
    let amended = paid.submit(1)
    #expect(amended?.code == found?.code)
    #expect(amended?.words.contains("amend it again from a newer run") != false)
  }

  @Test("the same entries fold to the same book")
  func replay() throws {
    var claiming = try reached(.paid)
    claiming.say(1, .evidenceChanged(run: "r2", words: ["a count"]), by: "run", as: .run)
    var again = ClaimBook()
    again.replay(claiming.book.entries)
    #expect(again.all == claiming.book.all)
    #expect(again.next == ClaimID(2))
    #expect(again[ClaimID(1)]?.changes == ["a count"])
  }

  @Test("claims made elsewhere bar, and cannot be changed")
  func imported() throws {
    var claiming = try Claiming()
    #expect(claiming.say(1, .imported(Claiming.frozen(), origin: "another council")) == nil)
    #expect(claiming.prepare()?.code == .claimedAlready)
    #expect(claiming.say(1, .withdrawn(reason: "x", .zero))?.code == .locked)
    #expect(claiming.prepare(Claiming.frozen(family: 2, people: [7])) == nil)
  }

  @Test("numbers of claims as written and read")
  func numbers() {
    #expect(ClaimID(42).text == "C00042")
    #expect(ClaimID("C00042") == ClaimID(42) && ClaimID("42") == ClaimID(42))
    for wrong in ["", "C", "C-1", "0", "x1", "1x"] { #expect(ClaimID(wrong) == nil) }
  }
}
