import Intake
import Vocabulary

/// Reads the bytes as an extract of one of the sample council's sources.
///
/// Every record and every byte is accounted for, and what is rejected is kept as it was received.
func tryExtract(_ bytes: [UInt8]) {
  var choices = Choices(bytes)
  let contracts = Council.sample.contracts
  let contract = contracts[choices.number(below: contracts.count)]
  let chunk = (choices.number(below: 64) + 1) * 16
  let file = Array(choices.rest)

  var survey = TextSurvey()
  survey.take(file.span)
  let found = ExtractSurvey(of: contract, text: survey, head: file)
  guard let shape = found.shape else {
    precondition(!found.problems.isEmpty, "not to be read, and nothing wrong")
    return
  }
  var reading = ExtractReading(of: shape, context: Council.sample.context)
  var batches: [IntakeBatch] = []
  for start in stride(from: 0, to: file.count, by: chunk) {
    reading.feed(file.span.extracting(start..<min(start + chunk, file.count)))
    while let batch = reading.nextBatch() { batches.append(batch) }
  }
  reading.finish()
  while let batch = reading.nextBatch() { batches.append(batch) }

  let result = reading.result
  precondition(result.balances, "the account does not balance")
  let rejections = batches.reduce(0) { $0 + $1.rejections.count }
  precondition(result.account.quarantined == rejections, "rejections")
  for batch in batches { checkRejections(of: batch, in: file) }
}

private func checkRejections(of batch: IntakeBatch, in file: [UInt8]) {
  for rejection in batch.rejections {
    precondition(!rejection.reasons.isEmpty, "rejected without a reason")
    let end = rejection.offset + rejection.byteCount
    precondition(rejection.offset >= 0 && end <= file.count, "a rejection outside the file")
    let raw = batch.rejectedText[rejection.raw.indices]
    // Nothing is kept of a record that is too long, or that has a protected address in it; the file
    // has it at the offset.
    if raw.isEmpty { continue }
    precondition(
      file[rejection.offset..<end].starts(with: raw) && rejection.byteCount - raw.count <= 4,
      "a rejected row is not as it was received")
  }
}
