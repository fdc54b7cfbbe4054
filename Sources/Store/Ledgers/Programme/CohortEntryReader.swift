public import Vocabulary
public import YAMLFiles

/// Reads what the ledger holds of families' lives; JSON is YAML, so every mistake comes with its place.
public enum CohortEntryReader {
  /// Reads the content of a ledger's entry; who stands beside it.
  public static func entry(
    _ content: String, by: String, file: String, mistakes: inout [YAMLMistake]
  ) -> CohortEntry? {
    do throws(YAMLError) {
      let document = try YAMLDocument.parse(content, name: file)
      return document.read(collecting: &mistakes) { entry(&$0, by: by) }
    } catch {
      mistakes.append(error.asMistake)
      return nil
    }
  }

  static let words = [
    "identified", "confirmed", "attached", "lead", "planned", "assessed", "consented",
    "lawful-basis", "worked", "nominated", "answered", "progressed", "problem", "achieved",
    "closed", "declined", "moved-out",
  ]

  private static func entry(_ members: inout MappingReader, by: String) -> CohortEntry? {
    let word = members.required("event") { $0.word(among: words) }
    let family = members.required("family") { $0.family() }
    let on = members.required("on") { $0.isoDay() }
    let entered = members.required("entered") { $0.isoDay() }
    guard let word, let event = event(word, &members), let family, let on, let entered else {
      return nil
    }
    return CohortEntry(family: family, on: on, entered: entered, by: by, event: event)
  }

  private static func event(_ word: String, _ members: inout MappingReader) -> CohortEvent? {
    switch word {
    case "identified": return text("area", &members).map { .identified(area: $0) }
    case "confirmed": return .confirmed
    case "attached": return attachment(&members).map { .attached($0) }
    case "lead":
      let agency = text("agency", &members)
      let professional = text("professional", &members)
      guard let agency, let professional else { return nil }
      return .lead(agency: agency, professional: professional)
    case "planned": return .planned
    case "assessed": return .assessed
    case "consented":
      return .consented(
        service: members.optional("service") { $0.word(as: Consent.self) },
        evaluation: members.optional("evaluation") { $0.word(as: Consent.self) })
    case "lawful-basis": return text("reference", &members).map { .lawfulBasis(reference: $0) }
    case "worked": return .worked
    case "nominated": return text("service", &members).map { .nominated(service: $0) }
    case "answered":
      let service = text("service", &members)
      let isTaken = members.required("taken") { $0.boolean() }
      guard let service, let isTaken else { return nil }
      return .answered(service: service, isTaken: isTaken)
    case "progressed":
      let element = text("element", &members)
      let reference = text("reference", &members)
      guard let element, let reference else { return nil }
      return .progressed(element: element, reference: reference)
    case "problem": return text("name", &members).map { .problem($0) }
    case "achieved": return text("result", &members).map { .achieved(result: $0) }
    case "closed": return text("reason", &members).map { .closed(reason: $0) }
    case "declined": return .declined
    default: return text("to", &members).map { .movedOut(to: $0) }
    }
  }

  private static func text(_ key: String, _ members: inout MappingReader) -> String? {
    members.required(key) { $0.string() }
  }

  private static func attachment(_ members: inout MappingReader) -> Attachment? {
    let year = members.required("year") { $0.financialYear() }
    let area = text("area", &members)
    let agency = text("agency", &members)
    let professional = text("professional", &members)
    let delivery = text("delivery", &members)
    let snapshot = members.required("snapshot") { value in value.mapping { readSnapshot(&$0) } }
    guard let year, let area, let agency, let professional, let delivery, let snapshot else {
      return nil
    }
    return Attachment(
      year: year, area: area, leadAgency: agency, leadProfessional: professional,
      deliveryAgency: delivery, snapshot: snapshot)
  }

  private static func readSnapshot(_ members: inout MappingReader) -> EligibilitySnapshot? {
    let on = members.required("on") { $0.isoDay() }
    let pack = text("pack", &members)
    let version = text("version", &members)
    let run = text("run", &members)
    let isEligible = members.required("eligible") { $0.boolean() }
    let discretion = readDiscretion(&members)
    let findings = members.required("findings") { value in
      value.list { value in value.mapping { finding(&$0) } }
    }
    guard let on, let pack, let version, let run, let isEligible, let discretion, let findings
    else { return nil }
    return EligibilitySnapshot(
      on: on, pack: pack, packVersion: version, run: run, isEligible: isEligible,
      discretion: discretion, findings: findings)
  }

  private static func readDiscretion(
    _ members: inout MappingReader
  ) -> EligibilitySnapshot.Discretion? {
    let words = ["not-asked", "found", "decided", "missing"]
    let word = members.required("discretion") { $0.word(among: words) }
    let because = members.optional("because") { $0.string() } ?? ""
    switch word {
    case "not-asked": return .notAsked
    case "found": return .found(because)
    case "decided": return .decided(by: because)
    case "missing": return .missing
    default: return nil
    }
  }

  private static func finding(_ members: inout MappingReader) -> FrozenFinding? {
    let criterion = text("criterion", &members)
    let answer = members.required("answer") { $0.word(as: FindingState.self) }
    let evidence = members.required("evidence") { value in
      value.list { value in value.mapping { EvidenceRow.read(&$0) } }
    }
    guard let criterion, let answer, let evidence else { return nil }
    return FrozenFinding(criterion: criterion, answer: answer, evidence: evidence)
  }
}
