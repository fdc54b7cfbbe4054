import Vocabulary

/// A piece of a page, in which text can never become a tag.
///
///     let cell: Markup = "<td>\(fileName)</td>"
///
/// What is written in the literal is HTML. A text put into it is escaped, for its place between tags and for a quoted
/// attribute alike; a piece of markup put into it stays as it is. There is no way to make markup of a text at hand: even
/// the initialisers that literals need take only what the compiler knows to be a literal.
public struct Markup: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The HTML as it is sent and written.
  ///
  /// A page is put together of thousands of pieces, and bytes are put together sooner than
  /// texts, which look at every piece for what it is made of.
  public private(set) var bytes: [UInt8]

  /// The HTML.
  public var html: String { String(decoding: bytes, as: UTF8.self) }

  /// Makes markup of a literal.
  public init(stringLiteral html: StaticString) {
    bytes = Array(html.description.utf8)
  }

  /// Makes markup of a literal with texts and pieces of markup in it.
  public init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.bytes
  }

  /// Pieces one after the other, each on a line of its own.
  public init(_ pieces: [Markup]) {
    self.init(pieces.filter { !$0.isEmpty }, separator: "\n")
  }

  /// Pieces with something between them.
  public init(_ pieces: [Markup], separator: StaticString) {
    let between = Array(separator.description.utf8)
    bytes = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count + between.count })
    for (place, piece) in pieces.enumerated() {
      if place > 0 { bytes += between }
      bytes += piece.bytes
    }
  }

  /// No markup.
  public static let nothing: Markup = ""
  /// Whether there is nothing in it.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Gathers the pieces of a literal.
  public struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    /// Starts with room for the literal.
    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Adds markup of the literal.
    public mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Adds text, escaped.
    public mutating func appendInterpolation(_ text: String) {
      Escaping.append(text, to: &bytes)
    }

    /// Adds markup as it is.
    public mutating func appendInterpolation(_ markup: Markup) {
      bytes += markup.bytes
    }

    /// Adds pieces of markup, each on a line of its own.
    public mutating func appendInterpolation(_ pieces: [Markup]) {
      var isFirst = true
      for piece in pieces where !piece.isEmpty {
        if !isFirst { bytes.append(UInt8(ascii: "\n")) }
        bytes += piece.bytes
        isFirst = false
      }
    }

    /// Adds a number for machines, without separators: a coordinate, a span of columns.
    public mutating func appendInterpolation(_ number: Int) {
      bytes += String(number).utf8
    }

    /// Adds a number for people: `12,345`.
    public mutating func appendInterpolation(count number: Int) {
      bytes += Numbers.grouped(number).utf8
    }
  }
}
