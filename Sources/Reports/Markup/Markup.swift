/// A piece of a page, in which text can never become a tag.
///
///     let cell: Markup = "<td>\(fileName)</td>"
///
/// What is written in the literal is HTML. A text put into it is escaped, for its place between tags and for a quoted
/// attribute alike; a piece of markup put into it stays as it is. There is no way to make markup of a text at hand: even
/// the initialisers that literals need take only what the compiler knows to be a literal.
public struct Markup: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The HTML.
  public private(set) var html: String

  /// Makes markup of a literal.
  public init(stringLiteral html: StaticString) {
    self.html = "\(html)"
  }

  /// Makes markup of a literal with texts and pieces of markup in it.
  public init(stringInterpolation: Interpolation) {
    html = stringInterpolation.html
  }

  /// Pieces one after the other, each on a line of its own.
  public init(_ pieces: [Markup]) {
    html = pieces.map(\.html).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Pieces with something between them.
  public init(_ pieces: [Markup], separator: StaticString) {
    html = pieces.map(\.html).joined(separator: "\(separator)")
  }

  /// No markup.
  public static let nothing: Markup = ""
  /// Whether there is nothing in it.
  public var isEmpty: Bool { html.isEmpty }

  /// Gathers the pieces of a literal.
  public struct Interpolation: StringInterpolationProtocol {
    var html = ""

    /// Starts with room for the literal.
    public init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Adds markup of the literal.
    public mutating func appendLiteral(_ literal: StaticString) {
      html += literal.description
    }

    /// Adds text, escaped.
    public mutating func appendInterpolation(_ text: String) {
      Escaping.append(text, to: &html)
    }

    /// Adds markup as it is.
    public mutating func appendInterpolation(_ markup: Markup) {
      html += markup.html
    }

    /// Adds pieces of markup, each on a line of its own.
    public mutating func appendInterpolation(_ pieces: [Markup]) {
      html += Markup(pieces).html
    }

    /// Adds a number for machines, without separators: a coordinate, a span of columns.
    public mutating func appendInterpolation(_ number: Int) {
      html += String(number)
    }

    /// Adds a number for people: `12,345`.
    public mutating func appendInterpolation(count number: Int) {
      html += Numbers.grouped(number)
    }
  }
}
