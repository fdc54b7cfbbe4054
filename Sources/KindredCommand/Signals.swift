import Glibc
import Synchronization

/// What the program does when it is told to stop.
///
/// A run may be killed anywhere without harm, so an interruption has nothing to tidy up but the terminal: it says
/// what to do next and ends with 128 plus the signal's number.
enum Signals {
  private static let stopped = Atomic<Bool>(false)
  private static let hasRun = Atomic<Bool>(false)
  private static let hidesTyping = Atomic<Bool>(false)

  /// From here on a run is under way, which can be gone on with.
  static func noteRun() { hasRun.store(true, ordering: .releasing) }

  /// Notes whether the terminal hides what is typed: it is to show it again when the program is stopped, or whoever
  /// types into it next does so blindly.
  static func noteTyping(isHidden: Bool) { hidesTyping.store(isHidden, ordering: .releasing) }

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
      Signals.showTyping()
      let words: StaticString =
        Signals.hasRun.load(ordering: .acquiring)
        ? "\nkindred: stopped. What was live still is; 'kindred retry' goes on with the run.\n"
        : "\nkindred: stopped.\n"
      // Only functions that are safe in a signal handler: tcgetattr, tcsetattr, write and _exit.
      _ = unsafe write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      _exit(128 + number)
    }
  }

  private static func showTyping() {
    guard hidesTyping.load(ordering: .acquiring) else { return }
    var terminal = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &terminal) == 0 else { return }
    terminal.c_lflag |= tcflag_t(ECHO)
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &terminal)
  }
}
