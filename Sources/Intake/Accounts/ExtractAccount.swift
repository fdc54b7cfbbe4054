/// Where every record of an extract went: what was read is what was accepted, quarantined and skipped.
public struct ExtractAccount: Hashable, Sendable {
  /// Why a record is no data, or may not be kept.
  public enum Skipped: String, Hashable, Sendable, CaseIterable {
    /// Before the header.
    case preamble
    case header
    /// The header again, as at the top of each page of a report.
    case repeatedHeader = "repeated-header"
    /// Nothing but delimiters and spaces.
    case blank
    case footer
    /// Someone in the row is on the suppression list.
    case suppressed
  }

  /// How many records the file has.
  public internal(set) var read = 0
  /// How many became facts.
  public internal(set) var accepted = 0
  /// How many are kept as received, with the reason.
  public internal(set) var quarantined = 0
  /// How many were skipped, by reason, in the order of `Skipped.allCases`.
  public internal(set) var skipped = [Int](repeating: 0, count: Skipped.allCases.count)
  /// How many bytes of text the records and their line ends have together.
  public internal(set) var bytes = 0
  /// The total that the file states.
  public internal(set) var statedTotal: Int?
  /// Whether the last record has a line end.
  public internal(set) var endsWithLineEnd = true

  /// How many records were skipped for a reason.
  public subscript(reason: Skipped) -> Int {
    Skipped.allCases.firstIndex(of: reason).map { skipped[$0] } ?? 0
  }

  mutating func skip(_ reason: Skipped) {
    if let index = Skipped.allCases.firstIndex(of: reason) { skipped[index] += 1 }
  }

  /// Adds the account of the records that follow.
  mutating func add(_ next: ExtractAccount) {
    read += next.read
    accepted += next.accepted
    quarantined += next.quarantined
    for index in skipped.indices { skipped[index] += next.skipped[index] }
    bytes += next.bytes
    statedTotal = next.statedTotal ?? statedTotal
    endsWithLineEnd = next.endsWithLineEnd
  }

  /// How many records were skipped for any reason.
  public var skippedInAll: Int { skipped.reduce(0, +) }

  /// The rows of data: what a stated total counts.
  public var dataRows: Int { accepted + quarantined + self[.suppressed] }

  /// Whether every record and every byte is accounted for.
  public func balances(textBytes: Int) -> Bool {
    read == accepted + quarantined + skippedInAll && bytes == textBytes
  }
}
