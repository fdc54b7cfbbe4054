import Synchronization

/// What was asked for lately: people and families of a run, read once for all who look at them.
///
/// Once it is full it begins anew, so that it never takes more than so many.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let most: Int
  private let values = Mutex<[Key: Value]>([:])

  init(most: Int) {
    self.most = most
  }

  /// A value, found now where it is not known; what is not there is looked for each time.
  func value(_ key: Key, find: () throws -> Value?) rethrows -> Value? {
    if let known = values.withLock({ $0[key] }) { return known }
    guard let found = try find() else { return nil }
    values.withLock { values in
      if values.count >= most { values = [:] }
      values[key] = found
    }
    return found
  }
}
