import Disk
import Pipelines
import SQLiteAccess
import Store
import Vocabulary
import YAMLFiles

extension YAMLMistake {
  /// The suggestion as a sentence of its own.
  var advice: String? { suggestion.map { $0.prefix(1).uppercased() + $0.dropFirst() } }
}

/// What the parts below throw, in the words and with the exit codes of the command line.
enum Failures {
  /// Does work whose errors are told as problems.
  static func told(_ work: () async throws -> ExitCode) async throws -> ExitCode {
    do {
      return try await work()
    } catch let mistakes as PipelineMistakes {
      throw CommandFailure(.configuration, mistakes.mistakes.map(problem))
    } catch let problem as RunProblem {
      throw failure(problem)
    } catch let problem as ReviewProblem {
      throw failure(problem)
    } catch let error as DiskError {
      throw failure(error)
    } catch let error as DatabaseError {
      throw failure(error)
    }
  }

  static func problem(_ mistake: YAMLMistake) -> Problem {
    Problem(
      mistake.what,
      place: Place(file: mistake.file, line: mistake.line, column: mistake.column),
      advice: mistake.advice)
  }

  private static func failure(_ error: DiskError) -> CommandFailure {
    let code: ExitCode =
      switch error.exitStatus {
      case ExitCode.cannotCreate.rawValue: .cannotCreate
      case ExitCode.notPermitted.rawValue: .notPermitted
      default: .inputOutput
      }
    return CommandFailure(
      code,
      Problem(
        "\(error.operation) failed: \(error.reason) (\(error.name))",
        place: Place(file: error.path.text), advice: advice(on: error)))
  }

  private static func advice(on error: DiskError) -> String? {
    switch error.kind {
    case .full: "Make room; then 'kindred retry' goes on with a run."
    case .notPermitted:
      "Use the account that owns it, give this one the right to it, or name another."
    case .missing, .cannotCreate: "Correct the path, or name another."
    case .inputOutput: nil
    }
  }

  private static func failure(_ error: DatabaseError) -> CommandFailure {
    let place = error.path.map { Place(file: $0) }
    return switch error.kind {
    case .diskFull:
      CommandFailure(
        .inputOutput,
        Problem(
          "the disk is full", place: place, advice: "Make room; then 'kindred retry' goes on."))
    case .cannotOpen, .readOnly:
      CommandFailure(
        .cannotCreate,
        Problem("a database file can't be opened or made", place: place, why: error.message + "."))
    case .inputOutput:
      CommandFailure(
        .inputOutput,
        Problem("a database file can't be read or written", place: place, why: error.message + "."))
    case .corrupt:
      CommandFailure(
        .inputOutput,
        Problem(
          "a database file is damaged", place: place, why: error.message + ".",
          advice: "'kindred run --rebuild' makes a run's file again; the ledger has to be restored."
        ))
    case .busy:
      CommandFailure(
        .locked, Problem("a database file is in use by another program", place: place))
    default: CommandFailure(.internalError, Problem.internalFault(error))
    }
  }

