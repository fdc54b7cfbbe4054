public import Vocabulary

/// The name of a series' files, with the delivery date in it: `exclusions_{yyyy-MM-dd}.csv`.
///
/// `*` stands for any run of characters. A name that matches gives the date; there is never a look at the file's own time.
public struct FileNamePattern: Hashable, Sendable {
  /// As written in the contract.
  public let text: String
  private let pieces: [Piece]

  private enum Piece: Hashable, Sendable {
    case literal([UInt8])
    case anything
    case date(DatePattern)
  }

  /// Why a pattern can't be used.
  public enum Mistake: Error, Hashable, Sendable {
    case noDate
    case severalDates
    case unclosedBrace
    case notADatePattern(String)
    case folder
  }

  /// Reads a pattern.
  public init(_ text: String) throws(Mistake) {
    guard !text.utf8.contains(UInt8(ascii: "/")) else { throw .folder }
    self.text = text
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var rest = Array(text.utf8)[...]
    func close() {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = []
    }
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"):
        close()
        pieces.append(.anything)
      case UInt8(ascii: "{"):
        close()
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { throw .unclosedBrace }
        let words = String(decoding: rest[..<end], as: UTF8.self)
        guard let pattern = try? DatePattern(words) else { throw .notADatePattern(words) }
        pieces.append(.date(pattern))
        rest = rest[(end + 1)...]
      default:
        literal.append(byte)
      }
    }
    close()
    self.pieces = pieces
    let dates = pieces.count { if case .date = $0 { true } else { false } }
    if dates == 0 { throw .noDate }
    if dates > 1 { throw .severalDates }
  }

  /// The delivery date of a file with this name, or nil when the name is another series'.
  public func deliveryDate(of fileName: String) -> PartialDate? {
    var date: PartialDate?
    let matches = Self.match(pieces[...], Array(fileName.utf8)[...], &date)
    return matches ? date : nil
  }

  private static func match(
    _ pieces: ArraySlice<Piece>, _ name: ArraySlice<UInt8>, _ date: inout PartialDate?
  ) -> Bool {
    guard let piece = pieces.first else { return name.isEmpty }
    let rest = pieces.dropFirst()
    switch piece {
    case .literal(let bytes):
      return name.starts(with: bytes) && match(rest, name.dropFirst(bytes.count), &date)
    case .anything:
      return (name.startIndex...name.endIndex).contains { match(rest, name[$0...], &date) }
    case .date(let pattern):
      return (name.startIndex...name.endIndex).contains { end in
        guard
          let found = pattern.read(Array(name[..<end]).span, twoDigitYears: .window(from: 1990)),
          match(rest, name[end...], &date)
        else { return false }
        date = found.date
        return true
      }
    }
  }
}
