import Glibc
import Synchronization

/// What the program does when it is told to stop.
///
/// A run may be killed anywhere without harm, so an interruption has nothing to tidy up: it says
/// what to do next and ends with 128 plus the signal's number.
enum Signals {
  private static let stopped = Atomic<Bool>(false)

  /// Whether the server has been told to stop.
  static var isToldToStop: Bool { stopped.load(ordering: .acquiring) }

  /// From here on SIGINT and SIGTERM ask a server to stop by itself, which lets requests come to their end.
  static func awaitStop() {
    for number in [SIGINT, SIGTERM] {
      // Only an atomic store, which is safe in a signal handler.
      _ = signal(number) { _ in Signals.stopped.store(true, ordering: .releasing) }
    }
  }

  static func prepare() {
    // Who closes the pipe early, as 'head' does, makes a write fail, which the console sees.
    _ = signal(SIGPIPE, SIG_IGN)
    // A limit on the size of files makes a write fail as a full disk does.
    _ = signal(SIGXFSZ, SIG_IGN)
    for number in [SIGINT, SIGTERM] { stopGracefully(on: number) }
  }

  private static func stopGracefully(on number: Int32) {
    var current = sigaction()
    guard unsafe sigaction(number, nil, &current) == 0 else { return }
    // Work started with 'nohup' or in the background keeps ignoring the signal.
    let handler = unsafe unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self)
    let ignoring = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    guard handler != ignoring else { return }
    _ = signal(number) { number in
      let words: StaticString =
        "\nkindred: stopped. What was live still is; 'kindred retry' goes on with the run.\n"
      // Only functions that are safe in a signal handler: write and _exit.
      _ = unsafe write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      _exit(128 + number)
    }
  }
}
