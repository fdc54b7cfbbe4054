import Claims
import Cohorts
import Criteria
import HTTPServing
import Pipelines
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// What a decision would change: people, families, what these meet, and what they are in for.
struct PreviewPage {
  let visit: Visit
  let title: String
  let back: String
  let backWords: String
  /// Nil where the run can't be explained any more.
  let answer: PreviewBook.Answer?

  var response: HTTPResponse {
    get throws {
      visit.page(
        "What would change", here: Links.queue,
        [
          "<h1>\(title)</h1>", try content,
          "<p class=\"actions\"><a class=\"quiet-button\" href=\"\(back)\" data-key=\"j\">\(backWords)</a></p>",
        ])
    }
  }

  private var content: Markup {
    get throws {
      switch answer {
      case .working: working
      case .done(let preview): try changes(preview)
      case .tooMuch:
        "<p>So many records hang together here that only a run can tell what would change.</p>"
      case .failed:
        "<p>What would change could not be worked out. The next run will tell.</p>"
      case nil:
        """
        <p>The pipeline or the model has changed since this run, so what would change can’t be worked out by it. The next \
        run will tell.</p>
        """
      }
    }
  }

  /// With a script the page looks again by itself; without one there is the link.
  private var working: Markup {
    let query = visit.request.query.fields.map { ($0.name, $0.value) }
    let here = Links.with("/" + visit.request.path.joined(separator: "/"), query)
    return """
      <p role="status" data-look-again>The families of the whole run are formed again as if it were decided so. In a large \
      run this takes a minute.</p>
      <p class="actions"><a class="button" href="\(here)">Look again</a></p>
      """
  }

  private func changes(_ preview: DecisionPreview) throws -> Markup {
    guard !preview.isEmpty else {
      return """
        <p class="lead">Nothing: the next run would come to the same people and families.</p>
        \(preview.others.decisions > 0 ? "<p class=\"note\">\(others(preview.others))</p>" : .nothing)
        """
    }
    let names = try PreviewNames(preview, visit)
    let families = preview.families ?? []
    return Markup([
      "<p class=\"lead\">\(summary(preview))</p>",
      """
      <p class="note">It is worked out from run <code>\(visit.generation.run.id)</code> as the next run does it, as if no data \
      were new. \(others(preview.others))</p>
      """,
      PreviewPeople(people: preview.people, names: names).markup,
      "<h2>Families</h2>",
      preview.families == nil
        ? "<p>The pipeline forms no families.</p>"
        : families.isEmpty ? "<p>No family changes.</p>" : .nothing,
      Markup(families.enumerated().map { PreviewFamily($1, place: $0, names: names).markup }),
      try stakes(families, preview.claims),
    ])
  }

  /// What else the next run heeds, so that nobody takes the one for the other.
  private func others(_ others: DecisionPreview.Others) -> Markup {
    guard others.decisions > 0 else { return .nothing }
    let heeds: Markup =
      others.decisions == 1
      ? "One other decision is noted that no run has taken up yet, and it is heeded too"
      : "\(count: others.decisions) other decisions are noted that no run has taken up yet, and they are heeded too"
    guard !others.families.isEmpty else { return "\(heeds)." }
    return """
      \(heeds): beside what is shown here, \(Numbers.counted(others.families.count, "family", "families")) will change by \
      \(others.decisions == 1 ? "it" : "them").
      """
  }

  private func summary(_ preview: DecisionPreview) -> Markup {
    let before = preview.people.count { !$0.before.isEmpty }
    let after = preview.people.count { !$0.after.isEmpty }
    let families = preview.families ?? []
    let isAsked = preview.families != nil
    let gained = families.count { isEligible($0.after) && !isEligible($0.before) }
    let lost = families.count { isEligible($0.before) && !isEligible($0.after) }
    let people =
      before == after
      ? "The records of \(Numbers.counted(before, "person", "people")) would be shared out otherwise"
      : "\(Numbers.counted(before, "person", "people")) would be \(Numbers.counted(after, "person", "people"))"
    var parts = preview.people.isEmpty ? [] : [people]
    if isAsked {
      parts.append("\(Numbers.counted(families.count, "family", "families")) would change")
    }
    if gained > 0 { parts.append("\(Numbers.counted(gained, "family", "families")) more eligible") }
    if lost > 0 {
      parts.append("\(Numbers.counted(lost, "family", "families")) no longer eligible")
    }
    return "\(parts.joined(separator: "; "))."
  }

  /// By the packs that put families forward; by the first where none of them does.
  private func isEligible(_ family: DecisionPreview.Family?) -> Bool {
    guard let family else { return false }
    let forward =
      visit.generation.pipeline?.packsPuttingForward(on: visit.generation.run.asOf) ?? []
    let names = forward.map(\.pack.name)
    return names.isEmpty
      ? family.packs.first?.eligible == .met
      : family.packs.contains { names.contains($0.name) && $0.eligible == .met }
  }

  // MARK: Programme and claims

  private func stakes(
    _ families: [DecisionPreview.FamilyChange], _ changes: [DecisionPreview.ClaimChange]
  ) throws -> Markup {
    guard visit.may(.seeClaims), let desk = try visit.site.programme.desk(visit.generation) else {
      return .nothing
    }
    let heading: Markup = "<h2>Programme and claims</h2>"
    let ids = families.compactMap(\.before?.id)
    let rows = ids.compactMap { id -> [Markup]? in
      let claims = desk.claims.all.filter { $0.current.family == id }
      let standing = desk.cohort[id]?.status.title
      guard standing != nil || !claims.isEmpty else { return nil }
      let links = claims.map { claim -> Markup in
        "<a href=\"\(Links.claim(claim.id))\">\(claim.id.text)</a> \(ClaimWords.tag(claim.status))"
      }
      return [
        "<a href=\"\(Links.family(id))\"><code>\(id.text)</code></a>",
        "\(standing.map(Words.sentence) ?? "–")", claims.isEmpty ? "–" : Markup(links),
      ]
    }
    guard !rows.isEmpty else {
      return "\(heading)\n<p>None of these families is in the programme or in a claim.</p>"
    }
    return """
      \(heading)
      <p>No decision changes a claim. The next run says of each whether its evidence has changed.</p>
      \(PreviewClaims(changes: changes).markup)
      \(DataTable(
        id: "preview-claims", caption: "What these families are in for",
        columns: [.text("Family"), .text("In the programme"), .text("Claims")], rows: rows
      ).markup)
      """
  }
}

/// The locked claims of which the next run would say something else.
struct PreviewClaims {
  let changes: [DecisionPreview.ClaimChange]

  var markup: Markup {
    guard !changes.isEmpty else {
      return "<p>What is said of the evidence of claims that are submitted would stay the same.</p>"
    }
    return DataTable(
      id: "preview-evidence", caption: "Submitted claims whose evidence would be another",
      columns: [.text("Claim"), .words("It differs now"), .words("It would differ then")],
      rows: changes.map { change in
        [
          "<a href=\"\(Links.claim(change.claim))\">\(change.claim.text)</a>",
          words(change.now), words(change.then),
        ]
      }
    ).markup
  }

  private func words(_ words: [String]) -> Markup {
    words.isEmpty ? "In nothing" : "\(words.joined(separator: "; "))"
  }
}
