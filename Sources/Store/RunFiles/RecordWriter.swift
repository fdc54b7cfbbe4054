public import SQLiteAccess
public import Vocabulary

/// Writes batches of records to a run file, each person, place, fact and relation once.
///
/// Extracts are written newest first, so that what comes first is what holds. The rows are laid into the file's pages
/// beside SQLite, whose statements would take most of the time of an intake; so there is no transaction while there is a
/// writer, and a file that is not settled is worth nothing.
public struct RecordWriter: ~Copyable {
  private var rows: BulkWriter
  /// What the logs of keys put down, in a file beside the run file.
  private var seen: BulkWriter
  private var people: KeyLog
  private var places: KeyLog
  private var facts: KeyLog
  private var relations: KeyLog
  private var source: Int64 = 0
  private var extract: Int64 = 0
  /// The facts and relations of the extract under way that an earlier row or a newer extract had stated, as far as they
  /// are known before `settle`.
  public private(set) var repeatedFacts = 0

  /// What to add to a run file's name for the file that holds the keys until all is settled; there before, and empty.
  public static let suffix = "-keys.part"

  /// Ends the run file's transaction and prepares to write to it.
  public init(_ file: inout RunFile) throws(DatabaseError) {
    // Some hundred thousand of each kind, in four megabytes: what comes again in a council's next extract is nearly always
    // noticed at once, and need not be written and taken out again.
    try self.init(&file, bits: 15)
  }

  /// Prepares to write, remembering four times two to the power of `bits` keys of each kind.
  init(_ file: inout RunFile, bits: Int) throws(DatabaseError) {
    try file.commit()
    try file.share()
    let rows = try BulkWriter(path: file.path, filling: RowTable.allCases.map(\.name))
    let seen = try KeyLog.makeFile(at: file.path + Self.suffix)
    self.rows = rows
    self.seen = seen
    people = KeyLog(bits: bits)
    places = KeyLog(bits: bits)
    facts = KeyLog(bits: bits)
    relations = KeyLog(bits: bits)
  }

  /// Lets something else be written to the run file, in a transaction of its own.
  public mutating func pause(for file: inout RunFile) throws(DatabaseError) {
    try rows.pause()
    try file.begin()
  }

  /// Goes on once that is written.
  public mutating func goOn(after file: inout RunFile) throws(DatabaseError) {
    try file.commit()
    try rows.goOn()
  }

  /// Says which extract the next batches are from, a source's newest first.
  public mutating func begin(source: Int, extract: Int) {
    self.source = Int64(source)
    self.extract = Int64(extract)
    repeatedFacts = 0
  }

  /// Writes a batch.
  public mutating func write(_ batch: RecordBatch) throws(DatabaseError) {
    let text = batch.text.span
    places.look(forThoseOf: batch.places.count) { batch.places[$0].key }
    people.look(forThoseOf: batch.people.count) { batch.people[$0].key }
    facts.look(forThoseOf: batch.facts.count) { batch.facts[$0].key }
    relations.look(forThoseOf: batch.relations.count) { batch.relations[$0].key }
    for index in batch.places.indices where !places.isRecent[index] {
      try write(batch.places[index], text)
    }
    for index in batch.people.indices {
      try write(batch.people[index], isRecent: people.isRecent[index], text)
    }
    for index in batch.facts.indices {
      if facts.isRecent[index] {
        repeatedFacts += 1
      } else {
        try write(batch.facts[index], text)
      }
    }
    for index in batch.relations.indices where !relations.isRecent[index] {
      try write(batch.relations[index], text)
    }
  }

  /// Makes the file whole, for `RunFile.settle`.
  public consuming func finish() throws(DatabaseError) -> Rows {
    let rows = Rows(people: people, places: places, facts: facts, relations: relations)
    try self.rows.finish()
    try seen.finish()
    return rows
  }

  /// Rows that wait to be settled.
  public struct Rows {
    let people: KeyLog
    let places: KeyLog
    let facts: KeyLog
    let relations: KeyLog
  }

