/// What would make a workbook hard to read for some, or impossible to write.
public struct WorkbookProblem: Hashable, Sendable, CustomStringConvertible {
  /// The kinds of problem, after the essential items of the Government Analysis Function's checklist.
  public enum Kind: String, Sendable, CaseIterable {
    /// The document has no title, subject or author.
    case missingProperty
    /// There are no sheets.
    case noSheets
    /// A sheet has no name, a name that is too long or one with letters that are not allowed.
    case unusableName
    /// Two sheets have one name.
    case repeatedName
    /// A sheet has no title.
    case missingTitle
    /// A sheet has neither a line nor a table.
    case blankSheet
    /// A column has no heading.
    case missingHeading
    /// Two columns of a table have one heading.
    case repeatedHeading
    /// A table has columns and no rows.
    case tableWithoutRows
    /// A row has more or fewer cells than the table has columns.
    case raggedRow
    /// Every cell of a row or of a column is empty.
    case blankRowOrColumn
    /// Some cells are empty and the sheet does not say why.
    case unexplainedEmptyCells
    /// A text is longer than a cell can hold.
    case longText
    /// There are more rows or columns than a sheet has.
    case tooLarge
  }

  /// What kind of problem it is.
  public var kind: Kind
  /// The name of the sheet; empty where it is the workbook as a whole.
  public var sheet: String
  /// The row of the table, or the column's number, from 1, where it is about one.
  public var place: Int?

  /// States a problem.
  public init(_ kind: Kind, sheet: String = "", place: Int? = nil) {
    self.kind = kind
    self.sheet = sheet
    self.place = place
  }

  /// The problem in a line; no content of a cell is in it.
  public var description: String {
    (sheet.isEmpty ? "workbook" : "sheet \(sheet)") + ": \(kind.rawValue)"
      + (place.map { " at \($0)" } ?? "")
  }
}
