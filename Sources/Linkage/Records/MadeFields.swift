/// A column's cells as codes, before anything is made of them.
struct CodedColumn: Sendable {
  var table: Int
  var codes: [Int32]
}

/// The fields that have been made so far, on the way to a record table.
struct MadeFields: Sendable {
  /// A field that was just made: with a table of its own, or one that is there already.
  struct Result: Sendable {
    var codes: [Int32]
    var table: ValueTable?
    var knownTable = 0
  }

  var tables: [ValueTable]
  /// Each field's code for each record, by the field's number.
  private(set) var codes: [Int: [Int32]] = [:]
  /// Each field's table, by the field's number.
  private(set) var table: [Int: Int] = [:]

  init(tables: [ValueTable]) {
    self.tables = tables
  }

  /// Makes a field of columns or of fields that are there.
  func make(_ origin: FieldOrigin, _ columns: [CodedColumn], isTextNeeded: Bool) -> Result {
    switch origin {
    case .column(let column):
      return Result(codes: columns[column].codes, knownTable: columns[column].table)
    case .mapped(let function, let number, let input):
      let mapping = ValueMapping(function: function, number: number)
      let (table, mapped) = mapping.apply(to: tables[table(of: input)], tables: tables)
      return Result(codes: codes(of: input).map { mapped[Int($0)] }, table: table)
    case .combined(let function, let inputs):
      let combining = RecordCombining(
        function: function, inputs: inputs.map(codes(of:)), tables: tables,
        inputTables: inputs.map(table(of:)), needsText: isTextNeeded)
      let (table, codes) = combining.apply()
      return Result(codes: codes, table: table)
    }
  }

  /// Takes a field over.
  mutating func add(_ field: Int, _ result: Result) {
    codes[field] = result.codes
    if let own = result.table {
      table[field] = tables.count
      tables.append(own)
    } else {
      table[field] = result.knownTable
    }
  }

  private func codes(of field: Int) -> [Int32] {
    guard let codes = codes[field] else { preconditionFailure("an input was not made yet") }
    return codes
  }

  private func table(of field: Int) -> Int {
    guard let table = table[field] else { preconditionFailure("an input was not made yet") }
    return table
  }
}

extension FieldOrigin {
  /// The fields that it is made of.
  var inputs: [Int] {
    switch self {
    case .column: []
    case .mapped(_, _, let input): [input]
    case .combined(_, let inputs): inputs
    }
  }
}
