/// One step in the life of a schema; once it has run anywhere it is never changed.
public struct Migration: Sendable {
  /// The name under which the step is remembered.
  public let name: String
  /// The statements of the step.
  public let script: String

  /// Makes a step from statements.
  public init(_ name: String, _ script: String) {
    self.name = name
    self.script = script
  }
}

extension Connection {
  /// Runs the migrations that have not run, in their order, each in a transaction.
  ///
  /// What has run is kept in the table `migration` with its text, so that a step changed after it
  /// ran, a step put in between, or a file from a newer program is an error and no guess. Foreign
  /// keys are checked before each commit.
  public mutating func migrate(_ migrations: [Migration]) throws(DatabaseError) {
    try execute(
      """
      CREATE TABLE IF NOT EXISTS migration (
        position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, script TEXT NOT NULL
      ) STRICT
      """)
    let done = try query("SELECT name, script FROM migration ORDER BY position") {
      (row) throws(DatabaseError) in Migration(row.text(0), row.text(1))
    }
    guard done.count <= migrations.count else {
      throw DatabaseError.misuse("the database was made by a newer program")
    }
    for (old, new) in zip(done, migrations) { try Self.check(new, ranAs: old) }
    for (position, migration) in migrations.enumerated().dropFirst(done.count) {
      try run(migration, at: position)
    }
  }

  private static func check(_ new: Migration, ranAs old: Migration) throws(DatabaseError) {
    guard old.name == new.name, old.script == new.script else {
      throw .misuse("the migration '\(old.name)' is not the one that ran")
    }
  }

  private mutating func run(_ migration: Migration, at position: Int) throws(DatabaseError) {
    try transaction { (connection: inout Connection) throws(DatabaseError) in
      // Somebody else may have run it since what has run was read.
      let old = try connection.first(
        "SELECT name, script FROM migration WHERE position = \(position)"
      ) { (row) throws(DatabaseError) in Migration(row.text(0), row.text(1)) }
      if let old { return try Self.check(migration, ranAs: old) }
      try connection.executeScript(migration.script)
      guard connection.isInTransaction else {
        throw .misuse("the migration '\(migration.name)' ended its own transaction")
      }
      guard try connection.foreignKeyProblemCount() == 0 else {
        throw .misuse("the migration '\(migration.name)' breaks foreign keys")
      }
      try connection.execute(
        """
        INSERT INTO migration (position, name, script)
        VALUES (\(position), \(migration.name), \(migration.script))
        """)
    }
  }
}
