import CCSV

/// Parses records, one at a time, with libcsv, or as it would.
///
/// What libcsv's manual (csv(3)) says of fields holds here: blanks and tabs around a field are
/// dropped unless they stand in quotes, and two quotes in a quoted field are one. A blank line is a
/// record without fields, since each record is handed over without its line end; so no line is lost
/// and `CSV_REPALL_NL` is not needed.
@safe
public struct CSVParser: ~Copyable {
  private var parser = unsafe csv_parser()
  private let options: UInt8
  private let limits: CSVLimits
  private let plain: PlainFields

  /// Makes a parser for files of a dialect.
  public init(dialect: CSVDialect = CSVDialect(), limits: CSVLimits = CSVLimits()) {
    options = dialect.quoting == .strict ? UInt8(CSV_STRICT) : 0
    self.limits = limits
    plain = PlainFields(dialect: dialect, limits: limits)
    // csv_init fails only when handed no parser.
    _ = unsafe csv_init(&parser, options)
    unsafe csv_set_delim(&parser, dialect.delimiter)
    unsafe csv_set_quote(&parser, dialect.quote)
  }

  deinit {
    var last = unsafe parser
    unsafe csv_free(&last)
  }

  /// Parses the bytes of one record, without its line end, into a row.
  ///
  /// After an error the parser is as good as new.
  public mutating func parse(_ record: Span<UInt8>, into row: inout CSVRow) throws(CSVError) {
    if plain.parse(record, into: &row) { return }
    row.fieldCount = 0
    row.makeRoom(bytes: record.count, fields: min(record.count + 1, limits.fields))
    var collected = unsafe csv_record()
    unsafe collected.longest_field = limits.fieldBytes
    unsafe collected.field_capacity = min(record.count + 1, limits.fields)
    try unsafe collect(record, into: &row, by: &collected)
    row.joinFields(unsafe collected.field_count)
  }

  private mutating func collect(
    _ record: Span<UInt8>, into row: inout CSVRow, by collected: inout csv_record
  ) throws(CSVError) {
    try unsafe row.bytes.withUnsafeMutableBufferPointer { (bytes) throws(CSVError) in
      try unsafe row.ends.withUnsafeMutableBufferPointer { (ends) throws(CSVError) in
        try unsafe record.withUnsafeBufferPointer { (source) throws(CSVError) in
          unsafe collected.bytes = bytes.baseAddress
          unsafe collected.byte_capacity = bytes.count
          unsafe collected.ends = ends.baseAddress
          try unsafe run(source, &collected)
        }
      }
    }
  }

  private mutating func run(
    _ source: UnsafeBufferPointer<UInt8>, _ collected: inout csv_record
  ) throws(CSVError) {
    let read = unsafe csv_record_parse(&parser, source.baseAddress, source.count, &collected)
    guard read == source.count else { throw failure(at: read) }
    // A quote left open is an error whatever the dialect: what follows it may be other records.
    _ = unsafe csv_set_opts(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    guard unsafe csv_record_finish(&parser, &collected) == 0 else { throw failure(at: read) }
    _ = unsafe csv_set_opts(&parser, options)
    switch unsafe Int(collected.problem) {
    case csv_record_too_many_fields: throw CSVError(.tooManyFields)
    case csv_record_field_too_long: throw CSVError(.fieldTooLong)
    default: break
    }
    guard unsafe collected.row_count <= 1 else { throw CSVError(.severalRecords) }
  }

  /// Says what went wrong, and readies libcsv for the next record: csv_fini resets the parser
  /// unless it finds a quote open, which it is told not to look for.
  private mutating func failure(at offset: Int) -> CSVError {
    let code = unsafe csv_error(&parser)
    let isOpen = unsafe csv_get_opts(&parser) & CSV_STRICT_FINI != 0
    _ = unsafe csv_set_opts(&parser, 0)
    _ = unsafe csv_fini(&parser, nil, nil, nil)
    _ = unsafe csv_set_opts(&parser, options)
    switch code {
    case CSV_ENOMEM, CSV_ETOOBIG: return CSVError(.outOfMemory, offset: offset)
    default: return CSVError(isOpen ? .unclosedQuote : .unescapedQuote, offset: offset)
    }
  }
}
