import Cohorts
import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred cohort`: shows families' lives, and enters what happened.
enum CohortHandler {
  static func cohort(_ request: CohortRequest, _ console: Console) async throws -> ExitCode {
    let table = request.subject.map { $0 == "-" ? "standard input" : $0 }
    return try await ProgrammeCounter.told(of: table ?? "the table") {
      var counter = try ProgrammeCounter(request)
      switch request.action {
      case .list: list(counter, request, console)
      case .funnel: try funnel(counter, request, console)
      case .import: try importTable(&counter, request, console)
      default: try enter(&counter, request, console)
      }
      return .done
    }
  }

  // MARK: Entering

  private static func enter(
    _ counter: inout ProgrammeCounter, _ request: CohortRequest, _ console: Console
  ) throws {
    let family = try Self.family(request.subject)
    guard let step = CohortStep(rawValue: request.action.rawValue) else {
      preconditionFailure("shown or imported, not entered")
    }
    let (workspace, pipeline) = (counter.desk.workspace, counter.pipeline)
    let packs = pipeline.definition.criteria
    let event = try step.event(request.values, on: request.on, packs: packs) { pack in
      var cases = try ProgrammeCases(RunKeeper(workspace), pipeline)
      return try cases.snapshot(of: family, pack: pack, on: request.on)
    }
    try counter.desk.enter([
      CohortEntry(
        family: family, on: request.on, entered: counter.entered, by: counter.by,
        event: event)
    ])
    let status = counter.desk.cohort[family]?.status.title ?? ""
    console.print("\(family.text): \(status).")
  }

  private static func family(_ word: String?) throws -> FamilyID {
    guard let word, let key = RecordKey(text: word) else {
      throw CommandFailure(
        .usage, Problem("no family is named", advice: "Give its id, sixteen digits."))
    }
    return FamilyID(Int64(bitPattern: key.value))
  }

  private static func importTable(
    _ counter: inout ProgrammeCounter, _ request: CohortRequest, _ console: Console
  ) throws {
    guard let name = request.subject else {
      throw CommandFailure(
        .usage, Problem("no file is named", advice: "Give a CSV file, or - for standard input."))
    }
    let bytes = try name == "-" ? StandardInput.readAll() : Files.read(Path(name))
    let rows = try CohortTable.rows(
      bytes, on: counter.on, entered: counter.entered, by: counter.by,
      packs: counter.pipeline.definition.criteria)
    try counter.desk.enter(rows)
    let entries = rows.flatMap(\.entries)
    let families = Set(entries.map(\.family)).count
    console.print(
      "\(Numbers.counted(families, "family", "families")), "
        + "\(Numbers.counted(entries.count, "entry", "entries")).")
  }

  // MARK: Showing

  private static func list(
    _ counter: ProgrammeCounter, _ request: CohortRequest, _ console: Console
  ) {
    let lives = counter.desk.cohort.lives.filter { life in
      (request.values["area"].map { $0 == life.area } ?? true)
        && (request.values["status"].map { $0 == life.status.rawValue } ?? true)
    }
    switch request.format {
    case .json: for life in lives { console.print(json(life).line) }
    case .text:
      var table = TextTable([
        ("FAMILY", .left), ("STATUS", .left), ("AREA", .left), ("ATTACHED", .left),
        ("LEAD", .left), ("PLAN", .left), ("CRITERIA", .left),
      ])
      for life in lives {
        table.add([
          .init(life.family.text), .init(life.status.rawValue), .init(life.area),
          .init(life.attachedOn?.iso), .init(life.leadAgency), .init(life.planned?.iso),
          .init(life.attachment?.snapshot.met.joined(separator: " ")),
        ])
      }
      for line in table.lines(console.styling) { console.print(line) }
      console.print("\(Numbers.counted(lives.count, "family", "families")).")
    }
  }

  private static func json(_ life: FamilyLife) -> JSONValue {
    .members([
      ("family", .text(life.family.text)), ("status", .text(life.status.rawValue)),
      ("area", .text(life.area)), ("identified", life.identified.map { .text($0.iso) }),
      ("confirmed", life.confirmed.map { .text($0.on.iso) }),
      ("confirmed_by", life.confirmed.map { .text($0.by) }),
      ("attached", life.attachedOn.map { .text($0.iso) }),
      ("year", life.attachment.map { .text($0.year.text) }),
      ("lead_agency", .text(life.leadAgency)),
      ("lead_professional", .text(life.leadProfessional)),
      ("assessed", life.assessed.map { .text($0.iso) }),
      ("planned", life.planned.map { .text($0.iso) }),
      ("criteria", life.attachment.map { .texts($0.snapshot.met) }),
      ("results", .texts(life.results)), ("ended", life.ended.map { .text($0.iso) }),
    ])
  }

  private static func funnel(
    _ counter: ProgrammeCounter, _ request: CohortRequest, _ console: Console
  ) throws {
    let funnel = try counter.cohort().funnel
    if request.format == .json {
      for row in funnel.rows { console.print(json(row).line) }
      return
    }
    var table = TextTable([
      ("YEAR", .left), ("AREA", .left), ("TARGET", .right), ("IDENTIFIED", .right),
      ("CONFIRMED", .right), ("WAITING", .right), ("ATTACHED", .right), ("PLAN", .right),
      ("WORKED WITH", .right), ("OUTCOME", .right), ("LOST", .right),
    ])
    for row in funnel.rows {
      table.add([
        .init(row.year.text), .init(row.area.isEmpty ? "all" : row.area), .init(row.target),
        .init(row.identified), .init(row.confirmed), .init(row.waiting), .init(row.attached),
        .init(row.planned), .init(row.worked), .init(row.achieved), .init(row.lost),
      ])
    }
    for line in table.lines(console.styling) { console.print(line) }
  }

  private static func json(_ row: Funnel.Row) -> JSONValue {
    .members([
      ("year", .text(row.year.text)), ("area", .text(row.area)),
      ("target", row.target.map { .number($0) }), ("identified", .number(row.identified)),
      ("confirmed", .number(row.confirmed)), ("waiting", .number(row.waiting)),
      ("attached", .number(row.attached)), ("planned", .number(row.planned)),
      ("worked", .number(row.worked)), ("achieved", .number(row.achieved)),
      ("lost", .number(row.lost)),
    ])
  }
}
