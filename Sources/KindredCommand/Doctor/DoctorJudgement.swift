import Disk

/// What doctor thinks of what it measured.
///
/// Pure, so that every finding can be tested.
enum DoctorJudgement {
  static func findings(on workspace: WorkspaceFacts, _ machine: MachineFacts) -> [DoctorFinding] {
    var findings = [folder(workspace)]
    if case .folder = workspace.kind {
      findings += [disk(workspace), link(workspace), leftovers(workspace)]
    }
    findings.append(space(workspace))
    findings += [cores(machine), memory(machine), sqlite(machine), clock(machine), surroundings]
    return findings
  }

  static func exitCode(for findings: [DoctorFinding]) -> ExitCode {
    findings.contains { $0.verdict == .bad } ? .configuration : .done
  }
}

// MARK: - The workspace

extension DoctorJudgement {
  private static func folder(_ facts: WorkspaceFacts) -> DoctorFinding {
    let subject = "workspace"
    switch facts.kind {
    case .missing(parentIsWritable: true):
      return .good(subject, "\(facts.path) is not there yet; the first run makes it")
    case .missing(parentIsWritable: false):
      return .bad(
        subject, "\(facts.path) is not there and cannot be made by this account",
        advice: "Make it, and give it to the account that runs Kindred.")
    case .notAFolder:
      return .bad(
        subject, "\(facts.path) is not a folder", advice: "Name another with --workspace.")
    case .unreadable(let error):
      return .bad(
        subject, "\(facts.path) cannot be looked at (\(error.reason))",
        advice: "Use the account that owns it.")
    case .folder(let mode, let isOwn):
      return rights(facts.path, mode, isOwn)
    }
  }

  private static func rights(_ path: String, _ mode: UInt32, _ isOwn: Bool) -> DoctorFinding {
    let octal = "0" + String(mode & 0o777, radix: 8)
    guard isOwn else {
      return .bad(
        "workspace", "\(path) belongs to another account",
        advice: "Run Kindred with the account that owns it.")
    }
    guard mode & 0o077 == 0 else {
      return .warning(
        "workspace", "\(path) is open to other accounts (mode \(octal))",
        advice: "It holds personal data. Close it: chmod 700 '\(path)'")
    }
    return .good("workspace", "\(path), mode \(octal)")
  }

  private static func disk(_ facts: WorkspaceFacts) -> DoctorFinding {
    let refused = DiskTrial.Step.allCases.compactMap { step in
      facts.trial[step].map { "\(step.rawValue) (\($0.reason))" }
    }
    guard refused.isEmpty else {
      return .bad(
        "disk", "it refuses: \(refused.joined(separator: ", "))",
        advice: "Publishing depends on it. Use a local disk with an ordinary Linux file system.")
    }
    return .good("disk", "writes, syncs, locks and renames as publishing needs")
  }

  private static func link(_ facts: WorkspaceFacts) -> DoctorFinding {
    switch facts.current {
    case .absent: .good("live run", "none yet")
    case .leads(let target): .good("live run", target)
    case .leadsNowhere(let target):
      .bad(
        "live run", "'current' leads to \(target), which is not there",
        advice: "'kindred runs' lists what there is; 'kindred rollback RUN' makes one live.")
    case .notALink:
      .bad(
        "live run", "'current' is not a link",
        advice: "Move it away; 'kindred rollback RUN' makes the link again.")
    }
  }

  private static func leftovers(_ facts: WorkspaceFacts) -> DoctorFinding {
    guard facts.leftovers > 0 else { return .good("left behind", "nothing") }
    let files = facts.leftovers == 1 ? "1 file or folder" : "\(facts.leftovers) files or folders"
    return .warning(
      "left behind", "\(files) of a command that is going on, or was killed",
      advice:
        "If none is going on: 'kindred retry' goes on with a run and tidies up, as do the next "
        + "'kindred verify', 'kindred diff' and 'kindred run --rebuild' after theirs.")
  }

  private static func space(_ facts: WorkspaceFacts) -> DoctorFinding {
    guard let free = facts.freeBytes else {
      return .warning("free space", "could not be measured", advice: "Look with 'df'.")
    }
    let words = "\(gibibytes(free)) GiB"
    switch free {
    case ..<(1 << 30):
      return .bad(
        "free space", words, advice: "A run is built beside the live one. Make room for it.")
    case ..<(10 << 30):
      return .warning(
        "free space", words, advice: "Enough for the demo. A council's run needs 10 GiB or more.")
    default:
      return .good("free space", words)
    }
  }
}

// MARK: - The machine

extension DoctorJudgement {
  private static func cores(_ facts: MachineFacts) -> DoctorFinding {
    .good("cores", "\(facts.cores)")
  }

  private static func memory(_ facts: MachineFacts) -> DoctorFinding {
    let words = "\(gibibytes(facts.memory)) GiB"
    guard facts.memory >= 2 << 30 else {
      return .warning("memory", words, advice: "2 GiB is the least for a council of usual size.")
    }
    return .good("memory", words)
  }

  /// The store needs tables that check their types, which SQLite has had since 3.37
  /// (https://www.sqlite.org/stricttables.html).
  private static func sqlite(_ facts: MachineFacts) -> DoctorFinding {
    let numbers = facts.sqliteVersion.split(separator: ".").compactMap { Int($0) }
    guard !numbers.lexicographicallyPrecedes([3, 37]) else {
      return .bad(
        "sqlite", "\(facts.sqliteVersion) is too old",
        advice: "Install 3.37 or later; Debian 12 has it.")
    }
    return .good("sqlite", facts.sqliteVersion)
  }

  /// A clock that was never set would give runs a wrong date where none is named.
  private static func clock(_ facts: MachineFacts) -> DoctorFinding {
    let yesterday = LondonCalendar.yesterday(atUnixTime: facts.secondsSince1970)
    let startOf2025 = 1_735_689_600
    let startOf2100 = 4_102_444_800
    guard (startOf2025..<startOf2100).contains(facts.secondsSince1970) else {
      return .bad(
        "clock", "it would date tonight's run \(yesterday)",
        advice: "Set it; 'timedatectl' shows whether it is kept in time.")
    }
    return .good("clock", "a run started now is dated \(yesterday), yesterday in London")
  }

  private static let surroundings = DoctorFinding.good(
    "language", "locale and time zone do not matter to Kindred")

  /// Gibibytes to one decimal place, rounded down.
  static func gibibytes(_ bytes: Int) -> String {
    let tenths = ((bytes >> 20) * 10) >> 10
    return "\(tenths / 10).\(tenths % 10)"
  }
}
