import HTTPServing
import Reports

/// The files that pages are made with: ours, small, and served from here alone.
enum Assets {
  static let style = HTTPResponse(
    200, type: "text/css; charset=utf-8",
    Array("\(Stylesheet.markup.html)\n\(SiteStylesheet.text)".utf8))

  static let script = HTTPResponse(
    200, type: "text/javascript; charset=utf-8", Array(SiteScript.text.utf8))

  /// Two overlapping circles: two records, and what they have in common.
  static let icon = HTTPResponse(
    200, type: "image/svg+xml",
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#123a4d"/>\
      <g fill="none" stroke="#fff" stroke-width="3"><circle cx="12.5" cy="16" r="7"/><circle cx="19.5" cy="16" r="7"/></g></svg>
      """.utf8))
}
