import Store
import Workbooks

/// `kindred lint-xlsx`: the faults of workbooks, file by file.
enum LintWorkbooksHandler {
  static func lint(_ request: LintWorkbooksRequest, _ console: Console) async throws -> ExitCode {
    var isSound = true
    for file in request.files {
      do throws(WorkbookReadingError) {
        let faults = try WorkbookAudit.faults(ofFileAt: file)
        isSound = isSound && faults.isEmpty
        for line in lines(faults, of: file, request.format) { console.print(line) }
      } catch {
        throw CommandFailure(
          .dataRefused, Problem("\(error)", place: Place(file: file)))
      }
    }
    return isSound ? .done : .dataRefused
  }

  private static func lines(
    _ faults: [AccessibilityFault], of file: String, _ format: OutputFormat
  ) -> [String] {
    switch format {
    case .json:
      return faults.map { fault in
        JSONValue.members([
          ("type", .text("workbook-fault")), ("file", .text(file)),
          ("code", .text(fault.kind.rawValue)), ("sheet", .text(fault.sheet)),
          ("place", fault.place.map { .text($0) }), ("rule", .text(fault.kind.rule)),
        ]).line
      }
    case .text:
      guard !faults.isEmpty else { return [Printable.line("\(file): no fault")] }
      return faults.map { fault in
        let sheet = fault.sheet.isEmpty ? "" : ", sheet '\(fault.sheet)'"
        let place = fault.place.map { ", \($0)" } ?? ""
        return Printable.line("\(file)\(sheet)\(place): \(fault.kind.rawValue). \(fault.kind.rule)")
      }
    }
  }
}
