/// `kindred cohort`: who is in the programme, and what happened to families there.
struct CohortRequest: CommandRequest, ProgrammeRequest, Equatable {
  /// What is to be done.
  enum Action: String, CaseIterable {
    case list, funnel, identify, confirm, attach, lead, assess, plan, work, consent, basis, progress
    case problem, nominate, accept
    case turnDown = "turn-down"
    case achieve, close, decline
    case moveOut = "move-out"
    case `import`
  }

  var action: Action
  /// The family, or the file that is imported.
  var subject: String?
  var asked: ProgrammeArguments

  private static let valueOptions = [
    ("area", "AREA", "The area whose group looks after the family."),
    ("agency", "AGENCY", "The agency that leads."),
    ("professional", "REF", "The staff reference of the professional who leads."),
    ("delivery", "AGENCY", "Who provides the work where it is passed on."),
    ("pack", "PACK", "The criteria pack by which the family was found eligible."),
    ("criteria", "LIST", "The criteria that were met at attachment, with commas between."),
    ("local-concern", "NAME", "The local concern that the pack asks for."),
    ("service", "WORD", "Consent to be worked with, or the service nominated to."),
    ("evaluation", "WORD", "Consent to the evaluation: given, refused or withdrawn."),
    ("element", "NAME", "The element of a scheme on which there is progress."),
    ("reference", "REF", "What shows it: a review, a notice, an agreement."),
    ("name", "NAME", "The problem that came up, or the result that was reached."),
    ("reason", "REASON", "Why the work ended, from the programme's list."),
    ("to", "AUTHORITY", "Where the family moved to."),
    ("status", "STATUS", "Only families that stand there."),
  ]

  static let specification = CommandSpecification(
    name: "cohort",
    group: .programme,
    abstract: "Say who is in the programme, and what happened to families there",
    discussion: [
      """
      A family is identified, confirmed by somebody, attached, worked with, and closed. Each step is \
      an entry in the ledger, with a day and a name; what does not follow on where the family stands \
      is refused, and nothing is written.
      """,
      """
      'list' shows the families that people entered and where they stand; 'funnel' counts families at \
      each step up to '--on', with those that the live run puts forward. Nothing is entered of a day \
      that is still to come. 'import' reads a CSV file with a family a row: \
      family, area, identified, confirmed, confirmed_by, attached, agency, professional, \
      delivery_agency, assessed, planned, service_consent, evaluation_consent, lawful_basis, pack, \
      pack_version, criteria, local_concern. Every line at fault is told, and none is entered then.
      """,
    ],
    positionals: [
      Positional(
        name: "ACTION", kind: .choice(Action.allCases.map(\.rawValue)),
        help: "What to do: \(Action.allCases.map(\.rawValue).joined(separator: ", "))."),
      Positional(
        name: "FAMILY", kind: .text, isRequired: false,
        help: "The family's id, sixteen digits; or the file to import."),
    ],
    options: ProgrammeOptions.common
      + ProgrammeOptions.texts(valueOptions) + [.format],
    examples: [
      Example("kindred cohort list", "Every family of the programme."),
      Example(
        "kindred cohort confirm 0123456789abcdef --by mary --on 2013-06-03",
        "A named person confirms a family."),
      Example("kindred cohort import families.csv --by ann", "A cohort kept elsewhere."),
    ],
    exitNotes: [
      ExitNote(.done, "Shown, or entered."),
      ExitNote(.dataRefused, "A rule refuses it; nothing was entered."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    guard let action = Action(rawValue: arguments.required("ACTION")) else {
      preconditionFailure("the parser lets no other word pass")
    }
    self.action = action
    subject = arguments.text("FAMILY")
    asked = ProgrammeArguments(arguments, in: surroundings, texts: Self.valueOptions.map(\.0))
  }
}
