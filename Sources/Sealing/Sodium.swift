internal import CSodium

/// libsodium, made ready once.
enum Sodium {
  /// Whether libsodium could be made ready (https://doc.libsodium.org/usage).
  ///
  /// `sodium_init` may be called by several threads at once and more than once; a global is made
  /// once in any case.
  private static let isReady = sodium_init() >= 0

  /// Stops the program when the machine has no source of randomness: nothing can be sealed then.
  static func makeReady() {
    guard isReady else { fatalError("libsodium cannot be made ready on this machine") }
  }
}
