import Reports

extension Stage {
  /// Writes the pages and tables that people open.
  static let reports = Stage(name: "reports", title: "Write the reports") { work in
    var context = try ReportContext(
      work.pipeline.definition, run: work.plan.name, &work.file, gathered: work.gathered)
    if var previous = try PreviousIdentity(work), let run = work.plan.basis.previous?.run {
      try previous.withFile { file in try context.compare(with: run, &file) }
    }
    for file in try RunReports.files(for: &work.file, in: context) {
      try work.write(
        try file.written(in: work.folder, created: work.plan.asOf), to: file.path)
    }
    work.counts["files"] = work.outputs.count
  }
}
