import Vocabulary
import YAMLFiles

extension EvidenceRow {
  /// The row as an object of JSON.
  var json: JSONValue {
    .members([
      ("key", .number(Int(key))), ("kind", .text(kind)), ("source", .text(source)),
      ("file", .text(file)), ("line", .number(line)),
      ("person", person.map { .text($0.text) }), ("from", from.map { .text($0.iso) }),
      ("until", until.map { .text($0.iso) }), ("held", held.map { .text($0.iso) }),
    ])
  }

  /// Reads what ``json`` writes.
  static func read(_ members: inout MappingReader) -> EvidenceRow? {
    let key = members.required("key") { $0.integer() }
    let kind = members.required("kind") { $0.string() }
    let source = members.required("source") { $0.string() }
    let file = members.required("file") { $0.string() }
    let line = members.required("line") { $0.integer() }
    let person = members.optional("person") { $0.person() }
    let from = members.optional("from") { $0.isoDay() }
    let until = members.optional("until") { $0.isoDay() }
    let held = members.optional("held") { $0.isoDay() }
    guard let key, let kind, let source, let file, let line else { return nil }
    return EvidenceRow(
      key: Int64(key), kind: kind, source: source, file: file, line: line, person: person,
      from: from, until: until, held: held)
  }
}

extension JSONValue {
  /// A list of anything that has a value.
  static func values<Item>(_ items: [Item], _ value: (Item) -> JSONValue) -> JSONValue {
    .list(items.map(value))
  }
}

extension ValueReader {
  /// A day as in `2013-07-22`.
  mutating func isoDay() -> Day? {
    guard let text = string() else { return nil }
    return Day(iso: text) ?? mistake("\(name) has to be a day, as 2013-07-22")
  }

  /// A year as in `2012/13`.
  mutating func financialYear() -> FinancialYear? {
    guard let text = string() else { return nil }
    return FinancialYear(text) ?? mistake("\(name) has to be a year, as 2012/13")
  }

  /// A person's id in sixteen digits.
  mutating func person() -> PersonID? { id().map(PersonID.init) }

  /// A family's id in sixteen digits.
  mutating func family() -> FamilyID? { id().map(FamilyID.init) }

  /// A record's key in sixteen digits.
  mutating func recordKey() -> RecordKey? {
    id().map { RecordKey(UInt64(bitPattern: $0)) }
  }

  private mutating func id() -> Int64? {
    guard let text = string() else { return nil }
    guard let key = RecordKey(text: text) else {
      return mistake("\(name) has to be the sixteen digits of an id")
    }
    return Int64(bitPattern: key.value)
  }

  /// A list of texts.
  mutating func strings() -> [String]? { list { $0.string() } }

  /// An amount in pence.
  mutating func pence() -> Pence? { integer().map { Pence(Int64($0)) } }
}
