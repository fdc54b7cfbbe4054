import Store
import Vocabulary

/// The extracts of a source, the newest first, and where the records of each went.
struct ExtractTable {
  let source: SourcePicture

  var markup: Markup {
    DataTable(
      id: "extracts", caption: "Extracts, the newest first",
      columns: [
        .text("File"), .text("Delivered"), .text("State"), .number("Read"), .number("Accepted"),
        .number("Quarantined"), .number("Skipped"), .number("Stated total"),
        .number("Repeated facts"), .number("Ended since"),
      ],
      rows: source.extracts.map { row($0.summary) }, footer: footer
    ).markup
  }

  private func row(_ extract: ExtractSummary) -> [Markup] {
    let start: [Markup] = [
      """
      <code>\(extract.fileName)</code><small>\(Numbers.size(extract.bytes)), \
      <abbr title="SHA-256 digest \(extract.sha256)">sha256</abbr> \
      <code>\(String(extract.sha256.prefix(12)))</code></small>
      """,
      DayWording.cell(extract.delivered),
      "\(StateTag.extract(extract.state).markup)\(encoding(extract))",
    ]
    guard extract.wasRead else { return start + Array(repeating: "–", count: 7) }
    return start + [
      "\(count: extract.read)", "\(count: extract.accepted)", quarantined(extract),
      skipped(extract), statedTotal(extract), "\(count: extract.repeatedFacts)",
      "\(count: extract.endedFacts)",
    ]
  }

  private func encoding(_ extract: ExtractSummary) -> Markup {
    extract.encoding.map { "<small>\($0)</small>" } ?? .nothing
  }

  private func quarantined(_ extract: ExtractSummary) -> Markup {
    guard extract.quarantined > 0 else { return "0" }
    let share = RecordAccount(extract).quarantinedShare
    return "\(count: extract.quarantined)<small>\(share.text)</small>"
  }

  private func skipped(_ extract: ExtractSummary) -> Markup {
    let reasons = extract.skippedByReason.map {
      "\(Numbers.grouped($0.records)) \(Words.phrase($0.reason))"
    }
    guard !reasons.isEmpty else { return "\(count: extract.skipped)" }
    return "\(count: extract.skipped)<small>\(reasons.joined(separator: ", "))</small>"
  }

  private func statedTotal(_ extract: ExtractSummary) -> Markup {
    guard let stated = extract.statedTotal else { return "none" }
    if stated == extract.dataRows { return "\(count: stated)<small>agrees</small>" }
    return "\(count: stated)<small>but \(Numbers.counted(extract.dataRows, "row")) came</small>"
  }

  private var footer: [Markup] {
    let account = source.account
    return [
      "All extracts", "", "", "\(count: account.read)", "\(count: account.accepted)",
      "\(count: account.quarantined)", "\(count: account.skipped)", "",
      "\(count: source.extracts.reduce(0) { $0 + $1.summary.repeatedFacts })",
      "\(count: source.extracts.reduce(0) { $0 + $1.summary.endedFacts })",
    ]
  }
}
