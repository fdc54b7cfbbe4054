import HTTPServing

/// The headers that keep a page from loading, sending or being put into anything that is not this site's.
enum SecurityHeaders {
  /// Only this site's own style, script, pictures and forms; nothing inside a page runs.
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  static func add(to response: inout HTTPResponse, isSecure: Bool, keeps: Bool) {
    response.headers.set("content-security-policy", policy)
    response.headers.set("x-content-type-options", "nosniff")
    response.headers.set("x-frame-options", "DENY")
    // Not "no-referrer", with which browsers hide from our own forms' requests where they come from.
    response.headers.set("referrer-policy", "same-origin")
    response.headers.set("cross-origin-opener-policy", "same-origin")
    response.headers.set("cross-origin-resource-policy", "same-origin")
    response.headers.set(
      "permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
    // What is about people stays in no cache, not even the browser's.
    response.headers.set("cache-control", keeps ? "private, max-age=3600" : "no-store")
    if isSecure { response.headers.set("strict-transport-security", "max-age=31536000") }
  }
}
