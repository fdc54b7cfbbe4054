import Glibc

extension Workbook {
  /// The workbook as the bytes of an .xlsx file; the same workbook gives the same bytes.
  ///
  /// `created` is counted in seconds from 1970-01-01 and stands in the document's properties. The library puts the parts
  /// together in files without names, in memory where the system has a folder for that and else in `temporaryFolder`. It
  /// does not notice where one of them is cut short by a full disk, so the result is read back before it is given out.
  public func bytes(temporaryFolder: String, created: Int) throws(WorkbookError) -> [UInt8] {
    try bytes(partsIn: Self.memoryFolder ?? temporaryFolder, created: created)
  }

  func bytes(partsIn folder: String, created: Int) throws(WorkbookError) -> [UInt8] {
    let problems = self.problems
    guard problems.isEmpty else { throw .problems(problems) }
    let memory = try MemoryFile()
    try Self.requireWritable(folder)
    var file = try WorkbookFile(path: memory.path, temporaryFolder: folder)
    try file.describe(self, created: created)
    for (number, sheet) in sheets.enumerated() { try file.add(sheet, number: number + 1) }
    try file.close()
    try checkWhole(at: memory.path)
    return try memory.contents()
  }

  /// The folder of files in memory; nil where the system has none.
  private static let memoryFolder: String? = {
    let folder = "/dev/shm"
    return unsafe access(folder, W_OK | X_OK) == 0 ? folder : nil
  }()

  /// Fails with the system's reason, which the library would only print.
  private static func requireWritable(_ folder: String) throws(WorkbookError) {
    guard unsafe access(folder, W_OK | X_OK) == 0 else {
      throw .system(operation: "access", number: errno)
    }
  }

  /// Reads the file back and compares what is in it with what was to be written.
  private func checkWhole(at path: String) throws(WorkbookError) {
    let reading: WorkbookReading
    do throws(WorkbookReadingError) {
      reading = try WorkbookReading(path: path)
    } catch {
      throw .cutShort
    }
    let expected = sheets.map { sheet in
      sheet.textRows + sheet.columns.count
        + sheet.rows.reduce(0) { $0 + $1.count { !$0.isEmpty } }
    }
    guard reading.sheets.map(\.filledCells) == expected else { throw .cutShort }
  }
}
