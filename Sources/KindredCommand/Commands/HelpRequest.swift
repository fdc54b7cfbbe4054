/// `kindred help`: about a command or a topic, or everything in short.
struct HelpRequest: CommandRequest, Equatable {
  /// The command or topic; nothing for the overall help.
  var subject: String?

  static let specification = CommandSpecification(
    name: "help",
    group: .machine,
    abstract: "Explain a command or a topic",
    discussion: ["The topics are \(HelpTopic.allCases.map(\.rawValue).joined(separator: ", "))."],
    positionals: [
      Positional(
        name: "SUBJECT", kind: .text, isRequired: false, help: "The name of a command or a topic.")
    ],
    examples: [
      Example("kindred help run", "About a command; 'kindred run --help' says the same."),
      Example("kindred help exit-codes", "About a topic."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    subject = arguments.text("SUBJECT")
  }
}
