import HTTPServing
import Reports
import Store

/// What is said where a request is not answered as it wants; nil for a fault of ours.
struct ErrorPage {
  let refusal: Refusal?
  let visit: Visit
  let form: Route.Form
  let status: Int

  init(_ refusal: Refusal?, _ visit: Visit, as form: Route.Form, status: Int? = nil) {
    self.refusal = refusal
    self.visit = visit
    self.form = form
    self.status = status ?? refusal?.status ?? 500
  }

  private var title: String { refusal?.title ?? "Something went wrong" }

  private var words: String {
    refusal?.words
      ?? "The fault is ours. What you did before is kept; what you just asked for may not be. Try again, and tell whoever runs Kindred."
  }

  var response: HTTPResponse {
    switch form {
    case .json: .json(status: status, .members([("error", .text(words))]))
    case .page:
      visit.page(
        status: status, title,
        [
          "<h1>\(title)</h1>", "<p class=\"lead\">\(words)</p>",
          "<p><a href=\"/\">Go to the first page</a></p>",
        ])
    }
  }
}
