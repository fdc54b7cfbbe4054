import Families
import SQLiteAccess
import Store
import Vocabulary

/// Which families would be others: all are formed again from the run with other people laid over it.
struct FamiliesPreview {
  /// A family by who belongs to it and when.
  typealias Members = [FamilyMemberRow]

  /// The families that are not as they were, or have somebody whose records would be others.
  private(set) var before: [Members] = []
  private(set) var after: [Members] = []

  /// - Parameters:
  ///   - settings: How families are formed.
  ///   - touched: Everybody whose records would be others.
  ///   - rulings: What people ruled of families and the run heeded.
  ///   - asOf: The day of the run.
  ///   - file: The run, with other people laid over it.
  /// - Throws: What the run file throws.
  init(
    _ settings: FamilySettings, touched: Set<Int64>, _ rulings: StageRulings, asOf: Day,
    _ file: inout RunFile
  ) throws(DatabaseError) {
    var records = try FamilyRecords(&file, settings, asOf: asOf)
    try records.heed(rulings)
    let formed = FamilyFormer(settings).families(of: records.input)
    let places = formed.families.indices.map { FamilyID(Int64($0)) }
    let then = FamilyWriting(formed, places, records.input, settings).memberships
    let now = try file.allMemberships()
    let (known, coming) = (Set(now.map(Self.signature)), Set(then.map(Self.signature)))
    func isTouched(_ members: Members) -> Bool { members.contains { touched.contains($0.person) } }
    before = now.filter { isTouched($0) || !coming.contains(Self.signature($0)) }
    after = then.filter { isTouched($0) || !known.contains(Self.signature($0)) }
    nameNew()
  }

  /// What a family consists of, whatever it is called.
  private static func signature(_ members: Members) -> Members {
    members.map { member in
      var member = member
      member.family = 0
      member.strength = 0
      return member
    }
  }

  /// Gives each family that would be the id of the one that it has most people of, or else a number that no family has.
  private mutating func nameNew() {
    let people = before.map { Set($0.map(\.person)) }
    var shared: [(count: Int, old: Int, new: Int)] = []
    for new in after.indices {
      let own = Set(after[new].map(\.person))
      for old in people.indices {
        let count = people[old].intersection(own).count
        if count > 0 { shared.append((count, old, new)) }
      }
    }
    shared.sort { ($1.count, $0.old, $0.new) < ($0.count, $1.old, $1.new) }
    var (ids, taken): ([Int: Int64], Set<Int>) = ([:], [])
    for each in shared where ids[each.new] == nil && !taken.contains(each.old) {
      ids[each.new] = before[each.old].first?.family
      taken.insert(each.old)
    }
    for new in after.indices {
      let id = ids[new] ?? -Int64(new) - 1
      for place in after[new].indices { after[new][place].family = id }
    }
  }
}
