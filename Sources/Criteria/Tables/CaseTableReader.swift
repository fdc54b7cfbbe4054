public import Vocabulary

/// What is wrong with a table of people or facts.
public struct CaseTableProblem: Error, Hashable, Sendable {
  /// Which of the two tables.
  public var table: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong, without any value of the line.
  public var what: String
}

/// Reads families from two plain tables, so that a pack can be tried without a run.
///
///     family,person,role,born,since,until
///     family,person,kind,starts,ends,part,whole,details
///
/// Both stand in the order of families, whose numbers go up; a fact without a person is about the address; details are
/// written `school=8201001;reason=PA`. No field has quotes. Everything counts as delivered.
public struct CaseTableReader {
  private static let peopleHeading = ["family", "person", "role", "born", "since", "until"]
  private static let factsHeading = [
    "family", "person", "kind", "starts", "ends", "part", "whole", "details",
  ]

  private let vocabulary: FactVocabulary
  private var people: LineCursor
  private var facts: LineCursor
  private var hasPerson = false
  private var hasFact = false
  /// The numbers of kinds by the hashes of their names.
  private var kinds: [UInt64: UInt16] = [:]
  private var roles: [UInt64: FamilyRole] = [:]
  /// The numbers of words by their hashes; words of one batch mean the same in the next.
  private var words: [UInt64: Int32] = [:]
  private var common: CaseFile

  /// Reads the headings; the closures hand over the tables piece by piece.
  public init(
    _ vocabulary: FactVocabulary, people: @escaping () throws -> [UInt8]?,
    facts: @escaping () throws -> [UInt8]?
  ) throws {
    self.vocabulary = vocabulary
    self.people = LineCursor(people)
    self.facts = LineCursor(facts)
    common = CaseFile()
    common.sources = ["tables"]
    for (place, kind) in vocabulary.kinds.enumerated() {
      kinds[Self.hash(Array(kind.name.utf8).span, 0..<kind.name.utf8.count)] = UInt16(place)
      common.suppliers.append(CaseSupplier(source: 0, kind: UInt16(place)))
      common.coverage.append(
        CaseCoverage(source: 0, kind: UInt16(place), days: DayInterval(from: .earliest)))
    }
    for role in FamilyRole.allCases {
      let name = Array(role.rawValue.utf8)
      roles[Self.hash(name.span, 0..<name.count)] = role
    }
    try Self.readHeading(&self.people, Self.peopleHeading, "people")
    try Self.readHeading(&self.facts, Self.factsHeading, "facts")
    hasPerson = try self.people.advance()
    hasFact = try self.facts.advance()
  }

  /// The next families, at most so many; nothing when there are no more.
  public mutating func batch(of size: Int) throws -> CaseFile? {
    guard hasPerson else {
      guard hasFact else { return nil }
      throw CaseTableProblem(
        table: "facts", line: facts.line, what: "the family has no people, or stands out of order")
    }
    var file = common
    while hasPerson, file.families.count < size { try addFamily(to: &file) }
    common.words = file.words
    return file
  }

  // MARK: Families

  private mutating func addFamily(to file: inout CaseFile) throws {
    let id = try number(people, 0, "people")
    let firstPerson = file.people.count
    while hasPerson, try number(people, 0, "people") == id {
      try addPerson(to: &file)
      hasPerson = try people.advance()
    }
    let firstFact = file.facts.count
    while hasFact, try number(facts, 0, "facts") == id {
      try addFact(to: &file, of: firstPerson..<file.people.count)
      hasFact = try facts.advance()
    }
    if hasFact, try number(facts, 0, "facts") < id {
      throw CaseTableProblem(
        table: "facts", line: facts.line, what: "the family has no people, or stands out of order")
    }
    file.facts[firstFact...].sort { CaseFact.precedes($0, $1) }
    file.families.append(
      CaseFamily(
        id: FamilyID(id), people: firstPerson..<file.people.count,
        facts: firstFact..<file.facts.count))
  }

  private func addPerson(to file: inout CaseFile) throws {
    let bytes = people.buffer.span
    guard people.fields.count == Self.peopleHeading.count,
      let role = roles[Self.hash(bytes, people.fields[2])]
    else {
      throw CaseTableProblem(
        table: "people", line: people.line, what: "the line lacks a field, or its role is none")
    }
    let since = PartialDate(text: bytes.extracting(people.fields[4]))?.earliest ?? .earliest
    let until = PartialDate(text: bytes.extracting(people.fields[5]))?.latest ?? .latest
    let place = file.memberships.count
    if let days = DayInterval(first: since, last: until) {
      file.memberships.append(CaseMembership(role: role, days: days))
    }
    file.people.append(
      CasePerson(
        id: PersonID(try number(people, 1, "people")),
        born: PartialDate(text: bytes.extracting(people.fields[3])),
        memberships: place..<file.memberships.count))
  }

  private mutating func addFact(to file: inout CaseFile, of family: Range<Int>) throws {
    guard facts.fields.count == Self.factsHeading.count,
      let kind = kinds[Self.hash(facts.buffer.span, facts.fields[2])]
    else {
      throw CaseTableProblem(
        table: "facts", line: facts.line,
        what: "the line lacks a field, or its kind is not in the vocabulary")
    }
    var person: Int?
    if !facts.fields[1].isEmpty {
      let id = PersonID(try number(facts, 1, "facts"))
      person = family.first { file.people[$0].id == id }
      if person == nil {
        throw CaseTableProblem(
          table: "facts", line: facts.line, what: "the person is not of the family")
      }
    }
    let first = Int32(file.attributes.count)
    if !facts.fields[7].isEmpty { addDetails(to: &file) }
    let bytes = facts.buffer.span
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
      let byte = index < end ? facts.buffer[index] : UInt8(ascii: ";")
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
    let hash = Self.hash(facts.buffer.span, range)
    if let known = words[hash] { return known }
    let number = file.words.number(of: String(decoding: facts.buffer[range], as: UTF8.self))
    words[hash] = number
    return number
  }

  // MARK: Fields

  private static func readHeading(
    _ cursor: inout LineCursor, _ names: [String], _ table: String
  ) throws {
    let isThere = try cursor.advance()
    let found = cursor.fields.map { String(decoding: cursor.buffer[$0], as: UTF8.self) }
    guard isThere, found == names else {
      throw CaseTableProblem(
        table: table, line: 1, what: "the heading has to be \(names.joined(separator: ","))")
    }
  }

  private func number(_ cursor: borrowing LineCursor, _ field: Int, _ table: String) throws -> Int64
  {
    guard field < cursor.fields.count,
      let number = cursor.buffer.span.number(in: cursor.fields[field])
    else {
      throw CaseTableProblem(table: table, line: cursor.line, what: "an id is no whole number")
    }
    return Int64(number)
  }

  private func amount(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    range.isEmpty ? 0 : Int32(clamping: bytes.number(in: range) ?? 0)
  }

  /// FNV-1a, by Fowler, Noll and Vo.
  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }
}
