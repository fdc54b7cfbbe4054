import HTTPServing
import Reports

/// How good the data and the linkage are, in counts, codes and shapes of values.
enum QualityPage {
  static func show(_ visit: Visit) -> HTTPResponse {
    let parts = visit.generation.parts
    return visit.page(
      "Quality", here: Links.quality,
      [
        "<h1>Quality</h1>",
        """
        <p class="lead">What came, what could not be used, and how records became people. Nothing here is about anybody.</p>
        """,
        parts.quality,
      ])
  }

  /// One source.
  static func source(_ visit: Visit) throws -> HTTPResponse {
    guard let source = visit.generation.parts.sourcePages[visit.values["file"] ?? ""] else {
      throw Refusal.notFound("There is no such source in this run.")
    }
    let back: Markup = "<p class=\"back\"><a href=\"\(Links.quality)\">All sources</a></p>"
    return visit.page(source.title, here: Links.quality, [back, source.content])
  }
}
