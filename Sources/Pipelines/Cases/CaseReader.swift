import Criteria
import SQLiteAccess
import Store
import Vocabulary

/// Reads the families of a run with their people and facts, some thousands at once.
struct CaseReader {
  /// What holds for all batches: sources, what they told for which days, and words that rules may speak of.
  let common: CaseFile
  private let ids: [Int64]
  private let isOfAll: Bool

  /// Reads some of a run's families; those that it does not have are passed over.
  init(
    _ common: CaseFile, only families: some Sequence<FamilyID>, _ file: inout RunFile
  ) throws(DatabaseError) {
    self.common = common
    isOfAll = false
    var found: [Int64] = []
    for family in Set(families).sorted() {
      let isThere = try file.connection.first(
        "SELECT 1 FROM family WHERE id = \(family.value)"
      ) { (row) throws(DatabaseError) in row.integer(0) }
      if isThere != nil { found.append(family.value) }
    }
    ids = found
  }

  init(_ common: CaseFile, _ file: inout RunFile) throws(DatabaseError) {
    self.common = common
    isOfAll = true
    ids = try file.connection.query("SELECT id FROM family ORDER BY id") {
      (row) throws(DatabaseError) in row.integer64(0)
    }
  }

  /// How many families there are.
  var count: Int { ids.count }

  /// Calls the closure with one batch of families after the other, in the order of their ids.
  func forEachBatch(
    of size: Int, in file: inout RunFile, _ body: (CaseFile, inout RunFile) throws -> Void
  ) throws {
    guard !ids.isEmpty else { return }
    try CaseTables.make(in: &file, for: isOfAll ? nil : ids)
    var start = 0
    while start < ids.count {
      let end = min(start + size, ids.count)
      try body(try batch(ids[start..<end], in: &file), &file)
      start = end
    }
    try CaseTables.drop(in: &file)
  }

  /// Reads a single family, which has to be one of the run's.
  func family(_ id: FamilyID, in file: inout RunFile) throws -> CaseFile {
    try CaseTables.make(in: &file, for: [id.value])
    let found = try batch([id.value], in: &file)
    try CaseTables.drop(in: &file)
    return found
  }

  private func batch(
    _ ids: ArraySlice<Int64>, in file: inout RunFile
  ) throws(DatabaseError) -> CaseFile {
    guard let first = ids.first, let last = ids.last else { return common }
    var batch = CaseBatch(common, ids)
    try batch.readMembers(first, last, &file)
    try batch.readFacts(first, last, &file)
    return batch.file
  }
}

/// One batch of families while it is read.
private struct CaseBatch {
  var file: CaseFile
  private let ids: ArraySlice<Int64>
  /// The values of attributes as they stand in the run file, with their numbers.
  private var details = CaseDetails()

  init(_ common: CaseFile, _ ids: ArraySlice<Int64>) {
    file = common
    self.ids = ids
  }

  // MARK: People

  mutating func readMembers(
    _ first: Int64, _ last: Int64, _ run: inout RunFile
  ) throws(DatabaseError) {
    let births = try births(first, last, &run)
    let rows = try run.connection.query(
      """
      SELECT family_id, person_id, role, since, until FROM family_member
      WHERE family_id BETWEEN \(first) AND \(last)
      ORDER BY family_id, person_id, since
      """
    ) { (row) throws(DatabaseError) in
      (
        family: row.integer64(0), person: row.integer64(1),
        role: FamilyRole(rawValue: row.text(2)) ?? .other,
        since: row.optionalText(3).flatMap { Day(iso: $0) } ?? .earliest,
        until: row.optionalText(4).flatMap { Day(iso: $0) } ?? .latest
      )
    }
    var next = 0
    for id in ids {
      let start = file.people.count
      while next < rows.count, rows[next].family < id { next += 1 }
      while next < rows.count, rows[next].family == id {
        let person = rows[next].person
        let firstMembership = file.memberships.count
        while next < rows.count, rows[next].family == id, rows[next].person == person {
          let row = rows[next]
          next += 1
          guard let days = DayInterval(first: row.since, last: row.until) else { continue }
          file.memberships.append(CaseMembership(role: row.role, days: days))
        }
        file.people.append(
          CasePerson(
            id: PersonID(person), born: births[person]?.born, isFemale: births[person]?.isFemale,
            memberships: firstMembership..<file.memberships.count))
      }
      file.families.append(
        CaseFamily(id: FamilyID(id), people: start..<file.people.count, facts: 0..<0))
    }
  }

