/// How the program ends, in numbers that a scheduler can act on.
///
/// The numbers are those of `sysexits.h`, and 128 plus the signal for an interruption. The rule
/// behind them: for the commands that publish, 0 means published and nothing else gives 0.
public enum ExitCode: Int32, CaseIterable, Sendable {
  /// What was asked for is done; for a run, it is published.
  case done = 0

  /// The command line was wrong.
  case usage = 64

  /// A source contract or a quality gate failed.
  case dataRefused = 65

  /// A required extract is missing or too old.
  case extractMissing = 66

  /// Something the command depends on is not available.
  case unavailable = 69

  /// The program itself is wrong.
  case internalError = 70

  /// An output could not be created.
  case cannotCreate = 73

  /// A read or a write failed, or the disk is full.
  case inputOutput = 74

  /// Another run holds the workspace, or something else that passes.
  case locked = 75

  /// The account may not do this.
  case notPermitted = 77

  /// The pipeline's own files are wrong.
  case configuration = 78

  /// Stopped from the keyboard (SIGINT).
  case interrupted = 130

  /// Stopped by the system or the scheduler (SIGTERM).
  case terminated = 143
}

extension ExitCode {
  /// The code in a word or two, as logs and tables name it.
  public var name: String {
    switch self {
    case .done: "done"
    case .usage: "usage"
    case .dataRefused: "data refused"
    case .extractMissing: "extract missing"
    case .unavailable: "unavailable"
    case .internalError: "internal error"
    case .cannotCreate: "cannot create"
    case .inputOutput: "input/output"
    case .locked: "locked"
    case .notPermitted: "not permitted"
    case .configuration: "configuration"
    case .interrupted: "interrupted"
    case .terminated: "terminated"
    }
  }

  /// What happened, in one line.
  public var meaning: String {
    switch self {
    case .done:
      "What was asked for is done. For run, retry and demo: published, or, of a part, kept apart."
    case .usage: "The command line is wrong; nothing was started."
    case .dataRefused:
      "A source contract or a quality gate failed. Nothing was published; the earlier set is live."
    case .extractMissing: "A required extract is missing, or older than its error_after."
    case .unavailable: "Something the command depends on is not available."
    case .internalError: "A fault in Kindred itself."
    case .cannotCreate: "An output file or folder could not be created."
    case .inputOutput: "Reading or writing failed, or the disk is full."
    case .locked: "Another run holds the workspace."
    case .notPermitted: "This account may not do that."
    case .configuration: "The pipeline's own files have mistakes, or this machine is not fit."
    case .interrupted: "Stopped from the keyboard (SIGINT)."
    case .terminated: "Stopped by the system or the scheduler (SIGTERM)."
    }
  }

  /// What a scheduler, or the person on duty, should do next.
  public var advice: String {
    switch self {
    case .done: "Go on."
    case .usage: "Correct the command."
    case .dataRefused: "Tell the data team; 'kindred rejects' lists the rows."
    case .extractMissing: "Try again later, and tell the agency."
    case .unavailable: "Try again later."
    case .internalError: "Tell the maintainers; the run's log says where."
    case .cannotCreate: "Check the path and the rights on it."
    case .inputOutput: "Make space or mend the disk, then 'kindred retry'."
    case .locked: "Try again later, or use --wait."
    case .notPermitted: "Use the account that owns the workspace."
    case .configuration:
      "'kindred check' lists every mistake; 'kindred doctor' looks at the machine."
    case .interrupted, .terminated: "'kindred retry' goes on from the last finished stage."
    }
  }
}
