import Intake
import Store
import Vocabulary

/// What is to be said of one series: its state, and what a person should look at.
struct SourceJudgement {
  let state: SourceStateRow
  private(set) var findings: [FindingRow] = []
  private let contract: SourceContract

  /// A whole list that has fewer of the details of the one before it, in hundredths, is worth a look.
  static let leastOverlap = 50
  /// Fewer people than this tell nothing of a change.
  static let leastPeople = 50

  /// Judges a series by its extracts, newest first.
  init(_ contract: SourceContract, _ deliveries: [Delivery], asOf: Day) {
    self.contract = contract
    let read = deliveries.filter(\.isRead)
    let freshness = DeliveryFreshness(
      newest: read.first?.delivered, contract: contract.file, asOf: asOf)
    let drift = read.first.map { Drift(newest: $0, earlier: Array(read.dropFirst())) }
    state = SourceStateRow(
      source: contract.name, state: freshness.rawValue, newest: read.first?.delivered.iso,
      ageDays: read.first?.delivered.days(until: asOf),
      due: read.first.flatMap { newest in
        contract.file.every.days.map { newest.delivered.adding(days: $0).iso }
      },
      rows: read.first.map { $0.accepted + $0.quarantined }, usualRows: drift?.usualRows,
      overlapHundredths: drift?.overlapHundredths)
    judge(freshness, read.first)
    for delivery in read { judgeRejections(of: delivery) }
    if let newest = read.first { judgeEmptiness(of: newest, beside: read.dropFirst()) }
    if let newest = read.first, let drift { judge(drift, newest) }
  }

  private mutating func add(
    _ severity: Severity, _ code: String, _ file: String?, _ column: String? = nil,
    _ message: String, _ remedy: String
  ) {
    findings.append(
      FindingRow(
        severity: severity.rawValue, code: code, source: contract.name, fileName: file,
        column: column, message: message, remedy: remedy))
  }

  private mutating func judge(_ freshness: DeliveryFreshness, _ newest: Delivery?) {
    let rhythm = contract.file.every.rawValue
    switch freshness {
    case .fresh, .notDue: break
    case .warn:
      add(
        .warning, "stale-warning", newest?.fileName, nil,
        "The newest extract is older than \(contract.file.warnAfter?.text ?? "it should be").",
        "Ask \(contract.owner) for a newer one; one is due every \(rhythm).")
    case .stale:
      add(
        .error, "stale", newest?.fileName, nil,
        "The newest extract is older than \(contract.file.errorAfter?.text ?? "it may be").",
        "Ask \(contract.owner) for a newer one, or raise error_after.")
    case .missing:
      add(
        .error, "missing-extract", nil, nil,
        "There is no extract that a run may read.",
        "Put one named like \(contract.file.name.text) into the folder of extracts, or write required: false."
      )
    }
  }

  /// A file without a row may be a quiet month, and may be an export that went wrong.
  private mutating func judgeEmptiness(
    of newest: Delivery, beside earlier: ArraySlice<Delivery>
  ) {
    guard newest.rows == 0, contract.file.leastRows != 0,
      earlier.contains(where: { $0.rows > 0 })
    else { return }
    add(
      .warning, "no-rows", newest.fileName, nil,
      "The extract has no rows, and earlier ones had some; it tells of nothing.",
      "Ask \(contract.owner) whether there were none; if that may be, write rows: {least: 0}.")
  }

  private mutating func judgeRejections(of delivery: Delivery) {
    let rows = delivery.rows
    let look =
      "'kindred check' counts the reasons, 'kindred rejects' lists a run's rows; mend them or the contract."
    if let verdict = contract.rejected.verdict(delivery.quarantined, of: rows) {
      let limit = verdict == .error ? contract.rejected.errorOver : contract.rejected.warnOver
      add(
        verdict, "too-many-rejected", delivery.fileName, nil,
        "\(delivery.quarantined) of \(rows) rows were rejected; the contract tolerates \(limit?.text ?? "none").",
        look)
    } else if delivery.accepted == 0, rows > 0 {
      // So few rows that the contract tolerates it; still nothing was told.
      add(
        .warning, "all-rejected", delivery.fileName, nil,
        "All of its rows were rejected: \(rows). It counts as if it had not told of its days.", look
      )
    }
  }

  private mutating func judge(_ drift: Drift, _ newest: Delivery) {
    let rows = newest.accepted + newest.quarantined
    if let usual = drift.usualRows, let change = contract.file.change,
      change.isExceeded(by: abs(rows - usual), of: usual)
    {
      add(
        .warning, "row-count-change", newest.fileName, nil,
        "The extract has \(Numbers.counted(rows, "row")); earlier ones had about \(usual).",
        "Ask \(contract.owner) whether the extract is whole.")
    }
    if contract.file.contents == .snapshot, newest.people >= Self.leastPeople,
      let overlap = drift.overlapHundredths, overlap < Self.leastOverlap
    {
      add(
        .warning, "people-change", newest.fileName, nil,
        "Only \(overlap)% of the people's details were in the extract before it.",
        "Ask \(contract.owner) whether it is the right extract: a whole list changes slowly.")
    }
    for change in drift.emptied {
      add(
        .warning, "missing-values-change", newest.fileName, change.column,
        "\(change.now)% of the values are missing; in the extract before it were \(change.before)%.",
        "Ask \(contract.owner) whether the column is still filled.")
    }
    for change in drift.mixed {
      add(
        .warning, "code-mix-change", newest.fileName, change.column,
        "The mix of codes has moved by \(change.now)% since the extract before.",
        "Ask \(contract.owner) whether codes have changed their meaning.")
    }
  }
}
