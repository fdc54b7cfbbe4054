/// A piece of a page, in which text can never become a tag.
///
///     let cell: Markup = "<td>\(fileName)</td>"
///
/// What is written in the literal is HTML. A text put into it is escaped, for its place between tags and for a quoted
/// attribute alike; a piece of markup put into it stays as it is. There is no way to make markup of a text at hand.
struct Markup: Hashable, Sendable, ExpressibleByStringInterpolation {
  private(set) var html: String

  init(stringLiteral html: String) {
    self.html = html
  }

  init(stringInterpolation: Interpolation) {
    html = stringInterpolation.html
  }

  /// Pieces one after the other, each on a line of its own.
  init(_ pieces: [Markup]) {
    html = pieces.map(\.html).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Pieces with something between them.
  init(_ pieces: [Markup], separator: StaticString) {
    html = pieces.map(\.html).joined(separator: "\(separator)")
  }

  static let nothing: Markup = ""
  var isEmpty: Bool { html.isEmpty }

  struct Interpolation: StringInterpolationProtocol {
    var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) {
      html += literal
    }

    /// Adds text, escaped.
    mutating func appendInterpolation(_ text: String) {
      Escaping.append(text, to: &html)
    }

    /// Adds markup as it is.
    mutating func appendInterpolation(_ markup: Markup) {
      html += markup.html
    }

    /// Adds pieces of markup, each on a line of its own.
    mutating func appendInterpolation(_ pieces: [Markup]) {
      html += Markup(pieces).html
    }

    /// Adds a number for machines, without separators: a coordinate, a span of columns.
    mutating func appendInterpolation(_ number: Int) {
      html += String(number)
    }

    /// Adds a number for people: `12,345`.
    mutating func appendInterpolation(count number: Int) {
      html += Numbers.grouped(number)
    }
  }
}
