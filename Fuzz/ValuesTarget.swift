import Vocabulary

/// Reads the bytes as every kind of value that a cell can hold.
///
/// What can be read is written in one way, and that writing reads as the same value again.
func tryValues(_ bytes: [UInt8]) {
  for kind in IdentifierKind.allNamed { tryIdentifier(kind, bytes) }
  tryDates(bytes)
  tryPlaces(bytes)
  tryPeople(bytes)
  tryAmounts(bytes)
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

private func tryPlaces(_ bytes: [UInt8]) {
  if let postcode = try? Postcode(bytes.span) {
    var text: [UInt8] = []
    postcode.appendText(to: &text)
    precondition((try? Postcode(text.span)) == postcode, "a postcode reads as another")
    _ = postcode.kind()
  } else {
    for candidate in Postcode.repairCandidates(bytes.span) { _ = candidate.kind() }
  }
  let address = UKAddress.parse(bytes.span)
  let again = UKAddress.parse(address.display)
  _ = (address.lines, address.postcode, again.display)
  let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  _ = UKAddress.parse(lines: lines)
  _ = UKAddress.parse(fields: fields(lines)).matchKey
}

private func fields(_ lines: [String]) -> AddressFields {
  func line(_ index: Int) -> String { index < lines.count ? lines[index] : "" }
  return AddressFields(
    saon: line(0), paon: line(1), street: line(2), locality: line(3), town: line(4),
    postcode: line(5))
}

private func tryPeople(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  let name = PersonName.parse(full: text)
  precondition(PersonName.parse(full: text) == name, "a name reads in two ways")
  _ = (name.display, name.listed, name.surnameKeys, PersonName.parse(full: bytes.span).isEmpty)
  precondition(!PersonName.people(full: text).isEmpty, "a name is at least one person's")
  let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  _ =
    PersonName(
      title: parts.first, forename: parts.dropFirst().first, middleNames: parts.dropFirst(2).first,
      surname: parts.dropFirst(3).first, knownAs: parts.dropFirst(4).first,
      formerSurname: parts.dropFirst(5).first
    ).display
}

private func tryAmounts(_ bytes: [UInt8]) {
  for rules in 0..<32 as Range<UInt8> {
    guard let amount = try? Pence(bytes.span, PenceRules(rawValue: rules)) else { continue }
    var text: [UInt8] = []
    amount.appendText(to: &text)
    precondition((try? Pence(text.span, .all)) == amount, "an amount reads as another")
  }
}
