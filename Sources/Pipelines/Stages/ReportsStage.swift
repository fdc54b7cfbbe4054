import Reports

extension Stage {
  /// Writes the pages and tables that people open.
  static let reports = Stage(name: "reports", title: "Write the reports") { work in
    var context = ReportContext(work.pipeline.definition, run: work.plan.name)
    if var previous = try PreviousIdentity(work), let run = work.plan.basis.previous?.run {
      context.before = try previous.withFile { file in try EarlierConcern(run, &file) }
    }
    context.profile = try ProfileGathering(
      definition: work.pipeline.definition, asOf: work.plan.asOf
    ).picture(&work.file)
    for file in try RunReports.files(for: &work.file, in: context) {
      try work.write(
        try file.written(in: work.folder, created: work.plan.asOf), to: file.path)
    }
    work.counts["files"] = work.outputs.count
  }
}
