import Vocabulary
import Workbooks

/// The tables of a window's claims, and the workbooks that they are in.
struct WindowTables {
  let picture: WindowPicture

  // MARK: Workbooks

  var register: Workbook { workbook("Claim register", [results, claims, sums, bridge]) }
  var reconciliation: Workbook { workbook("Reconciliation", [sums, bridge]) }
  var auditForm: Workbook { workbook("Audit of claims", [auditResult, form]) }

  private func workbook(_ title: String, _ tables: [ReportTable]) -> Workbook {
    Workbook(
      title: "\(title), window \(picture.window)",
      subject: "\(picture.council), \(picture.scheme.title)", author: picture.program,
      sheets: tables.map { table in
        var table = table
        table.lines.append(trust)
        return table.sheet
      })
  }

  /// What every sheet says of where it comes from.
  private var trust: String {
    "\(picture.council) (\(picture.authority)), \(picture.scheme.title), window \(picture.window), as of \(DayWording.long(picture.asOf)). Families stand under references that lead back to them at the council alone."
  }

  // MARK: Claims

  var results: ReportTable {
    struct Key: Hashable {
      var year: String
      var results: [String]
    }
    let groups = Dictionary(grouping: standing) { Key(year: $0.year, results: $0.results) }
    let keys = groups.keys.sorted {
      ($0.year, $0.results.joined(separator: "+")) < ($1.year, $1.results.joined(separator: "+"))
    }
    return ReportTable(
      name: "results", title: "Claims by year and result",
      lines: ["Claims that are submitted or paid; the rates are those of the year of attachment."],
      columns: [
        .text("Year of attachment", width: 18), .text("Results", width: 60), .number("Claims"),
        .number("Amount", width: 16),
      ],
      rows: keys.map { key in
        let own = groups[key] ?? []
        return [
          .text(key.year), .text(Words.list(key.results)), .number(own.count),
          .money(own.reduce(.zero) { $0 + $1.amount }),
        ]
      },
      totals: standing.isEmpty
        ? nil
        : [
          .text("All"), .text("All results"), .number(standing.count),
          .money(standing.reduce(.zero) { $0 + $1.amount }),
        ])
  }

  /// The claims that count as claimed.
  var standing: [WindowPicture.Claim] {
    picture.claims.filter { $0.status == "submitted" || $0.status == "paid" }
  }

  private var claims: ReportTable {
    ReportTable(
      name: "claims", title: "Claims of the window",
      emptyCells: "An empty cell: nothing has happened yet, or nobody is named.",
      columns: [
        .text("Claim", width: 10), .number("Version", width: 9), .text("Family", width: 20),
        .text("Area"), .text("Worker", width: 14), .text("Results", width: 48),
        .text("Attached", width: 12), .text("Year", width: 10), .number("Amount"),
        .number("Paid"), .text("Status", width: 18), .text("Audited", width: 28),
        .text("Signed", width: 18), .number("Missing", width: 9), .text("Digest", width: 68),
      ],
      rows: picture.claims.map { claim in
        [
          .text(claim.number), .number(claim.version), .text(claim.family), .text(claim.area),
          .text(claim.worker), .text(Words.list(claim.results)), .day(claim.attached),
          .text(claim.year), .money(claim.amount), .money(claim.paid), .text(claim.status),
          .text(claim.audited), .text(Words.list(claim.signatures)), .number(claim.missing),
          .text(claim.digest),
        ]
      })
  }

  // MARK: Sums

  var sums: ReportTable {
    ReportTable(
      name: "sums", title: "Reconciliation",
      lines: [
        "Each line is counted from two places: the whole from one, its parts from another. A line that does not add stops the claim file."
      ],
      columns: [
        .text("Line", width: 28), .text("Part", width: 36), .number("Number"),
        .number("Amount", width: 16), .text("Adds", width: 8),
      ],
      rows: picture.sums.flatMap { sum in
        [row(sum.name, "the whole", sum.whole, sum)]
          + sum.parts.map { row(sum.name, $0.name, $0.count, sum) }
      })
  }

  private func row(
    _ line: String, _ part: String, _ count: Int64, _ sum: WindowPicture.Sum
  ) -> [ReportTable.Value] {
    [
      .text(line), .text(part), sum.isMoney ? .none : .number(Int(count)),
      sum.isMoney ? .money(Pence(count)) : .none, .text(sum.adds ? "yes" : "no"),
    ]
  }

  var bridge: ReportTable {
    let before = picture.bridge.reduce(Pence.zero) { $0 + $1.before }
    let after = picture.bridge.reduce(Pence.zero) { $0 + $1.after }
    return ReportTable(
      name: "bridge", title: "From the last window to this one",
      lines: ["What stood when the window before closed, what happened since, and what stands."],
      columns: [
        .text("Claim", width: 10), .text("Family", width: 20), .text("What happened", width: 16),
        .number("Before"), .number("Change"), .number("After"),
      ],
      rows: picture.bridge.map { step in
        [
          .text(step.claim), .text(step.family), .text(step.what), .money(step.before),
          .money(step.after - step.before), .money(step.after),
        ]
      },
      totals: picture.bridge.isEmpty
        ? nil
        : [
          .text("All"), .text("All families"), .text("All changes"), .money(before),
          .money(after - before), .money(after),
        ])
  }

  // MARK: Audit

  private var auditResult: ReportTable {
    let audit = picture.audit
    var rows: [[ReportTable.Value]] = [
      [.text("Claims called complete"), .number(audit.population)],
      [.text("To be drawn at least"), .number(audit.needed)],
      [.text("Drawn"), .number(audit.drawn)], [.text("Looked at"), .number(audit.audited)],
      [.text("Not passed"), .number(audit.failed)],
      [.text("Tolerated, in percent"), .number(audit.tolerated)],
    ]
    rows += audit.samples.map { [.text("Sample \($0)"), .number(1)] }
    return ReportTable(
      name: "audit", title: "What the audit came to",
      lines: errorLine.map { [$0] } ?? [],
      columns: [.text("What", width: 44), .number("Number")], rows: rows)
  }

  var errorLine: String? {
    picture.audit.errorRange.map { range in
      "With 95% confidence between \(Share(range.lowerBound, of: 1_000).text) and \(Share(range.upperBound, of: 1_000).text) of all claims would not pass (Wilson's interval)."
    }
  }

  private var form: ReportTable {
    ReportTable(
      name: "form", title: "Form for the auditor",
      lines: [
        "Look at each claim with its evidence pack. Write Y or N under each question, and the result; then enter it: kindred claims audit."
      ],
      emptyCells: "Empty cells are for the auditor.",
      columns: [
        .text("Claim", width: 10), .text("Family", width: 20), .text("Results", width: 48),
        .number("Amount"), .text("1. Eligible at attachment", width: 14),
        .text("2. Whole family worked with", width: 14), .text("3. Results hold", width: 14),
        .text("Evidence held and dated before", width: 16), .text("Passed", width: 10),
        .text("Remarks", width: 40), .text("Digest", width: 68),
      ],
      rows: picture.claims.filter(\.isDrawn).map { claim in
        let blank = ReportTable.Value.text("……")
        return [
          .text(claim.number), .text(claim.family), .text(Words.list(claim.results)),
          .money(claim.amount), blank, blank, blank, blank, blank, blank, .text(claim.digest),
        ]
      })
  }
}
