import Glibc
import TestSupport
import Testing

@testable import KindredCommand

/// Sends a signal to the process: the thread that asks for it may be one of those that take none.
private func stop(by number: Int32) {
  kill(getpid(), number)
  sleep(60)
}

/// What is said, and what is tidied up, when the program is told to stop.
@Suite struct SignalsTests {
  @Test func `a terminal that hides what is typed shows it again`() async throws {
    // `posix_openpt` and what goes with it is not in Swift's Glibc; TIOCSPTLCK unlocks, TIOCGPTN tells the number.
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(master) }
    var (lock, number): (Int32, Int32) = (0, 0)
    try #require(unsafe ioctl(master, 0x4004_5431, &lock) == 0)
    try #require(unsafe ioctl(master, 0x8004_5430, &number) == 0)
    let path = "/dev/pts/\(number)"
    // It stays open, since what a terminal is set to is forgotten with its last reader.
    let terminal = unsafe open(path, O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    let stopped = await #expect(
      processExitsWith: .exitCode(130), observing: [\.standardErrorContent]
    ) { [path = path as String] in
      Signals.prepare()
      unsafe dup2(open(path, O_RDWR | O_NOCTTY), STDIN_FILENO)
      Signals.noteTyping(isHidden: true)
      var settings = termios()
      unsafe tcgetattr(STDIN_FILENO, &settings)
      settings.c_lflag &= ~tcflag_t(ECHO)
      unsafe tcsetattr(STDIN_FILENO, TCSANOW, &settings)
      stop(by: SIGINT)
    }
    var settings = termios()
    try #require(unsafe tcgetattr(terminal, &settings) == 0)
    #expect(settings.c_lflag & tcflag_t(ECHO) != 0)
    let words = String(decoding: stopped?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("kindred: stopped.") && !words.contains("retry"))
  }

  @Test func `a run that was stopped can be gone on with`() async {
    let stopped = await #expect(
      processExitsWith: .exitCode(143), observing: [\.standardErrorContent]
    ) {
      Signals.prepare()
      Signals.noteRun()
      stop(by: SIGTERM)
    }
    let words = String(decoding: stopped?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("'kindred retry' goes on with the run"))
  }
}
