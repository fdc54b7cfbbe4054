public import Vocabulary

extension CriteriaPack {
  /// The pack as a page in Markdown: wording, source and reading of each rule, with its examples.
  public func page(_ vocabulary: FactVocabulary) -> String {
    PackDocument(pack: self, words: RuleWords(pack: self, vocabulary: vocabulary)).text
  }
}

/// Writes a pack's page.
private struct PackDocument {
  let pack: CriteriaPack
  let words: RuleWords

  var text: String {
    var lines = [
      "# \(pack.title)", "",
      "<!-- Made from pipelines/criteria/\(pack.name).yaml: change that file, not this page. -->",
      "",
      pack.about, "",
      "| | |", "|---|---|",
      "| Pack | `\(pack.name)`, version \(pack.version) |",
      "| In force | \(Spoken.days(pack.inForce)) |",
      "| Source | \(pack.source) |",
      "| Decides | \(title(of: pack.eligibility)) |",
      "| A source may be behind by | \(pack.lag) days |",
      "| The last terms are | \(pack.terms == .completed ? "those that were complete at the date" : "those up to the date, with the term that runs") |",
      "",
    ]
    for criterion in pack.criteria { lines += section(criterion) }
    return lines.joined(separator: "\n")
  }

  private func title(of name: String?) -> String {
    guard let name, let place = pack.place(of: name) else { return "nothing by itself" }
    return "«\(pack.criteria[place].title)» (`\(name)`)"
  }

  private func section(_ criterion: Criterion) -> [String] {
    var lines = ["## \(criterion.title)", "", "`\(criterion.name)`", ""]
    lines += ["> \(criterion.wording)", ""]
    lines += ["\(criterion.source). \(criterion.confidence.sentence)", ""]
    if let note = criterion.note { lines += [note, ""] }
    lines += words.lines(criterion.rule) + [""]
    guard !criterion.examples.isEmpty else { return lines }
    lines += ["| example | date | comes to |", "|---|---|---|"]
    lines += criterion.examples.map {
      "| \($0.title) | \($0.date.iso) | \($0.expected.title) |"
    }
    return lines + [""]
  }
}
