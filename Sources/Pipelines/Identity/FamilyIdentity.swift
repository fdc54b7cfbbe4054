import Families
import SQLiteAccess
import Sealing
import Store
import Vocabulary

/// The ids of a run's families, carried over from the run before.
///
/// A family is known by the records of the people whose home it is, so it stays who it is when somebody joins or leaves,
/// when people turn out to be one, and when its head is another.
struct FamilyIdentity {
  /// The id of each family, in the order in which they were given.
  let ids: [FamilyID]
  private let carried: CarriedIdentity
  private let holders: [HolderRow]

  /// Finds the ids of families, given for each the people whose home it is, and somebody who stands for it.
  ///
  /// Nobody has two homes; of somebody who is given two the first counts.
  init(
    _ families: [(home: [PersonID], head: PersonID)], _ work: inout StageWork
  ) throws {
    var familyOf: [Int64: Int32] = [:]
    for (number, family) in families.enumerated() {
      for person in family.home where familyOf[person.value] == nil {
        familyOf[person.value] = Int32(number)
      }
    }
    var keys: [PresentGroups.Part] = []
    var isKnown = [Bool](repeating: false, count: families.count)
    var lowestOf: [Int64: Int64] = [:]
    for holder in try work.file.personHolders() {
      lowestOf[holder.id] = min(lowestOf[holder.id] ?? .max, holder.key)
      guard let family = familyOf[holder.id] else { continue }
      keys.append(PresentGroups.Part(holder.key, of: family))
      isKnown[Int(family)] = true
    }
    // A family that is nobody's home is known by whoever stands for it.
    for number in families.indices where !isKnown[number] {
      let head = families[number].head.value
      keys.append(
        PresentGroups.Part(
          Self.hash("elsewhere \(lowestOf[head] ?? head)"), of: Int32(number)))
    }
    keys.sort { ($0.value, $0.group) < ($1.value, $1.group) }
    let groups = PresentGroups(
      count: families.count, keys: keys,
      anchors: familyOf.keys.sorted().compactMap { person in
        familyOf[person].map { PresentGroups.Part(person, of: $0) }
      })
    var past = PastIdentity()
    if var previous = try PreviousIdentity(work) {
      past = try previous.families()
    }
    let carried = CarriedIdentity(groups, after: past, makeID: Self.makeID)
    self.carried = carried
    ids = carried.ids.map { FamilyID($0) }
    var holders: [HolderRow] = []
    for part in keys where holders.last?.key != part.value {
      holders.append(HolderRow(key: part.value, id: carried.ids[Int(part.group)]))
    }
    self.holders = holders
  }

  /// Notes what the next run has to know, and what happened.
  func write(to work: inout StageWork) throws {
    try work.file.addFamilyHolders(holders)
    try carried.write(.family, to: &work.file)
    carried.count(into: &work.counts, .family)
  }

  /// A family's first id is a hash of the lowest key in it.
  private static func makeID(_ lowestKey: Int64, _ attempt: Int) -> Int64 {
    hash("family \(lowestKey) \(attempt)")
  }

  private static func hash(_ text: String) -> Int64 {
    Int64(bitPattern: SipHash.standard.hash64(Array(text.utf8).span))
  }
}

extension PreviousIdentity {
  /// What was of families: their records, and as anchors their people.
  mutating func families() throws -> PastIdentity {
    let holders = try withFile { file in try file.familyHolders() }
    var past = try past(.family, holders)
    let familyOf = Dictionary(
      holders.map { ($0.key, $0.id) }, uniquingKeysWith: { one, _ in one })
    var known: Set<[Int64]> = []
    for holder in try withFile({ file in try file.personHolders() }) {
      guard let family = familyOf[holder.key], known.insert([holder.id, family]).inserted else {
        continue
      }
      past.anchors.append(AnchorHolder(anchor: holder.id, id: family))
    }
    return past
  }
}
