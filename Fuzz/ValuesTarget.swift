import Vocabulary

/// Reads the bytes as every kind of value that a cell can hold.
///
/// What can be read is written in one way, and that writing reads as the same value again.
func tryValues(_ bytes: [UInt8]) {
  for kind in IdentifierKind.allNamed { tryIdentifier(kind, bytes) }
  tryDates(bytes)
}

private let asOf = Day(iso: "2013-07-22")
private let century: TwoDigitYear = .window(from: 1930)

private func tryIdentifier(_ kind: IdentifierKind, _ bytes: [UInt8]) {
  var once: [UInt8] = []
  var twice: [UInt8] = []
  guard (try? kind.appendCanonicalText(of: bytes.span, asOf: asOf, to: &once)) != nil else {
    return
  }
  do throws(IdentifierProblem) {
    try kind.appendCanonicalText(of: once.span, asOf: asOf, to: &twice)
  } catch {
    preconditionFailure("what was written cannot be read again")
  }
  precondition(once == twice, "what was written reads as something else")
}

private let patterns: [DatePattern] = [
  "dd/MM/yyyy", "d/M/yy", "yyyy-MM-dd", "ddMMMyyyy", "yyyyMMdd", "dd MMM yyyy", "MMM yyyy",
  "yyyy-MM", "dd/MM/yyyy HH:mm:ss", "d MMMM yyyy", "yyyy-MM-ddTHH:mm:ss", "yyyy Qq", "yyyy",
  "excel-serial", "excel-serial-time", "term",
].compactMap { try? DatePattern($0) }

private func tryDates(_ bytes: [UInt8]) {
  var inference = DatePatternInference(among: patterns, twoDigitYears: century)
  inference.observe(bytes.span)
  _ = inference.conclusion
  for pattern in patterns {
    _ = pattern.read(bytes.span, twoDigitYears: century)
    _ = pattern.readTerm(bytes.span)
  }
  if let date = PartialDate(text: bytes.span) {
    var text: [UInt8] = []
    date.appendText(to: &text)
    precondition(PartialDate(text: text.span) == date, "a date's text reads as another date")
  }
  _ = try? DatePattern(String(decoding: bytes, as: UTF8.self))
}
