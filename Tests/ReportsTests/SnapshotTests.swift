import FoundationEssentials
import Testing

@testable import Reports

/// The reports of the sample run, kept in files so that a change of them is seen in review, and can be opened.
///
/// RECORD_SNAPSHOTS=1 writes the files anew; such a run fails, so that nobody records by accident.
@Suite struct SnapshotTests {
  @Test func `the reports are as they were`() throws {
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    let reports = try SampleRun.reports()
    for report in reports {
      let path = "\(Self.folder)/\(report.path)"
      if isRecording {
        try record(report, at: path)
      } else {
        try compare(report, with: path)
      }
    }
    #expect(!isRecording, "recorded; run again without RECORD_SNAPSHOTS")
    #expect(Set(reports.map(\.path)) == Set(try recordedPaths()))
  }

  private static let folder =
    #filePath.split(separator: "/").dropLast().reduce(into: "") { $0 += "/\($1)" } + "/Snapshots"

  private func record(_ report: ReportFile, at path: String) throws {
    let folder = path.split(separator: "/").dropLast().reduce(into: "") { $0 += "/\($1)" }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(report.bytes).write(to: URL(filePath: path))
  }

  private func compare(_ report: ReportFile, with path: String) throws {
    let expected = try [UInt8](Data(contentsOf: URL(filePath: path)))
    if report.bytes != expected { Attachment.record(report.bytes, named: report.path) }
    #expect(report.bytes == expected, "\(report.path)")
  }

  private func recordedPaths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: Self.folder)
      .filter { path in [".html", ".csv", ".json"].contains { path.hasSuffix($0) } }
  }
}
