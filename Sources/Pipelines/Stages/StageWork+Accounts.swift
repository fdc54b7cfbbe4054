import Sealing
import Vocabulary
import Intake
import Store

/// What intake writes about extracts, beside what it read in them.
extension StageWork {
  /// Adds an extract that was read, with where its records went and what they look like.
  mutating func add(
    _ result: ExtractResult, of extract: PlannedExtract, number: Int, _ contract: SourceContract,
    repeatedFacts: Int
  ) throws {
    let account = result.account
    try file.addExtract(
      extractRow(extract, number: number, state: "read", result: result, repeatedFacts))
    for reason in ExtractAccount.Skipped.allCases where account[reason] > 0 {
      try file.addSkip(extract: number, reason: reason.rawValue, records: account[reason])
    }
    for problem in extract.survey.problems + result.problems {
      try addFileProblem(problem, extract, number: number, contract)
    }
    for item in result.tally.sorted {
      try file.addProblem(
        extract: number, code: item.code.rawValue,
        column: item.column.map { contract.columns[$0].name } ?? "",
        rejects: item.isRejection, count: item.count,
        firstLines: item.lines.map(String.init).joined(separator: " "))
    }
    try add(result.profiles, extract: number, contract)
    count(account)
    log.note(
      RunEvent(
        .info, "extract-read", stage: "intake",
        "read \(extract.fileName): \(account.accepted) rows accepted, \(account.quarantined) "
          + "quarantined, \(account.skippedInAll) skipped",
        [
          ("file", .text(extract.fileName)), ("source", .text(contract.name)),
          ("read", .number(account.read)), ("accepted", .number(account.accepted)),
          ("quarantined", .number(account.quarantined)),
          ("skipped", .number(account.skippedInAll)),
        ]))
  }

  /// Adds an extract that was not read, and why.
  mutating func addUnread(_ extract: PlannedExtract, number: Int) throws {
    let contract = pipeline.definition.contracts[extract.source]
    let state = extract.duplicateOf == nil ? "refused" : "duplicate"
    try file.addExtract(extractRow(extract, number: number, state: state, result: nil, 0))
    for problem in extract.survey.problems {
      try addFileProblem(problem, extract, number: number, contract)
    }
    log.note(
      RunEvent(
        extract.duplicateOf == nil ? .error : .info, "extract-not-read", stage: "intake",
        "did not read \(extract.fileName): "
          + (extract.duplicateOf.map { "the same as \($0)" } ?? "its shape is not the contract's"),
        [("file", .text(extract.fileName)), ("source", .text(contract.name))]))
  }

  private func extractRow(
    _ extract: PlannedExtract, number: Int, state: String, result: ExtractResult?,
    _ repeatedFacts: Int
  ) -> ExtractRow {
    let account = result?.account
    return ExtractRow(
      number: number, source: extract.source, fileName: extract.fileName,
      sha256: extract.digest.hex, bytes: extract.bytes, delivered: extract.delivered.iso,
      state: state, encoding: extract.survey.shape?.encoding.rawValue,
      delimiter: extract.survey.shape.map { DelimiterName.of($0.delimiter) },
      read: account?.read ?? 0, accepted: account?.accepted ?? 0,
      quarantined: account?.quarantined ?? 0, skipped: account?.skippedInAll ?? 0,
      statedTotal: account?.statedTotal, repeatedFacts: repeatedFacts)
  }

  /// A problem of a whole file is a finding: an error forbids publishing.
  private mutating func addFileProblem(
    _ problem: FileProblem, _ extract: PlannedExtract, number: Int, _ contract: SourceContract
  ) throws {
    let finding = FindingRow(problem, of: extract.fileName, contract)
    try file.addFinding(finding)
    try file.addProblem(
      extract: number, code: finding.code, column: finding.column ?? "",
      rejects: problem.severity == .error, count: 1, firstLines: "")
  }

  private mutating func add(
    _ profiles: [ColumnProfile], extract: Int, _ contract: SourceContract
  ) throws {
    for (number, profile) in profiles.enumerated() {
      try file.addColumn(
        ColumnRow(
          extract: extract, number: number, name: profile.name,
          type: contract.columns[number].type.word, present: profile.present,
          absent: profile.absent, invalid: profile.invalid, different: profile.distinctEstimate,
          least: profile.least, greatest: profile.greatest))
      if case .code(let codes) = contract.columns[number].type {
        for (place, count) in profile.codeCounts.enumerated() where count > 0 {
          try file.addValue(
            extract: extract, column: number, what: "code", value: codes[place].code, count: count)
        }
      }
      for item in profile.shapes.items {
        try file.addValue(
          extract: extract, column: number, what: "shape", value: item.shape, count: item.count)
      }
    }
  }

  private mutating func count(_ account: ExtractAccount) {
    counts["extracts", default: 0] += 1
    counts["rows_read", default: 0] += account.read
    counts["rows_accepted", default: 0] += account.accepted
    counts["rows_quarantined", default: 0] += account.quarantined
    counts["rows_skipped", default: 0] += account.skippedInAll
  }

  mutating func add(_ rejections: [RejectionRow]) throws {
    for rejection in rejections { try file.addRejection(rejection) }
  }
}

extension IntakeBatch {
  /// The rejections of the batch, a row for each reason.
  func rejectionRows(of extract: Int, _ contract: SourceContract) -> [RejectionRow] {
    rejections.flatMap { rejection in
      rejection.reasons.map { reason in
        RejectionRow(
          extract: extract, line: Int(rejection.line), lines: Int(rejection.lineCount),
          firstByte: rejection.offset, bytes: rejection.byteCount, code: reason.code.rawValue,
          column: reason.column.map { contract.columns[$0].name } ?? "",
          maskedValue: rejected(reason.maskedValue))
      }
    }
  }
}

/// Delimiters as contracts name them.
enum DelimiterName {
  static func of(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "pipe"
    default: "byte \(byte)"
    }
  }
}
