/// What `kindred --help` says: the commands, grouped by what people come for.
enum OverallHelp {
  static let usage = "kindred COMMAND [ARGUMENTS] [OPTIONS]"

  static func lines(
    for commands: [CommandSpecification], width: Int, styling: Styling
  ) -> [String] {
    var page = HelpPage(width: width, styling: styling)
    page.paragraph(
      """
      Kindred reads the extracts that a council's partner agencies send, finds the people and the \
      families in them, and says which families meet the criteria, with every figure traceable to \
      file and row.
      """)
    page.heading("Usage")
    page.line(usage)
    for group in CommandGroup.allCases {
      let members = commands.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      page.heading(group.rawValue)
      page.table(members.map { (padded($0.name, among: commands), $0.abstract) })
    }
    page.heading("Topics")
    page.table(HelpTopic.allCases.map { (padded($0.rawValue, among: commands), $0.abstract) })
    page.heading("Options")
    page.table([
      (padded("-h, --help", among: commands), "Show this help; after a command, the command's."),
      (padded("--version", among: commands), "Show the version."),
    ])
    page.heading("Environment")
    page.table([
      ("KINDRED_WORKSPACE", "The workspace, where --workspace is not given."),
      ("NO_COLOR", "Set to anything, it turns colour off."),
    ])
    page.paragraph("'kindred help COMMAND' and 'kindred help TOPIC' say more.")
    return page.lines
  }

  /// Names padded alike, so that the columns of all groups stand in one line.
  private static func padded(_ name: String, among commands: [CommandSpecification]) -> String {
    let names = commands.map(\.name) + HelpTopic.allCases.map(\.rawValue) + ["-h, --help"]
    return TextWrapping.pad(name, to: names.map(\.count).max() ?? 0)
  }
}
