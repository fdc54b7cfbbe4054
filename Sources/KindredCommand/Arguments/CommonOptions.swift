/// Options that mean the same wherever they appear.
extension Option {
  /// Asks for the command's help; every command takes it.
  static let help = Option(
    name: "help", short: "h", help: "Show this help and do nothing else.")

  static let workspace = Option(
    name: "workspace", value: OptionValue("DIR", .path),
    help: """
      The folder that holds the runs and the ledger. Without it, the variable KINDRED_WORKSPACE; \
      without that, ./workspace.
      """)

  static let asOf = Option(
    name: "as-of", value: OptionValue("DATE", .day),
    help: """
      The date at which every rule is judged, as 2013-07-22. Without it, yesterday in London. \
      Give it to run an earlier night again.
      """)

  static let threads = Option(
    name: "threads", value: OptionValue("N", .number(1...256)),
    help: "How many parts to work on at once. Without it, one for each core.")

  static let extracts = Option(
    name: "extracts", value: OptionValue("DIR", .path),
    help: "Read the extracts in this folder, not in the one that the pipeline names.")

  static let format = Option(
    name: "format", value: OptionValue("text|json", .choice(["text", "json"])),
    help: "Text for reading (without it), or JSON for other programs.")

  static let logFormat = Option(
    name: "log-format", value: OptionValue("text|json", .choice(["text", "json"])),
    help: "How messages are written: lines for reading (without it), or one JSON object a line.")

  static let quiet = Option(
    name: "quiet", short: "q", help: "Say nothing but warnings and errors.")

  static let verbose = Option(
    name: "verbose", short: "v", help: "Say more: every stage, file and reused checkpoint.")
}

extension Conflict {
  static let quietAndVerbose = Conflict("quiet", "verbose")
}
