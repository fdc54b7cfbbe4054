import FoundationEssentials
import Testing

@testable import KindredCommand

/// The help as users see it, kept in files so that a change of it is seen in review.
///
/// RECORD_SNAPSHOTS=1 writes the files anew; such a run fails, so that nobody records by accident.
@Suite struct HelpSnapshotTests {
  static let specifications = Backends.everySpecification

  @Test(arguments: specifications.map(\.name))
  func `help of a command`(_ name: String) async throws {
    try compare(await KindredProgram.trial([name, "--help"]).output, with: "help-\(name)")
  }

  @Test(arguments: HelpTopic.allCases.map(\.rawValue))
  func `help on a topic`(_ name: String) async throws {
    try compare(await KindredProgram.trial(["help", name]).output, with: "topic-\(name)")
  }

  @Test func `overall help`() async throws {
    try compare(await KindredProgram.trial(["--help"]).output, with: "help")
  }

  @Test(arguments: Shell.allCases.map(\.rawValue))
  func `completions`(_ shell: String) async throws {
    let script = await KindredProgram.trial(["completions", shell]).output
    try compare(script, with: "completions-\(shell)")
  }

  @Test func `both ways to ask say the same`() async {
    for name in Self.specifications.map(\.name) {
      let one = await KindredProgram.trial([name, "-h"])
      let other = await KindredProgram.trial(["help", name])
      #expect(one == other)
    }
    #expect(await KindredProgram.trial(["--help"]).output == KindredProgram.trial(["help"]).output)
  }

  @Test func `no snapshot is left of what is gone`() throws {
    let names =
      ["help"] + Self.specifications.map { "help-\($0.name)" }
      + HelpTopic.allCases.map { "topic-\($0.rawValue)" }
      + Shell.allCases.map { "completions-\($0.rawValue)" }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(Set(files) == Set(names.map { "\($0).txt" }))
  }

  private static let folder =
    #filePath.split(separator: "/").dropLast().reduce(into: "") { $0 += "/\($1)" } + "/Snapshots"

  private func compare(_ text: String, with name: String) throws {
    let path = "\(Self.folder)/\(name).txt"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).txt; run again without RECORD_SNAPSHOTS")
      return
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    if text != expected { Attachment.record(text, named: "\(name).txt") }
    #expect(text == expected)
  }
}
