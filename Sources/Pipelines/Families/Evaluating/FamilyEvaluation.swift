public import Disk
import Families
import SQLiteAccess
import Store
public import Vocabulary

/// Judges the families of an invented council by what is true.
public enum FamilyEvaluation {
  /// Runs the stages on a council's extracts in a folder of their own, and compares.
  ///
  /// The folder is made, and removed with everything in it.
  public static func evaluate(
    council: Path, pipeline: Path, asOf: Day?, in workspace: Path, threads: Int,
    watcher: RunWatcher = .none
  ) async throws -> FamilyFigures {
    let truth = try CouncilTruth(council)
    let loaded = try LoadedPipeline.load(pipeline, extracts: council.joining("extracts"))
    guard loaded.definition.people != nil, loaded.definition.families != nil else {
      throw NoCouncil(file: pipeline.joining("pipeline.yaml"))
    }
    var options = RunOptions()
    options.threads = threads
    let keeper = RunKeeper(
      Workspace(workspace), watcher: watcher, stages: [.intake, .linkage, .families])
    defer { try? Files.removeTree(workspace) }
    let day = asOf ?? truth.lastDay
    let outcome = try await keeper.run(loaded, asOf: day, options)
    var file = try RunFile.open(at: outcome.folder.joining(RunBuilder.runFileName).text)
    return try FamilyComparison(truth, &file, asOf: day).figures
  }
}

/// The families of a run beside the true ones.
struct FamilyComparison {
  private(set) var figures = FamilyFigures()
  private let truth: CouncilTruth
  private let asOf: Day
  /// The true person of each found one.
  private var trueOf: [Int64: Int] = [:]
  private var seen: Set<Int> = []
  /// The people of each found family over all time, and those who live with it, with their parts.
  private var everyone: [Set<Int>] = []
  private var residents: [[Int: String]] = []

  private static let carers: Set<String> = ["parent", "partner", "grandparent"]
  init(_ truth: CouncilTruth, _ file: inout RunFile, asOf: Day) throws {
    self.truth = truth
    self.asOf = asOf
    try readPeople(&file)
    try readFamilies(&file)
    let actual = ActualFamilies(truth, seen, asOf: asOf)
    figures.unseen = actual.unseen
    figures.pairs = pairs(of: residents.map(foundPairs), actual)
    figures.shapes = actual.shapes(foundPairs: Set(residents.flatMap(foundPairs)), residentSets)
    try judgeRecipes(actual, &file)
    try judgeProtection(actual, &file)
    try judgeFlats(actual, &file)
  }

  // MARK: Reading

