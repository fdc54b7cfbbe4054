import Vocabulary

/// The third question: each measure with its windows, counts and coverage.
struct EvidenceResults {
  let pack: EvidencePack

  var markup: Markup {
    """
    <h2 id="results">3. Do the results hold?</h2>
    <p>\(titles.prefix(1).uppercased() + titles.dropFirst()): \(Numbers.pounds(Int(pack.frozen.amount.count))) at the rates of \(pack.frozen.attachmentYear.text), the year of attachment. \
    A time counts as covered where every source that would tell has sent all of it, so that what is not there did not happen.</p>
    \(pack.frozen.elements.map(element))
    """
  }

  private var titles: String {
    Words.list(pack.frozen.results.map { (pack.names.results[$0] ?? $0).lowercasedFirst })
  }

  private func element(_ element: FrozenElement) -> Markup {
    """
    <h3>\(pack.names.elements[element.element] ?? element.element) \(tag(element.answer))</h3>
    \(asked(element))
    \(element.reasons.map { "<p>Not reached: \($0).</p>" })
    \(missing(element))
    \(table(element))
    """
  }

  private func asked(_ element: FrozenElement) -> Markup {
    guard let words = pack.names.measures[element.element] else { return .nothing }
    return "<p class=\"note\">Asked: \(words)</p>"
  }

  private func missing(_ element: FrozenElement) -> Markup {
    guard element.answer == .cannotTell, !element.missing.isEmpty else { return .nothing }
    var told: [String] = []
    for words in element.missing where !told.contains(words) { told.append(words) }
    return "<p>Missing: \(Words.list(told)).</p>"
  }

  private func tag(_ answer: FrozenElement.Answer) -> Markup {
    switch answer {
    case .achieved: StateTag(word: "Reached", style: "good", icon: .tick).markup
    case .notAchieved: StateTag(word: "Not reached", style: "error", icon: .cross).markup
    case .neutral: StateTag(word: "Neutral", style: "plain", icon: .dash).markup
    case .notRelevant:
      StateTag(word: "Does not concern the family", style: "plain", icon: .dash).markup
    case .cannotTell: StateTag(word: "Cannot tell", style: "warning", icon: .triangle).markup
    }
  }

  private func table(_ element: FrozenElement) -> Markup {
    guard !element.lines.isEmpty else { return .nothing }
    return DataTable(
      id: "element-\(element.element)",
      caption: "Counts, with \(Numbers.counted(element.rows.count, "row")) behind them",
      columns: [
        .text("Of whom"), .text("What"), .text("From"), .text("To"), .number("Count"),
        .number("Out of"), .text("Sources"),
      ],
      rows: element.lines.map { line in
        [
          "\(pack.reference(line.person))", "\(Words.sentence(line.name))",
          DayWording.cell(line.days.first.iso), DayWording.cell(line.days.last.iso),
          "\(count: line.count)", line.outOf.map { "\(count: $0)" } ?? "–",
          line.isCovered
            ? StateTag(word: "Covered", style: "good", icon: .tick).markup
            : StateTag(word: "Gap", style: "warning", icon: .triangle).markup,
        ]
      }
    ).markup
  }
}
