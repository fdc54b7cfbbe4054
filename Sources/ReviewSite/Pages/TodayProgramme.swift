import Claims
import Pipelines
import Reports
import Store
import Vocabulary

/// What Today says of families and claims: who is newly of concern, and how long the window is open.
struct TodayProgramme {
  let visit: Visit

  private static let mostListed = 12

  var markup: Markup {
    get throws {
      Markup([try window, wobbles])
    }
  }

  private var window: Markup {
    get throws {
      guard visit.may(.seeClaims), let desk = try visit.site.programme.desk(visit.generation) else {
        return .nothing
      }
      let day = visit.generation.run.asOf
      let windows = desk.definition.windows.windows
      guard
        let window = windows.first(where: { ClaimWords.isOpen($0, on: day) })
          ?? windows.first(where: { $0.days.first > day })
      else { return .nothing }
      let claims = desk.claims(in: window.id)
      let gaps = claims.count { !$0.current.gaps.isEmpty }
      return """
        <h2>Claims</h2>
        <p>The window <a href="\(Links.claims)">\(window.id)</a> \(ClaimWords.countdown(window, on: day)): \
        \(Numbers.counted(claims.count, "claim")), \(count: gaps) with something missing, \
        \(count: claims.count { !$0.submitted.isEmpty }) submitted.</p>
        """
    }
  }

  private var wobbles: Markup {
    guard visit.may(.seePeople), !visit.generation.index.lines.isEmpty else { return .nothing }
    let heading: Markup = "<h2>Families to start with</h2>"
    guard let wobbles = visit.generation.wobbles else {
      return "\(heading)\n<p>There is no earlier run to compare with.</p>"
    }
    let refused: Markup =
      wobbles.refused > 0
      ? " \(Numbers.counted(wobbles.refused, "family", "families")) more refused the service and are not listed."
      : .nothing
    let words: Markup = """
      <p>\(Numbers.counted(wobbles.listed.count, "family is", "families are")) of concern that \
      \(wobbles.listed.count == 1 ? "was" : "were") not on \(DayWording.long(wobbles.since.asOf)).\(refused)</p>
      """
    guard !wobbles.listed.isEmpty else { return "\(heading)\n\(words)" }
    return "\(heading)\n\(words)\n\(table(wobbles.listed))"
  }

  private func concern(_ row: WobbleRow, _ family: FamilyID) -> Markup {
    let line = visit.generation.index[family]
    return visit.may(.seeSensitive) || line?.isConcernOrdinary ?? false
      ? "\(FamilyView.date(row.concern))" : "Not shown"
  }

  /// A tier sums up every row of late, so who may not see all of them is not told.
  private func tier(_ row: WobbleRow, _ family: FamilyID) -> Markup {
    guard let tier = row.tier else { return "–" }
    let isOrdinary = visit.generation.index[family]?.isOrdinary ?? false
    return visit.may(.seeSensitive) || isOrdinary ? "\(tier)" : "Not shown"
  }

  /// Who may not see rows of health, care and offences is not told which signs there were, nor by whom.
  private func table(_ rows: [WobbleRow]) -> Markup {
    let seesSigns = visit.may(.seeSensitive)
    var columns: [DataTable.Column] = [
      .text("Family"), .text("Concern"), .text("Tier"), .text("Lead"),
    ]
    if seesSigns { columns += [.text("Signs"), .text("Known to")] }
    return DataTable(
      id: "wobbles", caption: "Newly of concern", columns: columns,
      rows: rows.prefix(Self.mostListed).map { row in
        let family = FamilyID(row.family)
        let cells: [Markup] = [
          "<a href=\"\(Links.family(family))\"><code>\(family.text)</code></a>",
          concern(row, family), tier(row, family),
          row.hasLead ? "Named" : "Nobody leads",
        ]
        guard seesSigns else { return cells }
        return cells + [
          "\(row.signs.joined(separator: "; "))", "\(row.agencies.joined(separator: "; "))",
        ]
      }
    ).stacked.markup
  }
}
