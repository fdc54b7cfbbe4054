import HTTPServing
import Reports
import Vocabulary

/// What hangs on a decision about two records, for whoever decides.
struct StakesPart {
  private let stakes: DecisionStakes
  /// Whether it is kept from whoever asks which families these are.
  private let hidesFamilies: Bool

  init(_ stakes: DecisionStakes, hidesFamilies: Bool) {
    self.stakes = stakes
    self.hidesFamilies = hidesFamilies
  }

  var markup: Markup {
    guard !stakes.families.isEmpty else { return .nothing }
    let rows = stakes.families.map { family -> [Markup] in
      let eligible =
        switch family.line?.eligible {
        case .met: "Eligible"
        case .notMet: "Not eligible"
        case .cannotTell: "Cannot tell"
        default: "Not asked"
        }
      return [
        hidesFamilies
          ? "Not shown to your role"
          : "<a href=\"\(Links.family(family.id))\"><code>\(family.id.text)</code></a>",
        "\(eligible)", "\(family.standing.map(Words.sentence) ?? "–")", claims(of: family),
      ]
    }
    let two: Markup =
      stakes.needTwo
      ? "<p>Two people have to give the same answer, and neither sees the other’s before.</p>"
      : .nothing
    return """
      <h2>What hangs on it</h2>
      \(two)
      \(DataTable(
        id: "stakes", caption: "Families that a decision would have the next run look at anew",
        columns: [.text("Family"), .text("Eligible"), .text("In the programme"), .text("Claims")],
        rows: rows
      ).markup)
      """
  }

  /// A claim's page names the family.
  private func claims(of family: DecisionStakes.Family) -> Markup {
    guard !family.claims.isEmpty else { return "–" }
    return "\(hidesFamilies ? "Claimed" : family.claims.joined(separator: ", "))"
  }
}

/// What became of an answer of which there have to be two.
struct AnswerNote {
  private let visit: Visit

  init(_ visit: Visit) {
    self.visit = visit
  }

  var markup: Markup {
    switch visit.request.query["answered"] {
    case "waits":
      """
      <div class="done" role="status"><p>Your answer is noted, and counts once somebody else gives the same.</p></div>
      """
    case "disagrees":
      """
      <div class="done" role="status"><p>Your answer is noted. Another answered otherwise; a second reviewer settles it.</p></div>
      """
    default: .nothing
    }
  }
}
