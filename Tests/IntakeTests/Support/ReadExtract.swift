import Testing
import Vocabulary

@testable import Intake

/// What came of one extract, with the batches put together.
struct ReadExtract {
  var problems: [FileProblem] = []
  var shape: ExtractShape?
  var account = ExtractAccount()
  var balances = true
  var tally = ProblemTally()
  var profiles: [ColumnProfile] = []
  var batches: [IntakeBatch] = []

  init(
    _ bytes: [UInt8], of contract: SourceContract, context: IntakeContext = Self.context(),
    chunk: Int = .max
  ) {
    var survey = TextSurvey()
    Self.inChunks(bytes, chunk) { survey.take($0) }
    let found = ExtractSurvey(of: contract, text: survey, head: bytes)
    problems = found.problems
    shape = found.shape
    guard let shape = found.shape else { return }
    var reading = ExtractReading(of: shape, context: context)
    Self.inChunks(bytes, chunk) { part in
      reading.feed(part)
      while let batch = reading.nextBatch() { batches.append(batch) }
    }
    reading.finish()
    while let batch = reading.nextBatch() { batches.append(batch) }
    take(reading.result)
  }

  /// Reads an extract in blocks of so many records, by several readers in turn.
  init(
    _ bytes: [UInt8], of contract: SourceContract, context: IntakeContext = Self.context(),
    chunk: Int = .max, inBlocksOf records: Int, by readers: Int
  ) {
    var survey = TextSurvey()
    survey.take(bytes.span)
    let found = ExtractSurvey(of: contract, text: survey, head: bytes)
    problems = found.problems
    shape = found.shape
    guard let shape = found.shape else { return }
    let readers = (0..<readers).map { _ in ReaderInTurn(of: shape, context: context) }
    var blocks = ExtractBlocks(of: shape, records: records)
    var totals = ExtractTotals(of: shape)
    func readAll() {
      while let block = blocks.next() {
        var batch = readers[block.number % readers.count].read(block)
        totals.add(&batch)
        batches.append(batch)
        blocks.reuse(block)
      }
    }
    Self.inChunks(bytes, chunk) { part in
      blocks.feed(part)
      readAll()
    }
    blocks.finish()
    readAll()
    for reader in readers { totals.add(reader.profiles) }
    take(totals.result(of: blocks))
  }

  private mutating func take(_ result: ExtractResult) {
    account = result.account
    balances = result.balances
    tally = result.tally
    profiles = result.profiles
    problems += result.problems
  }

  init(
    _ text: String, of contract: SourceContract, context: IntakeContext = Self.context(),
    chunk: Int = .max
  ) {
    self.init(Array(text.utf8), of: contract, context: context, chunk: chunk)
  }

  static func inChunks(_ bytes: [UInt8], _ size: Int, _ body: (Span<UInt8>) -> Void) {
    var start = 0
    while start < bytes.count {
      let end = start + min(size, bytes.count - start)
      body(bytes.span.extracting(start..<end))
      start = end
    }
  }
}

/// One of several readers, which can't be put into an array by themselves; what it is given back, it uses again.
private final class ReaderInTurn {
  private var reader: BlockReader
  private var spare: IntakeBatch?

  init(of shape: ExtractShape, context: IntakeContext) {
    reader = BlockReader(of: shape, context: context)
  }

  var profiles: [ColumnProfile] { reader.profiles }

  func read(_ block: RecordBlock) -> IntakeBatch {
    let batch = reader.read(block, reusing: spare.take())
    spare = batch
    spare?.removeAll()
    return batch
  }
}

// MARK: What the tests ask

extension ReadExtract {
  static let asOf = day("2013-07-22")

