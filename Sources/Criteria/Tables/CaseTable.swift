/// One of the two tables that tell of families without a run.
enum CaseTable: String, Sendable {
  /// Who is in which family, since when and until when.
  case people
  /// What is known of them.
  case facts

  var heading: [String] {
    switch self {
    case .people: ["family", "person", "role", "born", "since", "until"]
    case .facts: ["family", "person", "kind", "starts", "ends", "part", "whole", "details"]
    }
  }
}

/// Lines that follow each other in a table.
struct TableLines: Sendable {
  let table: CaseTable
  let bytes: [UInt8]
  /// How many lines of the table come before them.
  let before: Int
}

/// The lines of some families in both tables.
public struct CaseTablePiece: Sendable {
  let people: TableLines
  let facts: TableLines
}
