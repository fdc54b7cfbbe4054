public import SQLiteAccess

/// The file that holds everything a run found: `run.db`.
///
/// Each stage works in one transaction, so that a run cut short anywhere leaves the file as the last whole stage left
/// it, byte for byte. Only the first lays rows into it between transactions (`RecordWriter`): cut short, it leaves nothing
/// that anybody needs. Once published the file is never written again.
public struct RunFile: ~Copyable {
  /// The connection, which stays with the task that opened the file.
  public var connection: Connection
  let path: String

  /// Makes a new file with every table, or opens one that an earlier attempt left.
  public static func create(at path: String) throws(DatabaseError) -> RunFile {
    var connection = try Connection(path: path, .create)
    try connection.apply(buildSettings)
    // Setting it anew would change the file, and with it what the checkpoints vouch for.
    if try connection.applicationID() != RunSchema.applicationID {
      try connection.apply([.applicationID(RunSchema.applicationID)])
    }
    try connection.migrate(RunSchema.migrations)
    return RunFile(connection: connection, path: path)
  }

  /// Opens a published file to read it.
  public static func open(at path: String) throws(DatabaseError) -> RunFile {
    var connection = try Connection(path: path, .readOnlyImmutable)
    let mark = try connection.first("PRAGMA application_id") { (row) throws(DatabaseError) in
      row.integer(0)
    }
    // An empty file is a sound database of SQLite's, and still no run.
    guard mark == Int(RunSchema.applicationID) else {
      throw DatabaseError.notThatFile("it is no run file", path: path)
    }
    try connection.apply(readSettings)
    return RunFile(connection: connection, path: path)
  }

  /// Settings for a file that only one process writes, and that is thrown away if it dies: the file is made safe on the
  /// disk once, at the end of each stage, by whoever keeps the checkpoints.
  private static let buildSettings: [Setting] =
    [
      .pageSize(32 << 10), .journal(.truncate), .synchronous(.off), .exclusiveLocking(true),
      .temporaryStore(.file),
      // Stages look up records all over the file. Its indexes are sorted on two more cores.
      .cacheKibibytes(256 << 10), .temporaryCacheKibibytes(64 << 10), .sortingThreads(2),
    ]

  /// SQLite keeps 2 MiB of a file otherwise, which are sixty-four of its pages, and reads the others again and again.
  private static let readSettings: [Setting] = [
    .cacheKibibytes(64 << 10), .temporaryCacheKibibytes(64 << 10),
  ]

  private init(connection: consuming Connection, path: String) {
    self.connection = connection
    self.path = path
  }

  /// Gives up the lock, so that another connection of this task may write to the file between transactions.
  mutating func share() throws(DatabaseError) {
    try connection.apply([.exclusiveLocking(false)])
    // The lock goes when the file is next read (https://sqlite.org/pragma.html#pragma_locking_mode).
    try connection.execute("SELECT count(*) FROM sqlite_schema")
  }

  /// Begins a stage's work.
  public mutating func begin() throws(DatabaseError) {
    try connection.execute("BEGIN IMMEDIATE")
  }

  /// Keeps a stage's work.
  public mutating func commit() throws(DatabaseError) {
    try connection.execute("COMMIT")
  }
}
