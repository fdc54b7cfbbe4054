/// Where the records of a block went, and what was wrong with them.
struct BlockAccount: Sendable {
  /// Where they went.
  var records = ExtractAccount()
  /// What was wrong with rows and cells, as far as the block alone can tell.
  var tally = ProblemTally()
  /// Whether the last record broke off: too few cells, an open quotation mark, half a character.
  var endsRagged = false
  /// The line of the first row that looks like a header of other columns.
  var otherHeaderLine: Int?
  /// The values that should be each row's own, in their order: whether they are, the blocks before tell.
  var ownValues: [OwnValue] = []

  /// A value of a column in which no value should come twice.
  struct OwnValue: Sendable {
    /// The column's number in the contract.
    var column: Int
    /// The value's hash, which is not 0.
    var hash: UInt64
    /// The line of its row, or nil where the row was not accepted.
    var line: Int?
  }

  /// Takes everything out, and keeps the room.
  mutating func removeAll() {
    records = ExtractAccount()
    tally = ProblemTally()
    endsRagged = false
    otherHeaderLine = nil
    ownValues.removeAll(keepingCapacity: true)
  }
}
