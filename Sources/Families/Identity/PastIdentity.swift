/// What earlier runs left of who was who: the input from which ids are carried on.
///
/// People and families are carried alike, so here both are groups of records' keys, each with an id.
public struct PastIdentity: Hashable, Sendable {
  /// Whose each key was when it was last there, in the order of keys; no key comes twice.
  public var holders: [KeyHolder]
  /// What else is known of the groups of the last run, in any order: see ``IdentityCarrying``.
  public var anchors: [AnchorHolder]
  /// Ids of groups whose records are all gone, and that return with any of them; in order.
  public var dormant: [Int64]
  /// Ids of groups that became part of others, and never return; in order.
  public var merged: [Int64]

  /// States what was.
  public init(
    holders: [KeyHolder] = [], anchors: [AnchorHolder] = [], dormant: [Int64] = [],
    merged: [Int64] = []
  ) {
    self.holders = holders
    self.anchors = anchors
    self.dormant = dormant
    self.merged = merged
  }
}

/// Whose a record's key was.
public struct KeyHolder: Hashable, Sendable {
  /// The key.
  public var key: Int64
  /// The id of the group.
  public var id: Int64
  /// Whether the record was there in the last run, and not only in an earlier one.
  public var isPresent: Bool

  /// States it.
  public init(key: Int64, id: Int64, isPresent: Bool) {
    self.key = key
    self.id = id
    self.isPresent = isPresent
  }
}

/// Something by which a group may be known when none of its records is.
public struct AnchorHolder: Hashable, Sendable {
  /// A hash of it.
  public var anchor: Int64
  /// The id of the group.
  public var id: Int64

  /// States it.
  public init(anchor: Int64, id: Int64) {
    self.anchor = anchor
    self.id = id
  }
}

/// The groups of this run, which are to have ids.
public struct PresentGroups: Sendable {
  /// Something of a group: a key, or an anchor.
  public struct Part: Hashable, Sendable {
    /// The key or anchor.
    public var value: Int64
    /// The group, counted from 0.
    public var group: Int32

    /// States it.
    public init(_ value: Int64, of group: Int32) {
      self.value = value
      self.group = group
    }
  }

  /// How many groups there are.
  public var count: Int
  /// The keys of all groups, in the order of keys; of a key that comes twice the first counts.
  public var keys: [Part]
  /// What else is known of the groups, in any order.
  public var anchors: [Part]

  /// Describes groups.
  public init(count: Int, keys: [Part], anchors: [Part] = []) {
    self.count = count
    self.keys = keys
    self.anchors = anchors
  }
}
