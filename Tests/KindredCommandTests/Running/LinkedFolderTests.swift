import Disk
import TestSupport
import Testing

/// The built program where links lead to its folders, as they do where /srv lies on another disk.
@Suite struct LinkedFolderTests {
  @Test func `workspace, pipeline and extracts may be reached by links`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: "\(folder)/real")
      try makeLink("\(folder)/council", to: "real")
      try makeLink("\(folder)/extracts", to: "real/sample-data/extracts")
      try Files.createFolder(council.workspace)
      try makeLink("\(folder)/kept", to: council.workspace.text)
      for workspace in ["\(folder)/council/elsewhere", "\(folder)/kept"] {
        let place = "--workspace \(workspace)"
        for command in [
          "run \(folder)/council/pipelines/solentshire --as-of 2013-07-22 "
            + "--extracts \(folder)/extracts \(place)",
          "runs \(place)", "verify \(place)", "ledger verify \(place)", "review next \(place)",
          "ledger backup \(folder)/council/backup-\(workspace.utf8.count) \(place)",
          "doctor \(place)",
        ] {
          let answer = try council.kindred(command)
          #expect(answer.status == 0, "\(command): \(answer.errors)")
        }
      }
    }
  }
}
