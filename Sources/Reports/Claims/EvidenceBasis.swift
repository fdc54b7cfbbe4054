import Store
import Vocabulary

/// What the claim rests on beside its rows: decisions, versions, digests, and what was done to it.
struct EvidenceBasis {
  let pack: EvidencePack

  var markup: Markup {
    """
    <h2>Claimed once</h2>
    \(once)
    <h2>What the claim rests on</h2>
    \(versions)
    \(decisions)
    \(configuration)
    <h2>What was done to the claim</h2>
    \(steps)
    """
  }

  private var once: Markup {
    guard !pack.overlaps.isEmpty else {
      return
        "<p>Neither the family nor anybody counted in it is in another claim on the path <code>\(pack.frozen.path)</code>, under ids that they have or had.</p>"
    }
    return "<div class=\"error-box\"><ul>\(pack.overlaps.map { "<li>\($0)</li>" })</ul></div>"
  }

  private var versions: Markup {
    let claim = pack.frozen
    let facts: [(String, Markup)] = [
      (
        "Scheme",
        "\(pack.names.scheme) (<code>\(claim.scheme)</code>, version \(claim.schemeVersion))"
      ),
      ("Local plan at attachment", text(claim.planAtAttachment)),
      ("Local plan at the claim", text(claim.planAtClaim)),
      ("Run", "<code>\(claim.run)</code>, whose name is the digest of all that went into it"),
      ("Data as of", DayWording.cell(claim.asOf.iso)),
      (
        "Digest of the frozen claim",
        "<code>\(pack.evidence.digest)</code>, which <code>kindred claims check \(pack.claim).json</code> makes again from the lines in that file"
      ),
    ]
    return "<dl class=\"pairs\">\(facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>"
  }

  private func text(_ text: String) -> Markup { text.isEmpty ? "none in force" : "\(text)" }

  private var decisions: Markup {
    guard !pack.decisions.isEmpty else {
      return
        "<p>No person's decision on who is who stands behind it: records were put together by the model alone.</p>"
    }
    return DataTable(
      id: "decisions", caption: "Decisions on who is who and who belongs where",
      columns: [
        .number("Ledger entry"), .text("What"), .text("Why"), .text("By"), .text("When"),
      ],
      rows: pack.decisions.map {
        ["\($0.entry)", "\($0.what)", "\($0.reason)", "\($0.by)", "\($0.at)"]
      }
    ).markup
  }

  private var configuration: Markup {
    guard !pack.configuration.isEmpty else { return .nothing }
    return """
      <details><summary>Files that the run was configured by, with their digests</summary>
      \(DataTable(
        id: "configuration", caption: "Configuration", columns: [.text("File"), .text("SHA-256")],
        rows: pack.configuration.map { ["<code>\($0.name)</code>", "<code>\($0.sha256)</code>"] }
      ).markup)
      </details>
      """
  }

  private var steps: Markup {
    DataTable(
      id: "steps", caption: "Steps, as the ledger has them",
      columns: [.text("When"), .text("Step"), .text("By"), .text("As")],
      rows: pack.steps.map {
        [DayWording.cell($0.on.iso), "\($0.words)", "\($0.by)", "\($0.role)"]
      }
    ).markup
  }
}
