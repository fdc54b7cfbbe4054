import HTTPServing
import Vocabulary

/// The paths of the site's pages; no other place writes one.
enum Links {
  static let today = "/today"
  static let queue = "/queue"
  static let next = "/queue/next"
  static let families = "/cohort"
  static let familyList = "/cohort/list.csv"
  static let claims = "/claims"
  static let search = "/search"
  static let quality = "/quality"
  static let ledger = "/ledger"
  static let accounts = "/accounts"
  static let help = "/help"
  static let signIn = "/sign-in"
  static let signOut = "/sign-out"
  static let purpose = "/purpose"

  static func pair(_ pair: RecordPair) -> String { "/pair/\(pair.left.text)/\(pair.right.text)" }
  static func preview(_ pair: RecordPair, _ ruling: DecisionKind) -> String {
    with(Self.pair(pair) + "/preview", [("ruling", ruling.rawValue)])
  }
  static func preview(_ person: PersonID) -> String { Self.person(person) + "/preview" }
  static func decide(_ pair: RecordPair) -> String { Self.pair(pair) + "/decide" }
  static func person(_ person: PersonID) -> String { "/person/\(person.text)" }
  static func family(_ family: FamilyID) -> String { "/family/\(family.text)" }
  static func preview(_ family: FamilyID) -> String { Self.family(family) + "/preview" }
  static func decide(_ family: FamilyID) -> String { Self.family(family) + "/decide" }
  static func enter(_ family: FamilyID) -> String { Self.family(family) + "/enter" }
  static func window(_ window: String, _ scheme: String) -> String {
    "/claims/\(PercentText.encoded(window))/\(PercentText.encoded(scheme))"
  }
  static func windowFile(_ window: String, _ scheme: String) -> String {
    Self.window(window, scheme) + "/file.csv"
  }
  static func windowFile(_ window: String, _ scheme: String, _ file: String) -> String {
    Self.window(window, scheme) + "/files/\(PercentText.encoded(file))"
  }
  static func audit(_ window: String, _ scheme: String) -> String {
    Self.window(window, scheme) + "/audit"
  }
  static func pack(_ claim: ClaimID, _ form: String) -> String {
    Self.claim(claim) + "/pack/\(PercentText.encoded(form))"
  }
  static func claim(_ claim: ClaimID) -> String { "/claim/\(claim.text)" }
  static func split(_ person: PersonID) -> String { Self.person(person) + "/split" }
  static func undo(_ entry: Int) -> String { "/decision/\(entry)/undo" }
  static func decision(_ entry: Int) -> String { "/decision/\(entry)" }

  /// A path with a query.
  static func with(_ path: String, _ fields: [(String, String)]) -> String {
    guard !fields.isEmpty else { return path }
    let pairs = fields.map { "\(PercentText.encoded($0.0))=\(PercentText.encoded($0.1))" }
    return path + "?" + pairs.joined(separator: "&")
  }
}
