/// `kindred wobbles`: the families of which concern is seen now and was not before.
struct WobblesRequest: CommandRequest, Equatable {
  /// The run to compare with; nothing for the one before the live run.
  var since: String?
  var workspace: String
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "wobbles",
    group: .look,
    abstract: "List the families of which concern is new since the last run",
    discussion: [
      """
      The list that a navigator starts the day with: each family with the signs that show the \
      concern, its date, the tier of need, who knows the family already, and whether somebody \
      leads. Without an earlier run it lists all.
      """,
      """
      Families that refused or withdrew their consent to early help are counted and not listed. \
      No name or address is shown; 'kindred journey' and 'kindred family' explain one family.
      """,
    ],
    positionals: [],
    options: [
      Option(
        name: "since", value: OptionValue("RUN", .text),
        help: "The run to compare with, by the first letters of its name. Otherwise the one before."
      ),
      .workspace, .format,
    ],
    examples: [Example("kindred wobbles", "Today's list.")],
    exitNotes: [
      ExitNote(.done, "Listed, even if there is none."),
      ExitNote(.dataRefused, "The run followed no journeys."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    since = arguments.text("since")
    workspace = surroundings.workspace(for: arguments)
    format = OutputFormat(arguments)
  }
}
