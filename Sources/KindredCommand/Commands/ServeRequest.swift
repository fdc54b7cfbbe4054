/// `kindred serve`: the review application.
struct ServeRequest: CommandRequest, Equatable {
  var workspace: String
  var port: Int
  var address: String
  var hosts: [String]
  var certificate: String?
  var key: String?
  var proxyHeader: String?
  var proxySecret: String?
  var threads: Int?

  /// The port without another; one that few other programs use.
  static let usualPort = 8470

  static let specification = CommandSpecification(
    name: "serve",
    group: .browser,
    abstract: "Serve the review application: families, claims and decisions",
    discussion: [
      """
      Shows the live run of the workspace to whoever signs in, and notes in the ledger what they \
      decide and what they look at. Runs can be published meanwhile: pages change over to the new \
      one as soon as it is ready. Stop it with Ctrl-C; what was decided stays.
      """,
      """
      Accounts are made by 'kindred account add'. The server listens on this machine alone. For \
      any other address it wants a certificate and its key, and the names by which browsers call it.
      """,
      """
      Behind a proxy that signs people in, name the header in which it gives the account, and a \
      file with a secret that it sends as X-Kindred-Proxy.
      """,
    ],
    options: [
      Option(
        name: "port", value: OptionValue("N", .number(0...65_535)),
        help: "The port. Without it, \(usualPort); 0 takes any that is free."),
      .workspace,
      Option(
        name: "address", value: OptionValue("ADDRESS", .text),
        help: "The address to listen at. Without it, 127.0.0.1."),
      Option(
        name: "host", value: OptionValue("NAME", .text), isRepeatable: true,
        help: "A name by which browsers reach the site, with its port if that is another."),
      Option(
        name: "certificate", value: OptionValue("FILE", .path),
        help: "The certificate in PEM, with which the site speaks TLS."),
      Option(name: "key", value: OptionValue("FILE", .path), help: "The certificate's key in PEM."),
      Option(
        name: "proxy-header", value: OptionValue("NAME", .text),
        help: "The header in which a trusted proxy names the account."),
      Option(
        name: "proxy-secret", value: OptionValue("FILE", .path),
        help: "The file with the secret that the proxy sends as X-Kindred-Proxy."),
      .threads,
    ],
    examples: [
      Example("kindred serve", "The live run of ./workspace, at http://127.0.0.1:\(usualPort)."),
      Example("kindred serve --port 9000 --workspace /srv/kindred", "Another port and workspace."),
    ],
    exitNotes: [
      ExitNote(.done, "The server was stopped."),
      ExitNote(.dataRefused, "There is no live run to show."),
      ExitNote(.unavailable, "The port is taken, or the certificate does not fit its key."),
      ExitNote(.configuration, "The address can be reached from elsewhere and nothing encrypts."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    workspace = surroundings.workspace(for: arguments)
    port = arguments.number("port") ?? Self.usualPort
    address = arguments.text("address") ?? "127.0.0.1"
    hosts = arguments.texts("host")
    certificate = arguments.text("certificate")
    key = arguments.text("key")
    proxyHeader = arguments.text("proxy-header")
    proxySecret = arguments.text("proxy-secret")
    threads = arguments.number("threads")
  }
}
