public import SQLiteAccess
public import Vocabulary

/// What the numbers in the tables stand for.
extension RunFile {
  /// Notes something about the run as a whole.
  public mutating func note(_ name: String, _ value: String) throws(DatabaseError) {
    try connection.execute("INSERT INTO run (name, value) VALUES (\(name), \(value))")
  }

  /// Adds the agencies, and the kinds of fact and of relation, numbered as in the vocabulary.
  public mutating func add(_ vocabulary: FactVocabulary) throws(DatabaseError) {
    for agency in vocabulary.agencies {
      try connection.execute(
        """
        INSERT INTO agency (name, title, universal)
        VALUES (\(agency.name), \(agency.title), \(agency.isUniversal ? 1 : 0))
        """)
    }
    for (number, kind) in vocabulary.kinds.enumerated() {
      try connection.execute(
        """
        INSERT INTO fact_kind (id, name, title, agency, shape, level, cost, sensitivity)
        VALUES (\(number), \(kind.name), \(kind.title), \(kind.agency), \(kind.shape.rawValue),
          \(kind.level), \(kind.cost), \(kind.sensitivity.rawValue))
        """)
    }
    for (number, kind) in vocabulary.relations.enumerated() {
      try connection.execute(
        """
        INSERT INTO relation_kind (id, name, title, inverse)
        VALUES (\(number), \(kind.name), \(kind.title), \(kind.inverse))
        """)
    }
  }

  /// Adds a source with the names of its slots.
  public mutating func addSource(
    number: Int, name: String, title: String, agency: String, slots: [String]
  ) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO source (id, name, title, agency)
      VALUES (\(number), \(name), \(title), \(agency))
      """)
    for (slot, name) in slots.enumerated() {
      try connection.execute(
        "INSERT INTO slot (source_id, number, name) VALUES (\(number), \(slot), \(name))")
    }
  }
}
