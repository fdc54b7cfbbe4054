import Testing
import TestSupport
import Vocabulary

@testable import Claims

@Suite("From the last window to this one")
struct BridgeTests {
  /// Three claims that stand after January; then one is withdrawn, one turned down, and one is new.
  private func claiming() throws -> Claiming {
    var claiming = try Claiming()
    claiming.on = try #require(claiming.rules.windows.window(named: "2013-01")).days.first
    for number in 1...3 {
      let claim = Claiming.frozen(
        family: Int64(number), people: [Int64(number)], held: "2012-12-01",
        asOf: claiming.on.iso)
      #expect(claiming.prepare(claim, window: "2013-01") == nil)
      #expect(claiming.submit(number) == nil)
    }
    claiming.on = day("2013-07-20")
    #expect(claiming.say(1, .withdrawn(reason: "x", .zero)) == nil)
    #expect(claiming.say(2, .rejected(reason: "x")) == nil)
    #expect(claiming.prepare(Claiming.frozen(family: 9, people: [9])) == nil)
    #expect(claiming.submit(4) == nil)
    #expect(claiming.prepare(Claiming.frozen(family: 10, people: [10])) == nil)
    return claiming
  }

  @Test("each claim's way, and the whole of it adds to the penny")
  func bridge() throws {
    let claiming = try claiming()
    let scheme = try Shipped.scheme("tf1-2012")
    let lines = claiming.book.bridge(to: "2013-07", scheme, claiming.rules.windows)
    #expect(lines.map(\.claim.number) == [1, 2, 3, 4])
    #expect(lines.map(\.what) == [.withdrawn, .rejected, .stands, .new])
    #expect(lines.map(\.after.count) == [0, 0, 70_000, 70_000])
    let sheet = claiming.book.reconciliation(of: "2013-07", scheme, claiming.rules.windows)
    #expect(sheet.broken == [])
    #expect(
      sheet.lines.last?.text
        == "standing £1,400.00 = £2,100.00 when the last window closed + £700.00 new + £0.00 amended"
        + " + -£700.00 withdrawn + -£700.00 rejected")
    // Seen from the first window everything is new.
    let first = claiming.book.bridge(to: "2013-01", scheme, claiming.rules.windows)
    #expect(first.allSatisfy { $0.what == .new })
  }

  @Test("steps whose days do not rise are cut where a later day comes, and never in between")
  func days() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare() == nil)
    #expect(claiming.sign(1) == nil)
    #expect(claiming.say(1, .submitted, on: day("2013-07-25")) == nil)
    #expect(claiming.say(1, .rejected(reason: "x"), on: day("2013-07-21")) == nil)
    let kept = claiming.book.entries.upTo(day("2013-07-22"))
    #expect(kept.count == claiming.book.entries.count - 2)
    var earlier = ClaimBook()
    earlier.replay(kept)
    #expect(earlier[ClaimID(1)]?.status == .signedOff)
    #expect(claiming.book.entries.upTo(day("2013-07-25")) == claiming.book.entries)
  }

  @Test("a line that the bridge does not explain stops the sheet")
  func broken() throws {
    let claiming = try claiming()
    let scheme = try Shipped.scheme("tf1-2012")
    var sheet = Reconciliation(lines: [])
    let lines = claiming.book.bridge(to: "2013-07", scheme, claiming.rules.windows)
    sheet.add(Array(lines.dropLast()), standing: Pence(140_000))
    #expect(sheet.broken.map(\.name) == ["standing"])
  }
}
