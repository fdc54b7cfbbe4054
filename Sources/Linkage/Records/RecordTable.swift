/// One field of all records: where its values are, and how often each comes.
struct Field: Sendable {
  /// The expression in the settings.
  let name: String
  /// The table of the values.
  let table: Int
  /// How often each value comes, by code; at 0, how often none is there.
  let frequencies: [Int32]

  /// How many records have a value.
  func present(of count: Int) -> Int { count - Int(frequencies[0]) }
}

/// All records of a linkage: a row of codes for each, and the values that the codes stand for.
public struct RecordTable: Sendable {
  /// How many records there are.
  public let count: Int
  /// The names of the sources.
  public let sources: [String]
  /// The number of each record's source.
  public let sourceOf: [UInt8]
  /// Hashes of source and id, which settle ties whatever the order of the records.
  public let ranks: [UInt64]
  let ids: [UInt8]
  let idEnds: [UInt64]
  let fields: [Field]
  let tables: [ValueTable]
  /// How many codes a row has.
  let width: Int
  /// The codes, row by row: a record's fields lie side by side, as they are looked at together.
  let rows: [Int32]

  /// The record's own id.
  public func id(_ record: RecordNumber) -> String {
    String(decoding: ids[idRange(record)], as: UTF8.self)
  }

  /// Lends the bytes of the record's own id.
  public func withID<Result>(_ record: RecordNumber, _ body: (Span<UInt8>) -> Result) -> Result {
    body(ids.span.extracting(idRange(record)))
  }

  private func idRange(_ record: RecordNumber) -> Range<Int> {
    let index = Int(record)
    return (index == 0 ? 0 : Int(idEnds[index - 1]))..<Int(idEnds[index])
  }

  @inline(__always)
  func code(_ record: RecordNumber, _ field: Int) -> Int32 {
    rows[Int(record) &* width &+ field]
  }

  /// The first record of a source with an id; nil if there is none.
  public func record(source: String?, id: String) -> RecordNumber? {
    let wanted = Array(id.utf8)
    for record in 0..<RecordNumber(count) {
      if let source, sources[Int(sourceOf[Int(record)])] != source { continue }
      if ids[idRange(record)].elementsEqual(wanted) { return record }
    }
    return nil
  }

  /// A field's value in words.
  func shown(_ record: RecordNumber, _ field: Int) -> String {
    let table = tables[fields[field].table]
    let code = code(record, field)
    if code > 0, !table.memberTables.isEmpty {
      return zip(table.memberTables, table.combination(code)).map { tables[$0].shown($1) }
        .joined(separator: " ")
    }
    guard table.kind == .list, code > 0 else { return table.shown(code) }
    guard table.elementTable >= 0 else { return "" }
    let elements = tables[table.elementTable]
    return table.elements[table.list(code)].map { elements.shown($0) }.joined(separator: "; ")
  }
}
