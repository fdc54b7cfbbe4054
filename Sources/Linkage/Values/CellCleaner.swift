import Vocabulary

/// Turns the cells of one column into values of its type.
struct CellCleaner {
  let column: ColumnSettings
  private let missing: ByteDictionary
  private let dateOrder: DateOrder?
  private var plain: [UInt8] = []
  private var words: [UInt8] = []

  init(_ column: ColumnSettings) {
    self.column = column
    var missing = ByteDictionary()
    for text in Self.usualMissing + column.missing { Self.add(text, to: &missing) }
    if column.type == .name { for text in Self.namesUnknown { Self.add(text, to: &missing) } }
    self.missing = missing
    dateOrder = column.dateFormats.first.map { DateOrder(pattern: $0.words) }
  }

  private static func add(_ text: String, to dictionary: inout ByteDictionary) {
    var plain: [UInt8] = []
    PlainText.append(text.utf8.span, to: &plain)
    _ = dictionary.code(of: plain.span)
  }

  private static let usualMissing = ["NULL", "N/A", "NAN", "NONE", "UNKNOWN", "NOT KNOWN", "#N/A"]
  private static let namesUnknown = [
    "UNK", "N/K", "NK", "NOT STATED", "NOT GIVEN", "NO NAME", "BABY", "BABY BOY", "BABY GIRL",
    "INFANT", "MALE INFANT", "FEMALE INFANT", "UNBORN", "TEST", "ZZZ", "XXX", "OCCUPIER", "CHILD",
  ]

  static func kind(of type: ColumnType) -> ValueKind {
    switch type {
    case .date: .date
    case .number: .number
    default: .text
    }
  }

  /// The code of a cell's value in the table; 0 where the cell says nothing.
  mutating func code(of cell: Span<UInt8>, in table: inout ValueTable) -> Int32 {
    plain.removeAll(keepingCapacity: true)
    PlainText.append(cell, to: &plain)
    guard !plain.isEmpty, missing.find(plain.span) == 0 else { return 0 }
    switch column.type {
    case .name, .text: return table.add(text: plain.span)
    case .code: return withoutBlanks(&table)
    case .date: return DateCell.packed(cell, order: dateOrder).map { table.add(date: $0) } ?? 0
    case .postcode: return postcode(cell, &table)
    case .address: return address(&table)
    case .number: return NumberCell.number(cell).map { table.add(number: $0) } ?? 0
    case .identifier(let kind): return identifier(cell, kind, &table)
    }
  }

  private mutating func withoutBlanks(_ table: inout ValueTable) -> Int32 {
    plain.removeAll { $0 == 0x20 }
    return table.add(text: plain.span)
  }

  private mutating func address(_ table: inout ValueTable) -> Int32 {
    // Taken out, since both are written at once; it keeps its room that way.
    var written: [UInt8] = []
    swap(&written, &words)
    written.removeAll(keepingCapacity: true)
    AddressWords.append(plain.span, to: &written)
    swap(&written, &words)
    return table.add(text: words.span)
  }

  /// A postcode in its usual form; one that is none is still compared as it is written.
  private mutating func postcode(_ cell: Span<UInt8>, _ table: inout ValueTable) -> Int32 {
    do {
      let postcode = try Postcode(cell)
      if case .pseudo = postcode.kind() { return 0 }
      words.removeAll(keepingCapacity: true)
      postcode.appendText(to: &words)
      return table.add(text: words.span)
    } catch {
      return withoutBlanks(&table)
    }
  }

  /// Only identifiers whose check digits hold say anything.
  private mutating func identifier(
    _ cell: Span<UInt8>, _ kind: IdentifierKind, _ table: inout ValueTable
  ) -> Int32 {
    words.removeAll(keepingCapacity: true)
    do {
      try kind.appendCanonicalText(of: cell, asOf: nil, to: &words)
      words.removeLast(max(0, words.count - kind.tellingBytes))
      return table.add(text: words.span)
    } catch {
      return 0
    }
  }
}
