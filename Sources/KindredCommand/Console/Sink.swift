import Glibc
import Synchronization

/// Somewhere to write text: the standard output, the standard error, or a test's buffer.
struct Sink: Sendable {
  /// Whether a person is watching.
  var isTerminal: Bool
  var styling: Styling

  /// How many columns a line has.
  var width: Int

  /// Writes the text, and says whether there is still a point in writing.
  var write: @Sendable (String) -> WriteOutcome
}

/// What came of a write.
enum WriteOutcome: Sendable {
  case written

  /// The reader has gone away, as `head` does; nothing is wrong.
  case readerGone

  /// The text is lost: a full disk, say.
  case failed
}

extension Sink {
  /// A sink over an open file descriptor.
  static func descriptor(_ descriptor: Int32, environment: [String: String]) -> Sink {
    let isTerminal = isatty(descriptor) == 1
    return Sink(
      isTerminal: isTerminal,
      styling: .choose(isTerminal: isTerminal, environment: environment),
      width: isTerminal ? terminalWidth(of: descriptor) : 80,
      write: { writeAll(Array($0.utf8), to: descriptor) })
  }

  private static func terminalWidth(of descriptor: Int32) -> Int {
    var size = winsize()
    let answer = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    return answer == 0 && size.ws_col >= 40 ? Int(size.ws_col) : 80
  }

  /// Writes every byte; write(2) may take fewer than it is offered, or be interrupted.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> WriteOutcome {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        return errno == EPIPE ? .readerGone : .failed
      }
    }
    return .written
  }
}
