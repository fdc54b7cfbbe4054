import Testing
import TestSupport
import Vocabulary

@testable import Claims

@Suite("Claims that failed their audit")
struct FailedAuditTests {
  private let passed = ClaimEvent.audited(isPassed: true, basis: .itself, reason: "")
  private let failed = ClaimEvent.audited(isPassed: false, basis: .itself, reason: "no plan")
  private let july = "2013-07"
  private let october = "2013-10"

  /// Thirty complete claims of July, ten of them in the sample, of which the first one fails; its number.
  private func sampled() throws -> (claiming: Claiming, number: Int, scheme: ClaimScheme) {
    var claiming = try Claiming.complete(30)
    let drawn = AuditSample.draw(10, from: claiming.book.all, seed: 1)
    for (place, id) in drawn.enumerated() {
      audit(id.number, place > 0, in: "s1", &claiming)
    }
    return (claiming, drawn[0].number, try #require(claiming.rules.schemes["tf1-2012"]))
  }

  private func audit(_ number: Int, _ isPassed: Bool, in sample: String, _ claiming: inout Claiming)
  {
    #expect(claiming.say(number, .sampled(sample: sample), by: "oscar", as: .auditor) == nil)
    let answer = isPassed ? passed : failed
    #expect(claiming.say(number, answer, by: "oscar", as: .auditor) == nil)
  }

  private func prepareAgain(_ number: Int, for window: String, _ claiming: inout Claiming) throws {
    let state = try #require(claiming.book[ClaimID(number)])
    let refusal = claiming.say(
      number, .prepared(state.current, window: window), by: "ann", as: .analyst)
    #expect(refusal == nil && claiming.book[ClaimID(number)]?.status == .draft)
  }

  private func accept(_ number: Int, with sample: String, _ claiming: inout Claiming)
    -> ClaimRefusal?
  {
    let event = ClaimEvent.audited(isPassed: true, basis: .sample(sample), reason: "")
    return claiming.say(number, event, by: "oscar", as: .auditor)
  }

  /// Population, drawn, audited and failed of a window.
  private func counts(_ window: String, _ scheme: ClaimScheme, _ claiming: Claiming) -> [Int] {
    let judgement = claiming.book.judgement(of: window, scheme)
    return [judgement.population, judgement.drawn, judgement.audited, judgement.failed]
  }

  @Test("prepared again in its window it stays a failure of the sample, and is audited itself")
  func sameWindow() throws {
    var (claiming, number, scheme) = try sampled()
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    try prepareAgain(number, for: july, &claiming)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    #expect(claiming.say(number, .completed, by: "ann", as: .analyst) == nil)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    #expect(
      accept(number, with: "s1", &claiming)?.words
        == "\(ClaimID(number).text) failed an audit before and has to be audited itself")
    #expect(claiming.say(number, passed, by: "oscar", as: .auditor) == nil)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
  }

  @Test("prepared for another window it counts where it failed, and there only once it is complete")
  func otherWindow() throws {
    var (claiming, number, scheme) = try sampled()
    try prepareAgain(number, for: october, &claiming)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    #expect(counts(october, scheme, claiming) == [0, 0, 0, 0])
    claiming.say(number, .completed, by: "ann", as: .analyst)
    #expect(counts(october, scheme, claiming) == [1, 0, 0, 0])
    #expect(claiming.book.undrawn(of: october, scheme.name).map(\.id.number) == [number])
    #expect(!claiming.book.undrawn(of: july, scheme.name).map(\.id.number).contains(number))
    #expect(claiming.book.samples(of: october, scheme.name) == [])
    claiming.say(number, .sampled(sample: "s2"), by: "oscar", as: .auditor)
    #expect(counts(october, scheme, claiming) == [1, 1, 0, 0])
    #expect(accept(number, with: "s2", &claiming) != nil)
    claiming.say(number, passed, by: "oscar", as: .auditor)
    #expect(counts(october, scheme, claiming) == [1, 1, 1, 0])
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
  }

  @Test("back in the window where it failed it is in that window's sample again")
  func backAgain() throws {
    var (claiming, number, scheme) = try sampled()
    try prepareAgain(number, for: october, &claiming)
    try prepareAgain(number, for: july, &claiming)
    #expect(claiming.book[ClaimID(number)]?.samples == ["s1"])
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    #expect(counts(october, scheme, claiming) == [0, 0, 0, 0])
  }

  @Test("failing twice is one failure of the sample")
  func twice() throws {
    var (claiming, number, scheme) = try sampled()
    try prepareAgain(number, for: july, &claiming)
    claiming.say(number, .completed, by: "ann", as: .analyst)
    claiming.say(number, failed, by: "oscar", as: .auditor)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    #expect(claiming.book[ClaimID(number)]?.findings.count == 1)
  }

  @Test("withdrawn it stays a failure of the sample: the rest is no better for it")
  func withdrawn() throws {
    var (claiming, number, scheme) = try sampled()
    #expect(claiming.say(number, .withdrawn(reason: "x", .zero)) == nil)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    let rest = try #require(claiming.book.undrawn(of: july, scheme.name).first)
    #expect(accept(rest.id.number, with: "s1", &claiming)?.code == .sampleFailed)
  }

