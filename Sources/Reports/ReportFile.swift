public import Workbooks

/// One file of a run's reports.
public struct ReportFile: Hashable, Sendable {
  /// What is in a file.
  public enum Content: Hashable, Sendable {
    /// These bytes.
    case bytes([UInt8])
    /// A workbook, which whoever writes the file puts together.
    case workbook(Workbook)
  }

  /// Where it goes, as seen from the run's folder, such as `reports/index.html`.
  public let path: String
  /// What is in it.
  public let content: Content

  /// The file's bytes; none where it is a workbook.
  public var bytes: [UInt8] {
    if case .bytes(let bytes) = content { bytes } else { [] }
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  init(path: String, workbook: Workbook) {
    self.path = path
    content = .workbook(workbook)
  }

  init(path: String, page: Markup) {
    self.init(path: path, bytes: page.bytes)
  }
}
