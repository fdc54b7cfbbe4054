import Disk
import Store
import YAMLFiles

/// Makes the digests of claims' evidence again from the files that were handed out, and from nothing else.
struct EvidenceChecking {
  private let console: Console
  private let isJSON: Bool

  init(_ request: ClaimsRequest, _ console: Console) {
    self.console = console
    isJSON = request.format == .json
  }

  /// Checks each file; one whose evidence does not hold makes the command fail.
  func check(_ files: [String]) throws -> ExitCode {
    guard !files.isEmpty else {
      throw CommandFailure(
        .usage, Problem("no file is named", advice: "Name what 'pack' wrote, as packs/C00042.json.")
      )
    }
    var holds = true
    for file in files {
      let check = try read(file)
      holds = holds && check.holds
      console.print(isJSON ? json(check, file) : Printable.line("\(file): \(words(check))"))
    }
    return holds ? .done : .dataRefused
  }

  private func read(_ file: String) throws -> EvidenceCheck {
    let bytes = try Files.read(Path(file))
    do throws(YAMLError) {
      if let check = try EvidenceCheck(bytes, name: file) { return check }
    } catch {
      throw CommandFailure(
        .dataRefused, Problem(error.asMistake.what, place: Place(file: file)))
    }
    throw CommandFailure(
      .dataRefused,
      Problem(
        "the file is no evidence of a claim", place: Place(file: file),
        advice: "Give the .json that 'kindred claims pack' wrote."))
  }

  private func words(_ check: EvidenceCheck) -> String {
    guard check.stated == check.found else {
      return "the lines do not have the digest that the file states: \(check.found)"
    }
    guard check.contradictions.isEmpty else {
      return "the lines say otherwise of \(check.contradictions.joined(separator: ", "))"
    }
    return
      "\(check.claim) holds, digest \(check.found), \(check.lines) lines, \(check.hidden) not shown"
  }

  private func json(_ check: EvidenceCheck, _ file: String) -> String {
    JSONValue.members([
      ("file", .text(file)), ("claim", .text(check.claim)), ("holds", .truth(check.holds)),
      ("stated", .text(check.stated)), ("digest", .text(check.found)),
      ("lines", .number(check.lines)), ("hidden", .number(check.hidden)),
      ("contradictions", .texts(check.contradictions)),
    ]).line
  }
}
