/// What somebody decided about two records, by the entry of the ledger.
///
/// Splitting a record off a person is a decision `apart` for each record that it is split from.
struct PersonDecision: Hashable, Sendable {
  /// What was decided.
  enum Ruling: Hashable, Sendable {
    /// The two records are one person.
    case together
    /// The two records are two people.
    case apart
  }

  /// The number of the ledger's entry.
  var number: Int32
  var ruling: Ruling
  /// The keys of the two records.
  var left: Int64
  var right: Int64
}
