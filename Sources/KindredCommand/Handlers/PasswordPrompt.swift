import Disk
import Glibc

/// Asks for a password without showing it, or takes a line of the standard input where that is no terminal.
enum PasswordPrompt {
  /// The most bytes of a password.
  private static let longest = 1_024

  /// What was typed; nil where the two times differ.
  static func ask(_ console: Console) throws -> [UInt8]? {
    guard isatty(STDIN_FILENO) == 1 else { return line(of: try StandardInput.readAll()) }
    let first = hidden("Password: ", console)
    let second = hidden("Once more: ", console)
    return first == second ? first : nil
  }

  private static func line(of bytes: [UInt8]) -> [UInt8] {
    Array(bytes.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(longest))
  }

  private static func hidden(_ words: String, _ console: Console) -> [UInt8] {
    var before = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return [] }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    Signals.noteTyping(isHidden: true)
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      Signals.noteTyping(isHidden: false)
      console.message("")
    }
    console.message(words)
    var typed: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(STDIN_FILENO, &byte, 1) == 1, byte != 0x0A, typed.count < longest {
      typed.append(byte)
    }
    return typed
  }
}
