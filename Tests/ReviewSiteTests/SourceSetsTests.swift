import TestSupport
import Testing

@testable import ReviewSite

@Suite("The sources of many people")
struct SourceSetsTests {
  @Test(arguments: [1, 2, 63, 64, 65, 128, 200])
  func `what is noted of somebody is read again, and of nobody else`(most: Int) {
    var random = SplitMix64(seed: UInt64(most))
    var sets = SourceSets(most: most)
    var expected = [Set<Int>](repeating: [], count: 30)
    for _ in 0..<200 {
      let (place, source) = (
        Int.random(in: 0..<30, using: &random), Int.random(in: 0..<most, using: &random)
      )
      sets.insert(source, at: place)
      expected[place].insert(source)
    }
    sets.insert(0, at: 29)
    expected[29].insert(0)
    #expect((0..<30).map { sets[$0] } == expected.map { $0.sorted() })
    let order = Array(0..<30).shuffled(using: &random)
    let ordered = sets.ordered(order)
    #expect((0..<30).map { ordered[$0] } == order.map { expected[$0].sorted() })
  }
}
