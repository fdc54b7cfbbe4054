/// Looking things up in what is sorted, by halves.
extension RandomAccessCollection {
  /// The first index from which on a condition holds, where it does for no element before and for every one after; the
  /// end where it never does.
  ///
  /// The name is that of Swift Algorithms.
  @inlinable
  public func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var start = startIndex
    var left = count
    while left > 0 {
      let half = left / 2
      let middle = index(start, offsetBy: half)
      if holds(self[middle]) {
        left = half
      } else {
        start = index(after: middle)
        left -= half + 1
      }
    }
    return start
  }
}

extension RandomAccessCollection where Element: Comparable {
  /// Where a value stands in a collection that rises, the first place of several; nil where it does not.
  @inlinable
  public func sortedIndex(of value: Element) -> Index? {
    let place = partitioningIndex { $0 >= value }
    return place < endIndex && self[place] == value ? place : nil
  }
}
