/// `kindred journey`: one family's way through the services.
struct JourneyRequest: CommandRequest, Equatable {
  /// A family's id, or that of somebody in it.
  var id: String
  var workspace: String
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "journey",
    group: .look,
    abstract: "Follow a family: signs, earliest concern, what was missed, costs",
    discussion: [
      """
      Prints when concern was first seen and by which signs, how long before the first plan or \
      statutory event that was, which opportunities were missed in between and who knew what, the \
      timeline, what each agency had to do with the family, and what it cost as far as that is \
      known. Dates are as exact as they were told.
      """,
      """
      Names are shown: use it where you may see them. Facts from the benefits system never are. \
      The lists of all families are in the folder 'journeys' of the run.
      """,
    ],
    positionals: [
      Positional(
        name: "FAMILY", kind: .text,
        help: "The family's id, as in run.db or the reports, or the id of a person in it.")
    ],
    options: [.workspace, .format],
    examples: [
      Example("kindred journey 00f3a9c1d27be604", "The family's journey until the live run's day.")
    ],
    exitNotes: [
      ExitNote(.done, "Printed."), ExitNote(.dataRefused, "There is no such family."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    id = arguments.required("FAMILY")
    workspace = surroundings.workspace(for: arguments)
    format = OutputFormat(arguments)
  }
}
