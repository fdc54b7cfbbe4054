import Claims
import Disk
import Pipelines
import Reports
import Vocabulary

/// The files that claims are sent, checked and kept by.
extension ClaimsWork {
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
    let (window, scheme) = try chosen()
    try export(window, scheme)
  }

  /// Writes the claim file of a window, unless a line of its reconciliation does not add.
  private func export(_ window: String, _ scheme: ClaimScheme) throws {
    let sheet = desk.sheet(
      of: window, scheme, try RunKeeper(desk.workspace).reconciledFamilies())
    if let broken = sheet.broken.first {
      throw ProgrammeProblem.refused("no file is written, since \(broken.text)")
    }
    let file = try ClaimFile(
      desk, window: window, scheme: scheme.name, authority: counter.authority)
    try write(file.csv, to: file.name)
    try write(file.metadata, to: file.name + TableDescription.ending)
    console.print("\(Numbers.counted(file.count, "claim")) in \(folder.joining(file.name).text)")
  }

  /// Writes the evidence of claims: of those named, or of all of a window.
  func packs() throws {
    let evidence = try desk.evidence(RunKeeper(desk.workspace), counter.pipeline)
    let states = try named() ?? ofWindow()
    for state in states {
      let pack = evidence.pack(
        of: state, configuration: try desk.configuration(of: state.locked ?? state.current))
      for file in pack.files(in: "packs") { try write(file.bytes, to: file.path) }
    }
    console.print(
      "\(Numbers.counted(states.count, "claim")) in \(folder.joining("packs").text): "
        + "open the pages in a browser.")
  }

  /// Writes the register of a window and its covering summary.
  func register() throws { try write(try picture().register(in: "register")) }

  /// Writes the form on which the auditor notes what became of the sample.
  func auditForm() throws { try write(try picture().auditForm(in: "audit")) }

  /// Writes the reconciliation's sheet, also where a line does not add: that is when it is needed.
  func reconciliation() throws { try write(try picture().reconciliation(in: "reconciliation")) }

  private func picture() throws -> WindowPicture {
    let (window, scheme) = try chosen()
    let families = try RunKeeper(desk.workspace).reconciledFamilies()
    let picture = desk.picture(
      of: window, scheme, families: families, counter.pipeline.definition, on: counter.on)
    guard let picture else { throw ProgrammeProblem.refused("there is no window '\(window)'") }
    return picture
  }

  private func write(_ files: [ReportFile]) throws {
    for file in files {
      try file.write(in: folder, created: counter.on)
      console.print(folder.joining(file.path).text)
    }
  }

  /// Writes the national evaluation's return.
  func evaluation() throws {
    let list = try EvaluationList(
      desk, RunKeeper(desk.workspace), isPseudonymous: !request.isNamed)
    let name =
      "\(counter.authority)_evaluation_\(counter.on.iso)_\(request.isNamed ? "named" : "pseudonymous").csv"
    try write(list.csv, to: name)
    try write(list.metadata(ofFile: name), to: name + TableDescription.ending)
    console.print("\(list.families) families in \(folder.joining(name).text)")
    if list.withdrawn > 0 {
      console.print("\(list.withdrawn) families do not take part and are not in it.")
    }
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    let path = folder.joining(name)
    try Files.createFolder(path.parent)
    try Files.writeAtomically(bytes, to: path)
  }
}