  private static func failure(_ problem: RunProblem) -> CommandFailure {
    switch problem {
    case .noPipeline(let folder):
      CommandFailure(
        .configuration,
        Problem(
          "there is no pipeline.yaml", place: Place(file: folder.text),
          advice: "Name the folder of a pipeline, such as pipelines/solentshire."))
    case .noExtractsFolder(let folder):
      CommandFailure(
        .extractMissing,
        Problem(
          "the folder of extracts is not there", place: Place(file: folder.text),
          advice: "Make it, or correct 'extracts' in pipeline.yaml."))
    case .claimedTwice(let shared):
      CommandFailure(
        .configuration,
        Problem(
          "file names fit several contracts", why: shared.map(words).joined(separator: "; ") + ".",
          advice: "Make the contracts' file names tell them apart."))
    case .mayNotBeRead(let files, let folder):
      CommandFailure(
        .notPermitted,
        Problem(
          "this account may not read \(Numbers.counted(files.count, "extract"))",
          place: Place(file: folder.text), why: files.joined(separator: ", ") + ".",
          advice: "Give it the right to read them, or use the account that owns them."))
    case .unknownSource(let name, let nearest):
      CommandFailure(
        .usage, Problem("there is no source '\(name)'", advice: suggestion(nearest)))
    case .unknownStage(let name, let nearest):
      CommandFailure(
        .usage, Problem("there is no stage '\(name)'", advice: suggestion(nearest)))
    case .unknownReport(let name, let nearest):
      CommandFailure(
        .usage,
        Problem(
          "the run has no report '\(name)'",
          advice: suggestion(nearest) ?? "The index of the reports lists them."))
    case .doesNotBalance(let file):
      CommandFailure(
        .internalError,
        Problem(
          "not every row of the file is accounted for", place: Place(file: file),
          advice: "Please report it; nothing was published."))
    case .changedWhileRead(let file):
      CommandFailure(
        .dataRefused,
        Problem(
          "the file was being written while it was read", place: Place(file: file),
          advice: "Run again once the agency's file is whole; 'kindred retry' would not know it."))
    case .locked(let holder):
      CommandFailure(
        .locked,
        Problem(
          "another run holds the workspace" + (holder.map { ": \($0)" } ?? ""),
          advice: "Wait for it to end, or use --wait."))
    case .noRun(let name):
      CommandFailure(
        .usage, Problem("there is no run '\(name)'", advice: "'kindred runs' lists them."))
    case .severalRuns(let name):
      CommandFailure(
        .usage, Problem("several runs begin with '\(name)'", advice: "Give more of the name."))
    case .notBuilt(let run):
      CommandFailure(
        .dataRefused,
        Problem("the run \(run) never became whole, or is damaged", advice: "Try 'kindred retry'."))
    case .changed(let run, let names):
      CommandFailure(
        .configuration,
        Problem(
          "what went into the run \(run) has changed",
          why: names.isEmpty ? nil : "Different now: \(names.joined(separator: ", ")).",
          advice: "Start a new run, or go on with the change by --accept-change."))
    case .ledgerDamaged(let fault): CommandFailure(.dataRefused, Self.problem(fault))
    case .previousGone(let run):
      CommandFailure(
        .dataRefused,
        Problem(
          "the run \(run), from which ids are carried on, is gone or not as it was",
          advice:
            "Restore its folder from a backup, or build it again: kindred run --as-of \(run.asOf.iso) --rebuild."
        ))
    case .badReferenceKey(let path):
      CommandFailure(
        .inputOutput,
        Problem(
          "the key of public references is damaged", place: Place(file: path.text),
          advice: "Restore it from a backup; another key would give everyone another reference."))
    case .referenceKeyLost(let path):
      CommandFailure(
        .dataRefused,
        Problem(
          "the key of public references is gone, or is another than the live run's",
          place: Place(file: path.text),
          why:
            "With another key every family has another reference than the one that partners know.",
          advice: "Restore it from a backup. If it is lost for good: kindred run --new-references.")
      )
    case .backupThere(let folder):
      CommandFailure(
        .cannotCreate,
        Problem(
          "there is something in the folder for the backup", place: Place(file: folder.text),
          advice: "Name a folder that is not there yet, as backup/2013-07-22."))
    case .nothingLive:
      CommandFailure(
        .dataRefused,
        Problem("there is no live run to speak of", advice: "Start with 'kindred run'."))
    case .nothingBefore(let live):
      CommandFailure(
        .dataRefused,
        Problem(
          "no run that is still there was live before \(live)",
          advice: "'kindred runs' lists those that there are."))
    case .laterIsLive(let live, let run):
      CommandFailure(
        .usage,
        Problem(
          "the live run \(live) is of a later day than \(run)",
          why: "Readers would see an older day than they did.",
          advice: "'kindred run --replace-later' publishes it all the same; 'kindred rollback' "
            + "goes back to a run that was live, and 'kindred verify' tries one without publishing."
        ))
    }
  }

  /// What is wrong with a ledger, in words.
  static func problem(_ fault: LedgerFault) -> Problem {
    let (what, why): (String, String?) =
      switch fault {
      case .broken(let number): ("entry \(number) of the ledger is not as it was written", nil)
      case .cutShort(_, Int.max):
        ("the note of how far the ledger had come cannot be read", "ledger.head was changed.")
      case .cutShort(let now, let before):
        ("the ledger has \(now) entries, and had \(before)", nil)
      case .replaced(let number): ("entry \(number) of the ledger is another than it was", nil)
      case .unreadable(let number, let mistake):
        ("entry \(number) of the ledger can't be read", mistake + ".")
      }
    return Problem(
      what, place: Place(file: "ledger.db"), why: why,
      advice: "Restore ledger.db and ledger.head from a backup; nothing else can bring them back.")
  }

  private static func failure(_ problem: ReviewProblem) -> CommandFailure {
    switch problem {
    case .noRecord(let key):
      CommandFailure(
        .dataRefused,
        Problem(
          "the run has no record with the key \(key.text)",
          advice: "'kindred review next' shows keys; --run looks at another run."))
    case .noDecision(let number):
      CommandFailure(
        .dataRefused,
        Problem(
          "entry \(number) is no decision", advice: "'kindred ledger list' shows them."))
    case .undoneAlready(let number, let by):
      CommandFailure(
        .dataRefused, Problem("decision \(number) was undone already, by entry \(by)"))
    case .otherSample:
      CommandFailure(
        .dataRefused,
        Problem(
          "that is not a sample as it was drawn",
          advice: "Draw one with 'kindred review sample', and change nothing but 'answer'."))
    case .noPeople:
      CommandFailure(
        .dataRefused,
        Problem("the run has no pairs to judge", advice: "Name a run with people by --run."))
    }
  }

  private static func suggestion(_ nearest: String?) -> String? {
    nearest.map { "Did you mean '\($0)'?" }
  }

  /// One of the files that contracts share, and how many more there are: a series may have one for each month of years.
  private static func words(_ shared: SharedFiles) -> String {
    let more = shared.fileNames.count - 1
    return (shared.fileNames.first ?? "") + (more > 0 ? " and \(Numbers.grouped(more)) more" : "")
      + " (\(shared.contracts.joined(separator: ", ")))"
  }
}
