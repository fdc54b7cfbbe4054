import Criteria
import Vocabulary

/// Families with their people and facts, to be taken in batches: each is a case file of its own, for a task of its own.
struct GatheredCases: Sendable {
  /// The families with their people, and the details of facts, but no facts.
  private let file: CaseFile
  /// The facts in the order in which they were read.
  private let facts: [CaseFact]
  private let factsOfFamilies: GroupedItems<Int32>

  init(file: CaseFile, facts: [CaseFact], factsOfFamilies: GroupedItems<Int32>) {
    self.file = file
    self.facts = facts
    self.factsOfFamilies = factsOfFamilies
  }

  /// How many families there are.
  var count: Int { file.families.count }

  /// What holds for all families, without any: sources, what they told for which days, and words.
  var common: CaseFile {
    var common = file
    (common.families, common.people, common.memberships) = ([], [], [])
    return common
  }

  /// The places of the families with these ids.
  func places(of families: Set<FamilyID>) -> [Int] {
    file.families.indices.filter { families.contains(file.families[$0].id) }
  }

  /// The places of all families, or of those with the ids, in portions of a size.
  func portions(of size: Int, with families: Set<FamilyID>? = nil) -> [ArraySlice<Int>] {
    let places = families.map { self.places(of: $0) } ?? Array(file.families.indices)
    return stride(from: 0, to: places.count, by: size).map {
      places[$0..<min($0 + size, places.count)]
    }
  }

  /// A case file with all families.
  var whole: CaseFile { batch(0..<count) }

  /// A case file with the families at these places.
  func batch(_ places: some Collection<Int>) -> CaseFile {
    var batch = common
    batch.families.reserveCapacity(places.count)
    for place in places { add(place, to: &batch) }
    return batch
  }

  private func add(_ place: Int, to batch: inout CaseFile) {
    let family = file.families[place]
    var copy = CaseFamily(
      id: family.id, people: batch.people.count..<batch.people.count + family.people.count,
      facts: batch.facts.count..<batch.facts.count)
    let shift = copy.people.lowerBound - family.people.lowerBound
    for person in file.people[family.people] {
      var person = person
      let start = batch.memberships.count
      batch.memberships += file.memberships[person.memberships]
      person.memberships = start..<batch.memberships.count
      batch.people.append(person)
    }
    for number in factsOfFamilies[place] {
      var fact = facts[Int(number)]
      fact.person = fact.person.map { $0 + shift }
      batch.facts.append(fact)
    }
    copy.facts = copy.facts.lowerBound..<batch.facts.count
    batch.facts[copy.facts].sort { CaseFact.precedes($0, $1) }
    batch.families.append(copy)
  }
}
