import Vocabulary

/// `kindred synth`: an invented council, with its truth.
struct SynthRequest: CommandRequest, Equatable {
  var people: Int
  var seed: Int
  var output: String

  /// The day up to which extracts are made; nothing for the built-in one.
  var asOf: Day?

  /// The settings file of the error rates; nothing for the built-in ones.
  var errors: String?

  /// Of how many families with children one is troubled.
  var familiesPerTroubledFamily: Int

  static let specification = CommandSpecification(
    name: "synth",
    group: .make,
    abstract: "Invent a council: its agencies' extracts, and the truth",
    discussion: [
      """
      Writes an extract for every agency, in the shapes and with the faults that real exports \
      have, and beside them the truth: who each row is about, which people are a family and \
      from when to when, and what happened. Nobody in it exists.
      """,
      """
      The same options give the same bytes on every machine. The folder has to be empty or new.
      """,
    ],
    options: [
      Option(
        name: "people", value: OptionValue("N", .number(1...100_000_000)), isRequired: true,
        help: "How many residents, as 2000 or 1_000_000."),
      Option(
        name: "seed", value: OptionValue("S", .number(0...Int.max)), isRequired: true,
        help: "The whole number from which every choice follows."),
      Option(
        name: "out", value: OptionValue("DIR", .path), isRequired: true,
        help: "The folder to write to."),
      Option(
        name: "as-of", value: OptionValue("DATE", .day),
        help: "The day up to which extracts are made. Without it, 2013-07-22."),
      Option(
        name: "errors", value: OptionValue("FILE", .path),
        help: "A settings file with the rate of each kind of fault. Without it, the built-in rates."
      ),
      Option(
        name: "troubled", value: OptionValue("N", .number(1...1_000_000)),
        help: "One family with children in N is troubled. Without it, one in 60."),
      .quiet, .verbose,
    ],
    conflicts: [.quietAndVerbose],
    examples: [
      Example("kindred synth --people 2000 --seed 7 --out /tmp/council", "A small council."),
      Example(
        "kindred synth --people 1_000_000 --seed 1 --out /data/big",
        "A large one, to see how a machine copes."),
    ],
    exitNotes: [
      ExitNote(.done, "Written, all of it."),
      ExitNote(.cannotCreate, "The folder is not empty, or cannot be made."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    people = arguments.requiredNumber("people")
    seed = arguments.requiredNumber("seed")
    output = arguments.required("out")
    asOf = arguments.day("as-of")
    errors = arguments.text("errors")
    familiesPerTroubledFamily = arguments.number("troubled") ?? 60
  }
}
