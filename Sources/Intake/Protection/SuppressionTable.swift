public import Vocabulary

/// A table of people about whom nothing may be kept, row by row turned into what stands for them in the list.
///
/// The cells are read as the cells of extracts are, so that a person who is written in one way here is known in every
/// way in which an agency writes them.
public struct SuppressionTable: Sendable {
  private let readers: [CellReader]
  private let columnNames: [String]
  private let kinds: [IdentifierKind?]
  private let key: [UInt8]

  /// The headings of a name with a birth date, which only together say who is meant.
  public static let nameHeadings = ["surname", "forename", "born"]

  /// The headings that a table may have; `local:NAME` is one for each agency's own numbers.
  public static let headings =
    nameHeadings + (IdentifierKind.national + [.laChildID]).map(\.rawValue) + ["local:NAME"]

  /// Why a table or a row of it can't be used; none of them says what is in a cell.
  public enum Problem: Error, Equatable, Sendable {
    /// The heading of this column is none; where a table has no header, it is somebody's name.
    case unknownHeading(column: Int)
    /// The heading of this column was there before.
    case repeatedHeading(column: Int)
    /// There is neither a number nor a whole name with a birth date among the headings.
    case namesNobody
    /// The cell of this column is not what its heading says.
    case badCell(column: Int)
    /// The row has neither a number nor a whole name with a birth date.
    case emptyRow
  }

  /// Prepares to read a table with these headings for a list with this key.
  public init(headings: [String], asOf: Day, key: [UInt8]) throws(Problem) {
    var columns: [ColumnContract] = []
    var kinds: [IdentifierKind?] = []
    for (number, heading) in headings.enumerated() {
      guard !headings[..<number].contains(heading) else {
        throw .repeatedHeading(column: number)
      }
      let kind = IdentifierKind(rawValue: heading).flatMap { $0.subject == .person ? $0 : nil }
      guard let type = Self.type(of: heading, kind) else {
        throw .unknownHeading(column: number)
      }
      columns.append(ColumnContract(name: heading, type: type))
      kinds.append(kind)
    }
    guard kinds.contains(where: { $0 != nil }) || Self.nameHeadings.allSatisfy(headings.contains)
    else { throw .namesNobody }
    readers = columns.map { CellReader(column: $0, asOf: asOf) }
    columnNames = headings
    self.kinds = kinds
    self.key = key
  }

  private static func type(of heading: String, _ kind: IdentifierKind?) -> ColumnType? {
    if let kind {
      if case .local = kind { return .reference }
      return .identifier(kind)
    }
    switch heading {
    case "surname", "forename": return .name
    case "born":
      let patterns = ["yyyy-MM-dd", "d/M/yyyy"].compactMap { try? DatePattern($0) }
      return .date(patterns, isBirth: true)
    default: return nil
    }
  }

  /// What stands in the list for the person of a row.
  public func entries(of cells: [String]) throws(Problem) -> [SuppressionList.Entry] {
    var entries: [SuppressionList.Entry] = []
    var name: [String: String] = [:]
    for (column, text) in cells.enumerated() where column < readers.count {
      guard let value = try value(of: text, column) else { continue }
      guard let kind = kinds[column] else {
        name[columnNames[column]] = value
        continue
      }
      // A child's number today is a former number tomorrow.
      let meant = kind == .upn || kind == .formerUPN ? [.upn, .formerUPN] : [kind]
      let telling = String(decoding: value.utf8.prefix(kind.tellingBytes), as: UTF8.self)
      entries += meant.map { SuppressionList.Entry(kind: $0.rawValue, value: telling, key: key) }
    }
    if let surname = name["surname"], let forename = name["forename"], let born = name["born"] {
      let parsed = PersonName(forename: forename, surname: surname)
      entries.append(SuppressionList.Entry(parsed, born: born, key: key))
    }
    guard !entries.isEmpty else { throw .emptyRow }
    return entries
  }

  /// The canonical text of a cell; nil where it says nothing.
  private func value(of text: String, _ column: Int) throws(Problem) -> String? {
    var bytes: [UInt8] = []
    var cell = Cell()
    let problem = readers[column].read(Array(text.utf8).span, into: &bytes, &cell)
    guard problem == nil || cell.state == .present else { throw .badCell(column: column) }
    guard cell.state == .present else { return nil }
    return String(decoding: bytes[cell.text.indices], as: UTF8.self)
  }
}
