import Disk
import Glibc
import Reports
import Vocabulary
import Workbooks

extension ReportFile {
  /// The bytes that go to the disk; a workbook says that it was made at the beginning of the run's day.
  ///
  /// A workbook that cannot be put together is a fault of the disk, told as every other with the path of the file.
  func written(in folder: Path, created day: Day) throws -> [UInt8] {
    switch content {
    case .bytes(let bytes): return bytes
    case .workbook(let workbook):
      let seconds = Int(day.daysSince1970) * 86_400
      do throws(WorkbookError) {
        return try workbook.bytes(temporaryFolder: folder.text, created: seconds)
      } catch {
        let path = folder.joining(self.path)
        switch error {
        case .system(let operation, let number): throw DiskError(operation, path, number: number)
        case .cutShort: throw DiskError("write", path, number: ENOSPC)
        case .problems, .library: throw error
        }
      }
    }
  }
}
