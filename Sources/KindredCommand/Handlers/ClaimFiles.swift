import Claims
import Disk
import Pipelines
import Reports
import Vocabulary

/// The files that claims are sent, checked and kept by.
struct ClaimFiles {
  private let counter: ProgrammeCounter
  private let request: ClaimsRequest
  private let console: Console

  init(_ counter: ProgrammeCounter, _ request: ClaimsRequest, _ console: Console) {
    self.counter = counter
    self.request = request
    self.console = console
  }

  private var desk: ProgrammeDesk { counter.desk }

  /// Where files go.
  private var folder: Path {
    request.values["out"].map { Path($0) } ?? desk.workspace.folder.joining("claims")
  }

  /// Writes the claim file of each window and scheme of some claims.
  func export(of claims: [ClaimState]) throws {
    var written: Set<[String]> = []
    for state in claims where written.insert([state.window, state.current.scheme]).inserted {
      guard let scheme = desk.definition.scheme(named: state.current.scheme) else { continue }
      try export(state.window, scheme)
    }
  }

  /// Writes the claim file of the window that is named.
  func export() throws {
    let (window, scheme) = try ClaimsHandler.chosen(counter, request)
    try export(window, scheme)
  }

  /// Writes the claim file of a window, unless a line of its reconciliation does not add.
  private func export(_ window: String, _ scheme: ClaimScheme) throws {
    let sheet = desk.claims.reconciliation(of: window, scheme, desk.definition.windows)
    if let broken = sheet.broken.first {
      throw ProgrammeProblem.refused("no file is written, since \(broken.text)")
    }
    let file = try ClaimFile(
      desk, window: window, scheme: scheme.name, authority: counter.authority)
    try write(file.csv, to: file.name)
    try write(file.metadata, to: "\(file.name)-metadata.json")
    console.print("\(file.count) claims in \(folder.joining(file.name).text)")
  }

  /// Writes the evidence of claims: of those named, or of all of a window.
  func packs() throws {
    let evidence = try desk.evidence(RunKeeper(desk.workspace), counter.pipeline)
    let states = try named()
    for state in states {
      let pack = evidence.pack(
        of: state, configuration: desk.configuration(of: state.locked ?? state.current))
      for file in pack.files(in: "packs") { try write(file.bytes, to: file.path) }
    }
    console.print(
      "\(states.count) claims in \(folder.joining("packs").text): open the pages in a browser.")
  }

  private func named() throws -> [ClaimState] {
    if request.subjects.isEmpty {
      let window = try ProgrammeCounter.needed("window", request.values)
      return desk.claims(in: window, request.values["scheme"])
    }
    return try request.subjects.map { word in
      guard let id = ClaimID(word), let state = desk.claims[id] else {
        throw ProgrammeProblem.refused("there is no such claim")
      }
      return state
    }
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    let path = folder.joining(name)
    try Files.createFolder(path.parent)
    try Files.writeAtomically(bytes, to: path)
  }
}
