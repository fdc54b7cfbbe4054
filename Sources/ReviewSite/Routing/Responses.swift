import HTTPServing
import Reports
import Store

extension HTTPResponse {
  /// A page.
  static func html(_ status: Int, _ page: Markup) -> HTTPResponse {
    HTTPResponse(status, type: "text/html; charset=utf-8", page.bytes)
  }

  /// JSON.
  static func json(status: Int = 200, _ value: JSONValue) -> HTTPResponse {
    HTTPResponse(status, type: "application/json", Array(value.line.utf8) + [0x0A])
  }

  /// Sends the browser elsewhere on this site, by GET.
  static func redirect(to path: String) -> HTTPResponse {
    var response = plain(303, "See \(path).")
    response.headers.set("location", path)
    return response
  }
}
