public import Vocabulary

extension CohortBook {
  /// Folds the ledger's entries under the ids that families have now.
  ///
  /// Where two families that were both put forward have become one, the life that came further is the family's, and the
  /// family is named as contested until somebody ends the other life, under the id that it had. What was entered of an id
  /// that never came into the programme by itself belongs to the family that it became part of.
  public init(_ entries: [CohortEntry], successors: [FamilyID: FamilyID]) {
    self.successors = successors
    var byOrigin: [FamilyID: [CohortEntry]] = [:]
    for entry in entries { byOrigin[entry.family, default: []].append(entry) }
    var origins: [FamilyID: [FamilyID]] = [:]
    for origin in byOrigin.keys.sorted() {
      origins[successors[origin] ?? origin, default: []].append(origin)
    }
    for (family, origins) in origins.sorted(by: { $0.key < $1.key }) {
      settle(family, origins, byOrigin, entries)
    }
  }

  private mutating func settle(
    _ family: FamilyID, _ origins: [FamilyID], _ byOrigin: [FamilyID: [CohortEntry]],
    _ entries: [CohortEntry]
  ) {
    var begun: [FamilyID: FamilyLife] = [:]
    for origin in origins {
      let own = byOrigin[origin] ?? []
      guard own.contains(where: { Self.begins($0.event) }) else { continue }
      begun[origin] = Self.life(of: origin, own)
    }
    let open = begun.filter { $0.value.ended == nil }
    if open.count > 1 { contested.append(family) }
    let main = (open.isEmpty ? begun : open).min { Self.isFurther($0.value, $1.value) }?.key
    let belonging = Set(origins.filter { begun[$0] == nil } + (main.map { [$0] } ?? []))
    byFamily[family] = Self.life(
      of: family,
      origins.count == 1
        ? byOrigin[origins[0]] ?? [] : entries.filter { belonging.contains($0.family) })
    for (origin, life) in begun where origin != main && origin != family {
      besides[origin] = life
    }
  }

  private static func life(of family: FamilyID, _ entries: [CohortEntry]) -> FamilyLife {
    var life = FamilyLife(family: family)
    for entry in entries { fold(entry, into: &life) }
    return life
  }

  /// Whether an entry brings a family into the programme.
  private static func begins(_ event: CohortEvent) -> Bool {
    switch event {
    case .identified, .confirmed, .attached: true
    default: false
    }
  }

  /// Whether a life came further than another; of two that came as far, the one that was attached first.
  private static func isFurther(_ life: FamilyLife, _ other: FamilyLife) -> Bool {
    let (one, two) = (rank(life), rank(other))
    if one != two { return one > two }
    return (life.attachedOn ?? .latest, life.family) < (other.attachedOn ?? .latest, other.family)
  }
}
