import Store
import Vocabulary

/// The quarantined rows: how many, why, where they are, and how they come back.
struct RejectionsPage {
  let run: RunPicture

  var markup: Markup {
    Page(run: run, place: .rejections, title: "Quarantine", content: content).markup
  }

  private var content: [Markup] {
    guard run.account.quarantined > 0 else {
      return ["<h1>Quarantine</h1>", "<p>No row was quarantined.</p>"]
    }
    return [
      """
      <h1>Quarantine</h1>
      <p class="lead">\(Numbers.counted(run.account.quarantined, "row")) of \
      \(count: run.account.read) could not be used, and \(run.account.quarantined == 1 ? "is" : "are") kept as received.</p>
      """,
      "<h2>Why</h2>", reasons, "<h2>Where the rows are</h2>", files, howTo,
    ]
  }

  private var affected: [SourcePicture] { run.sources.filter { $0.account.quarantined > 0 } }

  /// Quarantined rows by source and reason.
  var reasons: Markup {
    """
    \(reasonTable)
    <p class="note">A row with two reasons is counted under both.</p>
    """
  }

  private var reasonTable: Markup {
    DataTable(
      id: "reasons", caption: "Quarantined rows by source and reason",
      columns: [
        .text("Reason, and what to do"), .text("Column"), .number("Rows"), .number("Extracts"),
      ],
      groups: affected.map { source in
        DataTable.Group(heading: heading(source), rows: RejectionReason.all(of: source).map(row))
      }
    ).markup
  }

  private func heading(_ source: SourcePicture) -> Markup {
    """
    <a href="\(ReportLink.page(ofSource: source.name))">\(source.title)</a>: \
    \(Numbers.counted(source.account.quarantined, "row")), \
    \(source.account.quarantinedShare.text)
    """
  }

  private func row(_ reason: RejectionReason) -> [Markup] {
    [
      """
      <div class="wide">\(run.meaning(of: reason.code))<small>\(run.remedy(of: reason.code))</small>\
      <small><code>\(reason.code)</code></small></div>
      """,
      reason.column.isEmpty ? "the whole row" : "<code>\(reason.column)</code>",
      "\(count: reason.rows)", "\(count: reason.extracts)",
    ]
  }

  private var files: Markup {
    let extracts = affected.flatMap { source in
      source.extracts.filter { $0.summary.quarantined > 0 }.map { (source, $0) }
    }
    return """
      <p>In the run’s folder <a href="../quarantine/"><code>quarantine</code></a>:</p>
      <ul>
      <li><a href="../quarantine/rejections.csv"><code>rejections.csv</code></a> lists every reason with source, file, \
      digest, line, place in the file, column, code and the shape of the value. It holds no personal data and may be \
      sent to a colleague or an agency.</li>
      <li>A file for each extract holds its rows byte for byte as they were received.</li>
      </ul>
      <div class="warning-box"><p><strong>The files of rows hold personal data.</strong> Keep them in the run’s \
      folder, and send them only by the way agreed with the agency.</p></div>
      \(table(extracts))
      """
  }

  private func table(_ extracts: [(SourcePicture, ExtractPicture)]) -> Markup {
    DataTable(
      id: "files", caption: "Extracts with quarantined rows",
      columns: [
        .text("Extract"), .text("Source"), .text("Delivered"), .number("Rows"), .number("Share"),
      ],
      rows: extracts.map { source, extract in
        [
          "<code>\(extract.summary.fileName)</code>", "\(source.title)",
          DayWording.cell(extract.summary.delivered), "\(count: extract.summary.quarantined)",
          "\(extract.account.quarantinedShare.text)",
        ]
      }
    ).markup
  }

  private var howTo: Markup {
    """
    <h2>How they come back</h2>
    <ol>
    <li>Take the reasons with the most rows first. Most are one cause: a new code, a changed heading, a date format.</li>
    <li>If the rows are right and the contract is not, change the contract, for example by adding a code, and try it \
    with <code>kindred check</code>. The next run reads the same file again, and accepts them.</li>
    <li>If the rows are wrong, ask the agency to correct its records. The corrected rows come with its next extract, \
    or in a file of their own with the headings and the file name of the contract and a later date.</li>
    <li>Rows that come again are recognised. Nothing counts twice, so a whole file may be sent again.</li>
    </ol>
    <p><code>kindred rejects</code> gives the same list on the command line.</p>
    """
  }
}
