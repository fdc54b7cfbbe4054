internal import CSQLite

/// Why SQLite could not do what it was asked.
///
/// Values are always bound, never written into the SQL, and bound values are never kept: so neither
/// the SQL nor the message holds personal data.
public struct DatabaseError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kinds of failure that a caller may want to treat in different ways.
  public enum Kind: String, Sendable {
    /// The disk is full.
    case diskFull
    /// Reading or writing the file failed.
    case inputOutput
    /// The file could not be opened or created.
    case cannotOpen
    /// The file is no database, or a damaged one.
    case corrupt
    /// Another connection holds the database.
    case busy
    /// The database may only be read.
    case readOnly
    /// A rule of the schema does not allow the change.
    case constraint
    /// The caller broke a rule of this module.
    case misuse
    /// Anything else: a mistake in the SQL, or no memory.
    case other
  }

  /// SQLite's extended result code (https://sqlite.org/rescode.html).
  public let code: Int32
  /// SQLite's message.
  public let message: String
  /// The SQL that was run, its values left out, where there was one.
  public let sql: String?
  /// The database's file, where it has one.
  public let path: String?

  /// Makes an error from SQLite's extended code and message.
  public init(code: Int32, message: String, sql: String? = nil, path: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
    self.path = path
  }

  /// What kind of failure the code stands for; the low byte is the primary code.
  public var kind: Kind {
    switch code & 0xFF {
    case SQLITE_FULL: .diskFull
    case SQLITE_IOERR: .inputOutput
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_READONLY: .readOnly
    case SQLITE_CONSTRAINT: .constraint
    case SQLITE_MISUSE, SQLITE_RANGE: .misuse
    default: .other
    }
  }

  /// Code, message and SQL in one line.
  public var description: String {
    "SQLite error \(code): \(message)" + (sql.map { " - while running: \($0)" } ?? "")
  }

  /// What to say of a file that is no database of the kind that was expected.
  public static func notThatFile(_ message: String, path: String) -> DatabaseError {
    DatabaseError(code: SQLITE_NOTADB, message: message, path: path)
  }

  static func misuse(_ message: String, sql: String? = nil) -> DatabaseError {
    DatabaseError(code: SQLITE_MISUSE, message: message, sql: sql)
  }
}
