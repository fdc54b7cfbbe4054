/// `kindred lint-xlsx`: whether workbooks can be read by everybody.
struct LintWorkbooksRequest: CommandRequest, Equatable {
  var files: [String]
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "lint-xlsx",
    group: .look,
    abstract: "Check that workbooks can be read with a screen reader",
    discussion: [
      """
      Looks into .xlsx files, whoever wrote them, for the essential items of the Government \
      Analysis Function's checklist: tables marked up as tables, one row of headings, no merged \
      cells, no blank rows or columns, empty cells explained, a title in A1, nothing hidden or \
      floating, properties of the document, and values alone.
      """,
      """
      Whether colour alone carries a meaning and whether the words are plain, only a person can \
      tell. The workbooks that Kindred writes pass; this is for those that people changed.
      """,
    ],
    positionals: [
      Positional(name: "FILE", kind: .path, isRepeatable: true, help: "A workbook (.xlsx).")
    ],
    options: [.format],
    examples: [
      Example("kindred lint-xlsx current/reports/*.xlsx", "Every workbook of the live run.")
    ],
    exitNotes: [
      ExitNote(.done, "No fault was found."),
      ExitNote(.dataRefused, "A fault was found, or a file is no workbook."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    files = arguments.texts("FILE")
    format = OutputFormat(arguments)
  }
}
