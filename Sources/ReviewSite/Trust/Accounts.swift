import Disk
import Sealing
import Synchronization

/// The accounts as the server sees them: read again whenever the file has changed, so that a shut account is out at once.
final class Accounts: Sendable {
  private struct State {
    var stamp: [Int]?
    var accounts: [String: SiteAccount] = [:]
  }

  private let book: AccountBook
  private let state = Mutex(State())

  init(_ book: AccountBook) {
    self.book = book
  }

  /// The account of a name, if there is one and it is open.
  func account(_ name: String) -> SiteAccount? {
    guard let account = all[name], !account.isDisabled else { return nil }
    return account
  }

  /// Every account, shut ones too.
  var all: [String: SiteAccount] {
    state.withLock { state in
      let stamp = try? [
        Files.size(of: book.path), Files.modificationTime(of: book.path).milliseconds,
      ]
      guard stamp != state.stamp || stamp == nil else { return state.accounts }
      // A file that can't be read lets nobody in.
      let accounts = (try? book.accounts()) ?? []
      state.accounts = Dictionary(accounts.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
      state.stamp = stamp
      return state.accounts
    }
  }
}
