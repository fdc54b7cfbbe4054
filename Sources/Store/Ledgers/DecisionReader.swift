public import Vocabulary
public import YAMLFiles

/// Reads decisions from objects of JSON: what the ledger holds, and what people import.
///
/// JSON is YAML, so every mistake comes with its place and the nearest word; a member that is not known is a mistake.
public enum DecisionReader {
  /// Reads the content of a ledger's entry; who and when stand beside it.
  public static func decision(
    _ content: String, by: String, at: String, file: String, mistakes: inout [YAMLMistake]
  ) -> Decision? {
    do throws(YAMLError) {
      let document = try YAMLDocument.parse(content, name: file)
      return document.read(collecting: &mistakes) { members in
        decision(&members, by: by, at: at)
      }
    } catch {
      mistakes.append(error.asMistake)
      return nil
    }
  }

  /// Reads one object.
  public static func decision(
    _ members: inout MappingReader, by: String, at: String
  ) -> Decision? {
    guard let kind = members.required("decision", { $0.word(as: DecisionKind.self) }) else {
      // What else it may say depends on the kind, so nothing else is told to be unknown.
      for name in Self.names { _ = members.has(name) }
      return nil
    }
    let subject = Self.subject(kind, &members)
    let role = members.required("role") { $0.word(as: DecisionRole.self) }
    let reason = members.required("reason") { $0.word(as: DecisionReason.self) }
    let comment = members.optional("comment") { $0.string() }
    let supersedes = members.optional("supersedes") { $0.integer(in: 1...Int.max) }
    let seen = members.optional("seen") { $0.mapping(Self.seen) }
    guard let subject, let role, let reason else { return nil }
    return Decision(
      subject, by: by, role: role, at: at, reason: reason, comment: comment,
      seen: seen ?? SeenEvidence(), supersedes: supersedes)
  }

  /// Every member that a decision of any kind has.
  private static let names = [
    "left", "right", "record", "from", "person", "family", "as", "pack", "criterion", "finding",
    "in", "since", "until", "entry", "role", "reason", "comment", "supersedes", "seen",
  ]

  // MARK: What is said

  private static func subject(
    _ kind: DecisionKind, _ members: inout MappingReader
  ) -> DecisionSubject? {
    switch kind {
    case .match: pair(&members).map { .match($0) }
    case .notMatch: pair(&members).map { .notMatch($0) }
    case .cannotTell: pair(&members).map { .cannotTell($0) }
    case .sameHousehold: pair(&members).map { .sameHousehold($0) }
    case .split: split(&members)
    case .joinFamily: tie(&members).map { .joinFamily($0) }
    case .leaveFamily: tie(&members).map { .leaveFamily($0) }
    case .override: override(&members)
    case .localDiscretion: discretion(&members)
    case .note: members.required("record", key).map { .note($0) }
    case .undo: members.required("entry") { $0.integer(in: 1...Int.max) }.map { .undo($0) }
    }
  }

  private static func pair(_ members: inout MappingReader) -> RecordPair? {
    let left = members.required("left", key)
    let right = members.required("right", key)
    guard let left, let right else { return nil }
    guard let pair = RecordPair(left, right) else {
      return members.mistake("'left' and 'right' are the same record", at: "right")
    }
    return pair
  }

  private static func split(_ members: inout MappingReader) -> DecisionSubject? {
    let record = members.required("record", key)
    let others = members.required("from") { $0.list(key) }
    guard let record, let others else { return nil }
    guard !others.isEmpty, !others.contains(record) else {
      return members.mistake("'from' has to name other records", at: "from")
    }
    return .split(record, from: others)
  }

  private static func tie(_ members: inout MappingReader) -> FamilyTie? {
    let person = members.required("person", key)
    let family = members.required("family", key)
    let role = members.optional("as") { $0.word(as: FamilyRole.self) }
    let days = Self.days(&members)
    guard let person, let family else { return nil }
    guard person != family else {
      return members.mistake("'person' and 'family' are the same record", at: "family")
    }
    return FamilyTie(person: person, family: family, role: role, days: days)
  }

  private static func override(_ members: inout MappingReader) -> DecisionSubject? {
    let family = members.required("family", key)
    let pack = members.required("pack") { $0.string() }
    let criterion = members.required("criterion") { $0.string() }
    let finding = members.required("finding") { $0.word(as: RuledFinding.self) }
    let days = Self.days(&members)
    guard let family, let pack, let criterion, let finding else { return nil }
    return .override(
      FindingOverride(
        family: family, pack: pack, criterion: criterion, finding: finding, days: days))
  }

  private static func discretion(_ members: inout MappingReader) -> DecisionSubject? {
    let family = members.required("family", key)
    let pack = members.required("pack") { $0.string() }
    let isIn = members.required("in") { $0.boolean() }
    let days = Self.days(&members)
    guard let family, let pack, let isIn else { return nil }
    return .localDiscretion(
      LocalDiscretion(family: family, pack: pack, isIn: isIn, days: days))
  }

  private static func days(_ members: inout MappingReader) -> DayInterval? {
    let since = members.optional("since", day)
    let until = members.optional("until", day)
    guard since != nil || until != nil else { return nil }
    guard let days = DayInterval(first: since ?? .earliest, last: until ?? .latest) else {
      return members.mistake("'until' is before 'since'", at: "until")
    }
    return days
  }

  // MARK: What was seen

  private static func seen(_ members: inout MappingReader) -> SeenEvidence? {
    SeenEvidence(
      run: members.optional("run") { $0.string() },
      model: members.optional("model") { $0.string() },
      weight: members.optional("weight") { $0.integer() },
      seconds: members.optional("seconds") { $0.integer(in: 0...Int.max) },
      records: members.optional("records") { $0.list { $0.mapping(Self.record) } } ?? [])
  }

  private static func record(_ members: inout MappingReader) -> SeenRecord? {
    let key = members.required("key", Self.key)
    let source = members.required("source") { $0.string() }
    let digest = members.required("digest") { $0.string() }
    let values = members.required("values") { values in
      values.entries { name, _, value in value.string().map { SeenValue(name, $0) } }
    }
    guard let key, let source, let digest, let values else { return nil }
    let record = SeenRecord(key: key, source: source, values: values, digest: digest)
    guard record.isWhole else {
      return members.mistake("the digest is not that of the values", at: "digest")
    }
    return record
  }

  // MARK: Words

  private static func key(_ value: inout ValueReader) -> RecordKey? {
    guard let text = value.string() else { return nil }
    guard let key = RecordKey(text: text) else {
      return value.mistake("\(value.name) has to be the sixteen digits of a record's key")
    }
    return key
  }

  private static func day(_ value: inout ValueReader) -> Day? {
    guard let text = value.string() else { return nil }
    guard let day = Day(iso: text) else {
      return value.mistake("\(value.name) has to be a day, as 2013-07-22")
    }
    return day
  }
}
