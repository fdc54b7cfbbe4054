import Vocabulary
import YAMLFiles

/// Reads frozen claims from objects of JSON.
enum FrozenClaimReader {
  static func claim(_ members: inout MappingReader) -> FrozenClaim? {
    let family = members.required("family") { $0.family() }
    let reference = text("reference", &members)
    let people = members.required("people") { list(&$0, person) }
    let scheme = text("scheme", &members)
    let version = text("version", &members)
    let atAttachment = text("plan_at_attachment", &members)
    let atClaim = text("plan_at_claim", &members)
    let path = text("path", &members)
    let results = members.required("results") { $0.strings() }
    let amount = members.required("pence") { $0.pence() }
    let attached = members.required("attached") { $0.isoDay() }
    let year = members.required("year") { $0.financialYear() }
    let criteria = members.required("criteria") { $0.strings() }
    let eligibility = members.required("eligibility") { list(&$0, EvidenceRow.read) }
    let elements = members.required("elements") { list(&$0, element) }
    let area = text("area", &members)
    let worker = text("worker", &members)
    let delivery = text("delivery", &members)
    let deciders = members.required("link_deciders") { $0.strings() }
    let gaps = members.required("gaps") { list(&$0, gap) }
    let run = text("run", &members)
    let asOf = members.required("as_of") { $0.isoDay() }
    guard let family, let reference, let people, let scheme, let version, let atAttachment,
      let atClaim, let path, let results, let amount, let attached, let year, let criteria,
      let eligibility, let elements, let area, let worker, let delivery, let deciders, let gaps,
      let run, let asOf
    else { return nil }
    return FrozenClaim(
      family: family, reference: reference, people: people, scheme: scheme,
      schemeVersion: version, planAtAttachment: atAttachment, planAtClaim: atClaim, path: path,
      results: results, amount: amount, attachedOn: attached, attachmentYear: year,
      criteria: criteria, eligibilityRows: eligibility, elements: elements, area: area,
      worker: worker, deliveryAgency: delivery, linkDeciders: deciders, gaps: gaps, run: run,
      asOf: asOf)
  }

  private static func text(_ key: String, _ members: inout MappingReader) -> String? {
    members.required(key) { $0.string() }
  }

  private static func list<Item>(
    _ value: inout ValueReader, _ read: (inout MappingReader) -> Item?
  ) -> [Item]? {
    value.list { value in value.mapping(read) }
  }

  private static func person(_ members: inout MappingReader) -> CountedPerson? {
    let id = members.required("id") { $0.person() }
    let role = members.required("role") { $0.word(as: FamilyRole.self) }
    let records = members.required("records") { value in value.list { $0.recordKey() } }
    guard let id, let role, let records else { return nil }
    return CountedPerson(id: id, role: role, records: records)
  }

  private static func gap(_ members: inout MappingReader) -> ClaimGap? {
    let code = text("code", &members)
    let words = text("words", &members)
    guard let code, let words else { return nil }
    return ClaimGap(code, words)
  }

  private static func element(_ members: inout MappingReader) -> FrozenElement? {
    let name = text("element", &members)
    let answer = members.required("answer") { $0.word(as: FrozenElement.Answer.self) }
    let lines = members.required("lines") { list(&$0, line) }
    let rows = members.required("rows") { list(&$0, EvidenceRow.read) }
    let missing = members.required("missing") { $0.strings() }
    let reasons = members.required("reasons") { $0.strings() }
    guard let name, let answer, let lines, let rows, let missing, let reasons else { return nil }
    return FrozenElement(
      element: name, answer: answer, lines: lines, rows: rows, missing: missing,
      reasons: reasons)
  }

  private static func line(_ members: inout MappingReader) -> FrozenElement.Line? {
    let person = members.optional("person") { $0.person() }
    let name = text("name", &members)
    let from = members.required("from") { $0.isoDay() }
    let until = members.required("until") { $0.isoDay() }
    let count = members.required("count") { $0.integer() }
    let whole = members.optional("of") { $0.integer() }
    let isCovered = members.required("covered") { $0.boolean() }
    guard let name, let from, let until, let count, let isCovered,
      let days = DayInterval(first: from, last: until)
    else { return nil }
    return FrozenElement.Line(
      person: person, name: name, days: days, count: count, outOf: whole, isCovered: isCovered)
  }
}
