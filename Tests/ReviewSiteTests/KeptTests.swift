import Testing

@testable import ReviewSite

@Suite struct KeptTests {
  @Test func whatIsKnownIsFoundOnceAndNoMoreIsKeptThanThereIsRoomFor() {
    let kept = Kept<Int, String>(most: 3)
    var asked: [Int] = []
    func value(_ key: Int) -> String? {
      kept.value(key) {
        asked.append(key)
        return key < 0 ? nil : "\(key)"
      }
    }
    #expect([1, 2, 1, 2, 3].map(value) == ["1", "2", "1", "2", "3"])
    #expect(asked == [1, 2, 3])
    // What is not there is looked for each time; a fourth begins anew.
    #expect([-1, -1, 4, 4, 1].map(value) == [nil, nil, "4", "4", "1"])
    #expect(asked == [1, 2, 3, -1, -1, 4, 1])
  }

  @Test func whatCouldNotBeReadIsReadAgain() {
    struct Failure: Error {}
    let kept = Kept<Int, String>(most: 3)
    #expect(throws: Failure.self) { _ = try kept.value(1) { throw Failure() } }
    #expect(kept.value(1) { "1" } == "1")
  }
}
