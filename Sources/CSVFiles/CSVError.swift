/// Why one record could not be read; the records after it can.
public struct CSVError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Code: String, Sendable {
    /// A quote stands inside a field without being doubled (strict dialects only).
    case unescapedQuote
    /// A quoted field is never closed, or not within the limits.
    case unclosedQuote
    /// The record has more fields than the limit.
    case tooManyFields
    /// A field has more bytes than the limit.
    case fieldTooLong
    /// The record has more bytes than the limit.
    case recordTooLong
    /// The bytes handed over hold more than one record.
    case severalRecords
    /// The memory ran out.
    case outOfMemory
  }

  /// What kind of failure it is.
  public let code: Code
  /// The byte of the record where reading stopped, counted from 0.
  public let offset: Int

  /// Makes an error of a kind.
  public init(_ code: Code, offset: Int = 0) {
    self.code = code
    self.offset = offset
  }

  /// The failure in a plain sentence.
  public var message: String {
    switch code {
    case .unescapedQuote: "a quote inside a field is not doubled"
    case .unclosedQuote: "a quoted field is never closed"
    case .tooManyFields: "the record has too many fields"
    case .fieldTooLong: "a field is too long"
    case .recordTooLong: "the record is too long"
    case .severalRecords: "the bytes hold more than one record"
    case .outOfMemory: "the memory ran out"
    }
  }

  /// The sentence and the place; nothing of what the file holds.
  public var description: String { "\(message) (byte \(offset) of the record)" }
}