  // MARK: Rows, their columns in the order of the schema

  private mutating func write(
    _ entry: borrowing PlaceEntry, _ text: Span<UInt8>
  ) throws(DatabaseError) {
    rows.integer(Int64(bitPattern: entry.key))
    if entry.uprn == 0 { rows.null() } else { rows.integer(entry.uprn) }
    add(entry.saon, text)
    add(entry.paon, text)
    add(entry.street, text)
    add(entry.locality, text)
    add(entry.town, text)
    add(entry.postcode, text)
    add(entry.careOf, text)
    add(entry.kind, text)
    add(entry.matchKey, text)
    try places.note(entry.key, row: try rows.endRow(of: RowTable.place.rawValue), in: &seen)
  }

  private mutating func write(
    _ entry: borrowing PersonEntry, isRecent: Bool, _ text: Span<UInt8>
  ) throws(DatabaseError) {
    rows.integer(Int64(bitPattern: entry.key))
    if isRecent {
      rows.integer(extract)
      rows.integer(Int64(entry.line))
      rows.integer(Int64(entry.slot))
      try rows.endRow(of: RowTable.mention.rawValue)
      return
    }
    addPlace(line: entry.line)
    rows.integer(Int64(entry.slot))
    addNames(entry, text)
    add(entry.born, text)
    add(entry.sex, text)
    add(entry.ethnicity, text)
    for number in 0..<8 { add(entry.numbers[number], text) }
    add(entry.localNumbers, text)
    add(key: entry.place)
    add(entry.since, text)
    add(entry.until, text)
    rows.integer(entry.isProtected ? 1 : 0)
    try people.note(entry.key, row: try rows.endRow(of: RowTable.person.rawValue), in: &seen)
  }

  private mutating func addNames(_ entry: borrowing PersonEntry, _ text: Span<UInt8>) {
    add(entry.title, text)
    add(entry.forenames, text)
    add(entry.surname, text)
    add(entry.suffix, text)
    add(entry.knownAs, text)
    add(entry.formerSurnames, text)
    add(entry.aliases, text)
    add(entry.nameNotes, text)
  }

  private mutating func write(
    _ entry: borrowing FactEntry, _ text: Span<UInt8>
  ) throws(DatabaseError) {
    rows.integer(Int64(bitPattern: entry.key))
    addPlace(line: entry.line)
    rows.integer(Int64(entry.kind))
    add(key: entry.person)
    add(key: entry.place)
    add(entry.starts, text)
    add(entry.ends, text)
    if entry.isMeasure {
      rows.integer(entry.part)
      rows.integer(entry.whole)
    } else {
      rows.null()
      rows.null()
    }
    add(entry.attributes, text)
    add(key: entry.professional)
    try facts.note(entry.key, row: try rows.endRow(of: RowTable.fact.rawValue), in: &seen)
  }

  private mutating func write(
    _ entry: borrowing RelationEntry, _ text: Span<UInt8>
  ) throws(DatabaseError) {
    rows.integer(Int64(bitPattern: entry.key))
    addPlace(line: entry.line)
    rows.integer(Int64(entry.kind))
    add(key: entry.from)
    add(key: entry.to)
    add(entry.since, text)
    add(entry.until, text)
    try relations.note(entry.key, row: try rows.endRow(of: RowTable.relation.rawValue), in: &seen)
  }

  // MARK: Values

  /// Source, extract and line: where the row came from.
  private mutating func addPlace(line: UInt32) {
    rows.integer(source)
    rows.integer(extract)
    rows.integer(Int64(line))
  }

  /// A piece of a batch's text; nothing said is null.
  @inline(__always)
  private mutating func add(_ range: TextRange, _ text: Span<UInt8>) {
    if range.isEmpty { rows.null() } else { rows.text(text.extracting(range.indices)) }
  }

  /// A key; 0, which is nobody's, is null.
  private mutating func add(key: UInt64) {
    if key == 0 { rows.null() } else { rows.integer(Int64(bitPattern: key)) }
  }
}
