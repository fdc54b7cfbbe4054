/// The ids of a run's groups, how they came about, and what the next run has to know.
public struct CarriedIdentity: Hashable, Sendable {
  /// The id of each group.
  public var ids: [Int64]
  /// What happened to ids, in order.
  public var events: [LineageEvent]
  /// Whose the keys were that are not there now, in the order of keys.
  public var gone: [KeyHolder]
  /// Ids of groups whose records are all gone, in order.
  public var dormant: [Int64]
  /// Ids that became part of others, in order.
  public var merged: [Int64]

  /// Finds the ids: pure, and the same for the same input in whatever order the groups come.
  ///
  /// `makeID` proposes a new id for a group by its lowest key; it is asked again, with the number of the attempt, while
  /// it proposes one that was ever given.
  public init(
    _ groups: PresentGroups, after past: PastIdentity,
    makeID: (_ lowestKey: Int64, _ attempt: Int) -> Int64
  ) {
    var carrying = IdentityCarrying(groups, past)
    carrying.carryByKeys()
    carrying.carryByAnchors()
    carrying.makeNew(makeID)
    self = carrying.outcome()
  }

  init(
    ids: [Int64], events: [LineageEvent], gone: [KeyHolder], dormant: [Int64], merged: [Int64]
  ) {
    self.ids = ids
    self.events = events
    self.gone = gone
    self.dormant = dormant
    self.merged = merged
  }

  /// What the run after this one starts from.
  public func past(of groups: PresentGroups) -> PastIdentity {
    var holders = gone
    var last: Int64?
    for part in groups.keys where part.value != last {
      holders.append(KeyHolder(key: part.value, id: ids[Int(part.group)], isPresent: true))
      last = part.value
    }
    return PastIdentity(
      holders: holders.sorted { $0.key < $1.key },
      anchors: groups.anchors.map { AnchorHolder(anchor: $0.value, id: ids[Int($0.group)]) },
      dormant: dormant, merged: merged)
  }
}
