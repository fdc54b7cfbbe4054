import Synchronization

/// Where commands speak: results to the standard output, messages to the standard error.
///
/// Nothing else in the program prints. Safe to use from several tasks at once: each call writes
/// whole lines.
final class Console: Sendable {
  let settings: ConsoleSettings
  private let output: Sink
  private let messages: Sink
  private let clock: ConsoleClock
  private let state: Mutex<State>

  private struct State {
    var meter: ProgressMeter
    var hasLostOutput = false
    var isOutputClosed = false
    var hasProgressLine = false
  }

  init(
    output: Sink, messages: Sink, settings: ConsoleSettings = ConsoleSettings(),
    clock: ConsoleClock = .system
  ) {
    self.output = output
    self.messages = messages
    self.settings = settings
    self.clock = clock
    let isLive = messages.isTerminal && settings.form == .text
    state = Mutex(State(meter: ProgressMeter(isLive: isLive, width: messages.width)))
  }

  /// The same console with other settings.
  func with(_ settings: ConsoleSettings) -> Console {
    Console(output: output, messages: messages, settings: settings, clock: clock)
  }
}

// MARK: - Results

extension Console {
  /// How results may be coloured.
  var styling: Styling { output.styling }

  /// How many columns a line of results has.
  var width: Int { output.width }

  /// Whether some result could not be written, so that the command has not done its work.
  var hasLostOutput: Bool { state.withLock { $0.hasLostOutput } }

  /// Writes a line of the command's result.
  func print(_ line: String = "") {
    state.withLock { state in
      guard !state.isOutputClosed else { return }
      clearProgress(&state)
      switch output.write(line + "\n") {
      case .written: break
      case .readerGone: state.isOutputClosed = true
      case .failed: (state.isOutputClosed, state.hasLostOutput) = (true, true)
      }
    }
  }
}

// MARK: - Messages

extension Console {
  /// Says what is going on, unless the user asked for quiet.
  func say(_ text: String) {
    guard settings.verbosity > .quiet else { return }
    message(text, level: "info")
  }

  /// Says what only a user who asked for more wants to know.
  func detail(_ text: String) {
    guard settings.verbosity == .verbose else { return }
    message(text, level: "debug")
  }

  /// Warns of a problem that does not stop the command.
  func warn(_ problem: Problem) { tell(problem, .warning) }

  /// Reports a problem that stops the command.
  func report(_ problem: Problem) { tell(problem, .error) }

  /// Passes on a line that is already one JSON object, where messages are written as JSON.
  func event(_ json: @autoclosure () -> String) {
    guard settings.form == .json, settings.verbosity > .quiet else { return }
    write([json()])
  }

  /// Writes a line to the standard error, however quiet the user wants it.
  func message(_ line: String) { write([line]) }

  private func message(_ text: String, level: String) {
    switch settings.form {
    case .text: write([Printable.line(text)])
    case .json: write([JSONLine.message(text, level: level, at: clock.timestamp())])
    }
  }

  private func tell(_ problem: Problem, _ severity: Severity) {
    switch settings.form {
    case .text: write(problem.lines(severity: severity, styling: messages.styling))
    case .json: write([JSONLine.problem(problem, severity, at: clock.timestamp())])
    }
  }

  private func write(_ lines: [String]) {
    let text = lines.map { $0 + "\n" }.joined()
    state.withLock { state in
      clearProgress(&state)
      // There is nowhere left to say that the standard error failed.
      _ = messages.write(text)
    }
  }
}

// MARK: - Progress

extension Console {
  /// Shows how far the work is: a line that redraws itself on a terminal, else one a minute.
  func progress(_ progress: Progress) {
    guard settings.verbosity > .quiet else { return }
    state.withLock { state in
      switch state.meter.show(progress, at: clock.elapsed()) {
      case .nothing: break
      case .redraw(let line):
        _ = messages.write("\r\u{1B}[K" + line)
        state.hasProgressLine = true
      case .line(let line):
        _ = messages.write(written(line))
      }
    }
  }

  /// Takes the progress line away; the next progress begins anew.
  func endProgress() {
    state.withLock { state in
      clearProgress(&state)
      state.meter.startAnew()
    }
  }

  private func written(_ line: String) -> String {
    switch settings.form {
    case .text: line + "\n"
    case .json: JSONLine.message(line, level: "info", at: clock.timestamp()) + "\n"
    }
  }

  private func clearProgress(_ state: inout State) {
    guard state.hasProgressLine else { return }
    _ = messages.write("\r\u{1B}[K")
    state.hasProgressLine = false
  }
}
