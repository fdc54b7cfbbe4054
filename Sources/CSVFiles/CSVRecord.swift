/// One record of a file: where it lies, and whether it is whole.
///
/// Records and their line ends follow each other without a gap, so the next record begins at
/// `offset + byteCount + lineEndByteCount`: that is how a caller shows that nothing was lost.
public struct CSVRecord: Equatable, Sendable {
  /// Whether a record can be parsed.
  public enum State: String, Sendable {
    /// The record ends where its line ends, or at the end of the file.
    case whole
    /// A quote opened in the record is not closed within the limits; the record is its first line,
    /// and the next line begins the next record.
    case unclosedQuote
    /// The record has more bytes than the limit; it runs to the next line end.
    case tooLong
  }

  /// The record's first byte in the file, counted from 0.
  public let offset: Int
  /// How many bytes the record has, without its line end.
  public let byteCount: Int
  /// How many bytes its line end has: 1, 2 (CR LF), or 0 at the end of the file.
  public let lineEndByteCount: Int
  /// The line of the file on which the record begins, counted from 1.
  public let firstLine: Int
  /// How many lines the record runs over.
  public let lineCount: Int
  /// Whether the record can be parsed.
  public let state: State

  /// Throws why the record can't be parsed, if it can't.
  func requireWhole() throws(CSVError) {
    switch state {
    case .whole: break
    case .unclosedQuote: throw CSVError(.unclosedQuote, offset: byteCount)
    case .tooLong: throw CSVError(.recordTooLong, offset: byteCount)
    }
  }
}
