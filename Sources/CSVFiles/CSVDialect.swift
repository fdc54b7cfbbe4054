/// How a file separates and quotes its fields, and how strictly it is held to that.
public struct CSVDialect: Equatable, Sendable {
  /// What becomes of a quote where no quote may stand.
  public enum Quoting: String, Sendable {
    /// A stray quote is an error of its record, which ends with its line.
    case strict
    /// A stray quote is a character like others, as libcsv takes it when it is not strict.
    case tolerant
  }

  /// The byte between two fields.
  public var delimiter: UInt8
  /// The byte around a quoted field, doubled where it stands for itself.
  public var quote: UInt8
  /// What becomes of a stray quote.
  public var quoting: Quoting

  /// Commas and double quotes, unless other bytes are given.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""),
    quoting: Quoting = .strict
  ) {
    precondition(delimiter != quote, "the delimiter and the quote have to differ")
    precondition(
      ![delimiter, quote].contains { [0x0A, 0x0D, 0x20].contains($0) } && quote != 0x09,
      "a line end or a blank cannot delimit or quote")
    self.delimiter = delimiter
    self.quote = quote
    self.quoting = quoting
  }
}

/// How large a record may be before it is put aside.
public struct CSVLimits: Equatable, Sendable {
  /// The most bytes of a record.
  public var recordBytes = 1 << 20
  /// The most bytes of a field.
  public var fieldBytes = 256 << 10
  /// The most fields of a record.
  public var fields = 2_048
  /// The most lines that one record may run over; a quote left open would swallow the whole file.
  public var recordLines = 100

  /// The limits for extracts as agencies send them.
  public init() {}
}
