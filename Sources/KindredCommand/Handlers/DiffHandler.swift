import CSVFiles
import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred diff`: how two runs differ, and why.
enum DiffHandler {
  static func diff(_ request: DiffRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let keeper = RunKeeper(Workspace(Path(request.workspace)), watcher: .telling(console))
      let before = try keeper.find(request.before)
      let after = try keeper.find(request.after)
      let differ = RunDiffer(keeper, threads: request.threads ?? Machine.cores)
      let difference = try await differ.difference(from: before, to: after)
      console.endProgress()
      let lines = DiffLines(difference)
      if let out = request.out { try Files.writeAtomically(lines.table, to: Path(out)) }
      for line in lines.lines(request.format, console.styling) { console.print(line) }
      return .done
    }
  }
}

/// The lines of `kindred diff`, and its table.
struct DiffLines {
  private let difference: RunDifference

  init(_ difference: RunDifference) { self.difference = difference }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: difference.changes.map { Self.json($0).line }
    }
  }

  private func text(_ styling: Styling) -> [String] {
    let inputs = difference.inputs.map(\.rawValue).joined(separator: ", ")
    var lines = [
      "From \(difference.before) to \(difference.after): "
        + (inputs.isEmpty ? "nothing that goes into them differs." : "other \(inputs).")
    ]
    if let doubt = difference.doubt { lines.append("Causes could not be told apart: \(doubt).") }
    guard !difference.changes.isEmpty else {
      return lines + ["The same people, the same families."]
    }
    var table = TextTable([
      ("WHAT", .left), ("CHANGE", .left), ("CAUSE", .left), ("HOW MANY", .right),
    ])
    for subject in IdentitySubject.allCases {
      for kind in GroupChange.Kind.allCases {
        for cause in RunDifference.Cause.allCases {
          let count = difference.changes.count {
            $0.subject == subject && $0.change.kind == kind && $0.cause == cause
          }
          guard count > 0 else { continue }
          table.add([
            .init(subject.rawValue), .init(kind.rawValue), .init(cause.rawValue), .init(count),
          ])
        }
      }
    }
    let replays = difference.replays
    return lines + table.lines(styling, indent: "  ")
      + (replays == 0 ? [] : ["Causes by building \(replays) run(s) between the two."])
  }

  /// A row for each change, without a name.
  var table: [UInt8] {
    var writer = CSVWriter()
    writer.record(["subject", "change", "before", "after", "records", "cause", "record_keys"])
    for change in difference.changes {
      writer.record([
        change.subject.rawValue, change.change.kind.rawValue, Self.id(change.change.before),
        Self.id(change.change.after), "\(change.change.records.count)", change.cause.rawValue,
        change.change.records.map { Self.id($0) }.joined(separator: ";"),
      ])
    }
    return writer.bytes
  }

  private static func id(_ id: Int64?) -> String {
    id.map { RecordKey(UInt64(bitPattern: $0)).text } ?? ""
  }

  private static func json(_ change: RunDifference.Change) -> JSONValue {
    .members([
      ("type", .text("change")), ("subject", .text(change.subject.rawValue)),
      ("change", .text(change.change.kind.rawValue)),
      ("before", change.change.before.map { .text(id($0)) }),
      ("after", change.change.after.map { .text(id($0)) }),
      ("records", .number(change.change.records.count)), ("cause", .text(change.cause.rawValue)),
    ])
  }
}
