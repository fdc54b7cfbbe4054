/// How often a code or a shape came in a column.
public struct ValueCount: Hashable, Sendable {
  /// The code as in the contract, or the shape with `A`, `a` and `9`.
  public var value: String
  /// How often it came.
  public var count: Int
}

/// What the values of one column of an extract look like, without any of them.
public struct ColumnSummary: Hashable, Sendable {
  /// The number of the extract.
  public var extract: Int
  /// Its place in the contract.
  public var number: Int
  /// Its name in the contract.
  public var name: String
  /// Its type in the contract; empty where the file does not say.
  public var type: String
  /// How many cells had a good value.
  public var present: Int
  /// How many said nothing.
  public var absent: Int
  /// How many had a value that is not good.
  public var invalid: Int
  /// About how many different values there were.
  public var different: Int
  /// The least number, or the first day counted from 1970-01-01.
  public var least: Int?
  /// The greatest number, or the last day counted from 1970-01-01.
  public var greatest: Int?
  /// How often each code came, the most frequent first.
  public var codes: [ValueCount]
  /// How often each shape was counted, the most frequent first.
  public var shapes: [ValueCount]

  /// All its cells.
  public var cells: Int { present + absent + invalid }
}
