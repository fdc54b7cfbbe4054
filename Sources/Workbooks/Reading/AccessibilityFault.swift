/// Something in a workbook's file that keeps some people from reading it.
///
/// The kinds are the essential items of the Government Analysis Function's checklist that a program can see. Whether
/// colour alone carries meaning, and whether words are plain, only a person can tell.
public struct AccessibilityFault: Hashable, Sendable {
  /// The kinds of fault.
  public enum Kind: String, Sendable, CaseIterable {
    /// The document has no title, subject or author.
    case missingProperty = "missing-property"
    /// Two sheets have one name, but for capitals.
    case repeatedSheetName = "repeated-sheet-name"
    /// A sheet has nothing on it.
    case blankSheet = "blank-sheet"
    /// A sheet, a row or a column is hidden.
    case hidden
    /// A1 has no title.
    case missingTitle = "missing-title"
    /// Data stand outside every table that is marked up.
    case tableNotMarkedUp = "table-not-marked-up"
    /// A table does not begin in column A.
    case tableNotAtLeft = "table-not-at-left"
    /// A table has no row of headings, or more than one.
    case headingRows = "heading-rows"
    /// A table's heading is empty or not what its cell says.
    case heading
    /// A row or a column of a table is empty.
    case blankRowOrColumn = "blank-row-or-column"
    /// A table has empty cells and no line above it says what they mean.
    case unexplainedEmptyCells = "unexplained-empty-cells"
    /// Cells are merged.
    case mergedCells = "merged-cells"
    /// A text in a table cannot wrap.
    case textNotWrapped = "text-not-wrapped"
    /// A mark such as `*` stands for a note; notes are written `[note 1]`.
    case symbolForNote = "symbol-for-note"
    /// A cell shows the address of a link and not what it leads to.
    case bareLink = "bare-link"
    /// A header or a footer holds what screen readers pass over.
    case headerOrFooter = "header-or-footer"
    /// A picture, a box or a comment floats over the cells.
    case floatingObject = "floating-object"
    /// The cursor does not stand in A1.
    case cursorNotInA1 = "cursor-not-in-a1"
    /// There is a formula, a macro or a link to another file.
    case notValuesAlone = "not-values-alone"

    /// What is asked for, in a sentence.
    public var rule: String {
      switch self {
      case .missingProperty: "The document's properties name its title, subject and author."
      case .repeatedSheetName: "Each sheet has a name of its own."
      case .blankSheet: "No sheet is blank."
      case .hidden: "No sheet, row or column is hidden."
      case .missingTitle: "Each sheet has its title in A1."
      case .tableNotMarkedUp: "All data stand in tables that are marked up as such."
      case .tableNotAtLeft: "Tables begin in column A."
      case .headingRows: "Each table has one row of headings."
      case .heading: "Each column has a heading, and it is what the cell says."
      case .blankRowOrColumn: "No row and no column of a table is empty."
      case .unexplainedEmptyCells: "A line above the table says what empty cells mean."
      case .mergedCells: "No cells are merged or split."
      case .textNotWrapped: "Text in tables wraps."
      case .symbolForNote: "Notes are marked as in [note 1], not by symbols."
      case .bareLink: "A link's text says where it leads."
      case .headerOrFooter: "Nothing stands in headers or footers."
      case .floatingObject: "Nothing floats over the cells."
      case .cursorNotInA1: "The cursor stands in A1."
      case .notValuesAlone: "There are values alone: no formulas, macros or links to other files."
      }
    }
  }

  /// What kind of fault it is.
  public var kind: Kind
  /// The sheet's name; empty where it is the workbook as a whole.
  public var sheet: String
  /// The cell or the cells; nil where it is about all.
  public var place: String?

  /// States a fault.
  public init(_ kind: Kind, sheet: String = "", place: String? = nil) {
    self.kind = kind
    self.sheet = sheet
    self.place = place
  }
}
