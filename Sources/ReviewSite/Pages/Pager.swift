import Reports

/// Links to the pages before and after, of a list that does not fit on one.
struct Pager {
  /// What the pages are of, as assistive technology says it: `the queue`.
  var list: Markup
  var page: Int
  var pages: Int
  /// Where the list stands, and what narrows it.
  var path: String
  var fields: [(String, String)]

  var markup: Markup {
    guard pages > 1 else { return .nothing }
    return """
      <nav class="pager" aria-label="Pages of \(list)">
      \(page > 1 ? link(page - 1, "Earlier", "prev") : "<span></span>")
      <span>Page \(count: page) of \(count: pages)</span>
      \(page < pages ? link(page + 1, "Later", "next") : "<span></span>")
      </nav>
      """
  }

  private func link(_ number: Int, _ words: Markup, _ rel: Markup) -> Markup {
    let path = Links.with(path, fields + [("page", "\(number)")])
    return "<a href=\"\(path)\" rel=\"\(rel)\">\(words)</a>"
  }
}
