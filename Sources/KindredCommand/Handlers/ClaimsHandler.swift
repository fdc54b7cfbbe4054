import Claims
import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred claims`: shows claims, and enters what is done to them.
enum ClaimsHandler {
  static func claims(_ request: ClaimsRequest, _ console: Console) async throws -> ExitCode {
    // Evidence is checked wherever it was sent to, where there is neither workspace nor ledger.
    if request.action == .check {
      return try await Failures.told {
        try EvidenceChecking(request, console).check(request.subjects)
      }
    }
    return try await ProgrammeCounter.told {
      var counter = try ProgrammeCounter(request)
      switch request.action {
      case .windows: ClaimsWork(counter, request, console).windows()
      case .status: try ClaimsWork(counter, request, console).withDifferences().status()
      case .changes: try ClaimsWork(counter, request, console).withDifferences().changes()
      case .forecast: try ClaimsWork(counter, request, console).forecast()
      case .reconcile:
        if request.values["out"] != nil {
          try ClaimsWork(counter, request, console).reconciliation()
        }
        return try ClaimsWork(counter, request, console).reconcile()
      case .prepare: return try prepare(&counter, request, console)
      case .noteElsewhere: try noteElsewhere(&counter, request, console)
      case .sample: try sample(&counter, request, console)
      case .audit where request.acceptsRest: try acceptRest(&counter, request, console)
      case .explain:
        try counter.desk.explain(
          try ProgrammeCounter.needed("window", request.values), by: counter.by,
          try ProgrammeCounter.needed("reason", request.values))
      case .export: try ClaimsWork(counter, request, console).export()
      case .pack: try ClaimsWork(counter, request, console).packs()
      case .register: try ClaimsWork(counter, request, console).register()
      case .form: try ClaimsWork(counter, request, console).auditForm()
      case .evaluation: try ClaimsWork(counter, request, console).evaluation()
      case .complete, .audit, .sign, .submit, .pay, .reject, .amend, .withdraw:
        try enter(&counter, request, console)
      case .check: preconditionFailure("evidence is checked without a desk")
      }
      return .done
    }
  }

  // MARK: Preparing

  private static func prepare(
    _ counter: inout ProgrammeCounter, _ request: ClaimsRequest, _ console: Console
  ) throws -> ExitCode {
    let (window, scheme) = try ClaimsWork(counter, request, console).chosen()
    let families = try families(request)
    var cases = try ProgrammeCases(RunKeeper(counter.desk.workspace), counter.pipeline)
    let prepared = try counter.desk.prepare(
      families, window, scheme, wanted: request.values["result"], from: &cases, by: counter.by,
      on: counter.on)
    for item in prepared {
      let claim = item.claim?.text ?? "no claim"
      let words = item.refusal ?? (item.gaps.isEmpty ? "nothing is missing" : "")
      console.print("\(item.family.text): \(claim)\(words.isEmpty ? "" : ", \(words)")")
      for gap in item.gaps { console.print("  missing: \(Printable.line(gap.words))") }
    }
    // Of all families it is told where no claim is possible; of those that are named it is a refusal.
    return families.isEmpty || prepared.allSatisfy { $0.refusal == nil } ? .done : .dataRefused
  }

  private static func families(_ request: ClaimsRequest) throws -> [FamilyID] {
    try request.subjects.map { word in
      guard let key = RecordKey(text: word) else {
        throw CommandFailure(
          .usage, Problem("a family is not named by its id", advice: "Give its sixteen digits."))
      }
      return FamilyID(Int64(bitPattern: key.value))
    }
  }

  /// Notes families that were claimed elsewhere or before.
  private static func noteElsewhere(
    _ counter: inout ProgrammeCounter, _ request: ClaimsRequest, _ console: Console
  ) throws {
    let name = try ProgrammeCounter.needed("scheme", request.values)
    guard let scheme = counter.desk.definition.scheme(named: name) else {
      throw ProgrammeProblem.refused("there is no scheme '\(name)'")
    }
    let origin = try ProgrammeCounter.needed("origin", request.values)
    let families = try families(request)
    guard !families.isEmpty else {
      throw CommandFailure(
        .usage, Problem("no family is named", advice: "Give its id, sixteen digits."))
    }
    var cases = try ProgrammeCases(RunKeeper(counter.desk.workspace), counter.pipeline)
    for family in families {
      let claim = try counter.desk.noteElsewhere(
        family, scheme, origin: origin, from: &cases, by: counter.by, on: counter.on)
      let people = counter.desk.claims[claim]?.current.people.count ?? 0
      console.print(
        "\(claim.text): \(family.text), claimed elsewhere under \(scheme.name), with \(people) people."
      )
    }
  }

  // MARK: One claim after the other

  private static func enter(
    _ counter: inout ProgrammeCounter, _ request: ClaimsRequest, _ console: Console
  ) throws {
    let claims = try claims(ClaimsWork(counter, request, console))
    let entries = try claims.map { state in
      let (role, event) =
        request.action == .amend
        ? try amending(state, counter, request) : try step(for: state, request)
      return ClaimEntry(
        claim: state.id, on: request.on, by: counter.by, role: role, event: event)
    }
    try counter.desk.enter(entries)
    for state in claims {
      let status = counter.desk.claims[state.id]?.status.rawValue ?? ""
      console.print("\(state.id.text): \(status).")
    }
    if request.action == .submit { try ClaimsWork(counter, request, console).export(of: claims) }
  }

  /// The claims that are named; without names, those of the window that the step can be next for.
  private static func claims(_ work: ClaimsWork) throws -> [ClaimState] {
    if let named = try work.named() { return named }
    let next: [ClaimsRequest.Action: ClaimStatus] = [
      .complete: .draft, .sign: .audited, .submit: .signedOff,
    ]
    guard let status = next[work.request.action] else {
      throw CommandFailure(
        .usage, Problem("no claim is named", advice: "Name claims, as C00042."))
    }
    return try work.ofWindow().filter { $0.status == status }
  }

  private static func step(
    for state: ClaimState, _ request: ClaimsRequest
  ) throws -> (ClaimRole, ClaimEvent) {
    let reason = request.values["reason"] ?? ""
    switch request.action {
    case .complete: return (.analyst, .completed)
    case .audit:
      if request.isFailed { _ = try ProgrammeCounter.needed("reason", request.values) }
      return (
        .auditor, .audited(isPassed: !request.isFailed, basis: .itself, reason: reason)
      )
    case .sign:
      let word = try ProgrammeCounter.needed("role", request.values)
      guard let role = ClaimRole(rawValue: word), role == .manager || role == .auditor else {
        throw CommandFailure(
          .usage, Problem("a claim is signed as manager or auditor", advice: "Say --role manager."))
      }
      return (role, .signed)
    case .submit: return (.manager, .submitted)
    case .pay: return (.manager, .paid(state.current.amount - state.paid))
    case .reject:
      return (
        .manager, .rejected(reason: try ProgrammeCounter.needed("reason", request.values))
      )
    case .withdraw:
      return (
        .manager,
        .withdrawn(
          reason: try ProgrammeCounter.needed("reason", request.values), state.paid)
      )
    default: preconditionFailure("not a step of one claim")
    }
  }

  /// The claim as the live run has it; without a run its own content is amended again, for a new audit.
  private static func amending(
    _ state: ClaimState, _ counter: ProgrammeCounter, _ request: ClaimsRequest
  ) throws -> (ClaimRole, ClaimEvent) {
    let reason = try ProgrammeCounter.needed("reason", request.values)
    var claim = state.current
    if try counter.desk.workspace.liveRun() != nil {
      var cases = try ProgrammeCases(RunKeeper(counter.desk.workspace), counter.pipeline)
      claim = try counter.desk.amendment(of: state, from: &cases)
    }
    let window = request.values["window"] ?? state.window
    return (.manager, .amended(claim, window: window, reason: reason))
  }

  // MARK: Samples

  private static func sample(
    _ counter: inout ProgrammeCounter, _ request: ClaimsRequest, _ console: Console
  ) throws {
    guard let seed = request.seed else {
      throw CommandFailure(
        .usage,
        Problem(
          "a sample needs a seed", why: "Nobody is to choose what is audited.",
          advice: "Say --seed with a number that the auditor gives."))
    }
    let (window, scheme) = try ClaimsWork(counter, request, console).chosen()
    let drawn = try counter.desk.sample(
      window, scheme, seed: UInt64(seed), by: counter.by, on: counter.on)
    let population = counter.desk.claims.population(of: window, scheme.name).count
    let end = drawn.isEmpty ? "." : ":"
    console.print("\(drawn.count) of \(Numbers.counted(population, "claim")) drawn\(end)")
    for id in drawn { console.print(id.text) }
  }

  private static func acceptRest(
    _ counter: inout ProgrammeCounter, _ request: ClaimsRequest, _ console: Console
  ) throws {
    let (window, scheme) = try ClaimsWork(counter, request, console).chosen()
    let count = try counter.desk.acceptRest(window, scheme, by: counter.by, on: counter.on)
    console.print("\(Numbers.counted(count, "claim")) accepted with the sample of \(window).")
  }
}