  static func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
    return day
  }

  static func context(
    suppressed: SuppressionList = SuppressionList(),
    protected: ProtectedAddresses = ProtectedAddresses(), rows: [TermCalendar.Row] = []
  ) -> IntakeContext {
    guard let calendar = try? TermCalendar(rows), let authority = try? LocalAuthorityCode("851")
    else { preconditionFailure("the tests' calendar is in order") }
    return IntakeContext(
      asOf: asOf, authority: authority, calendar: calendar, suppressed: suppressed,
      protected: protected)
  }

  /// The problems of the file in their contract's words.
  var problemCodes: [String] { problems.map(\.code.rawValue) }

  var people: [PersonEntry] { batches.flatMap(\.records.people) }
  var places: [PlaceEntry] { batches.flatMap(\.records.places) }
  var facts: [FactEntry] { batches.flatMap(\.records.facts) }
  var relations: [RelationEntry] { batches.flatMap(\.records.relations) }
  var rejections: [Rejection] { batches.flatMap(\.rejections) }

  /// One text of each person, in the order of the rows.
  func texts(of part: KeyPath<PersonEntry, TextRange>) -> [String] {
    batches.flatMap { batch in
      batch.records.people.map { batch.records.string($0[keyPath: part]) }
    }
  }

  func texts(of part: KeyPath<PlaceEntry, TextRange>) -> [String] {
    batches.flatMap { batch in
      batch.records.places.map { batch.records.string($0[keyPath: part]) }
    }
  }

  func texts(of part: KeyPath<FactEntry, TextRange>) -> [String] {
    batches.flatMap { batch in
      batch.records.facts.map { batch.records.string($0[keyPath: part]) }
    }
  }

  /// The national number of a kind of each person.
  func numbers(_ kind: IdentifierKind) -> [String] {
    guard let place = IdentifierKind.national.firstIndex(of: kind) else { return [] }
    return batches.flatMap { batch in
      batch.records.people.map { batch.records.string($0.numbers[place]) }
    }
  }

  /// Every reason of every rejection: `line 3: Surname required-value`.
  var reasons: [String] {
    batches.flatMap(\.rejections).flatMap { rejection in
      rejection.reasons.map { reason in
        let column = reason.column.map { columnName($0) + " " } ?? ""
        return "line \(rejection.line): \(column)\(reason.code.rawValue)"
      }
    }
  }

  /// Everything counted that did not cost the row: `DOB default-date 2`.
  var blanked: [String] {
    tally.sorted.filter { !$0.isRejection }.map { item in
      let column = item.column.map { columnName($0) + " " } ?? ""
      return "\(column)\(item.code.rawValue) \(item.count)"
    }
  }

  private func columnName(_ number: Int) -> String {
    shape?.bound.contract.columns[number].name ?? "?"
  }

  /// The skipped records by reason: `header 1, blank 2`.
  var skips: String {
    ExtractAccount.Skipped.allCases.filter { account[$0] > 0 }
      .map { "\($0.rawValue) \(account[$0])" }.joined(separator: ", ")
  }

  /// Whether some bytes are anywhere in what would be stored.
  func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return batches.contains { batch in
      [batch.records.text, batch.rejectedText].contains { bytes in
        bytes.indices.contains { bytes[$0...].starts(with: wanted) }
      }
    }
  }

  /// Everything that a reading comes to, as text, to compare two readings.
  var summary: String {
    var lines = ["\(problems)", "\(account)", "\(tally.sorted)", "\(profiles)"]
    for batch in batches {
      let records = batch.records
      for place in records.places {
        lines.append("place \(place.key) \(records.string(place.matchKey))")
      }
      for person in records.people {
        lines.append("person \(person.key) \(person.line) \(records.string(person.surname))")
      }
      for fact in records.facts { lines.append("fact \(fact.key) \(fact.line)") }
      for rejection in batch.rejections {
        lines.append(
          "rejection \(rejection.line) \(rejection.lineCount) \(rejection.offset) "
            + "\(rejection.byteCount) \(rejection.reasons.map(\.code)) "
            + "\(batch.rejectedText[rejection.raw.indices])")
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// Checks what has to hold of every reading of every extract.
func expectAccounted(
  _ read: ReadExtract, of bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(read.balances, sourceLocation: sourceLocation)
  #expect(
    read.account.read
      == read.account.accepted + read.account.quarantined + read.account.skippedInAll,
    sourceLocation: sourceLocation)
  #expect(read.rejections.count == read.account.quarantined, sourceLocation: sourceLocation)
  for batch in read.batches {
    for rejection in batch.rejections {
      let received = bytes[rejection.offset..<rejection.offset + rejection.byteCount]
      #expect(
        Array(batch.rejectedText[rejection.raw.indices]) == Array(received),
        "line \(rejection.line)", sourceLocation: sourceLocation)
    }
  }
}
