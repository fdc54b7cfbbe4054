import Disk
import HTTPServing
import Reports
import Store
import Vocabulary

/// One request with everything that answering it takes: who asks, for what, and the run that is shown.
struct Visit: Sendable {
  let site: ReviewSite
  let request: HTTPRequest
  let values: [String: String]
  let form: HTTPFields
  let session: Session?
  let account: SiteAccount?
  let generation: Generation
  let now: Instant

  /// Whether whoever asks has a right.
  func may(_ right: Right) -> Bool { account?.may(right) ?? false }

  /// The queue as it stands after everything that was decided.
  func queue() throws -> Queue { site.queues.queue(generation, try site.book.decisions()) }

  /// The two records that the path names.
  func pair() throws -> RecordPair {
    guard let left = values["left"].flatMap(RecordKey.init(text:)),
      let right = values["right"].flatMap(RecordKey.init(text:)),
      let pair = RecordPair(left, right)
    else { throw Refusal.notFound("There is no such pair of records.") }
    return pair
  }

  /// The person that the path names.
  func person() throws -> PersonID {
    guard let key = values["person"].flatMap(RecordKey.init(text:)) else {
      throw Refusal.notFound("There is no such person.")
    }
    return PersonID(key.storeNumber)
  }

  /// The number that the path names.
  func number(_ name: String) throws -> Int {
    guard let number = values[name].flatMap({ Int($0) }), number > 0 else {
      throw Refusal.notFound("There is no such entry.")
    }
    return number
  }

  /// Notes in the ledger that somebody looked, before they see anything; without the note nothing is shown.
  func noteView(_ page: String, _ members: [(String, JSONValue?)]) throws {
    guard let session else { throw Refusal.notPermitted }
    try site.book.note(
      "view", by: session.account,
      [("page", .text(page)), ("purpose", .text(session.purpose.rawValue))] + members)
  }

  /// A page with this content.
  func page(
    status: Int = 200, _ title: String, here: String? = nil, _ content: [Markup]
  ) -> HTTPResponse {
    .html(
      status, SitePage(visit: self, title: title, here: here ?? "", content: content).markup)
  }
}

/// Why a request is not answered as it wants.
enum Refusal: Error, Equatable {
  /// There is nothing of this name.
  case notFound(String)
  /// The account has not the right.
  case notPermitted
  /// What was sent can't be taken.
  case invalid(String)
  /// The request was not sent by a page of this site, or by an old one.
  case forged

  var status: Int {
    switch self {
    case .notFound: 404
    case .notPermitted, .forged: 403
    case .invalid: 422
    }
  }

  var title: String {
    switch self {
    case .notFound: "Not found"
    case .notPermitted: "Not permitted"
    case .invalid: "Not taken"
    case .forged: "Not sent from here"
    }
  }

  var words: String {
    switch self {
    case .notFound(let words), .invalid(let words): words
    case .notPermitted:
      "Your account has not the right to see or do this. An administrator can tell you who has."
    case .forged:
      "The request did not come from a page of this site, or the page was old. Nothing was changed. Open the page again."
    }
  }
}
