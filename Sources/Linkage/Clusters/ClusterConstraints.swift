/// What two records of one cluster may never be, and what people have decided.
///
/// Everything is optional. Arrays with one code for each record use 0 for «not known», which is in
/// conflict with nothing.
public struct ClusterConstraints: Sendable {
  /// A kind of identifier: two records with two different codes are two people.
  public struct Identifier: Sendable {
    /// How much two different codes say.
    public enum Force: Sendable, Equatable {
      /// Two different codes are never one person.
      case never
      /// Two different codes count as this many bits against.
      case against(bits: Double)
    }

    /// The code of each record, 0 where it has none.
    public var codes: [Int32]
    /// How much two different codes say.
    public var force: Force

    /// Names the codes of a kind of identifier.
    public init(codes: [Int32], force: Force = .never) {
      self.codes = codes
      self.force = force
    }
  }

  /// Groups of which a cluster holds one record at most: one row, one household, a source without duplicates.
  public struct Exclusion: Sendable {
    /// The group of each record, 0 where it is in none.
    public var codes: [Int32]

    /// Names the groups.
    public init(codes: [Int32]) {
      self.codes = codes
    }
  }

  /// Two records on which a person has decided.
  public struct DecidedPair: Sendable, Equatable {
    /// One of the records.
    public var left: RecordNumber
    /// The other.
    public var right: RecordNumber
    /// The number by which the caller knows the decision.
    public var decision: Int32

    /// Notes a decision on two records.
    public init(_ left: RecordNumber, _ right: RecordNumber, decision: Int32) {
      self.left = left
      self.right = right
      self.decision = decision
    }
  }

  /// Two records that the caller's own rules keep apart.
  public struct ForbiddenPair: Sendable, Equatable {
    /// One of the records.
    public var left: RecordNumber
    /// The other.
    public var right: RecordNumber

    /// Forbids two records to be one person.
    public init(_ left: RecordNumber, _ right: RecordNumber) {
      self.left = left
      self.right = right
    }
  }

  /// Kinds of identifier that people have one of.
  public var identifiers: [Identifier]
  /// Groups that hold a person once at most.
  public var exclusions: [Exclusion]
  /// Pairs that people decided to be one person.
  public var together: [DecidedPair]
  /// Pairs that people decided to be two.
  public var apart: [DecidedPair]
  /// Pairs that the caller's rules keep apart, twins for one; a decision to join overrules them.
  public var forbidden: [ForbiddenPair]

  /// Constraints, none unless given.
  public init(
    identifiers: [Identifier] = [], exclusions: [Exclusion] = [], together: [DecidedPair] = [],
    apart: [DecidedPair] = [], forbidden: [ForbiddenPair] = []
  ) {
    self.identifiers = identifiers
    self.exclusions = exclusions
    self.together = together
    self.apart = apart
    self.forbidden = forbidden
  }

  /// Stops the program if codes or pairs do not fit the records.
  func check(recordCount: Int) {
    for identifier in identifiers {
      precondition(identifier.codes.count == recordCount, "every record has a code, or 0")
    }
    for exclusion in exclusions {
      precondition(exclusion.codes.count == recordCount, "every record has a group, or 0")
    }
    let named =
      (together + apart).map { ($0.left, $0.right) } + forbidden.map { ($0.left, $0.right) }
    for (left, right) in named {
      let least = min(left, right)
      precondition(
        left != right && least >= 0 && Int(max(left, right)) < recordCount,
        "a decision or rule is about two of the records")
    }
  }
}
