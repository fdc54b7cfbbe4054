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
    var start = 0
    while start < bytes.count {
      let end = start + min(chunk, bytes.count - start)
      reading.feed(bytes.span.extracting(start..<end))
      while let batch = reading.nextBatch() {
        batches.append(batch)
        reading.reuse(batch)
      }
      start = end
    }
    reading.finish()
    while let batch = reading.nextBatch() { batches.append(batch) }
    account = reading.account
    balances = reading.balances
    tally = reading.tally
    profiles = reading.profiles
    problems += reading.fileProblems
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
