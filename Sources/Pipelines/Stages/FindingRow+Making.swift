import Intake
import Store

extension FindingRow {
  /// A problem of a whole file: an error forbids publishing.
  init(_ problem: FileProblem, of fileName: String, _ contract: SourceContract) {
    self.init(
      severity: problem.severity.rawValue, code: problem.code.rawValue, source: contract.name,
      fileName: fileName, column: problem.column.map { contract.columns[$0].name },
      message: problem.code.meaning + (problem.note.map { " (\($0))" } ?? ""),
      remedy: problem.code.remedy)
  }

  /// A file in the folder of extracts that no contract claims.
  static func unclaimed(_ fileName: String) -> FindingRow {
    FindingRow(
      severity: Severity.warning.rawValue, code: "unclaimed-file", source: "",
      fileName: fileName,
      message: "No contract's file name matches this file, or it is a link and not read.",
      remedy: "Correct the name, take the file away, or write a contract for it; "
        + "put the file itself in place of a link.")
  }

  /// A file that the list of the delivery names and that is not in the folder.
  static func undelivered(_ fileName: String) -> FindingRow {
    FindingRow(
      severity: Severity.warning.rawValue, code: "undelivered-file", source: "",
      fileName: fileName, message: "SHA256SUMS names this file, and it is not there.",
      remedy: "Ask for the file, or take its line out of the list.")
  }
}
