import Criteria
import Pipelines
import Reports
import Vocabulary

/// What a family meets of each pack, with the rows that decide it and what would change it.
///
/// Who may not see a row learns that a criterion is met, and nothing of why.
struct FamilyCriteriaPart {
  private let family: FamilyView

  init(_ family: FamilyView) {
    self.family = family
  }

  var markup: Markup {
    let heading: Markup = "<h2 id=\"criteria\">Criteria</h2>"
    guard let packs = family.criteria else {
      return
        "\(heading)\n<p>The packs can’t be asked here, since the pipeline of the run can’t be read.</p>"
    }
    guard !packs.isEmpty else { return "\(heading)\n<p>The pipeline asks no pack of criteria.</p>" }
    let changed: Markup =
      family.visit.generation.isPipelineChanged
      ? """
      <div class="warning-box"><p>The pipeline’s files have changed since the run. What stands here is by the files as they \
      are now.</p></div>
      """ : .nothing
    return Markup([heading, changed] + packs.enumerated().map(pack))
  }

  private func pack(_ place: Int, _ pack: FamilyCriteria) -> Markup {
    let asked = zip(pack.explanations, pack.evidence).filter { $0.0.state != .notApplicable }
    let met = asked.count { $0.0.state == .met }
    let open: Markup = place == 0 ? " open" : .nothing
    return """
      <details\(open)><summary>\(pack.title): \(count: met) of \(count: asked.count) met</summary>
      \(DataTable(
        id: "pack-\(place)", caption: "\(pack.title)",
        columns: [.text("Criterion"), .text("Finding"), .words("Why"), .words("What would change it")],
        rows: asked.map(row)
      ).markup)
      </details>
      """
  }

  private func row(_ pair: (Explanation, [FamilyCriteria.Evidence])) -> [Markup] {
    let (explanation, evidence) = pair
    let hidden = evidence.count { !family.shows($0.sensitivity) }
    // The sentence tells what the rows say, so it goes with them; what benefits say is in no sentence's rows.
    let isClosed = evidence.contains {
      !family.shows($0.sensitivity)
        && ($0.sensitivity != .benefit || !family.visit.may(.seeSensitive))
    }
    let words = isClosed ? "What it rests on is not shown to your role." : reason(explanation)
    let changes = isClosed ? [] : explanation.changes
    let shown = isClosed ? [] : evidence.filter { family.shows($0.sensitivity) }
    return [
      "\(explanation.title)", Self.tag(explanation.state),
      "\(words)\(rows(shown, hidden))",
      changes.isEmpty
        ? "–"
        : "\(explanation.state == .met ? "It lasts" : "Any of"): \(changes.joined(separator: "; or "))",
    ]
  }

  /// The sentence without the title and the state, which stand beside it.
  private func reason(_ explanation: Explanation) -> String {
    let start = "\(explanation.title): \(explanation.state.title), "
    let rest =
      explanation.sentence.hasPrefix(start)
      ? String(explanation.sentence.dropFirst(start.count)) : explanation.sentence
    return rest.prefix(1).uppercased() + rest.dropFirst()
  }

  private func rows(_ evidence: [FamilyCriteria.Evidence], _ hidden: Int) -> Markup {
    guard !evidence.isEmpty || hidden > 0 else { return .nothing }
    let lines = evidence.prefix(8).map { row -> Markup in
      let perhaps: Markup = row.isCertain ? .nothing : "perhaps "
      let who: Markup = row.person.map { ", \(family.name($0.value))" } ?? .nothing
      let date: Markup = row.date.map { ", \($0)" } ?? .nothing
      let place: Markup = row.place.map { " <code>\($0)</code>" } ?? .nothing
      return "<li>\(perhaps)\(row.title)\(who)\(date)\(place)</li>"
    }
    var rest: [Markup] = []
    if evidence.count > 8 { rest.append("<li>and \(count: evidence.count - 8) more</li>") }
    if hidden > 0 {
      rest.append("<li>\(Numbers.counted(hidden, "row")) that your role does not show</li>")
    }
    return "<ul class=\"bare rows\">\(lines + rest)</ul>"
  }

  static func tag(_ state: FindingState) -> Markup {
    switch state {
    case .met: StateTag(word: "Met", style: "good", icon: .tick).markup
    case .notMet: StateTag(word: "Not met", style: "plain", icon: .cross).markup
    case .cannotTell: StateTag(word: "Cannot tell", style: "warning", icon: .triangle).markup
    case .notApplicable: StateTag(word: "Not applicable", style: "plain", icon: .dash).markup
    }
  }
}
