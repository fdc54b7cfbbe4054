import Intake
import Vocabulary

/// What became of one extract, read from beginning to end.
struct WholeReading {
  var fileProblems: [FileProblem] = []
  /// The account, where the file could be read at all.
  var account: ExtractAccount?
  var balances = true
  var batches: [IntakeBatch] = []

  static let asOf = Day(iso: "2013-07-22")

  init(_ file: [UInt8], of contract: SourceContract, chunk: Int = 512) {
    guard let asOf = Self.asOf, let calendar = try? TermCalendar([]) else {
      preconditionFailure("a day is a day")
    }
    var survey = TextSurvey()
    survey.take(file.span)
    let found = ExtractSurvey(of: contract, text: survey, head: file)
    fileProblems = found.problems
    guard let shape = found.shape else { return }
    var reading = ExtractReading(
      of: shape, context: IntakeContext(asOf: asOf, calendar: calendar))
    for start in stride(from: 0, to: file.count, by: chunk) {
      reading.feed(file.span.extracting(start..<min(start + chunk, file.count)))
      while let batch = reading.nextBatch() { batches.append(batch) }
    }
    reading.finish()
    while let batch = reading.nextBatch() { batches.append(batch) }
    let result = reading.result
    account = result.account
    balances = result.balances
    fileProblems += result.problems
  }

  /// What is not as it has to be for every file whatsoever; empty when all is well.
  func findings(in file: [UInt8]) -> [String] {
    guard let account else {
      return fileProblems.isEmpty ? ["the file was not read, and nothing is said about it"] : []
    }
    var findings: [String] = []
    if !balances { findings.append("the account does not balance: \(account)") }
    if account.quarantined != batches.reduce(0, { $0 + $1.rejections.count }) {
      findings.append("not every rejected row is kept")
    }
    for batch in batches {
      findings += batch.rejections.filter { !Self.isAsReceived($0, in: batch, of: file) }.map {
        "line \($0.line) is not kept as it was received"
      }
    }
    return findings
  }

  private static func isAsReceived(
    _ rejection: Rejection, in batch: IntakeBatch, of file: [UInt8]
  ) -> Bool {
    let end = rejection.offset + rejection.byteCount
    guard !rejection.reasons.isEmpty, rejection.offset >= 0, end <= file.count else { return false }
    let raw = batch.rejectedText[rejection.raw.indices]
    // Nothing is kept of a record that is too long, or that has a protected address in it.
    if raw.isEmpty { return true }
    // What is kept may lack the line end: at most two characters of two bytes.
    return file[rejection.offset..<end].starts(with: raw) && rejection.byteCount - raw.count <= 4
  }

  /// What the accepted rows say, without the lines on which they say it.
  var statements: [String] {
    var statements: [String] = []
    for batch in batches {
      func text(_ ranges: [TextRange]) -> String {
        ranges.map(batch.records.string).joined(separator: "|")
      }
      for person in batch.records.people {
        let name = [person.surname, person.forenames, person.born, person.sex]
        statements.append(text(name + numbers(of: person)))
      }
      for fact in batch.records.facts {
        statements.append("\(fact.kind)|" + text([fact.starts, fact.ends, fact.attributes]))
      }
      for place in batch.records.places { statements.append(text([place.matchKey])) }
    }
    return statements
  }

  private func numbers(of person: PersonEntry) -> [TextRange] {
    person.numbers.indices.map { person.numbers[$0] }
  }
}
