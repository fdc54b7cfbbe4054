import Criteria
import SQLiteAccess
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
    let coverage = CaseCoverageReading(
      contracts: definition.contracts, vocabulary: definition.vocabulary,
      calendar: definition.calendar, authority: authority)
    let reader = try CaseReader(try coverage.read(&work.file), &work.file)
    var counts = ["families": reader.count]
    let date = work.plan.asOf
    try reader.forEachBatch(of: 2_000, in: &work.file) { cases, file in
      for (number, engine) in engines.enumerated() {
        let findings = engine.findings(for: cases, at: date)
        try file.add(findings, of: number, in: cases)
        let pack = engine.program.pack
        guard let eligible = pack.eligibility.flatMap({ pack.place(of: $0) }) else { continue }
        let families = findings.findings.filter {
          Int($0.criterion) == eligible && $0.state == .met
        }.map { Int($0.family) }
        counts["eligible_\(pack.name)", default: 0] += families.count
        for met in engine.firstMet(eligible, by: families, of: cases, until: date) {
          try file.add(
            firstMet: met.month, isExact: met.isExact, pack: number,
            family: cases.families[met.family].id)
        }
      }
    }
    work.counts = counts
    work.log.note(
      RunEvent(
        .info, "criteria-asked", stage: "criteria",
        "asked \(engines.count) packs of \(reader.count) families",
        [("families", .number(reader.count)), ("packs", .number(engines.count))]))
  }
}

extension RunFile {
  /// Whether the run formed families; without them there is nobody to ask of.
  fileprivate mutating func hasFamilies() throws -> Bool {
    let tables = try connection.query(
      "SELECT name FROM sqlite_schema WHERE name IN ('family', 'family_member')"
    ) { row in row.text(0) }
    guard tables.count == 2 else { return false }
    return try connection.first("SELECT 1 FROM family LIMIT 1") { row in row.integer(0) } != nil
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
