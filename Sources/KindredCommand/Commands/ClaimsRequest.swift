import Vocabulary

/// `kindred claims`: what is claimed in which window, and the life of each claim.
struct ClaimsRequest: CommandRequest, ProgrammeRequest, Equatable {
  /// What is to be done.
  enum Action: String, CaseIterable {
    case windows, status, prepare, complete, sample, audit, sign, submit, pay, reject, amend
    case withdraw, explain, reconcile, changes, forecast, export, pack, register, form
    case evaluation, check
    case noteElsewhere = "note-elsewhere"
  }

  var action: Action
  /// The claims, or the families to prepare claims for.
  var subjects: [String]
  var asked: ProgrammeArguments
  var seed: Int?
  var since: Day?
  var isNamed: Bool
  var isFailed: Bool
  var acceptsRest: Bool

  private static let valueOptions = [
    ("window", "WINDOW", "The claim window: 2013-07."),
    ("scheme", "SCHEME", "The scheme: tf1-2012. Without it, the only one that the window takes."),
    ("result", "RESULT", "The main result to claim. Without it, the one that pays most."),
    ("role", "ROLE", "As what you sign: manager or auditor."),
    ("origin", "WORDS", "For 'note-elsewhere': another council, or the phase before."),
    ("reason", "WORDS", "Why, for who reads it later; name nobody in it."),
  ]

  static let specification = CommandSpecification(
    name: "claims",
    group: .programme,
    abstract: "Prepare, audit, sign, submit and reconcile claims",
    discussion: [
      """
      A claim is prepared from the live run, completed where nothing is missing, audited by itself or \
      with its window's sample, signed by a manager and an auditor, and submitted in its window; then \
      it is locked. What does not follow on where a claim stands is refused with the reason, and \
      nothing is written. Nobody is ever claimed twice: 'note-elsewhere' notes families that another \
      council or an earlier phase has claimed, so that these bar as well.
      """,
      """
      'sample' needs --seed, so that anybody can draw the same sample again. 'audit' takes claims, or \
      --accept-rest with a window once its sample holds. 'submit' and 'export' write the claim file \
      and its description, 'pack' the evidence of each claim as a page to be read and printed, for \
      machines, and as a table of rows. 'register' writes the window's claims as a workbook with a \
      covering summary to be signed, 'form' the auditor's form for the sample. 'reconcile' fails if a \
      line does not add, and with --out writes its sheet and the way from the last window, claim by \
      claim. 'evaluation' writes the national return, under pseudonyms unless --named is said. 'check' \
      makes the digest of evidence again from the .json that 'pack' wrote, wherever that is now.
      """,
    ],
    positionals: [
      Positional(
        name: "ACTION", kind: .choice(Action.allCases.map(\.rawValue)),
        help: "What to do: \(Action.allCases.map(\.rawValue).joined(separator: ", "))."),
      Positional(
        name: "CLAIM", kind: .text, isRequired: false, isRepeatable: true,
        help:
          "Claims, as C00042; for 'prepare' and 'note-elsewhere', families; for 'check', files. Without them, all of the window."
      ),
    ],
    options: ProgrammeOptions.common
      + ProgrammeOptions.texts(valueOptions) + [
        Option(
          name: "seed", value: OptionValue("N", .number(0...Int.max)),
          help: "The seed of the sample."),
        Option(
          name: "since", value: OptionValue("DATE", .day), help: "Changes after this day."),
        Option(
          name: "out", value: OptionValue("DIR", .path),
          help: "Where files are written. Without it, claims/ in the workspace."),
        Option(name: "named", help: "The evaluation's return with names and numbers of people."),
        Option(name: "failed", help: "The audit did not pass; --reason says why."),
        Option(
          name: "accept-rest", help: "Accept what was not drawn, once the window's sample holds."),
        .format,
      ],
    conflicts: [Conflict("failed", "accept-rest")],
    examples: [
      Example("kindred claims windows", "When claims are taken, and how many there were."),
      Example(
        "kindred claims sample --window 2013-07 --seed 42 --by oscar", "Draw the audit's sample."),
      Example(
        "kindred claims reconcile --window 2013-07", "Whether everything adds up: exit 0 or 65."),
      Example(
        "kindred claims pack C00042 --out packs", "What a spot check asks about, for one claim."),
      Example(
        "kindred claims check packs/C00042.json", "Whether evidence is what was claimed by."),
    ],
    exitNotes: [
      ExitNote(.done, "Shown, entered or written."),
      ExitNote(.dataRefused, "A rule refuses it, or a line does not add; nothing was entered."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    guard let action = Action(rawValue: arguments.required("ACTION")) else {
      preconditionFailure("the parser lets no other word pass")
    }
    self.action = action
    subjects = arguments.texts("CLAIM")
    asked = ProgrammeArguments(
      arguments, in: surroundings, texts: Self.valueOptions.map(\.0) + ["out"])
    seed = arguments.number("seed")
    since = arguments.day("since")
    isNamed = arguments.has("named")
    isFailed = arguments.has("failed")
    acceptsRest = arguments.has("accept-rest")
  }
}
