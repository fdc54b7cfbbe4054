/// Numbers the values of columns that share a table, chunk after chunk.
///
/// Cells that hold one value come cleaned; those that hold several are taken apart here.
struct ColumnCoder {
  let columns: [(number: Int, settings: ColumnSettings)]

  struct Coded: Sendable {
    var table: ValueTable
    /// The lists of columns that hold several values in a cell.
    var lists: [ValueTable?]
    /// Each column's code for each record.
    var codes: [[Int32]]
  }

  func code(_ chunks: [RecordChunk], _ count: Int) -> Coded {
    let kind = CellCleaner.kind(of: columns[0].settings.type)
    var coded = Coded(
      table: ValueTable(kind),
      lists: columns.map { $0.settings.separator == nil ? nil : ValueTable(.list) },
      codes: columns.map { _ in [] })
    for place in columns.indices { coded.codes[place].reserveCapacity(count) }
    for chunk in chunks {
      for (place, column) in columns.enumerated() {
        let cells = chunk.columns[column.number]
        let mapping = mapping(cells, &coded, place)
        for code in cells.codes { coded.codes[place].append(mapping[Int(code)]) }
        // The last records of a chunk may lack the cell.
        for _ in cells.codes.count..<chunk.count { coded.codes[place].append(0) }
      }
    }
    return coded
  }

  /// For each distinct cell or value of the chunk, the code of its value.
  private func mapping(
    _ cells: ChunkColumn, _ coded: inout Coded, _ place: Int
  ) -> [Int32] {
    var mapping: [Int32] = [0]
    if let values = cells.values {
      mapping.reserveCapacity(values.count + 1)
      for code in 1..<Int32(values.count + 1) { mapping.append(coded.table.add(code, of: values)) }
      return mapping
    }
    var cleaner = CellCleaner(columns[place].settings)
    let separator = columns[place].settings.separator ?? 0
    for code in 1..<Int32(cells.dictionary.count + 1) {
      let cell = cells.dictionary.bytes.span.extracting(cells.dictionary.range(of: code))
      let list = elements(cell, separator, &cleaner, &coded.table)
      mapping.append(coded.lists[place]?.add(list: list) ?? 0)
    }
    return mapping
  }

  private func elements(
    _ cell: Span<UInt8>, _ separator: UInt8, _ cleaner: inout CellCleaner,
    _ table: inout ValueTable
  ) -> [Int32] {
    var codes: Set<Int32> = []
    var start = 0
    for index in 0...cell.count where index == cell.count || cell[index] == separator {
      codes.insert(cleaner.code(of: cell.extracting(start..<index), in: &table))
      start = index + 1
    }
    codes.remove(0)
    return codes.sorted()
  }
}
