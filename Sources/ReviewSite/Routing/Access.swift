/// Who may ask for a route.
enum Access: Hashable, Sendable {
  /// Anybody: it holds nothing of anyone.
  case anybody
  /// Whoever is signed in.
  case signedIn
  /// Whoever has the right.
  case right(Right)

  /// Whether an account may; nil is nobody.
  func allows(_ account: SiteAccount?) -> Bool {
    switch self {
    case .anybody: true
    case .signedIn: account.map { !$0.isDisabled } ?? false
    case .right(let right): account?.may(right) ?? false
    }
  }
}
