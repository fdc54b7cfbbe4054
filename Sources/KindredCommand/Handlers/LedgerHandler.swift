import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred ledger`: lists the entries, and proves that they are as they were written.
enum LedgerHandler {
  static func ledger(_ request: LedgerRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      if request.action != .backup, request.folder != nil {
        throw CommandFailure(
          .usage,
          Problem(
            "'ledger \(request.action.rawValue)' takes no folder",
            advice: "Name a workspace with --workspace."))
      }
      let workspace = Workspace(Path(request.workspace))
      var ledger = try open(workspace)
      switch request.action {
      case .backup: return try backUp(&ledger, to: request.folder, console)
      case .verify: return try verify(&ledger, workspace, console)
      case .list:
        for line in try list(request, &ledger, console.styling) { console.print(line) }
        return .done
      }
    }
  }

  /// Opens the ledger that is there, and makes none.
  static func open(_ workspace: Workspace) throws -> Ledger {
    guard try Files.kind(of: workspace.ledgerFile) != nil else {
      throw CommandFailure(
        .dataRefused,
        Problem(
          "there is no ledger", place: Place(file: workspace.ledgerFile.text),
          advice: "Name the workspace with --workspace."))
    }
    return try Ledger(workspace)
  }

  private static func verify(
    _ ledger: inout Ledger, _ workspace: Workspace, _ console: Console
  ) throws -> ExitCode {
    if let fault = try ledger.fault() {
      console.report(Failures.problem(fault))
      return .dataRefused
    }
    let decisions = try ledger.decisions()
    let holding = DecisionFold(decisions).holding.count
    let head = try ledger.head()
    console.print(
      "\(workspace.ledgerFile): \(Numbers.counted(head.entries, "entry", "entries")), every one as "
        + "it was written; \(Numbers.counted(decisions.count, "decision")), of which "
        + Numbers.counted(holding, "holds", "hold") + "."
    )
    console.print("Head: \(head.digest)")
    return .done
  }

  private static func backUp(
    _ ledger: inout Ledger, to folder: String?, _ console: Console
  ) throws -> ExitCode {
    guard let folder else {
      throw CommandFailure(
        .usage,
        Problem(
          "a backup needs a folder", advice: "Name it: kindred ledger backup /backup/2013-07-22."))
    }
    let head = try ledger.backUp(to: Path(folder))
    console.print(
      "\(folder): \(Numbers.counted(head.entries, "entry", "entries")), every one as it was written."
    )
    console.print("Head: \(head.digest)")
    return .done
  }

  // MARK: Listing

  /// The kinds of entries, as docs/formats.md explains them.
  static let kinds = [
    "publish", "rollback", "decision", "sample", "cohort", "claim", "claim-window", "sign-in",
    "sign-out", "purpose", "lock-out", "view", "account",
  ]

  private static func list(
    _ request: LedgerRequest, _ ledger: inout Ledger, _ styling: Styling
  ) throws -> [String] {
    let entries = try ledger.entries()
    // A kind of which there is none yet is no mistake.
    let kinds = Set(Self.kinds + entries.map(\.kind)).sorted()
    try Wanted.refuse(Wanted.problems(request.kinds, among: kinds, called: "kind of entry"))
    let fold = DecisionFold(try ledger.decisions())
    let decisions = Dictionary(
      zip(fold.all, fold.states).map { ($0.number, ($0.decision, $1)) },
      uniquingKeysWith: { one, _ in one })
    let wanted = entries.reversed().filter {
      request.kinds.isEmpty || request.kinds.contains($0.kind)
    }.prefix(request.limit)
    let rows = wanted.map { entry in
      let decision = decisions[entry.number]
      return Row(
        entry: entry, what: decision?.0.subject.kind.rawValue,
        reason: decision?.0.reason.rawValue, state: decision.map { Self.words($0.1) })
    }
    return request.format == .json ? rows.map(\.json.line) : Self.table(rows, styling)
  }

  private static func words(_ state: DecisionFold.State) -> String {
    switch state {
    case .holds: "holds"
    case .undone(let number): "undone by \(number)"
    case .superseded(let number): "superseded by \(number)"
    }
  }

  /// What is shown of an entry.
  private struct Row {
    var entry: LedgerFile.Entry
    var what: String?
    var reason: String?
    var state: String?

    var json: JSONValue {
      .members([
        ("type", .text("entry")), ("number", .number(entry.number)), ("at", .text(entry.at)),
        ("by", .text(entry.by)), ("kind", .text(entry.kind)), ("decision", what.map { .text($0) }),
        ("reason", reason.map { .text($0) }), ("state", state.map { .text($0) }),
        ("digest", .text(entry.digest)),
      ])
    }
  }

  private static func table(_ rows: [Row], _ styling: Styling) -> [String] {
    var table = TextTable([
      ("NUMBER", .right), ("TIME", .left), ("BY", .left), ("KIND", .left), ("DECISION", .left),
      ("REASON", .left), ("STATE", .left),
    ])
    for row in rows {
      table.add([
        .init("\(row.entry.number)"), .init(row.entry.at), .init(row.entry.by),
        .init(row.entry.kind), .init(row.what), .init(row.reason), .init(row.state),
      ])
    }
    return rows.isEmpty ? ["The ledger has no such entry."] : table.lines(styling)
  }
}
