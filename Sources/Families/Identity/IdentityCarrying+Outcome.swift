extension IdentityCarrying {
  /// What came of it: every change of an id has its event.
  func outcome() -> CarriedIdentity {
    let found = ids.map { id in
      guard let id else { preconditionFailure("a group without an id") }
      return id
    }
    let (events, heirs) = lineage(found)
    let live = Set(past.holders.lazy.filter(\.isPresent).map(\.id))
    let vanished = live.filter { carriers[$0] == nil && heirs[$0] == nil }
    let ended = heirs.keys.filter { carriers[$0] == nil }
    let dormant = Set(past.dormant).union(vanished).subtracting(ended)
      .filter { carriers[$0] == nil }
    let dissolved = vanished.map { id in
      LineageEvent(.dissolved, from: id, records: 0)
    }
    return CarriedIdentity(
      ids: found, events: (events + dissolved).sorted(),
      gone: goneKeys.map { holder in
        // What was of an id that ended is its heir's, if it ever comes back.
        let id = carriers[holder.id] == nil ? heirs[holder.id] ?? holder.id : holder.id
        return KeyHolder(key: holder.key, id: id, isPresent: false)
      },
      dormant: dormant.sorted(), merged: Set(past.merged).union(ended).sorted())
  }

  /// The events of groups that are there, and who took over most of what was of each id that another group has part of.
  private func lineage(_ found: [Int64]) -> (events: [LineageEvent], heirs: [Int64: Int64]) {
    let dormant = Set(past.dormant)
    var events: [LineageEvent] = []
    var heirs: [Int64: (id: Int64, records: Int)] = [:]
    var hasPast = [Bool](repeating: false, count: groups.count)
    for overlap in overlaps {
      let (group, id) = (Int(overlap.group), found[Int(overlap.group)])
      hasPast[group] = true
      if overlap.id == id {
        if dormant.contains(id) {
          events.append(LineageEvent(.returned, to: id, records: overlap.records))
        }
        continue
      }
      let kind: LineageEvent.Kind =
        isNew[group] ? .split : carriers[overlap.id] == nil ? .merged : .moved
      events.append(LineageEvent(kind, from: overlap.id, to: id, records: overlap.records))
      let best = heirs[overlap.id]
      if best.map({ (overlap.records, $0.id) > ($0.records, id) }) ?? true {
        heirs[overlap.id] = (id, overlap.records)
      }
    }
    let corrected = Set(corrected)
    for group in found.indices where !hasPast[group] {
      let isCorrected = corrected.contains(Int32(group))
      events.append(
        LineageEvent(
          isCorrected ? .corrected : .born, from: isCorrected ? found[group] : nil,
          to: found[group], records: sizes[group]))
    }
    return (events, heirs.mapValues(\.id))
  }
}
