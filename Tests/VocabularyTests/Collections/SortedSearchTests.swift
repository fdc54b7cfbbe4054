import Testing
import Vocabulary

/// A search by halves finds what looking at one after the other finds.
@Suite struct SortedSearchTests {
  /// Every rising list of up to six small numbers, and slices of it that begin later.
  @Test func everySmallListIsSearchedLikeOneByOne() {
    var lists: [[Int]] = [[]]
    for length in 1...6 {
      lists += lists.filter { $0.count == length - 1 }.flatMap { list in
        ((list.last ?? 0)...4).map { list + [$0] }
      }
    }
    #expect(lists.count == 462)
    for list in lists {
      for value in -1...5 {
        #expect(list.sortedIndex(of: value) == list.firstIndex(of: value))
        #expect(
          list.partitioningIndex { $0 >= value }
            == list.firstIndex { $0 >= value } ?? list.endIndex)
        let slice = list.dropFirst(2)
        #expect(slice.sortedIndex(of: value) == slice.firstIndex(of: value))
      }
    }
  }

  @Test func aLongListIsLookedAtAFewTimes() {
    for wanted in [0, 1, 499_999, 999_999, 1_000_000] {
      var looks = 0
      let place = (0..<1_000_000).partitioningIndex {
        looks += 1
        return $0 >= wanted
      }
      #expect(place == wanted)
      #expect(looks <= 20)
    }
  }
}
