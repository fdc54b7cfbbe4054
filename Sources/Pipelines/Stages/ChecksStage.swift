import Intake
import Store
import Vocabulary

extension Stage {
  /// Judges what was read: is it fresh, is it whole, has it changed more than it should.
  static let checks = Stage(name: "checks", title: "Check what was read") { work in
    let records = try DeliveredRecords(&work.file)
    for source in work.pipeline.definition.contracts.indices {
      let contract = work.pipeline.definition.contracts[source]
      guard work.plan.selection.includes(source: contract.name) else { continue }
      let deliveries = try work.file.deliveries(of: source, records)
      let judgement = SourceJudgement(contract, deliveries, asOf: work.plan.asOf)
      try work.file.addSourceState(judgement.state)
      for finding in judgement.findings { try work.file.addFinding(finding) }
    }
    for name in work.plan.unclaimed {
      try work.file.addFinding(.unclaimed(name))
    }
    for name in work.plan.undelivered {
      try work.file.addFinding(.undelivered(name))
    }
    let findings = try work.file.findingCounts()
    work.counts = ["warnings": findings.warnings, "errors": findings.errors]
  }
}
