import Disk
import Sealing
import Synchronization

/// Somebody who is signed in, as the server keeps it; the browser has the token alone.
struct Session: Sendable {
  /// The account's name.
  let account: String
  /// The account as it was when they signed in.
  let seal: Digest
  /// The code that every form of the session carries, so that no other site can send one.
  let formToken: String
  /// For what records are looked at.
  var purpose: Purpose
  /// When it began, and when something was last asked for.
  let begun: Instant
  var seen: Instant
}

/// Who is signed in.
///
/// Kept in memory alone: whoever stops the server signs everybody out.
final class Sessions: Sendable {
  /// How long a session lasts without anything being asked for, and at most, in milliseconds.
  struct Limits: Sendable {
    var idle = 30 * 60_000
    var longest = 10 * 3_600_000
  }

  let limits: Limits
  /// By digests of the tokens, so that what is in memory opens nothing.
  private let sessions = Mutex<[Digest: Session]>([:])

  init(_ limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Begins a session with a new token, which nobody can have known before.
  func begin(_ account: SiteAccount, _ purpose: Purpose, at now: Instant) -> String {
    let token = Hex.text(of: SecureRandom.bytes(32))
    let session = Session(
      account: account.name, seal: account.seal, formToken: Hex.text(of: SecureRandom.bytes(32)),
      purpose: purpose,
      begun: now, seen: now)
    sessions.withLock { sessions in
      sessions = sessions.filter { isOpen($0.value, at: now) }
      sessions[SHA256.digest(of: token)] = session
    }
    return token
  }

  /// The session of a token, if it is open; looking at it keeps it open.
  func session(_ token: String, at now: Instant) -> Session? {
    let digest = SHA256.digest(of: token)
    return sessions.withLock { sessions in
      guard var session = sessions[digest], isOpen(session, at: now) else {
        sessions[digest] = nil
        return nil
      }
      session.seen = now
      sessions[digest] = session
      return session
    }
  }

  /// Ends a session.
  func end(_ token: String) {
    _ = sessions.withLock { $0.removeValue(forKey: SHA256.digest(of: token)) }
  }

  private func isOpen(_ session: Session, at now: Instant) -> Bool {
    now.milliseconds - session.seen.milliseconds < limits.idle
      && now.milliseconds - session.begun.milliseconds < limits.longest
  }
}
