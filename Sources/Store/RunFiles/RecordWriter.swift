public import SQLiteAccess
public import Vocabulary

/// Writes batches of records into a run file, each person, place, fact and relation once.
///
/// Extracts are written newest first, so that what comes first is what holds. What was seen of late is remembered in a
/// fixed amount of memory; where that was not enough, `settle` finds the repetitions that slipped through.
public struct RecordWriter: ~Copyable {
  private let person: Statement
  private let mention: Statement
  private let place: Statement
  private let fact: Statement
  private let relation: Statement
  private var people: RecentKeys
  private var places: RecentKeys
  private var statements: RecentKeys
  private var source: Int64 = 0
  private var extract: Int64 = 0
  /// The facts and relations of the extract under way that an earlier row or a newer extract had stated.
  public private(set) var repeatedFacts = 0

  /// Prepares to write into a run file.
  public init(_ file: borrowing RunFile) throws(DatabaseError) {
    try self.init(file, bits: 18)
  }

  /// Prepares to write, remembering four times two to the power of `bits` keys of each kind.
  init(_ file: borrowing RunFile, bits: Int) throws(DatabaseError) {
    self.init(statements: try Statements(file), bits: bits)
  }

  private init(statements: Statements, bits: Int) {
    people = RecentKeys(bits: bits)
    places = RecentKeys(bits: bits)
    self.statements = RecentKeys(bits: bits)
    person = statements.person
    mention = statements.mention
    place = statements.place
    fact = statements.fact
    relation = statements.relation
  }

  /// The statements by which rows are added.
  private struct Statements {
    let person: Statement
    let mention: Statement
    let place: Statement
    let fact: Statement
    let relation: Statement

    init(_ file: borrowing RunFile) throws(DatabaseError) {
      person = try Self.insertion(into: "person_record", values: 29, file)
      mention = try Self.insertion(into: "later_mention", values: 4, file)
      place = try Self.insertion(into: "place", values: 11, file)
      fact = try Self.insertion(into: "fact", values: 13, file)
      relation = try Self.insertion(into: "relation", values: 9, file)
    }

    private static func insertion(
      into table: String, values: Int, _ file: borrowing RunFile
    ) throws(DatabaseError) -> Statement {
      let places = (1...values).map { "?\($0)" }.joined(separator: ",")
      return try file.connection.prepare("INSERT INTO \(table) VALUES (\(places))")
    }
  }

  /// Says which extract the next batches are from, a source's newest first.
  public mutating func begin(source: Int, extract: Int) {
    self.source = Int64(source)
    self.extract = Int64(extract)
    repeatedFacts = 0
  }

  /// Writes a batch.
  public mutating func write(_ batch: RecordBatch) throws(DatabaseError) {
    for entry in batch.places where !places.insert(entry.key) { try write(entry, batch) }
    for entry in batch.people { try write(entry, batch) }
    for entry in batch.facts {
      if statements.insert(entry.key) { repeatedFacts += 1 } else { try write(entry, batch) }
    }
    for entry in batch.relations {
      if !statements.insert(entry.key) { try write(entry, batch) }
    }
  }

  private func write(_ entry: PlaceEntry, _ batch: RecordBatch) throws(DatabaseError) {
    try place.bind(Int64(bitPattern: entry.key), at: 1)
    if entry.uprn == 0 { try place.bindNull(at: 2) } else { try place.bind(entry.uprn, at: 2) }
    try place.bind(entry.saon, of: batch, at: 3)
    try place.bind(entry.paon, of: batch, at: 4)
    try place.bind(entry.street, of: batch, at: 5)
    try place.bind(entry.locality, of: batch, at: 6)
    try place.bind(entry.town, of: batch, at: 7)
    try place.bind(entry.postcode, of: batch, at: 8)
    try place.bind(entry.careOf, of: batch, at: 9)
    try place.bind(entry.kind, of: batch, at: 10)
    try place.bind(entry.matchKey, of: batch, at: 11)
    try place.run()
  }

