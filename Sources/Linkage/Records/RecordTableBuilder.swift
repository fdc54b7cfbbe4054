/// Makes one table of the chunks: cells become values, values become features, rows are laid out.
///
/// Values are numbered in the order of the records, however these were cut into chunks and however
/// many threads there are.
public struct RecordTableBuilder: Sendable {
  private let settings: LinkageSettings
  private let plan: FieldPlan

  /// Makes a builder for records of these settings.
  public init(_ settings: LinkageSettings) {
    self.settings = settings
    plan = FieldPlan(settings)
  }

  /// The columns that anything is made of: others need not be read.
  public var columnsNeeded: [Bool] {
    var needed = [Bool](repeating: false, count: settings.columns.count)
    for case .column(let column) in plan.origins { needed[column] = true }
    return needed
  }

  /// Makes the table.
  public func build(
    _ chunks: consuming [RecordChunk], sources: [String], threads: Int
  ) async -> RecordTable {
    precondition(sources.count <= 256, "more than 256 sources")
    let count = chunks.reduce(0) { $0 + $1.count }
    precondition(count <= Int(RecordNumber.max), "more than two thousand million records")
    var (tables, columns) = await columnCodes(&chunks, count, threads)
    let identity = RecordIdentity(chunks, sources)
    chunks = []
    var made = MadeFields(tables: tables)
    tables = []
    var waiting = Array(plan.origins.indices)
    while !waiting.isEmpty {
      // What depends on nothing that still waits is made side by side.
      let ready = waiting.filter { field in
        plan.origins[field].inputs.allSatisfy { made.codes[$0] != nil }
      }
      let (origins, known, cells) = (plan.origins, made, columns)
      let results = await Parallel.map(ready.count, threads: threads) { place in
        known.make(
          origins[ready[place]], cells, isTextNeeded: plan.needingText.contains(ready[place]))
      }
      for (field, result) in zip(ready, results) {
        made.add(field, result)
        if case .column(let column) = plan.origins[field] { columns[column].codes = [] }
      }
      waiting.removeAll { ready.contains($0) }
    }
    tables = made.tables
    let fieldTables = plan.origins.indices.map { made.table[$0] ?? 0 }
    let fieldCodes = plan.origins.indices.map { made.codes[$0] ?? [] }
    for index in tables.indices { tables[index].texts.freeze() }
    return await laidOut(identity, tables, fieldCodes, fieldTables, count, threads)
  }

  // MARK: Columns

  /// Cleans the cells; columns of one type share a table, so that their codes can be compared.
  private func columnCodes(
    _ chunks: inout [RecordChunk], _ count: Int, _ threads: Int
  ) async -> (tables: [ValueTable], columns: [CodedColumn]) {
    let needed = columnsNeeded
    var groups: [[Int]] = []
    for column in settings.columns.indices where needed[column] {
      let type = settings.columns[column].type
      if let group = groups.firstIndex(where: { settings.columns[$0[0]].type == type }) {
        groups[group].append(column)
      } else {
        groups.append([column])
      }
    }
    chunks = await cleaned(chunks, needed, threads)
    let (shared, all) = (groups, chunks)
    let coded = await Parallel.map(groups.count, threads: threads) { group in
      ColumnCoder(columns: shared[group].map { ($0, settings.columns[$0]) }).code(all, count)
    }
    for index in chunks.indices { chunks[index].columns = [] }
    var tables: [ValueTable] = []
    var columns = settings.columns.map { _ in CodedColumn(table: 0, codes: []) }
    for (group, result) in coded.enumerated() {
      let first = tables.count
      tables.append(result.table)
      for (place, column) in groups[group].enumerated() {
        columns[column] = CodedColumn(table: first, codes: result.codes[place])
        if var lists = result.lists[place] {
          lists.elementTable = first
          columns[column].table = tables.count
          tables.append(lists)
        }
      }
    }
    return (tables, columns)
  }