  private mutating func readPeople(_ file: inout RunFile) throws(DatabaseError) {
    var counts: [Int64: [Int: Int]] = [:]
    let truth = truth
    try file.forEachMentionOfPerson { (row) throws(DatabaseError) in
      let person = truth.person(file: row.text(1), line: row.integer(2), slot: row.text(3))
      if let person { counts[row.integer64(0), default: [:]][person, default: 0] += 1 }
    }
    for (found, people) in counts {
      trueOf[found] = people.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    seen = Set(trueOf.values)
  }

  private mutating func readFamilies(_ file: inout RunFile) throws(DatabaseError) {
    var last: Int64?
    var (everyone, residents): ([Set<Int>], [[Int: String]]) = ([], [])
    let (trueOf, asOf) = (trueOf, asOf)
    try file.forEachFamilyMember { (row) throws(DatabaseError) in
      if row.integer64(0) != last {
        last = row.integer64(0)
        everyone.append([])
        residents.append([:])
      }
      guard let person = trueOf[row.integer64(1)] else { return }
      everyone[everyone.count - 1].insert(person)
      let since = Day(iso: row.text(3)) ?? .earliest
      let until = Day(iso: row.text(4)) ?? .latest
      guard since <= asOf, asOf <= until, let role = FamilyRole(rawValue: row.text(2)),
        role.isResident
      else { return }
      residents[residents.count - 1][person] = role.rawValue
    }
    (self.everyone, self.residents) = (everyone, residents)
  }

  private var residentSets: [Set<Int>] { residents.map { Set($0.keys) } }

  // MARK: Pairs

  private func foundPairs(_ family: [Int: String]) -> [PersonPair] {
    let children = family.filter { $0.value == FamilyRole.dependentChild.rawValue }.keys
    let carers = family.filter { Self.carers.contains($0.value) }.keys
    return children.flatMap { child in carers.map { PersonPair(child, $0) } }
  }

  private func pairs(of found: [[PersonPair]], _ actual: ActualFamilies) -> FamilyFigures.Pairs {
    let all = Set(found.joined())
    return FamilyFigures.Pairs(
      found: all.count, actual: actual.pairs.count, both: all.intersection(actual.pairs).count)
  }

  // MARK: Recipes

  /// People who know persons alone put those together who have one address, or one surname too.
  private mutating func judgeRecipes(
    _ actual: ActualFamilies, _ file: inout RunFile
  ) throws(DatabaseError) {
    var addresses: [Int: (address: String, surname: String)] = [:]
    let trueOf = trueOf
    try file.forEachAddressOfPerson { (row) throws(DatabaseError) in
      guard let person = trueOf[row.integer64(0)] else { return }
      addresses[person] = (row.text(1), row.text(2).uppercased())
    }
    let names = ["address and postcode", "surname, address and postcode"]
    for (place, name) in names.enumerated() {
      var groups: [String: Set<Int>] = [:]
      for (person, known) in addresses {
        let key = place == 0 ? known.address : known.address + "|" + known.surname
        groups[key, default: []].insert(person)
      }
      let found = groups.values.map { people in
        let children = people.filter(actual.isYoung)
        return children.flatMap { child in
          people.filter { !actual.isYoung($0) }.map { PersonPair(child, $0) }
        }
      }
      figures.recipes.append(
        FamilyFigures.Recipe(
          name: name, pairs: pairs(of: found, actual), exact: actual.exact(Array(groups.values))))
    }
  }

  // MARK: What must not happen

  /// Those who fled are not to be shown with whom they fled from.
  ///
  /// Where no row protects any of them, or shows one in a home that is not that of whom they fled from, no way of forming
  /// families could know of it: those are counted apart.
  private mutating func judgeProtection(
    _ actual: ActualFamilies, _ file: inout RunFile
  ) throws(DatabaseError) {
    var protected: Set<Int> = []
    var homes: [Int: Set<String>] = [:]
    let trueOf = trueOf
    try file.forEachProtectedPerson { person throws(DatabaseError) in
      if let person = trueOf[person] { protected.insert(person) }
    }
    try file.forEachAddressOfPerson { (row) throws(DatabaseError) in
      if let person = trueOf[row.integer64(0)] { homes[person, default: []].insert(row.text(1)) }
    }
    for flight in actual.flights {
      let old = flight.feared.reduce(into: Set()) { $0.formUnion(homes[$1] ?? []) }
      let isTold = flight.fled.contains {
        protected.contains($0) || !(homes[$0] ?? []).isSubset(of: old)
      }
      let joined = flight.fled.reduce(0) { count, one in
        count
          + flight.feared.count { other in
            everyone.contains { $0.contains(one) && $0.contains(other) }
          }
      }
      let pairs = FamilyFigures.Protection(
        pairs: flight.fled.count * flight.feared.count, joined: joined)
      if isTold { figures.protection += pairs } else { figures.untoldFlights += pairs }
    }
  }

  /// Families with people of two flats of one building of whom no row says anything together.
  private mutating func judgeFlats(
    _ actual: ActualFamilies, _ file: inout RunFile
  ) throws(DatabaseError) {
    var flats: [Int: (flat: String, building: String)] = [:]
    var related: Set<PersonPair> = []
    let trueOf = trueOf
    try file.forEachAddressOfPerson { (row) throws(DatabaseError) in
      guard let person = trueOf[row.integer64(0)], !row.isNull(3), !row.isNull(4) else { return }
      flats[person] = (row.text(3).uppercased(), (row.text(4) + "|" + row.text(5)).uppercased())
    }
    try file.forEachRelationOfPeople { (one, other) throws(DatabaseError) in
      if let one = trueOf[one], let other = trueOf[other] {
        related.insert(PersonPair(one, other).ordered)
      }
    }
    figures.acrossFlats = residentSets.count { people in
      people.contains { one in
        people.contains { other in
          guard one < other, let left = flats[one], let right = flats[other] else { return false }
          return left.building == right.building && left.flat != right.flat
            && !actual.areFamily(one, other)
            && !related.contains(PersonPair(one, other).ordered)
        }
      }
    }
  }
}
