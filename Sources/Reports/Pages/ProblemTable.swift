import Store

/// What was wrong in a source's extracts, what it means, and what to do about it.
struct ProblemTable {
  let run: RunPicture
  let source: SourcePicture

  var markup: Markup {
    let problems = ProblemPicture.all(of: source)
    guard !source.read.isEmpty || !problems.isEmpty else { return .nothing }
    return """
      <h2>Problems</h2>
      \(problems.isEmpty ? "<p>None was met.</p>" : table(problems))
      """
  }

  private func table(_ problems: [ProblemPicture]) -> Markup {
    DataTable(
      id: "problems", caption: "Problems, those for which rows were quarantined first",
      columns: [
        .text("Problem, and what to do"), .text("Column"), .text("Effect"), .number("Times"),
        .number("Extracts"), .text("Where first, in the newest"),
      ],
      rows: problems.map(row)
    ).markup
  }

  private func row(_ problem: ProblemPicture) -> [Markup] {
    [
      """
      <div class="wide">\(run.meaning(of: problem.code))<small>\(run.remedy(of: problem.code))</small>\
      <small><code>\(problem.code)</code></small></div>
      """,
      problem.column.isEmpty ? "the whole row or file" : "<code>\(problem.column)</code>",
      StateTag.problem(rejects: problem.rejects).markup,
      "\(count: problem.count)",
      "\(count: problem.extracts)",
      """
      <code>\(problem.newestFile)</code>\
      <small>\(Words.lines(problem.firstLines, of: problem.newestCount))</small>
      """,
    ]
  }
}
