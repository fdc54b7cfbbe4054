import Cohorts
public import Criteria
import SQLiteAccess
import Store
public import Vocabulary

/// Reads what a run knows of each family before it is asked where the family stands.
struct CohortSubjects {
  private let definition: PipelineDefinition
  /// The packs that put families forward and are in force, by their numbers in the run.
  private let packs: [(number: Int, pack: CriteriaPack)]

  init(_ definition: PipelineDefinition, _ day: Day) {
    self.definition = definition
    packs = definition.packsPuttingForward(on: day)
  }

  /// The families of a run, in the order of ids, with the days since when runs before have put them forward.
  func read(_ file: inout RunFile, before: [Int64: Day]) throws -> [CohortSubject] {
    let states = try self.states(&file)
    let homes = try self.areas(&file)
    let rows = try file.connection.query(
      """
      SELECT family.id, family.children, journey.agencies, concern_from, concern_to
      FROM family LEFT JOIN journey ON journey.family_id = family.id ORDER BY family.id
      """
    ) { (row) throws(DatabaseError) in
      (
        id: row.integer64(0), children: row.integer(1),
        agencies: row.isNull(2) ? 0 : row.integer(2),
        from: row.optionalText(3), to: row.optionalText(4)
      )
    }
    return rows.map { row in
      var subject = CohortSubject(family: FamilyID(row.id))
      subject.children = row.children
      subject.agencies = row.agencies
      subject.area = homes[row.id]
      if let from = row.from.flatMap({ Day(iso: $0) }) {
        let last = row.to.flatMap { Day(iso: $0) } ?? from
        subject.concern = DayInterval(first: from, last: last)
      }
      ask(states[row.id] ?? [:], &subject)
      if subject.eligibility == .met { subject.putForward = before[row.id] }
      return subject
    }
  }

  /// What the packs came to: met by one is met; of what is left, not known by one is not known.
  private func ask(_ states: [Int: [UInt8]], _ subject: inout CohortSubject) {
    var answers: Set<FindingState> = []
    for (number, pack) in packs {
      guard let letters = states[number],
        let eligible = pack.eligibility.flatMap({ pack.place(of: $0) }), letters.count > eligible,
        let answer = FindingState(letter: letters[eligible])
      else { continue }
      answers.insert(answer)
      guard answer == .met else { continue }
      subject.packs.append(pack.name)
      for (place, criterion) in pack.criteria.enumerated() where place != eligible {
        let isMet = place < letters.count && FindingState(letter: letters[place]) == .met
        if isMet, !subject.criteria.contains(criterion.name) {
          subject.criteria.append(criterion.name)
        }
      }
    }
    subject.eligibility = [.met, .cannotTell, .notMet, .notApplicable].first(
      where: answers.contains)
  }

  private func states(_ file: inout RunFile) throws -> [Int64: [Int: [UInt8]]] {
    var states: [Int64: [Int: [UInt8]]] = [:]
    for (number, _) in packs {
      let rows = try file.connection.query(
        "SELECT family_id, states FROM family_pack WHERE pack = \(number)"
      ) { (row) throws(DatabaseError) in (row.integer64(0), Array(row.text(1).utf8)) }
      for (family, letters) in rows { states[family, default: [:]][number] = letters }
    }
    return states
  }

  /// Where families live, by the newest postcode of their head.
  ///
  /// Of a family with somebody whose address is protected nothing is told, not even the ward that it left.
  private func areas(_ file: inout RunFile) throws -> [Int64: Area] {
    guard let table = definition.areas?.table else { return [:] }
    let hidden = Set(
      try file.connection.query(
        """
        SELECT DISTINCT family_id FROM person_record
          CROSS JOIN person_member ON person_member.record_key = person_record.key
          CROSS JOIN family_member ON family_member.person_id = person_member.person_id
        WHERE protected
        """
      ) { (row) throws(DatabaseError) in row.integer64(0) })
    var areas: [Int64: Area] = [:]
    for home in try file.familyHomes() where !hidden.contains(home.family) {
      areas[home.family] = (try? Postcode(home.postcode)).flatMap { table.area(of: $0) }
    }
    return areas
  }
}

extension PipelineDefinition {
  /// Whether packs put families forward for a programme.
  public var putsForward: Bool { programme?.programme.identifiedBy.isEmpty == false }

  /// The packs that put families forward for the programme and are in force on a day, with their numbers in a run.
  public func packsPuttingForward(on day: Day) -> [(number: Int, pack: CriteriaPack)] {
    let named = programme?.programme.identifiedBy ?? []
    return criteria.enumerated().filter {
      named.contains($0.element.name) && $0.element.inForce.contains(day)
    }.map { ($0.offset, $0.element) }
  }
}
