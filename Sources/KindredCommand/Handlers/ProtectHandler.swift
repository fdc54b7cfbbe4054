import Disk
import Pipelines

/// `kindred protect`: changes a pipeline's lists of people and addresses.
enum ProtectHandler {
  static func protect(_ request: ProtectRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      guard request.people != nil || request.addresses != nil else {
        throw CommandFailure(
          .usage,
          Problem("nobody and nothing is named", advice: "Give --people FILE or --addresses FILE."))
      }
      let lists = try ProtectionLists.load(request.pipelineFolder)
      if let name = request.people {
        let change = try lists.change(
          people: try bytes(of: name), named: shown(name), asOf: request.asOf,
          removing: request.isRemoval)
        tell(change, "people", request, console)
        if !change.isKeyedBySecret { warnOfNoSecret(console) }
      }
      if let name = request.addresses {
        let change = try lists.change(
          addresses: try bytes(of: name), named: shown(name), removing: request.isRemoval)
        tell(change, "addresses", request, console)
      }
      return .done
    }
  }

  private static func tell(
    _ change: ProtectionChange, _ what: String, _ request: ProtectRequest, _ console: Console
  ) {
    let verb = request.isRemoval ? "removed" : "new"
    console.print(
      "\(change.list): \(change.rows) \(what) given, \(change.changed) lines \(verb), "
        + "\(change.total) in all.")
  }

  private static func warnOfNoSecret(_ console: Console) {
    console.warn(
      Problem(
        "the list is keyed by the council's name alone",
        why: "Whoever has the list can try out whether somebody is on it.",
        advice: "Name a file with a secret in pipeline.yaml, under 'protect: {secret: FILE}'."))
  }

  private static func shown(_ name: String) -> String { name == "-" ? "standard input" : name }

  private static func bytes(of name: String) throws -> [UInt8] {
    try name == "-" ? StandardInput.readAll() : Files.read(Path(name))
  }
}