  /// Each person's birth date and sex: those that most records state, the more exact date first.
  private func births(
    _ first: Int64, _ last: Int64, _ run: inout RunFile
  ) throws(DatabaseError) -> [Int64: (born: PartialDate?, isFemale: Bool?)] {
    var births: [Int64: (born: PartialDate?, isFemale: Bool?)] = [:]
    let rows = try run.connection.query(
      """
      SELECT person_id, born, sex FROM temp.case_birth
      WHERE person_id IN (
        SELECT person_id FROM family_member WHERE family_id BETWEEN \(first) AND \(last))
      ORDER BY person_id, length(born) DESC, times DESC, born, sex
      """
    ) { (row) throws(DatabaseError) in
      (person: row.integer64(0), born: row.optionalText(1), sex: row.optionalText(2))
    }
    for row in rows {
      var known = births[row.person] ?? (nil, nil)
      known.born = known.born ?? row.born.flatMap { PartialDate(text: $0) }
      known.isFemale = known.isFemale ?? row.sex.map { $0 == "female" }
      births[row.person] = known
    }
    return births
  }

  // MARK: Facts

  mutating func readFacts(
    _ first: Int64, _ last: Int64, _ run: inout RunFile
  ) throws(DatabaseError) {
    let statement = try run.connection.prepare(
      """
      SELECT family_id, person_id, key, kind_id, source_id, extract_id, line, starts, ends, part,
        whole, attributes, professional
      FROM temp.case_fact WHERE family_id BETWEEN ? AND ? ORDER BY family_id
      """)
    try statement.bind(first, at: 1)
    try statement.bind(last, at: 2)
    var family = 0
    var start = 0
    while try statement.step() {
      let id = statement.row.integer64(0)
      while family < file.families.count, file.families[family].id.value != id {
        close(family, from: start)
        family += 1
        start = file.facts.count
      }
      guard family < file.families.count else { break }
      append(statement.row, of: file.families[family])
    }
    while family < file.families.count {
      close(family, from: start)
      family += 1
      start = file.facts.count
    }
  }

  private mutating func close(_ family: Int, from start: Int) {
    file.facts[start...].sort { CaseFact.precedes($0, $1) }
    file.families[family].facts = start..<file.facts.count
  }

  private mutating func append(_ row: borrowing Row, of family: CaseFamily) {
    let firstAttribute = Int32(file.attributes.count)
    row.withTextBytes(11) { details.read($0, into: &file) }
    var person: Int?
    if !row.isNull(1) {
      let id = PersonID(row.integer64(1))
      person = family.people.first { file.people[$0].id == id }
    }
    file.facts.append(
      CaseFact(
        key: row.integer64(2), kind: UInt16(row.integer(3)), source: UInt16(row.integer(4)),
        person: person, starts: row.withTextBytes(7) { PartialDate(text: $0) },
        ends: row.withTextBytes(8) { PartialDate(text: $0) },
        part: Int32(clamping: row.integer64(9)), whole: Int32(clamping: row.integer64(10)),
        attributes: firstAttribute..<Int32(file.attributes.count),
        professional: UInt64(bitPattern: row.integer64(12)), extract: Int32(row.integer(5)),
        line: Int32(clamping: row.integer64(6))))
  }
}
