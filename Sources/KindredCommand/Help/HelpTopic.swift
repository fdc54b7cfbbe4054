/// Subjects that belong to no single command.
enum HelpTopic: String, CaseIterable, Sendable {
  case exitCodes = "exit-codes"
  case workspace
  case contracts
  case logs

  var abstract: String {
    switch self {
    case .exitCodes: "What each exit code means, and what a scheduler should do"
    case .workspace: "What lies in the workspace, and what may be deleted"
    case .contracts: "How a source is described, and how to add an agency"
    case .logs: "What is logged and measured, and what never is"
    }
  }

  func lines(width: Int, styling: Styling) -> [String] {
    var page = HelpPage(width: width, styling: styling)
    page.paragraph(abstract + ".")
    switch self {
    case .exitCodes: Self.addExitCodes(to: &page)
    case .workspace: Self.addWorkspace(to: &page)
    case .contracts: Self.addContracts(to: &page)
    case .logs: Self.addLogs(to: &page)
    }
    return page.lines
  }
}

extension HelpTopic {
  private static func addExitCodes(to page: inout HelpPage) {
    page.paragraph(
      """
      For the commands that publish, 0 means that the result is live, warnings or not, and no \
      other code does. After any other code, what was live before still is.
      """)
    page.heading("Codes")
    page.table(
      ExitCode.allCases.map { ("\($0.rawValue)", "\($0.meaning) \($0.advice)") })
    page.paragraph(
      """
      A systemd service can use 'RestartForceExitStatus=66 69 75' to try again what passes by \
      itself, and should leave 'SuccessExitStatus' empty.
      """)
  }

  private static func addWorkspace(to page: inout HelpPage) {
    page.paragraph(
      """
      The workspace is the one folder in which Kindred keeps anything. It is named by --workspace, \
      else by the variable KINDRED_WORKSPACE, else it is ./workspace. It holds personal data, so \
      it belongs to the account that runs Kindred and is closed to all others (mode 0700).
      """)
    page.heading("In it")
    page.table([
      ("current", "A link to the live run. Readers go through it; it moves in one step."),
      ("runs/DATE/RUN/", "One run, whole: never changed once it is published."),
      ("  manifest.json", "What went in and what came out, with the digest of every file."),
      ("  run_results.json", "How each stage went."),
      ("  sources.json", "How fresh and how sound each source was."),
      ("  quarantine/", "The quarantined rows, as received, with the reasons."),
      ("  reports/", "What people open."),
      ("  log.jsonl", "The log, without personal data."),
      ("ledger.db", "Decisions, sign-offs and publishes. It only grows, and outlives all runs."),
      ("ledger.head", "How far the ledger had come, to miss what is cut off its end."),
      ("reference.key", "The secret of the references by which others know people and families."),
    ])
    page.paragraph(
      """
      Back up ledger.db, ledger.head and reference.key: nothing else can bring them back. A run \
      that is neither live nor needed for a rollback may be deleted; it can be built again from \
      its extracts, and from the run before it, from which ids are carried on. Delete nothing \
      while a run is going on.
      """)
  }

  private static func addContracts(to page: inout HelpPage) {
    page.paragraph(
      """
      A contract is one YAML file that says for a series of extracts whose they are, by what right \
      they are held, what the files look like, and how a row becomes people and facts. Adding an \
      agency takes a contract, its name in the vocabulary, and no programming.
      """)
    page.heading("What a contract says")
    page.table([
      ("Who", "Agency, owner, lawful basis, gateway, allowed purposes, retention."),
      ("Which files", "A name pattern with the date in it, encoding, separator, header, footer."),
      ("Columns", "Name, other names seen, type, format, required, allowed codes, range."),
      ("How fresh", "warn_after and error_after: how old an extract may be."),
      ("How much", "The usual number of rows, and what share of them may be refused."),
      ("Meaning", "The mentions of people, the facts and the relations that a row states."),
    ])
    page.paragraph(
      """
      A column that the contract does not declare is never stored. A code that it does not list is \
      quarantined and counted, never guessed. An unknown key is an error, with the nearest valid one.
      """)
    page.heading("To add an agency")
    page.line("1. Name it under 'agencies' in pipelines/vocabulary.yaml, with new kinds of fact.")
    page.line("2. Copy the contract nearest to it in pipelines/solentshire/sources.")
    page.line("3. Correct it until 'kindred check PIPELINE' has nothing to say.")
    page.line("4. Look at 'kindred plan PIPELINE', then run.")
  }

  private static func addLogs(to page: inout HelpPage) {
    page.paragraph(
      """
      No name, birth date, address or identifier of a person is ever in a log, a metric or a \
      message. Rows are named by source, file and line. That is tested.
      """)
    page.heading("Where")
    page.table([
      ("standard output", "The result of a command, and nothing else."),
      ("standard error", "Messages and progress. -q keeps warnings and errors; -v says more."),
      ("log.jsonl", "In each run's folder: one JSON object a line, with time, stage and event."),
      ("run_results.json", "In each run's folder: each stage with its status and its time."),
    ])
    page.paragraph(
      """
      On a terminal, progress is a line with an estimate that redraws itself. Elsewhere a line is \
      written each minute, so that a scheduler's log stays short. With --log-format json every \
      message on the standard error is one JSON object a line.
      """)
  }
}
