import Vocabulary

/// The reading of one piece of the tables.
struct CaseTableReading {
  private let kinds: [UInt64: UInt16]
  private let roles: [UInt64: FamilyRole]
  private var people: LineCursor
  private var facts: LineCursor
  private var hasPerson: Bool
  private var hasFact: Bool
  /// The numbers of words by their hashes.
  private var words: [UInt64: Int32] = [:]
  private let common: CaseFile

  init(
    _ piece: CaseTablePiece, into common: CaseFile, kinds: [UInt64: UInt16],
    roles: [UInt64: FamilyRole]
  ) {
    (self.kinds, self.roles, self.common) = (kinds, roles, common)
    people = LineCursor(piece.people)
    facts = LineCursor(piece.facts)
    hasPerson = people.advance()
    hasFact = facts.advance()
  }

  /// All families of the piece.
  mutating func families() throws(CaseTableProblem) -> CaseFile {
    var file = common
    while hasPerson { try addFamily(to: &file) }
    if hasFact { throw problem(facts, "the family has no people, or stands out of order") }
    return file
  }

  // MARK: Families

  private mutating func addFamily(to file: inout CaseFile) throws(CaseTableProblem) {
    let id = try number(people, 0)
    if let last = file.families.last, last.id.value > id {
      throw problem(people, "the family stands out of order")
    }
    let firstPerson = file.people.count
    while hasPerson, try number(people, 0) == id {
      try addPerson(to: &file)
      hasPerson = people.advance()
    }
    let firstFact = file.facts.count
    while hasFact, try number(facts, 0) == id {
      try addFact(to: &file, of: firstPerson..<file.people.count)
      hasFact = facts.advance()
    }
    if hasFact, try number(facts, 0) < id {
      throw problem(facts, "the family has no people, or stands out of order")
    }
    file.facts[firstFact...].sort { CaseFact.precedes($0, $1) }
    file.families.append(
      CaseFamily(
        id: FamilyID(id), people: firstPerson..<file.people.count,
        facts: firstFact..<file.facts.count))
  }

  private func addPerson(to file: inout CaseFile) throws(CaseTableProblem) {
    let bytes = people.bytes.span
    guard people.fields.count == CaseTable.people.heading.count,
      let role = roles[TableHash.hash(bytes, people.fields[2])]
    else { throw problem(people, "the line lacks a field, or its role is none") }
    let since = PartialDate(text: bytes.extracting(people.fields[4]))?.earliest ?? .earliest
    let until = PartialDate(text: bytes.extracting(people.fields[5]))?.latest ?? .latest
    let place = file.memberships.count
    if let days = DayInterval(first: since, last: until) {
      file.memberships.append(CaseMembership(role: role, days: days))
    }
    file.people.append(
      CasePerson(
        id: PersonID(try number(people, 1)),
        born: PartialDate(text: bytes.extracting(people.fields[3])),
        memberships: place..<file.memberships.count))
  }

  private mutating func addFact(
    to file: inout CaseFile, of family: Range<Int>
  ) throws(CaseTableProblem) {
    guard facts.fields.count == CaseTable.facts.heading.count,
      let kind = kinds[TableHash.hash(facts.bytes.span, facts.fields[2])]
    else {
      throw problem(facts, "the line lacks a field, or its kind is not in the vocabulary")
    }
    var person: Int?
    if !facts.fields[1].isEmpty {
      let id = PersonID(try number(facts, 1))
      person = family.first { file.people[$0].id == id }
      if person == nil { throw problem(facts, "the person is not of the family") }
    }
    let first = Int32(file.attributes.count)
    if !facts.fields[7].isEmpty { addDetails(to: &file) }
    let bytes = facts.bytes.span
    file.facts.append(
      CaseFact(
        key: Int64(facts.line), kind: kind, person: person,
        starts: PartialDate(text: bytes.extracting(facts.fields[3])),
        ends: PartialDate(text: bytes.extracting(facts.fields[4])),
        part: amount(bytes, facts.fields[5]), whole: amount(bytes, facts.fields[6]),
        attributes: first..<Int32(file.attributes.count), line: Int32(clamping: facts.line)))
  }

  private mutating func addDetails(to file: inout CaseFile) {
    var start = facts.fields[7].lowerBound
    let end = facts.fields[7].upperBound
    var name: Int32?
    for index in start...end {
      let byte = index < end ? facts.bytes[index] : UInt8(ascii: ";")
      if byte == UInt8(ascii: "="), name == nil {
        name = word(start..<index, &file)
        start = index + 1
      } else if byte == UInt8(ascii: ";") {
        if let name {
          file.attributes.append(CaseAttribute(name: name, value: word(start..<index, &file)))
        }
        name = nil
        start = index + 1
      }
    }
  }

  private mutating func word(_ range: Range<Int>, _ file: inout CaseFile) -> Int32 {
    let hash = TableHash.hash(facts.bytes.span, range)
    if let known = words[hash] { return known }
    let number = file.words.number(of: String(decoding: facts.bytes[range], as: UTF8.self))
    words[hash] = number
    return number
  }

  // MARK: Fields

  private func number(
    _ cursor: borrowing LineCursor, _ field: Int
  ) throws(CaseTableProblem) -> Int64 {
    guard field < cursor.fields.count,
      let number = cursor.bytes.span.number(in: cursor.fields[field])
    else { throw problem(cursor, "an id is no whole number") }
    return Int64(number)
  }

  private func amount(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    range.isEmpty ? 0 : Int32(clamping: bytes.number(in: range) ?? 0)
  }

  private func problem(_ cursor: borrowing LineCursor, _ what: String) -> CaseTableProblem {
    CaseTableProblem(table: cursor.table.rawValue, line: cursor.line, what: what)
  }
}
