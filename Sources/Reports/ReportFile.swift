/// One file of a run's reports.
public struct ReportFile: Hashable, Sendable {
  /// Where it goes, as seen from the run's folder, such as `reports/index.html`.
  public let path: String
  /// What is in it.
  public let bytes: [UInt8]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, page: Markup) {
    self.init(path: path, bytes: Array(page.html.utf8))
  }
}