  private mutating func write(_ entry: PersonEntry, _ batch: RecordBatch) throws(DatabaseError) {
    if people.insert(entry.key) {
      try mention.bind(Int64(bitPattern: entry.key), at: 1)
      try mention.bind(extract, at: 2)
      try mention.bind(Int64(entry.line), at: 3)
      try mention.bind(Int64(entry.slot), at: 4)
      return try mention.run()
    }
    try person.bind(Int64(bitPattern: entry.key), at: 1)
    try person.bind(source, at: 2)
    try person.bind(extract, at: 3)
    try person.bind(Int64(entry.line), at: 4)
    try person.bind(Int64(entry.slot), at: 5)
    try bindNames(entry, batch)
    try person.bind(entry.born, of: batch, at: 14)
    try person.bind(entry.sex, of: batch, at: 15)
    try person.bind(entry.ethnicity, of: batch, at: 16)
    for number in 0..<8 { try person.bind(entry.numbers[number], of: batch, at: 17 + number) }
    try person.bind(entry.localNumbers, of: batch, at: 25)
    try person.bind(key: entry.place, at: 26)
    try person.bind(entry.since, of: batch, at: 27)
    try person.bind(entry.until, of: batch, at: 28)
    try person.bind(entry.isProtected ? 1 : 0, at: 29)
    try person.run()
  }

  private func bindNames(_ entry: PersonEntry, _ batch: RecordBatch) throws(DatabaseError) {
    try person.bind(entry.title, of: batch, at: 6)
    try person.bind(entry.forenames, of: batch, at: 7)
    try person.bind(entry.surname, of: batch, at: 8)
    try person.bind(entry.suffix, of: batch, at: 9)
    try person.bind(entry.knownAs, of: batch, at: 10)
    try person.bind(entry.formerSurnames, of: batch, at: 11)
    try person.bind(entry.aliases, of: batch, at: 12)
    try person.bind(entry.nameNotes, of: batch, at: 13)
  }

  private func write(_ entry: FactEntry, _ batch: RecordBatch) throws(DatabaseError) {
    try fact.bind(Int64(bitPattern: entry.key), at: 1)
    try fact.bind(source, at: 2)
    try fact.bind(extract, at: 3)
    try fact.bind(Int64(entry.line), at: 4)
    try fact.bind(Int64(entry.kind), at: 5)
    try fact.bind(key: entry.person, at: 6)
    try fact.bind(key: entry.place, at: 7)
    try fact.bind(entry.starts, of: batch, at: 8)
    try fact.bind(entry.ends, of: batch, at: 9)
    if entry.isMeasure {
      try fact.bind(entry.part, at: 10)
      try fact.bind(entry.whole, at: 11)
    } else {
      try fact.bindNull(at: 10)
      try fact.bindNull(at: 11)
    }
    try fact.bind(entry.attributes, of: batch, at: 12)
    try fact.bind(key: entry.professional, at: 13)
    try fact.run()
  }

  private func write(_ entry: RelationEntry, _ batch: RecordBatch) throws(DatabaseError) {
    try relation.bind(Int64(bitPattern: entry.key), at: 1)
    try relation.bind(source, at: 2)
    try relation.bind(extract, at: 3)
    try relation.bind(Int64(entry.line), at: 4)
    try relation.bind(Int64(entry.kind), at: 5)
    try relation.bind(key: entry.from, at: 6)
    try relation.bind(key: entry.to, at: 7)
    try relation.bind(entry.since, of: batch, at: 8)
    try relation.bind(entry.until, of: batch, at: 9)
    try relation.run()
  }

  /// What repetitions may have slipped through, for `RunFile.settle`.
  public func finish() -> Forgotten {
    Forgotten(
      people: people.hasForgotten, places: places.hasForgotten,
      statements: statements.hasForgotten)
  }

  /// Where the memory of what was seen was too small.
  public struct Forgotten: Hashable, Sendable {
    var people: Bool
    var places: Bool
    var statements: Bool
  }
}

extension Statement {
  /// Binds a piece of a batch's text; nothing said is null.
  func bind(_ range: TextRange, of batch: RecordBatch, at place: Int) throws(DatabaseError) {
    guard !range.isEmpty else { return try bindNull(at: place) }
    try bind(text: batch.text.span.extracting(range.indices), at: place)
  }

  /// Binds a key; 0, which is nobody's, is null.
  func bind(key: UInt64, at place: Int) throws(DatabaseError) {
    guard key != 0 else { return try bindNull(at: place) }
    try bind(Int64(bitPattern: key), at: place)
  }
}
