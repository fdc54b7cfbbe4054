public import Vocabulary

/// What is known of one extract of a series when the series is judged.
public struct Delivery: Hashable, Sendable {
  /// The file's name.
  public var fileName: String
  /// The day on which it was delivered.
  public var delivered: Day
  /// Whether it was read, and not refused or a second copy.
  public var isRead: Bool
  /// Rows accepted.
  public var accepted: Int
  /// Rows quarantined.
  public var quarantined: Int
  /// Its columns.
  public var columns: [Column]
  /// How many people's records it has that the extract before it has too, and how many it has in all.
  public var peopleInBoth: Int
  /// How many people's records it has.
  public var people: Int

  /// A column of an extract, in counts.
  public struct Column: Hashable, Sendable {
    /// The column's name in the contract.
    public var name: String
    /// Cells with a good value.
    public var present: Int
    /// Cells with none, or with a bad one.
    public var missing: Int
    /// For codes, how often each came.
    public var codes: [String: Int]

    /// Counts a column.
    public init(name: String, present: Int, missing: Int, codes: [String: Int]) {
      self.name = name
      self.present = present
      self.missing = missing
      self.codes = codes
    }
  }

  /// Describes an extract.
  public init(
    fileName: String, delivered: Day, isRead: Bool, accepted: Int, quarantined: Int,
    columns: [Column], peopleInBoth: Int, people: Int
  ) {
    self.fileName = fileName
    self.delivered = delivered
    self.isRead = isRead
    self.accepted = accepted
    self.quarantined = quarantined
    self.columns = columns
    self.peopleInBoth = peopleInBoth
    self.people = people
  }

  /// The rows of data.
  public var rows: Int { accepted + quarantined }
}
