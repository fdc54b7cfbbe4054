import Reports

extension Stage {
  /// Writes the pages and tables that people open.
  static let reports = Stage(name: "reports", title: "Write the reports") { work in
    for file in try RunReports.files(for: &work.file) {
      try work.write(file.bytes, to: file.path)
    }
    work.counts["files"] = work.outputs.count
  }
}
