/// What became of an id from one run to the next, where it did not simply stay.
public struct LineageEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A group that nothing of was known before was given a new id.
    case born
    /// Part of a group became one of its own, with a new id.
    case split
    /// A group, or what was left of it, became part of another one, and its id ended.
    case merged
    /// Records went from one group to another, and both stay.
    case moved
    /// All records of a group are gone; its id sleeps.
    case dissolved
    /// Records of a group that slept are back, and so is its id.
    case returned
    /// All records of a group were replaced by others, and it is known by something else.
    case corrected
  }

  /// What happened.
  public var kind: Kind
  /// The id that was; nil where there was none.
  public var from: Int64?
  /// The id that is; nil where there is none.
  public var to: Int64?
  /// How many records it is about.
  public var records: Int

  /// States an event.
  public init(_ kind: Kind, from: Int64? = nil, to: Int64? = nil, records: Int) {
    self.kind = kind
    self.from = from
    self.to = to
    self.records = records
  }
}

extension LineageEvent: Comparable {
  /// Orders events by kind and ids, which is arbitrary but always the same.
  public static func < (one: LineageEvent, other: LineageEvent) -> Bool {
    (one.kind.rawValue, one.from ?? .min, one.to ?? .min, one.records)
      < (other.kind.rawValue, other.from ?? .min, other.to ?? .min, other.records)
  }
}
