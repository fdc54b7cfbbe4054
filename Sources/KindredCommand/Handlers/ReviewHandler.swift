import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred review`: looks, decides, undoes, exchanges files, and judges the linkage.
enum ReviewHandler {
  static func review(_ request: ReviewRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let keeper = RunKeeper(Workspace(Path(request.workspace)))
      switch request.action {
      case .next: try next(request, keeper, console)
      case .decide: try decide(request, keeper, console)
      case .undo: try undo(request, keeper, console)
      case .export: try export(request, keeper, console)
      case .import: try importFile(request, keeper, console)
      case .sample: try sample(request, keeper, console)
      case .score: try score(request, keeper, console)
      }
      return .done
    }
  }

  // MARK: Looking

  private static func next(
    _ request: ReviewRequest, _ keeper: RunKeeper, _ console: Console
  ) throws {
    try refuseWords(of: request, after: 0)
    var desk = try ReviewDesk(keeper, run: request.run)
    var ledger = try LedgerHandler.open(keeper.workspace)
    let queue = try ReviewQueue(&desk.opened.file, decisions: try ledger.decisions())
    let lines = try ReviewLines(queue, limit: request.limit, &desk)
    for line in lines.lines(request.format, console.styling) { console.print(line) }
  }

  // MARK: Deciding

  private static func decide(
    _ request: ReviewRequest, _ keeper: RunKeeper, _ console: Console
  ) throws {
    let subject = try ReviewWords(request).subject()
    var desk = try ReviewDesk(keeper, run: request.run)
    let decision = try decision(subject, request, seen: try desk.seen(subject))
    let numbers = try desk.note([decision])
    console.print(
      "Decision \(numbers.first ?? 0): \(subject.kind.title). It counts from the next run on.")
  }

  private static func undo(
    _ request: ReviewRequest, _ keeper: RunKeeper, _ console: Console
  ) throws {
    guard let number = request.words.first.flatMap({ Int($0) }), number > 0 else {
      throw CommandFailure(
        .usage,
        Problem(
          "no decision is named", advice: "Give its number, as 'kindred ledger list' shows it."))
    }
    try refuseWords(of: request, after: 1)
    let desk = try ReviewDesk(keeper, run: request.run)
    let decision = try decision(.undo(number), request, seen: SeenEvidence())
    let numbers = try desk.note([decision])
    console.print(
      "Entry \(numbers.first ?? 0): decision \(number) no longer holds, from the next run on.")
  }

  private static func decision(
    _ subject: DecisionSubject, _ request: ReviewRequest, seen: SeenEvidence
  ) throws -> Decision {
    guard let reason = request.reason.flatMap(DecisionReason.init(rawValue:)),
      let role = DecisionRole(rawValue: request.role)
    else {
      throw CommandFailure(
        .usage,
        Problem(
          "no reason is given",
          advice:
            "Give --reason: \(DecisionReason.allCases.map(\.rawValue).joined(separator: ", "))."
        ))
    }
    return Decision(
      subject, by: Account.name, role: role, at: SystemClock.now().text, reason: reason,
      comment: try comment(request.comment), seen: seen, supersedes: request.supersedes)
  }

  private static func comment(_ name: String?) throws -> String? {
    guard let name else { return nil }
    let bytes = try name == "-" ? StandardInput.readAll() : Files.read(Path(name), atMost: 1 << 16)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let text = lines.map { $0.filter { $0 != "\r" } }.joined(separator: "\n")
    return text.isEmpty ? nil : text
  }

  // MARK: Files

  private static func export(
    _ request: ReviewRequest, _ keeper: RunKeeper, _ console: Console
  ) throws {
    let (name, form) = try file(of: request)
    var ledger = try LedgerHandler.open(keeper.workspace)
    let fold = DecisionFold(try ledger.decisions())
    try Files.writeAtomically(DecisionFiles.write(fold, form), to: Path(name))
    console.print(
      "\(name): \(Numbers.counted(fold.all.count, "decision")), of which \(fold.holding.count) hold. "
        + "It holds what people saw: keep it closed to others.")
  }

  private static func importFile(
    _ request: ReviewRequest, _ keeper: RunKeeper, _ console: Console
  ) throws {
    let (name, form) = try file(of: request)
    let importer = DecisionFiles.Importer(by: Account.name, at: SystemClock.now().text)
    let read: [DecisionFiles.Imported]
    var desk = try ReviewDesk(keeper, run: request.run)
    do {
      read = try DecisionFiles.read(try Files.read(Path(name)), form, named: name, by: importer)
      let result = try desk.note(read, named: name)
      console.print(
        "\(name): \(Numbers.counted(result.numbers.count, "decision")) noted, "
          + "\(result.known) known already.")
    } catch let mistakes as PipelineMistakes {
      throw CommandFailure(.dataRefused, mistakes.mistakes.map(Failures.problem))
    }
  }

  private static func file(
    of request: ReviewRequest
  ) throws -> (name: String, form: DecisionFiles.Form) {
    guard let name = request.words.first, let form = DecisionFiles.Form(fileName: name) else {
      throw CommandFailure(
        .usage,
        Problem(
          "no file is named", advice: "Name a file that ends in .csv or .json: its form follows."))
    }
    try refuseWords(of: request, after: 1)
    return (name, form)
  }

  // MARK: Judging

  private static func sample(
    _ request: ReviewRequest, _ keeper: RunKeeper, _ console: Console
  ) throws {
    let files = try sampleFiles(of: request)
    var desk = try ReviewDesk(keeper, run: request.run)
    let sample = try files.draw(
      &desk, seed: request.seed, size: request.size, at: SystemClock.now().text, by: Account.name)
    console.print(
      "\(files.table): \(Numbers.counted(sample.items.count, "pair")) of "
        + "\(Numbers.counted(sample.strata.count, "kind")). "
        + "Fill in 'answer' with match, not-match or cannot-tell; then 'kindred review score'.")
  }

  private static func score(
    _ request: ReviewRequest, _ keeper: RunKeeper, _ console: Console
  ) throws {
    let files = try sampleFiles(of: request)
    do {
      let lines = QualityLines(try files.judge(keeper))
      for line in lines.lines(request.format, console.styling) { console.print(line) }
    } catch let mistakes as PipelineMistakes {
      throw CommandFailure(.dataRefused, mistakes.mistakes.map(Failures.problem))
    }
  }

  private static func sampleFiles(of request: ReviewRequest) throws -> SampleFiles {
    guard let folder = request.words.first else {
      throw CommandFailure(
        .usage, Problem("no folder is named", advice: "Name the folder of the sample."))
    }
    try refuseWords(of: request, after: 1)
    return SampleFiles(Path(folder))
  }

  private static func refuseWords(of request: ReviewRequest, after count: Int) throws {
    guard request.words.count > count else { return }
    throw CommandFailure(
      .usage,
      Problem(
        "'\(request.action.rawValue)' takes no more than \(count) words after it",
        advice: "See 'kindred help review'."))
  }
}
