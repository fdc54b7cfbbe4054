import Reports

extension Stage {
  /// Writes the pages and tables that people open.
  static let reports = Stage(name: "reports", title: "Write the reports") { work in
    let areas = work.pipeline.definition.areas
    let files = try RunReports.files(
      for: &work.file, areas: areas?.table, outlines: areas?.outlines ?? [])
    for file in files {
      try work.write(file.bytes, to: file.path)
    }
    work.counts["files"] = work.outputs.count
  }
}
