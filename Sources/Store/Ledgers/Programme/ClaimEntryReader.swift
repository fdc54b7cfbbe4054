public import Vocabulary
public import YAMLFiles

/// Reads what the ledger holds of claims; JSON is YAML, so every mistake comes with its place.
public enum ClaimEntryReader {
  /// Reads the content of a ledger's entry; who stands beside it.
  public static func entry(
    _ content: String, by: String, file: String, mistakes: inout [YAMLMistake]
  ) -> ClaimEntry? {
    do throws(YAMLError) {
      let document = try YAMLDocument.parse(content, name: file)
      return document.read(collecting: &mistakes) { entry(&$0, by: by) }
    } catch {
      mistakes.append(error.asMistake)
      return nil
    }
  }

  static let words = [
    "prepared", "completed", "sampled", "audited", "signed", "submitted", "paid", "rejected",
    "amended", "withdrawn", "evidence-changed", "imported",
  ]

  private static func entry(_ members: inout MappingReader, by: String) -> ClaimEntry? {
    let word = members.required("event") { $0.word(among: words) }
    let claim = members.required("claim") { $0.integer(in: 1...Int.max) }
    let on = members.required("on") { $0.isoDay() }
    let role = members.required("role") { $0.word(as: ClaimRole.self) }
    guard let word, let event = event(word, &members), let claim, let on, let role else {
      return nil
    }
    return ClaimEntry(claim: ClaimID(claim), on: on, by: by, role: role, event: event)
  }

  private static func event(_ word: String, _ members: inout MappingReader) -> ClaimEvent? {
    switch word {
    case "prepared":
      let window = text("window", &members)
      let claim = frozen(&members)
      guard let window, let claim else { return nil }
      return .prepared(claim, window: window)
    case "completed": return .completed
    case "sampled": return text("sample", &members).map { .sampled(sample: $0) }
    case "audited": return audited(&members)
    case "signed": return .signed
    case "submitted": return .submitted
    case "paid": return members.required("pence") { $0.pence() }.map { .paid($0) }
    case "rejected": return text("reason", &members).map { .rejected(reason: $0) }
    case "amended":
      let window = text("window", &members)
      let reason = text("reason", &members)
      let claim = frozen(&members)
      guard let window, let reason, let claim else { return nil }
      return .amended(claim, window: window, reason: reason)
    case "withdrawn":
      let reason = text("reason", &members)
      let amount = members.required("pence") { $0.pence() }
      guard let reason, let amount else { return nil }
      return .withdrawn(reason: reason, amount)
    case "evidence-changed":
      let run = text("run", &members)
      let words = members.required("words") { $0.strings() }
      guard let run, let words else { return nil }
      return .evidenceChanged(run: run, words: words)
    default:
      let origin = text("origin", &members)
      let claim = frozen(&members)
      guard let origin, let claim else { return nil }
      return .imported(claim, origin: origin)
    }
  }

  private static func audited(_ members: inout MappingReader) -> ClaimEvent? {
    let isPassed = members.required("passed") { $0.boolean() }
    let sample = members.optional("sample") { $0.string() }
    let reason = text("reason", &members)
    guard let isPassed, let reason else { return nil }
    return .audited(
      isPassed: isPassed, basis: sample.map { .sample($0) } ?? .itself, reason: reason)
  }

  private static func text(_ key: String, _ members: inout MappingReader) -> String? {
    members.required(key) { $0.string() }
  }

  private static func frozen(_ members: inout MappingReader) -> FrozenClaim? {
    members.required("frozen") { value in value.mapping { FrozenClaimReader.claim(&$0) } }
  }
}
