import Vocabulary

/// `kindred family`: who is of a family, as what, since when and why.
struct FamilyRequest: CommandRequest, Equatable {
  /// A family's id, or that of somebody in it.
  var id: String
  /// The day to look at; nothing for the run's.
  var at: Day?
  /// Whether the criteria of the packs are explained too.
  var criteria: Bool
  var workspace: String
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "family",
    group: .look,
    abstract: "Explain a family: who belongs to it, since when, and why",
    discussion: [
      """
      Lists the members on a day with their part, the days, what speaks strongest for each, and \
      what would take them out; then which membership stands on least. Every reason names the \
      file and the line that say it.
      """,
      """
      With --criteria, then every criterion of the packs in a sentence that can be read out, the \
      facts it rests on, and what would change it; what comes from the benefits system decides \
      and is not shown.
      """,
      """
      Names and birth dates are shown: use it where you may see them. Addresses are not.
      """,
    ],
    positionals: [
      Positional(
        name: "ID", kind: .text,
        help: "The family's id, as in run.db or the reports, or the id of a person in it.")
    ],
    options: [
      Option(
        name: "at", value: OptionValue("DATE", .day),
        help: "The day to look at. Without it, the day of the live run."),
      Option(
        name: "criteria",
        help: "Explain which criteria the family meets, too, on the day of the live run."),
      .workspace, .format,
    ],
    examples: [
      Example("kindred family 00f3a9c1d27be604", "The family as it is now."),
      Example("kindred family 00f3a9c1d27be604 --at 2010-12-31", "As it was then."),
      Example("kindred family 00f3a9c1d27be604 --criteria", "And what it meets, and why."),
    ],
    exitNotes: [
      ExitNote(.done, "Explained."), ExitNote(.dataRefused, "There is no such family."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    id = arguments.required("ID")
    at = arguments.day("at")
    criteria = arguments.has("criteria")
    workspace = surroundings.workspace(for: arguments)
    format = OutputFormat(arguments)
  }
}
