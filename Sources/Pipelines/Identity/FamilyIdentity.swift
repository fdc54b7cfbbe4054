import Families
import SQLiteAccess
import Sealing
import Store
import Vocabulary

/// The ids of a run's families, carried over from the run before.
///
/// A family is known by the people whose home it is and by their records, so it stays who it is when somebody joins or
/// leaves, when people turn out to be one, when records are corrected, and when its head is another.
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
    var isKnown = [Bool](repeating: false, count: families.count)
    // A family is known by its people themselves, too, who stay who they are when all their records are others.
    var keys = familyOf.map { person, family in
      isKnown[Int(family)] = true
      return PresentGroups.Part(Self.hash("member \(person)"), of: family)
    }
    for holder in try work.file.personHolders() {
      guard let family = familyOf[holder.id] else { continue }
      keys.append(PresentGroups.Part(holder.key, of: family))
    }
    // A family that is nobody's home is known by whoever stands for it.
    for number in families.indices where !isKnown[number] {
      let head = families[number].head.value
      keys.append(PresentGroups.Part(Self.hash("elsewhere \(head)"), of: Int32(number)))
    }
    keys.sort { ($0.value, $0.group) < ($1.value, $1.group) }
    let groups = PresentGroups(count: families.count, keys: keys)
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
  /// What was of families.
  mutating func families() throws -> PastIdentity {
    try past(.family, try withFile { file in try file.familyHolders() })
  }
}