  /// Cleans the cells of each chunk by itself, which is most of the work with them.
  private func cleaned(
    _ chunks: consuming [RecordChunk], _ needed: [Bool], _ threads: Int
  ) async -> [RecordChunk] {
    let (settings, raw) = (settings.columns, chunks)
    return await Parallel.map(raw.count, threads: threads) { number in
      var chunk = raw[number]
      for column in settings.indices where needed[column] && settings[column].separator == nil {
        chunk.columns[column].clean(settings[column])
      }
      return chunk
    }
  }

  // MARK: Rows

  private func laidOut(
    _ identity: RecordIdentity, _ tables: [ValueTable], _ codes: [[Int32]],
    _ fieldTables: [Int], _ count: Int, _ threads: Int
  ) async -> RecordTable {
    let used = plan.used
    let fields = await Parallel.map(used.count, threads: threads) { place in
      let field = used[place]
      var frequencies = [Int32](repeating: 0, count: tables[fieldTables[field]].count + 1)
      for code in codes[field] { frequencies[Int(code)] += 1 }
      return Field(
        name: plan.expressions[field].text, table: fieldTables[field], frequencies: frequencies)
    }
    let width = used.count
    let pieces = await Parallel.map(
      (count + Self.recordsPerPiece - 1) / Self.recordsPerPiece, threads: threads
    ) { piece in
      let start = piece * Self.recordsPerPiece
      return Self.rows(of: start..<min(start + Self.recordsPerPiece, count), used.map { codes[$0] })
    }
    var rows: [Int32] = []
    rows.reserveCapacity(count * width)
    for piece in pieces { rows += piece }
    return RecordTable(
      count: count, sources: identity.sources, sourceOf: identity.sourceOf,
      ranks: identity.ranks, ids: identity.ids, idEnds: identity.idEnds, fields: fields,
      tables: tables, width: width, rows: rows)
  }

  /// How many records are laid out at once: few enough for their rows to stay in a core's cache.
  private static let recordsPerPiece = 1 << 12

  private static func rows(of records: Range<Int>, _ columns: [[Int32]]) -> [Int32] {
    let width = columns.count
    var rows = [Int32](repeating: 0, count: records.count * width)
    for (place, column) in columns.enumerated() {
      var index = place
      for record in records {
        rows[index] = column[record]
        index += width
      }
    }
    return rows
  }

  /// The place of an expression in the rows.
  func place(_ expression: Expression) -> Int {
    place(ofField: plan.field(expression))
  }

  /// The places of the columns on which expressions depend.
  func roots(of inputs: [Expression]) -> [Int] {
    let roots = plan.roots(of: inputs)
    return roots.count <= 2 ? roots.map { place(ofField: $0) } : roots
  }

  /// The columns on which expressions depend, by the numbers of their fields.
  func allRoots(of inputs: [Expression]) -> [Int] { plan.roots(of: inputs) }

  private func place(ofField field: Int) -> Int {
    guard let place = plan.used.firstIndex(of: field) else {
      preconditionFailure("the expression is only part of others")
    }
    return place
  }
}

/// Whose each record is: its source, its id, and the hash of both.
private struct RecordIdentity {
  let sources: [String]
  var sourceOf: [UInt8] = []
  var ids: [UInt8] = []
  var idEnds: [UInt64] = []
  var ranks: [UInt64] = []

  init(_ chunks: [RecordChunk], _ sources: [String]) {
    self.sources = sources
    ids.reserveCapacity(chunks.reduce(0) { $0 + $1.ids.count })
    for chunk in chunks {
      let seed = TextHash.hash(sources[chunk.source].utf8.span)
      let base = UInt64(ids.count)
      var start = 0
      for end in chunk.idEnds {
        ranks.append(TextHash.hash(chunk.ids.span.extracting(start..<Int(end)), seed: seed))
        idEnds.append(base + UInt64(end))
        start = Int(end)
      }
      ids += chunk.ids
      sourceOf += Array(repeating: UInt8(chunk.source), count: chunk.count)
    }
  }
}
