import SQLiteAccess
import Store

/// The rows of a sample run, one call each.
extension SampleRun {
  static func addExtract(
    _ number: Int, source: Int, _ name: String, _ day: String, state: String = "read",
    accepted: Int, quarantined: Int, skips: [(String, Int)], stated: Int?, _ file: inout RunFile
  ) throws {
    let skipped = skips.reduce(0) { $0 + $1.1 }
    let digest = String(repeating: "0123456789abcdef", count: 4)
    try file.connection.execute(
      """
      INSERT INTO extract (id, source_id, file_name, sha256, bytes, delivered, state, encoding,
        records_read, accepted, quarantined, skipped, stated_total, facts_ended)
      VALUES (\(number), \(source), \(name), \(digest), \(accepted * 61), \(day), \(state),
        \(state == "read" ? "utf-8" : nil), \(accepted + quarantined + skipped), \(accepted),
        \(quarantined), \(skipped), \(stated), \(state == "read" ? number - 1 : 0))
      """)
    for (reason, records) in skips {
      try file.connection.execute(
        """
        INSERT INTO extract_skip (extract_id, reason, records)
        VALUES (\(number), \(reason), \(records))
        """)
    }
  }

  static func addColumn(
    _ extract: Int, _ number: Int, _ name: String, _ type: String,
    _ cells: (present: Int, absent: Int, invalid: Int), _ different: Int,
    _ range: (least: Int, greatest: Int)?, _ file: inout RunFile
  ) throws {
    try file.connection.execute(
      """
      INSERT INTO extract_column (extract_id, number, name, type, present, absent, invalid,
        different, least, greatest)
      VALUES (\(extract), \(number), \(name), \(type), \(cells.present), \(cells.absent),
        \(cells.invalid), \(different), \(range?.least), \(range?.greatest))
      """)
  }

  static func addValue(
    _ extract: Int, _ column: Int, _ what: String, _ value: String, _ count: Int,
    _ file: inout RunFile
  ) throws {
    try file.connection.execute(
      """
      INSERT INTO extract_value (extract_id, number, what, value, count)
      VALUES (\(extract), \(column), \(what), \(value), \(count))
      """)
  }

  static func addProblem(
    _ extract: Int, _ code: String, _ column: String, rejects: Bool, _ count: Int,
    _ lines: String, _ file: inout RunFile
  ) throws {
    try file.connection.execute(
      """
      INSERT INTO extract_problem (extract_id, code, column_name, rejects, count, first_lines)
      VALUES (\(extract), \(code), \(column), \(rejects ? 1 : 0), \(count), \(lines))
      """)
  }

  static func addRejection(
    _ extract: Int, _ line: Int, _ code: String, _ column: String, _ masked: String,
    _ file: inout RunFile
  ) throws {
    try file.connection.execute(
      """
      INSERT INTO rejection (extract_id, line, lines, first_byte, bytes, code, column_name,
        masked_value)
      VALUES (\(extract), \(line), 1, 0, 10, \(code), \(column), \(masked))
      """)
  }

  static func addFinding(
    _ severity: String, _ code: String, _ source: String, _ fileName: String?, _ column: String?,
    _ message: String, _ file: inout RunFile
  ) throws {
    try file.connection.execute(
      """
      INSERT INTO finding (severity, code, source_name, file_name, column_name, message, remedy)
      VALUES (\(severity), \(code), \(source), \(fileName), \(column), \(message),
        'Ask the agency for the next extract.')
      """)
  }
}
