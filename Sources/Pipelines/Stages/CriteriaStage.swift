import Criteria
import Store
import Vocabulary

extension Stage {
  /// Finds out which families meet which criteria.
  static let criteria = Stage(name: "criteria", title: "Ask which criteria are met") { work in
    let definition = work.pipeline.definition
    guard !definition.criteria.isEmpty, try work.file.hasFamilies() else { return }
    guard let authority = try? LocalAuthorityCode(definition.localAuthority) else {
      preconditionFailure("the pipeline was loaded with a council's number")
    }
    let terms = CouncilTerms(definition.calendar, of: authority)
    let engines = definition.criteria.map {
      CriteriaEngine(CriteriaProgram($0, vocabulary: definition.vocabulary), terms: terms)
    }
    for (number, pack) in definition.criteria.enumerated() {
      try work.file.addPack(PackRow(pack), number: number)
    }
    let (gathered, date) = (try work.cases(), work.plan.asOf)
    var counts = ["families": gathered.count]
    try await OrderedTasks.forEach(gathered.portions(of: 2_000), width: work.threads) { portion in
      let cases = gathered.batch(portion)
      return (cases, engines.map { PackAnswers(of: $0, for: cases, at: date) })
    } handOn: { cases, answers in
      for (number, answers) in answers.enumerated() {
        try work.file.add(answers.findings, of: number, in: cases)
        guard let eligible = answers.eligible else { continue }
        counts["eligible_\(engines[number].program.pack.name)", default: 0] += eligible.count
        for met in answers.firstMet {
          try work.file.add(
            firstMet: met.month, isExact: met.isExact, pack: number,
            family: cases.families[met.family].id)
        }
      }
    }
    work.counts = counts
    work.log.note(
      RunEvent(
        .info, "criteria-asked", stage: "criteria",
        "asked \(engines.count) packs of \(gathered.count) families",
        [("families", .number(gathered.count)), ("packs", .number(engines.count))]))
  }
}

/// What a pack comes to for some families.
private struct PackAnswers: Sendable {
  let findings: Findings
  /// The families that the pack makes eligible, by their places; nil where it makes none so.
  let eligible: [Int]?
  /// When those first were.
  let firstMet: [FirstMet]

  init(of engine: CriteriaEngine, for cases: CaseFile, at date: Day) {
    findings = engine.findings(for: cases, at: date)
    let pack = engine.program.pack
    guard let eligible = pack.eligibility.flatMap({ pack.place(of: $0) }) else {
      (self.eligible, firstMet) = (nil, [])
      return
    }
    let families = findings.findings.filter {
      Int($0.criterion) == eligible && $0.state == .met
    }.map { Int($0.family) }
    self.eligible = families
    firstMet = engine.firstMet(eligible, by: families, of: cases, until: date)
  }
}

extension PackRow {
  init(_ pack: CriteriaPack) {
    self.init(
      name: pack.name, title: pack.title, version: pack.version, inForce: pack.inForce,
      eligible: pack.eligibility,
      criteria: pack.criteria.map {
        Criterion(name: $0.name, title: $0.title, confidence: $0.confidence.rawValue)
      })
  }
}
