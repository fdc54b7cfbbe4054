/// The codes by which atoms are in conflict without a link between them.
struct ConflictMarks {
  /// How many kinds of identifier there are that differ never.
  let kinds: Int
  /// The code of each atom of each kind, 0 for none: `identifiers[atom * kinds + kind]`.
  private let identifiers: [Int32]
  /// The groups of each atom that hold a person once at most, in order.
  private let groups: [[UInt64]]

  /// Collects the codes of the records of each atom.
  init(
    _ records: [RecordNumber], atoms: [Int32], atomCount: Int, constraints: ClusterConstraints
  ) {
    let never = constraints.identifiers.filter { $0.force == .never }
    kinds = never.count
    var identifiers = [Int32](repeating: 0, count: never.count * atomCount)
    for (kind, identifier) in never.enumerated() {
      for (place, record) in records.enumerated() {
        let index = Int(atoms[place]) * never.count + kind
        if identifiers[index] == 0 { identifiers[index] = identifier.codes[Int(record)] }
      }
    }
    var groups: [[UInt64]] = []
    if !constraints.exclusions.isEmpty {
      groups = [[UInt64]](repeating: [], count: atomCount)
      for (kind, exclusion) in constraints.exclusions.enumerated() {
        for (place, record) in records.enumerated() where exclusion.codes[Int(record)] != 0 {
          groups[Int(atoms[place])].append(pairKey(Int32(kind), exclusion.codes[Int(record)]))
        }
      }
      for atom in groups.indices where groups[atom].count > 1 { groups[atom].sort() }
    }
    self.identifiers = identifiers
    self.groups = groups
  }

  /// Tells whether there is nothing to be in conflict about.
  var isEmpty: Bool { kinds == 0 && groups.isEmpty }

  /// The code of an atom of a kind of identifier.
  @inline(__always)
  func identifier(_ atom: Int, kind: Int) -> Int32 {
    identifiers[atom * kinds + kind]
  }

  /// The groups of an atom, in order.
  func groups(of atom: Int) -> [UInt64] {
    groups.isEmpty ? [] : groups[atom]
  }

  /// Tells whether two atoms can never be one person.
  func conflict(_ one: Int, _ other: Int) -> Bool {
    for kind in 0..<kinds {
      let (first, second) = (identifier(one, kind: kind), identifier(other, kind: kind))
      if first != 0, second != 0, first != second { return true }
    }
    return !groups.isEmpty && Self.meet(groups[one], groups[other])
  }

  /// Tells whether two ordered lists have a code in common.
  static func meet(_ one: [UInt64], _ other: [UInt64]) -> Bool {
    firstCommon(one, other) != nil
  }

  /// The first code that two ordered lists have in common.
  static func firstCommon(_ one: [UInt64], _ other: [UInt64]) -> UInt64? {
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] { return one[left] }
      if one[left] < other[right] { left += 1 } else { right += 1 }
    }
    return nil
  }
}
