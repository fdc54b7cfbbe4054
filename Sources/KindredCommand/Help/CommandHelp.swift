/// The help of one command.
enum CommandHelp {
  static func lines(
    for specification: CommandSpecification, width: Int, styling: Styling
  ) -> [String] {
    var page = HelpPage(width: width, styling: styling)
    page.paragraph(specification.abstract + ".")
    page.heading("Usage")
    page.line(specification.usage)
    specification.discussion.forEach { page.paragraph($0) }
    addArguments(of: specification, to: &page)
    addOptions(of: specification, to: &page)
    addExamples(of: specification, to: &page)
    addExitNotes(of: specification, to: &page)
    return page.lines
  }

  private static func addArguments(of specification: CommandSpecification, to page: inout HelpPage)
  {
    guard !specification.positionals.isEmpty else { return }
    page.heading("Arguments")
    page.table(specification.positionals.map { ($0.name, $0.help) })
  }

  private static func addOptions(of specification: CommandSpecification, to page: inout HelpPage) {
    page.heading("Options")
    page.table((specification.options + [.help]).map { (term(for: $0), $0.help) })
  }

  private static func term(for option: Option) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.value.map { " \($0.placeholder)" } ?? ""
    return short + option.spelling + value
  }

  private static func addExamples(of specification: CommandSpecification, to page: inout HelpPage) {
    guard !specification.examples.isEmpty else { return }
    page.heading("Examples")
    for example in specification.examples {
      page.line(example.line)
      page.note(example.purpose, indent: 6)
    }
  }

  private static func addExitNotes(of specification: CommandSpecification, to page: inout HelpPage)
  {
    guard !specification.exitNotes.isEmpty else { return }
    page.heading("Exit codes")
    page.table(specification.exitNotes.map { ("\($0.code.rawValue)", $0.meaning) })
    page.line("'kindred help exit-codes' lists them all.")
  }
}
