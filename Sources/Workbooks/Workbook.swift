/// A workbook as it is to be written: values on sheets, without formulas, links or macros.
///
/// Its shape is the one that people with a screen reader can use, as the Government Analysis Function asks: each sheet
/// has its title in A1, then what there is to say, then one table that begins in column A and is marked up as one.
public struct Workbook: Hashable, Sendable {
  /// What it is about; the document's title.
  public var title: String
  /// What it is a part of; the document's subject.
  public var subject: String
  /// Who made it; the document's author.
  public var author: String
  /// The sheets in their order.
  public var sheets: [Sheet]

  /// Puts sheets together.
  public init(title: String, subject: String, author: String, sheets: [Sheet]) {
    self.title = title
    self.subject = subject
    self.author = author
    self.sheets = sheets
  }
}

/// One sheet: a title, some lines of text, a table.
public struct Sheet: Hashable, Sendable {
  /// The name on the sheet's tab, up to 31 letters.
  public var name: String
  /// The title in A1.
  public var title: String
  /// What is to be known before the table is read, a line each, in column A.
  public var lines: [String]
  /// Why some cells of the table have nothing in them; needed where any has.
  public var emptyCells: String?
  /// The columns of the table; none where the sheet has only text.
  public var columns: [Column]
  /// The rows of the table.
  public var rows: [[Cell]]

  /// Describes a sheet.
  public init(
    name: String, title: String, lines: [String] = [], emptyCells: String? = nil,
    columns: [Column] = [], rows: [[Cell]] = []
  ) {
    self.name = name
    self.title = title
    self.lines = lines
    self.emptyCells = emptyCells
    self.columns = columns
    self.rows = rows
  }

  /// A column of the table.
  public struct Column: Hashable, Sendable {
    /// The heading, which no other column of the table has.
    public var heading: String
    /// How many letters wide it is.
    public var width: Int

    /// Describes a column.
    public init(_ heading: String, width: Int = 14) {
      self.heading = heading
      self.width = width
    }
  }

  /// What one cell holds.
  public enum Cell: Hashable, Sendable {
    /// A text, which is never taken for a formula.
    case text(String)
    /// A whole number.
    case number(Int)
    /// An amount of money in pence, shown in pounds.
    case pence(Int)
    /// A share in thousandths, shown in per cent with one decimal.
    case thousandths(Int)
    /// A day, counted from 1970-01-01.
    case day(Int)
    /// Nothing: the sheet says what that means.
    case empty
  }
}
