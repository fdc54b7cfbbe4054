import HTTPServing

/// The part of a long list that one page shows.
struct ListPart<Element> {
  /// What the page shows.
  let shown: ArraySlice<Element>
  /// Which page it is, from 1.
  let page: Int
  /// How many there are.
  let pages: Int

  /// - Parameters:
  ///   - all: The whole list.
  ///   - rows: How many a page shows.
  ///   - asked: The page as the query asks for it; one that there is not is taken for the nearest.
  init(_ all: [Element], rows: Int, asked: String?) {
    pages = max(1, (all.count + rows - 1) / rows)
    page = min(max(asked.flatMap { Int($0) } ?? 1, 1), pages)
    let first = min((page - 1) * rows, all.count)
    shown = all[first..<min(first + rows, all.count)]
  }
}
