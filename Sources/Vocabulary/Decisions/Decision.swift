/// What a person ruled: what, who, as what, when, why, and what they saw.
public struct Decision: Hashable, Sendable {
  /// What is said.
  public var subject: DecisionSubject
  /// Who, as the system knows them.
  public var by: String
  /// As what.
  public var role: DecisionRole
  /// When, in UTC, as `2013-07-22T02:00:00Z`; given by whoever notes it, never asked of a clock here.
  public var at: String
  /// Why, from the list.
  public var reason: DecisionReason
  /// More about it, with no more personal data than needed.
  public var comment: String?
  /// What was looked at.
  public var seen: SeenEvidence
  /// The entry that this one takes the place of.
  public var supersedes: Int?

  /// States a decision.
  public init(
    _ subject: DecisionSubject, by: String, role: DecisionRole, at: String,
    reason: DecisionReason, comment: String? = nil, seen: SeenEvidence = SeenEvidence(),
    supersedes: Int? = nil
  ) {
    self.subject = subject
    self.by = by
    self.role = role
    self.at = at
    self.reason = reason
    self.comment = comment
    self.seen = seen
    self.supersedes = supersedes
  }
}

extension Decision: CustomStringConvertible {
  /// The kind of decision, and nothing of whom it is about.
  public var description: String { "Decision(\(subject.kind.rawValue))" }
}

/// What somebody looked at when they decided.
public struct SeenEvidence: Hashable, Sendable {
  /// The run.
  public var run: String?
  /// The linkage model by name and version, or the pack, that had judged.
  public var model: String?
  /// The weight of the pair in thousandths of a bit, where there was one.
  public var weight: Int?
  /// How long they looked, in seconds.
  public var seconds: Int?
  /// The records with the values that were compared, in the order in which the decision names them.
  public var records: [SeenRecord]

  /// States what was seen.
  public init(
    run: String? = nil, model: String? = nil, weight: Int? = nil, seconds: Int? = nil,
    records: [SeenRecord] = []
  ) {
    self.run = run
    self.model = model
    self.weight = weight
    self.seconds = seconds
    self.records = records
  }
}

/// A record as it was when somebody decided about it.
public struct SeenRecord: Hashable, Sendable {
  /// Its key.
  public var key: RecordKey
  /// Whose it is.
  public var source: String
  /// What was compared: only what there was, in the order of names.
  public var values: [SeenValue]
  /// The digest of source and values, by which a change shows.
  public var digest: String

  /// States a record.
  public init(key: RecordKey, source: String, values: [SeenValue], digest: String) {
    self.key = key
    self.source = source
    self.values = values
    self.digest = digest
  }
}

extension SeenRecord: CustomStringConvertible {
  /// The key alone, which says nothing of the person.
  public var description: String { "SeenRecord(\(key.text))" }
}

/// One value of a record.
public struct SeenValue: Hashable, Sendable {
  /// The column.
  public var name: String
  /// The value, as it was compared.
  public var text: String

  /// States a value.
  public init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

extension SeenValue: CustomStringConvertible {
  /// The column alone.
  public var description: String { "SeenValue(\(name), hidden)" }
}
