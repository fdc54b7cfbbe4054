public import SQLiteAccess

/// One extract and where its records went.
public struct ExtractRow: Sendable {
  var number: Int
  var source: Int
  var fileName: String
  var sha256: String
  var bytes: Int
  var delivered: String
  var state: String
  var encoding: String?
  var delimiter: String?
  var read: Int
  var accepted: Int
  var quarantined: Int
  var skipped: Int
  var statedTotal: Int?
  var repeatedFacts: Int

  /// Describes an extract.
  public init(
    number: Int, source: Int, fileName: String, sha256: String, bytes: Int, delivered: String,
    state: String, encoding: String?, delimiter: String?, read: Int, accepted: Int,
    quarantined: Int, skipped: Int, statedTotal: Int?, repeatedFacts: Int
  ) {
    self.number = number
    self.source = source
    self.fileName = fileName
    self.sha256 = sha256
    self.bytes = bytes
    self.delivered = delivered
    self.state = state
    self.encoding = encoding
    self.delimiter = delimiter
    self.read = read
    self.accepted = accepted
    self.quarantined = quarantined
    self.skipped = skipped
    self.statedTotal = statedTotal
    self.repeatedFacts = repeatedFacts
  }
}

/// What one column of an extract holds, without any value of it.
public struct ColumnRow: Sendable {
  var extract: Int
  var number: Int
  var name: String
  var type: String
  var present: Int
  var absent: Int
  var invalid: Int
  var different: Int
  var least: Int?
  var greatest: Int?

  /// Describes a column.
  public init(
    extract: Int, number: Int, name: String, type: String, present: Int, absent: Int,
    invalid: Int, different: Int, least: Int?, greatest: Int?
  ) {
    self.extract = extract
    self.number = number
    self.name = name
    self.type = type
    self.present = present
    self.absent = absent
    self.invalid = invalid
    self.different = different
    self.least = least
    self.greatest = greatest
  }
}

/// One reason for which a row was quarantined.
public struct RejectionRow: Sendable {
  var extract: Int
  var line: Int
  var lines: Int
  var firstByte: Int
  var bytes: Int
  var code: String
  var column: String
  var maskedValue: String

  /// Describes a reason.
  public init(
    extract: Int, line: Int, lines: Int, firstByte: Int, bytes: Int, code: String, column: String,
    maskedValue: String
  ) {
    self.extract = extract
    self.line = line
    self.lines = lines
    self.firstByte = firstByte
    self.bytes = bytes
    self.code = code
    self.column = column
    self.maskedValue = maskedValue
  }
}

/// Something that a person should look at, or that forbids publishing.
public struct FindingRow: Hashable, Sendable {
  /// `warning` or `error`.
  public var severity: String
  /// What kind of thing it is.
  public var code: String
  /// The source that it is about.
  public var source: String
  /// The file that it is about, if it is one.
  public var fileName: String?
  /// The column that it is about, if it is one.
  public var column: String?
  /// What was found.
  public var message: String
  /// What to do about it.
  public var remedy: String

  /// Describes a finding.
  public init(
    severity: String, code: String, source: String, fileName: String? = nil,
    column: String? = nil, message: String, remedy: String
  ) {
    self.severity = severity
    self.code = code
    self.source = source
    self.fileName = fileName
    self.column = column
    self.message = message
    self.remedy = remedy
  }
}

/// What is known of extracts as wholes.
extension RunFile {
  /// Adds an extract.
  public mutating func addExtract(_ row: ExtractRow) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO extract (id, source_id, file_name, sha256, bytes, delivered, state, encoding,
        delimiter, records_read, accepted, quarantined, skipped, stated_total, facts_repeated)
      VALUES (\(row.number), \(row.source), \(row.fileName), \(row.sha256), \(row.bytes),
        \(row.delivered), \(row.state), \(row.encoding), \(row.delimiter), \(row.read),
        \(row.accepted), \(row.quarantined), \(row.skipped), \(row.statedTotal),
        \(row.repeatedFacts))
      """)
  }

  /// Adds how many records were skipped for a reason.
  public mutating func addSkip(
    extract: Int, reason: String, records: Int
  ) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO extract_skip (extract_id, reason, records)
      VALUES (\(extract), \(reason), \(records))
      """)
  }

  /// Adds how often a problem was met in a column.
  public mutating func addProblem(
    extract: Int, code: String, column: String, rejects: Bool, count: Int, firstLines: String
  ) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO extract_problem (extract_id, code, column_name, rejects, count, first_lines)
      VALUES (\(extract), \(code), \(column), \(rejects ? 1 : 0), \(count), \(firstLines))
      ON CONFLICT DO UPDATE SET count = count + excluded.count
      """)
  }

  /// Adds a problem's meaning, for readers of the file.
  public mutating func addProblemCode(
    _ code: String, level: String, meaning: String, remedy: String
  ) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO problem_code (code, level, meaning, remedy)
      VALUES (\(code), \(level), \(meaning), \(remedy))
      """)
  }

  /// Adds what a column holds.
  public mutating func addColumn(_ row: ColumnRow) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO extract_column (extract_id, number, name, type, present, absent, invalid,
        different, least, greatest)
      VALUES (\(row.extract), \(row.number), \(row.name), \(row.type), \(row.present),
        \(row.absent), \(row.invalid), \(row.different), \(row.least), \(row.greatest))
      """)
  }

  /// Adds how often a code or a shape came in a column.
  public mutating func addValue(
    extract: Int, column: Int, what: String, value: String, count: Int
  ) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO extract_value (extract_id, number, what, value, count)
      VALUES (\(extract), \(column), \(what), \(value), \(count))
      ON CONFLICT DO UPDATE SET count = count + excluded.count
      """)
  }

  /// Adds a reason for which a row was quarantined.
  public mutating func addRejection(_ row: RejectionRow) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO rejection (extract_id, line, lines, first_byte, bytes, code, column_name,
        masked_value)
      VALUES (\(row.extract), \(row.line), \(row.lines), \(row.firstByte), \(row.bytes),
        \(row.code), \(row.column), \(row.maskedValue))
      """)
  }

  /// Adds a finding.
  public mutating func addFinding(_ row: FindingRow) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO finding (severity, code, source_name, file_name, column_name, message, remedy)
      VALUES (\(row.severity), \(row.code), \(row.source), \(row.fileName), \(row.column),
        \(row.message), \(row.remedy))
      """)
  }
}
