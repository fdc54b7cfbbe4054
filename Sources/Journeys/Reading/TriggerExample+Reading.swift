import Vocabulary
import YAMLFiles

extension TriggerExample {
  /// The people whom examples may name without describing them.
  static let cast: [(name: String, born: String, isFemale: Bool, role: FamilyRole)] = [
    ("mother", "1980-06-01", true, .parent), ("father", "1978-02-10", false, .parent),
    ("teen", "1996-01-20", false, .dependentChild), ("child", "2002-03-15", true, .dependentChild),
    ("sibling", "2004-10-05", false, .dependentChild),
    ("baby", "2011-09-01", true, .dependentChild),
  ]

  static func read(_ reader: inout MappingReader, _ scope: JourneyScope) -> TriggerExample? {
    let title = reader.required("title") { $0.string() }
    let step = reader.optional("step") { $0.string() }
    let asOf = reader.optional("as_of") { $0.day() }
    var members = reader.optional("people") { value in
      value.entries { name, _, value in value.mapping { Self.member(name, &$0) } }
    }
    let facts = reader.optional("facts") { value in
      value.list { item in item.mapping { Self.fact(&$0, &members, scope) } }
    }
    let undelivered = reader.optional("undelivered") { scope.kinds(&$0) }
    let outcome = reader.required("then") { Self.outcome(&$0) }
    guard let title, let outcome else { return nil }
    return TriggerExample(
      title: title, step: step, asOf: asOf ?? Day(iso: "2013-07-22") ?? .latest,
      members: members ?? [], facts: facts ?? [], undelivered: undelivered ?? [], outcome: outcome)
  }

  private static func outcome(_ value: inout ValueReader) -> Outcome? {
    guard let text = value.string() else { return nil }
    switch text {
    case "does not occur": return .doesNotOccur
    case "cannot tell": return .cannotTell
    default:
      guard text.first?.isNumber == true else {
        return value.mistake(
          "'\(text)' is no outcome",
          suggestion: "write a date, 'does not occur' or 'cannot tell'")
      }
      return .occurs(text)
    }
  }

  private static func member(_ name: String, _ reader: inout MappingReader) -> Member? {
    let known = cast.first { $0.name == name }
    let isUnknown = reader.optional("birth") { $0.word(among: ["unknown"]) } != nil
    let born = reader.optional("born") { $0.date() }
    let role = reader.optional("role") { $0.word(as: FamilyRole.self) }
    let sex = reader.optional("sex") { $0.word(among: ["female", "male"]) }
    let from = reader.optional("from") { $0.day() }
    let until = reader.optional("until") { $0.day() }
    let died = reader.optional("died") { $0.date() }
    let birth = isUnknown ? nil : born ?? known.flatMap { PartialDate(text: $0.born) }
    let first = from ?? birth.map { max($0.earliest, Self.firstDay) } ?? Self.firstDay
    guard let days = DayInterval(first: first, last: until ?? .latest) else {
      return reader.mistake("the days end before they begin", at: "until")
    }
    return Member(
      name: name, born: birth, isFemale: sex.map { $0 == "female" } ?? known?.isFemale,
      role: role ?? known?.role ?? .other, days: days, died: died)
  }

  private static let firstDay = Day(iso: "2000-01-01") ?? .earliest

  private static func fact(
    _ reader: inout MappingReader, _ members: inout [Member]?, _ scope: JourneyScope
  ) -> Fact? {
    let kind = reader.required("kind") { scope.kind(&$0) }
    let of = reader.optional("of") { $0.string() }
    let on = reader.optional("on") { $0.date() }
    let from = reader.optional("from") { $0.date() }
    let to = reader.optional("to") { $0.date() }
    let part = reader.optional("part") { $0.integer(in: 0...10_000_000) }
    let whole = reader.optional("whole") { $0.integer(in: 0...10_000_000) }
    let professional = reader.optional("professional") { $0.integer(in: 1...10_000) }
    let times = reader.optional("times") { $0.integer(in: 1...1_000) }
    let attributes = reader.optional("with") { value in
      value.entries { name, _, value in
        if let kind { scope.check(attribute: name, of: [kind], &value) }
        return value.string().map { Attribute(name: name, value: $0) }
      }
    }
    var member: Int?
    if let of {
      member = Self.place(of: of, in: &members)
      if member == nil {
        return reader.mistake(
          "nobody is called '\(of)'", at: "of", suggestion: Self.people(members))
      }
    }
    guard let kind else { return nil }
    return Fact(
      kind: kind, member: member, starts: on ?? from, ends: to, part: part ?? 0, whole: whole ?? 0,
      attributes: attributes ?? [], professional: professional ?? 0, times: times ?? 1)
  }

  private static func people(_ members: [Member]?) -> String {
    "name one of \((cast.map(\.name) + (members ?? []).map(\.name)).joined(separator: ", "))"
  }

  /// The place of a member, who comes in when first named if the cast knows them.
  private static func place(of name: String, in members: inout [Member]?) -> Int? {
    var all = members ?? []
    if let place = all.firstIndex(where: { $0.name == name }) { return place }
    guard let known = cast.first(where: { $0.name == name }),
      let born = PartialDate(text: known.born),
      let days = DayInterval(first: max(born.earliest, firstDay), last: .latest)
    else { return nil }
    all.append(
      Member(
        name: name, born: born, isFemale: known.isFemale, role: known.role, days: days, died: nil))
    members = all
    return all.count - 1
  }
}
