import Claims
import Cohorts
import Reports
import Store
import Vocabulary

extension Stage {
  /// Says how claims stand, what later data says of them, and what could be claimed next.
  ///
  /// A run only tells. It never changes a claim, and writes nothing into the ledger.
  static let claims = Stage(name: "claims", title: "Say what can be claimed") { work in
    guard let definition = work.pipeline.definition.programme, !definition.schemes.isEmpty else {
      return
    }
    let night = try ClaimsNight(&work, definition)
    for (table, rows) in night.rows { try work.file.add(rows, to: table) }
    try ClaimLists(night, work.pipeline.definition, work.plan.references, asOf: work.plan.asOf)
      .write(to: &work)
    for pack in night.packs {
      for file in pack.files(in: "claims/packs") { try work.write(file.bytes, to: file.path) }
    }
    work.counts = night.counts
    if !night.conflicts.isEmpty {
      try work.file.addFinding(
        FindingRow(
          severity: "warning", code: "claimed-twice", source: "",
          message: Numbers.counted(night.conflicts.count, "claim is", "claims are")
            + " for families or people of other claims on the same path, since families have merged.",
          remedy: "Look at claims/changes.csv and withdraw one of each two: 'kindred claims "
            + "withdraw'."))
    }
    work.log.note(
      RunEvent(
        .info, "claims-told", stage: "claims",
        "\(night.book.all.count) claims, \(night.prospects.count) families to be claimed",
        [
          ("claims", .number(night.book.all.count)), ("prospects", .number(night.prospects.count)),
          ("changed", .number(night.differences.count)),
        ]))
  }
}
