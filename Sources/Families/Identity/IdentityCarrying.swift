/// Carries ids from what was to what is, step by step.
///
/// An id goes to the group that has most of its records: records of the last run count before those of earlier runs, and
/// ties go to the lower id and the lower key. What has no record in common may still be known by an anchor that only
/// it had and only one group has, as when an agency corrected the only record of a person.
struct IdentityCarrying {
  /// How many records a group has in common with an id.
  struct Overlap {
    var id: Int64
    var group: Int32
    /// Records that were there in the last run.
    var present = 0
    /// Records that were there in an earlier one alone.
    var earlier = 0

    var records: Int { present + earlier }
  }

  let groups: PresentGroups
  let past: PastIdentity
  /// The lowest key of each group.
  let lowest: [Int64]
  /// How many keys each group has.
  let sizes: [Int]
  /// What groups have in common with ids, by id and then group.
  let overlaps: [Overlap]
  /// Whose the keys were that are not there now.
  let goneKeys: [KeyHolder]
  /// The id of each group, as far as it is found.
  var ids: [Int64?]
  /// The group that carries each id on.
  var carriers: [Int64: Int32] = [:]
  /// Groups that were known by an anchor alone.
  var corrected: [Int32] = []
  /// Groups whose id is new.
  var isNew: [Bool]

  init(_ groups: PresentGroups, _ past: PastIdentity) {
    self.groups = groups
    self.past = past
    ids = Array(repeating: nil, count: groups.count)
    isNew = Array(repeating: false, count: groups.count)
    var lowest = [Int64](repeating: .max, count: groups.count)
    var sizes = [Int](repeating: 0, count: groups.count)
    var common: [(id: Int64, group: Int32, isPresent: Bool)] = []
    var gone: [KeyHolder] = []
    var place = 0
    var last: Int64?
    for part in groups.keys where part.value != last {
      precondition(last.map { $0 < part.value } ?? true, "keys in their order")
      last = part.value
      lowest[Int(part.group)] = min(lowest[Int(part.group)], part.value)
      sizes[Int(part.group)] += 1
      while place < past.holders.count, past.holders[place].key < part.value {
        gone.append(past.holders[place])
        place += 1
      }
      guard place < past.holders.count, past.holders[place].key == part.value else { continue }
      common.append((past.holders[place].id, part.group, past.holders[place].isPresent))
      place += 1
    }
    self.lowest = lowest
    self.sizes = sizes
    goneKeys = gone + past.holders[place...]
    overlaps = Self.counted(&common)
  }

  private static func counted(
    _ common: inout [(id: Int64, group: Int32, isPresent: Bool)]
  ) -> [Overlap] {
    common.sort { ($0.id, $0.group) < ($1.id, $1.group) }
    var overlaps: [Overlap] = []
    for (id, group, isPresent) in common {
      if overlaps.last?.id != id || overlaps.last?.group != group {
        overlaps.append(Overlap(id: id, group: group))
      }
      let place = overlaps.count - 1
      if isPresent { overlaps[place].present += 1 } else { overlaps[place].earlier += 1 }
    }
    return overlaps
  }

  // MARK: Carrying

  mutating func carryByKeys() {
    let lowest = lowest
    let order = overlaps.indices.sorted { one, other in
      let (left, right) = (overlaps[one], overlaps[other])
      return (right.present, right.earlier, left.id, lowest[Int(left.group)])
        < (left.present, left.earlier, right.id, lowest[Int(right.group)])
    }
    for place in order { carry(overlaps[place].id, to: overlaps[place].group) }
  }

  /// Gives an id to a group, unless either has found another.
  @discardableResult
  private mutating func carry(_ id: Int64, to group: Int32) -> Bool {
    guard ids[Int(group)] == nil, carriers[id] == nil else { return false }
    ids[Int(group)] = id
    carriers[id] = group
    return true
  }

  mutating func carryByAnchors() {
    // Only who would vanish and who would appear from nothing can be one and the same.
    let present = Set(past.holders.lazy.filter(\.isPresent).map(\.id))
    let overlapping = Set(overlaps.map(\.id))
    let known = Set(overlaps.map(\.group))
    var sought: [Int64: Set<Int64>] = [:]
    for holder in past.anchors
    where present.contains(holder.id) && !overlapping.contains(holder.id) {
      sought[holder.anchor, default: []].insert(holder.id)
    }
    var offered: [Int64: Set<Int32>] = [:]
    for part in groups.anchors where !known.contains(part.group) && sought[part.value] != nil {
      offered[part.value, default: []].insert(part.group)
    }
    var common: [(id: Int64, group: Int32, isPresent: Bool)] = []
    for anchor in offered.keys.sorted() {
      guard let ids = sought[anchor], let groups = offered[anchor], ids.count == 1,
        groups.count == 1, let id = ids.first, let group = groups.first
      else { continue }
      common.append((id, group, true))
    }
    var shared = Self.counted(&common)
    shared.sort {
      ($1.present, $0.id, lowest[Int($0.group)]) < ($0.present, $1.id, lowest[Int($1.group)])
    }
    for overlap in shared where carry(overlap.id, to: overlap.group) {
      corrected.append(overlap.group)
    }
  }

  mutating func makeNew(_ makeID: (_ lowestKey: Int64, _ attempt: Int) -> Int64) {
    var given = Set(past.holders.map(\.id))
    given.formUnion(past.dormant)
    given.formUnion(past.merged)
    // In the order of their keys, so that it does not matter in which order the groups came.
    let nameless = ids.indices.filter { ids[$0] == nil }.sorted { lowest[$0] < lowest[$1] }
    for group in nameless {
      var attempt = 0
      while true {
        let id = makeID(lowest[group], attempt)
        attempt += 1
        guard given.insert(id).inserted else { continue }
        ids[group] = id
        isNew[group] = true
        break
      }
    }
  }
}
