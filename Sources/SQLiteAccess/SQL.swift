/// One value as SQLite knows it.
public enum SQLValue: Equatable, Hashable, Sendable {
  /// No value.
  case null
  /// A whole number of 64 bits.
  case integer(Int64)
  /// A number with a fraction.
  case real(Double)
  /// Text.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}

/// A piece of SQL whose values are bound and never become part of its text.
///
///     let wanted: SQL = "SELECT name FROM source WHERE id = \(id) AND day >= \(day)"
///
/// An interpolated value is a `?` in the text and a value beside it. Names of tables and columns,
/// which cannot be bound, have to be marked: `\(raw: table)`, and must never come from a file.
public struct SQL: Equatable, Sendable, ExpressibleByStringInterpolation {
  /// The text, with a `?` for each value.
  public private(set) var text: String
  /// The values, in the order of their places.
  public private(set) var values: [SQLValue]

  /// Makes SQL from text without values.
  public init(stringLiteral text: String) {
    self.text = text
    values = []
  }

  /// Makes SQL from a literal's text and values.
  public init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
    values = stringInterpolation.values
  }

  /// Gathers the text and the values of a literal.
  public struct Interpolation: StringInterpolationProtocol {
    var text = ""
    var values: [SQLValue] = []

    /// Starts with room for the text.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    /// Adds text of the literal.
    public mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// Adds a value to bind.
    public mutating func appendInterpolation(_ value: SQLValue) {
      text += "?"
      values.append(value)
    }

    /// Adds a whole number to bind, or null.
    public mutating func appendInterpolation(_ value: Int?) {
      appendInterpolation(value.map { SQLValue.integer(Int64($0)) } ?? .null)
    }

    /// Adds a whole number of 64 bits to bind, or null.
    public mutating func appendInterpolation(_ value: Int64?) {
      appendInterpolation(value.map(SQLValue.integer) ?? .null)
    }

    /// Adds a number with a fraction to bind, or null.
    public mutating func appendInterpolation(_ value: Double?) {
      appendInterpolation(value.map(SQLValue.real) ?? .null)
    }

    /// Adds text to bind, or null.
    public mutating func appendInterpolation(_ value: String?) {
      appendInterpolation(value.map(SQLValue.text) ?? .null)
    }

    /// Adds bytes to bind, or null.
    public mutating func appendInterpolation(_ value: [UInt8]?) {
      appendInterpolation(value.map(SQLValue.blob) ?? .null)
    }

    /// Adds a piece of SQL with its own values.
    public mutating func appendInterpolation(_ piece: SQL) {
      text += piece.text
      values += piece.values
    }

    /// Adds text that becomes SQL as it is, such as a table's name; never text from outside.
    public mutating func appendInterpolation(raw text: String) {
      self.text += text
    }
  }
}
