extension Workbook {
  /// Writes the workbook into a new file; the same workbook gives the same bytes.
  ///
  /// `created` is counted in seconds from 1970-01-01 and stands in the document's properties. Whatever the library
  /// needs for the time being lies in `temporaryFolder`, so that nothing is left in a folder that others can read.
  public func write(
    to path: String, temporaryFolder: String, created: Int
  ) throws(WorkbookError) {
    let problems = self.problems
    guard problems.isEmpty else { throw .problems(problems) }
    var file = try WorkbookFile(path: path, temporaryFolder: temporaryFolder)
    try file.describe(self, created: created)
    for (number, sheet) in sheets.enumerated() { try file.add(sheet, number: number + 1) }
    try file.close()
  }
}
