import Claims
import Cohorts
import Pipelines
import Store
import Vocabulary

/// Claims as lists for people and programs.
extension ClaimsWork {
  private var isJSON: Bool { request.format == .json }

  func windows() {
    var table = TextTable([
      ("WINDOW", .left), ("OPENS", .left), ("CLOSES", .left), ("SCHEMES", .left),
      ("CLAIMS", .right), ("SUBMITTED", .right), ("EXPLAINED", .left),
    ])
    for window in desk.definition.windows.windows {
      let claims = desk.claims(in: window.id)
      let submitted = claims.count { !$0.submitted.isEmpty }
      let words = desk.explanations[window.id]
      if isJSON {
        console.print(
          JSONValue.members([
            ("window", .text(window.id)), ("opens", .text(window.days.first.iso)),
            ("closes", .text(window.days.last.iso)), ("schemes", .texts(window.schemes)),
            ("claims", .number(claims.count)), ("submitted", .number(submitted)),
            ("explained", words.map { .text($0) }),
          ]).line)
      } else {
        table.add([
          .init(window.id), .init(window.days.first.iso), .init(window.days.last.iso),
          .init(window.schemes.joined(separator: " ")), .init(claims.count), .init(submitted),
          .init(words == nil ? "" : "yes"),
        ])
      }
    }
    for line in table.lines(console.styling) { console.print(line) }
  }

  func status() throws {
    let named = try named()?.map(\.id) ?? []
    let claims = desk.claims.all.filter { state in
      (named.isEmpty || named.contains(state.id))
        && (request.values["window"].map { $0 == state.window } ?? true)
        && (request.values["scheme"].map { $0 == state.current.scheme } ?? true)
    }
    if isJSON {
      for state in claims { console.print(json(state).line) }
      return
    }
    var table = TextTable([
      ("CLAIM", .left), ("STATUS", .left), ("WINDOW", .left), ("FAMILY", .left),
      ("RESULTS", .left), ("AMOUNT", .right), ("PAID", .right), ("MISSING", .right),
      ("CHANGED", .left),
    ])
    for state in claims {
      table.add([
        .init(state.id.text), .init(state.status.rawValue), .init(state.window),
        .init(state.current.reference), .init(state.current.results.joined(separator: " ")),
        .init(state.current.amount.text), .init(state.paid.text),
        .init(state.current.gaps.count), .init(changed(state).isEmpty ? "" : "yes"),
      ])
    }
    for line in table.lines(console.styling) { console.print(line) }
    if !named.isEmpty { claims.forEach(tellMore) }
    for (claim, overlap) in desk.claims.conflicts(
      lineage: desk.lineage, rules: desk.rules)
    {
      console.warn(
        Problem(
          "\(claim.text): \(overlap.words)",
          advice: "Both stay as they are; somebody has to look, and withdraw one."))
    }
  }

  private func tellMore(_ state: ClaimState) {
    for gap in state.current.gaps { console.print("  missing: \(Printable.line(gap.words))") }
    for element in state.current.elements {
      console.print("  \(element.element): \(element.answer.rawValue)")
    }
    for change in changed(state) { console.print("  changed: \(Printable.line(change))") }
    if !state.reason.isEmpty { console.print("  reason: \(Printable.line(state.reason))") }
  }

  private func json(_ state: ClaimState) -> JSONValue {
    .members([
      ("claim", .text(state.id.text)), ("status", .text(state.status.rawValue)),
      ("window", .text(state.window)), ("family", .text(state.current.reference)),
      ("scheme", .text(state.current.scheme)), ("results", .texts(state.current.results)),
      ("amount_pence", .number(Int(state.current.amount.count))),
      ("paid_pence", .number(Int(state.paid.count))),
      ("versions", .number(state.submitted.count)),
      ("missing", .texts(state.current.gaps.map(\.words))), ("changed", .texts(changed(state))),
      ("digest", .text(desk.references.digest(of: state.current))),
    ])
  }

  func changes() {
    let changes = desk.claims.changes(
      after: request.since ?? .earliest, differences: differences)
    for change in changes {
      if isJSON {
        console.print(
          JSONValue.members([
            ("claim", .text(change.claim.text)), ("what", .texts(change.words)),
            ("at_risk_pence", .number(Int(change.atRisk.count))),
          ]).line)
      } else {
        let risk = change.atRisk == .zero ? "" : " (\(change.atRisk.text) at risk)"
        console.print("\(change.claim.text)\(risk)")
        for words in change.words { console.print("  \(Printable.line(words))") }
      }
    }
  }

  func reconcile() throws -> ExitCode {
    let (window, scheme) = try chosen()
    let families = try RunKeeper(desk.workspace).reconciledFamilies()
    let sheet = desk.sheet(of: window, scheme, families)
    for line in sheet.lines {
      if isJSON {
        console.print(
          JSONValue.members([
            ("line", .text(line.name)), ("whole", .number(Int(line.whole))),
            ("adds", .truth(line.adds)), ("words", .text(line.text)),
          ]).line)
      } else {
        console.print(line.text)
      }
    }
    guard sheet.broken.isEmpty else {
      throw CommandFailure(
        .dataRefused,
        sheet.broken.map { Problem("a line does not add: \($0.text)") })
    }
    return .done
  }

  /// What may come in, by the shares that the programme states.
  func forecast() throws {
    let name = request.values["scheme"] ?? "tf1-2012"
    guard let scheme = desk.definition.scheme(named: name) else {
      throw ProgrammeProblem.refused("there is no scheme '\(name)'")
    }
    let lives = desk.cohort.lives.filter { life in
      life.attachment.map { scheme.packs.contains($0.snapshot.pack) } ?? false
    }
    let claims = desk.claims.all.filter {
      $0.current.scheme == name && $0.origin.isEmpty && $0.occupies
    }
    let years = Set(lives.compactMap { $0.attachment?.year }).sorted().map { year in
      let own = claims.filter { $0.current.attachmentYear == year }
      return IncomeForecast.Year(
        year: year, attached: lives.count { $0.attachment?.year == year }, claimed: own.count,
        claimedAmount: own.reduce(Pence.zero) { $0 + ($1.locked?.amount ?? .zero) })
    }
    let main = scheme.results.first { $0.addsTo == nil }?.name ?? ""
    guard let shares = desk.definition.programme.forecast,
      let percents = shares.percents(of: main, in: name)
    else {
      throw ProgrammeProblem.refused(
        "the programme states no 'forecast' for '\(main)' of '\(name)', and nothing is guessed")
    }
    guard
      let forecast = IncomeForecast(
        years: years, percents: percents, result: [main], rates: scheme.rates)
    else { throw ProgrammeProblem.refused("the scheme has no rate for a year of attachment") }
    var table = TextTable([
      ("YEAR", .left), ("ATTACHED", .right), ("CLAIMED", .right), ("FEES", .right),
      ("LOW", .right), ("CENTRAL", .right), ("HIGH", .right),
    ])
    for line in forecast.lines {
      table.add([
        .init(line.year.year.text), .init(line.year.attached), .init(line.year.claimed),
        .init(line.fees.text), .init(line.income[0].text), .init(line.income[1].text),
        .init(line.income[2].text),
      ])
    }
    for line in table.lines(console.styling) { console.print(line) }
    console.print(
      "Results by \(percents.map { "\($0)%" }.joined(separator: ", ")) of the families attached: "
        + Printable.line(shares.source) + ".")
  }
}