  @Test("what passed stays in the sample too, when it is withdrawn or amended for another window")
  func passedAndGone() throws {
    var (claiming, failing, scheme) = try sampled()
    let passing = claiming.book.all.filter { $0.status == .audited }.map(\.id.number)
    #expect(passing.count == 9)
    #expect(claiming.say(passing[0], .withdrawn(reason: "x", .zero)) == nil)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    #expect(claiming.say(passing[1], .signed, by: "oscar", as: .auditor) == nil)
    #expect(claiming.say(passing[1], .signed) == nil)
    #expect(claiming.say(passing[1], .submitted) == nil)
    try amend(passing[1], october, &claiming)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    #expect(counts(october, scheme, claiming) == [0, 0, 0, 0])
    // Amended in its own window and drawn again, it waits to be looked at again.
    try amend(passing[1], july, &claiming)
    claiming.say(passing[1], .completed, by: "ann", as: .analyst)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    claiming.say(passing[1], .sampled(sample: "s2"), by: "oscar", as: .auditor)
    #expect(counts(july, scheme, claiming) == [30, 10, 9, 1])
    claiming.say(passing[1], failed, by: "oscar", as: .auditor)
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 2])
    #expect(claiming.book[ClaimID(failing)]?.status == .failed)
  }

  @Test("one drawn and withdrawn before anybody looked is in no sample")
  func drawnAndGone() throws {
    var claiming = try Claiming.complete(3)
    let scheme = try #require(claiming.rules.schemes["tf1-2012"])
    claiming.say(1, .sampled(sample: "s1"), by: "oscar", as: .auditor)
    #expect(counts(july, scheme, claiming) == [3, 1, 0, 0])
    claiming.say(1, .withdrawn(reason: "x", .zero))
    #expect(counts(july, scheme, claiming) == [2, 0, 0, 0])
  }

  @Test("one that failed outside a sample is no part of one, and is audited itself")
  func outside() throws {
    var claiming = try Claiming.complete(3)
    let scheme = try #require(claiming.rules.schemes["tf1-2012"])
    claiming.say(1, failed, by: "oscar", as: .auditor)
    #expect(counts(july, scheme, claiming) == [3, 0, 0, 0])
    try prepareAgain(1, for: july, &claiming)
    #expect(counts(july, scheme, claiming) == [2, 0, 0, 0])
    claiming.say(1, .completed, by: "ann", as: .analyst)
    #expect(counts(july, scheme, claiming) == [3, 0, 0, 0])
    audit(2, true, in: "s1", &claiming)
    audit(3, true, in: "s1", &claiming)
    #expect(accept(1, with: "s1", &claiming)?.code == .notAudited)
    audit(1, true, in: "s2", &claiming)
    #expect(claiming.book[ClaimID(1)]?.status == .audited)
  }

  // MARK: Amendments

  /// The claim that failed, mended, submitted in July and paid.
  private func paid() throws -> (claiming: Claiming, number: Int, scheme: ClaimScheme) {
    var (claiming, number, scheme) = try sampled()
    try prepareAgain(number, for: july, &claiming)
    #expect(claiming.submit(number) == nil)
    let amount = try #require(claiming.book[ClaimID(number)]).current.amount
    #expect(claiming.say(number, .paid(amount)) == nil)
    return (claiming, number, scheme)
  }

  private func amend(_ number: Int, _ window: String, _ claiming: inout Claiming) throws {
    let state = try #require(claiming.book[ClaimID(number)])
    let event = ClaimEvent.amended(state.current, window: window, reason: "x")
    #expect(claiming.say(number, event) == nil)
  }

  @Test("the amendment of what failed once and was paid is a claim like others in its window")
  func amended() throws {
    var (claiming, number, scheme) = try paid()
    try amend(number, october, &claiming)
    #expect(counts(october, scheme, claiming) == [0, 0, 0, 0])
    #expect(counts(july, scheme, claiming) == [30, 10, 10, 1])
    claiming.say(number, .completed, by: "ann", as: .analyst)
    #expect(counts(october, scheme, claiming) == [1, 0, 0, 0])
    for place in 1...10 {
      let claim = Claiming.frozen(family: Int64(100 + place), people: [Int64(100 + place)])
      #expect(claiming.prepare(claim, window: october) == nil)
      let other = claiming.book.begun
      claiming.say(other, .completed, by: "ann", as: .analyst)
      audit(other, true, in: "s9", &claiming)
    }
    #expect(counts(october, scheme, claiming) == [11, 10, 10, 0])
    #expect(accept(number, with: "s9", &claiming) == nil)
    #expect(claiming.book[ClaimID(number)]?.basis == .sample("s9"))
  }

  @Test("an amendment that failed and is amended again is still the one that failed")
  func amendedAgain() throws {
    var (claiming, number, scheme) = try paid()
    try amend(number, october, &claiming)
    claiming.say(number, .completed, by: "ann", as: .analyst)
    audit(number, false, in: "s9", &claiming)
    #expect(counts(october, scheme, claiming) == [1, 1, 1, 1])
    try amend(number, october, &claiming)
    #expect(counts(october, scheme, claiming) == [1, 1, 1, 1])
    claiming.say(number, .completed, by: "ann", as: .analyst)
    #expect(accept(number, with: "s9", &claiming)?.code == .notAudited)
    #expect(claiming.say(number, passed, by: "oscar", as: .auditor) == nil)
    #expect(counts(october, scheme, claiming) == [1, 1, 1, 1])
  }
}
