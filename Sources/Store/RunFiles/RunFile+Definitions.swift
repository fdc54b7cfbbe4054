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
  public mutating func addSource(_ source: SourceRow) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO source (id, name, title, agency, owner, basis, gateway, agreement, purposes,
        retain)
      VALUES (\(source.number), \(source.name), \(source.title), \(source.agency),
        \(source.owner), \(source.ground.basis), \(source.ground.gateway),
        \(source.ground.agreement), \(source.ground.purposes.joined(separator: ", ")),
        \(source.ground.retain))
      """)
    for (slot, name) in source.slots.enumerated() {
      try connection.execute(
        "INSERT INTO slot (source_id, number, name) VALUES (\(source.number), \(slot), \(name))")
    }
  }
}

/// A source, as its contract describes it.
public struct SourceRow: Sendable {
  var number: Int
  var name: String
  var title: String
  var agency: String
  var owner: String
  var ground: SharingGround
  var slots: [String]

  /// Describes a source.
  public init(
    number: Int, name: String, title: String, agency: String, owner: String,
    ground: SharingGround, slots: [String]
  ) {
    self.number = number
    self.name = name
    self.title = title
    self.agency = agency
    self.owner = owner
    self.ground = ground
    self.slots = slots
  }
}

/// By what right a source is held, for what, and how long.
public struct SharingGround: Hashable, Sendable {
  /// The lawful basis, in words.
  public var basis: String
  /// The statute by which the agency may send it.
  public var gateway: String
  /// The number of the sharing agreement, if there is one.
  public var agreement: String?
  /// The purposes that the agreement allows.
  public var purposes: [String]
  /// How long it is kept after it was delivered.
  public var retain: String

  /// States a ground.
  public init(
    basis: String, gateway: String, agreement: String?, purposes: [String], retain: String
  ) {
    self.basis = basis
    self.gateway = gateway
    self.agreement = agreement
    self.purposes = purposes
    self.retain = retain
  }
}
