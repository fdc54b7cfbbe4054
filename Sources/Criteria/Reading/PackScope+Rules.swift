import Vocabulary
import YAMLFiles

extension PackScope {
  /// The keys of which a rule has exactly one.
  static let openings = [
    "any", "all", "all_relevant", "of", "not", "perhaps", "some", "every", "fact", "state",
    "during", "latest",
    "measure", "share", "fall", "spell", "unanswered", "member", "covered", "decision",
    "not_computable",
  ]

  /// Reads a rule: the name of a criterion, or a mapping.
  func rule(_ value: inout ValueReader) -> Rule? {
    if value.node.text != nil { return value.word(among: criterionNames).map(Rule.criterion) }
    return value.mapping { rule(&$0) }
  }

  private func rule(_ reader: inout MappingReader) -> Rule? {
    let found = Self.openings.filter { reader.has($0) && !($0 == "of" && reader.has("measure")) }
    guard let opening = found.first, found.count == 1 else {
      let words = Self.openings.joined(separator: ", ")
      return reader.mistake(
        found.isEmpty
          ? "the rule says nothing"
          : "the rule has both '\(found[0])' and '\(found[1])'",
        suggestion: found.isEmpty
          ? "begin it with one of \(words)" : "put them under 'any' or 'all'")
    }
    switch opening {
    case "any", "all", "of": return combination(opening, &reader)
    case "all_relevant": return parts(opening, &reader).map(Rule.allRelevant)
    case "not": return reader.required(opening) { rule(&$0) }.map(Rule.not)
    case "perhaps": return reader.required(opening) { rule(&$0) }.map(Rule.perhaps)
    case "some", "every": return quantified(opening, &reader)
    case "fact", "state", "during": return facts(opening, &reader)
    case "latest": return latest(&reader)
    case "measure": return measure(&reader)
    case "share": return share(&reader)
    case "fall": return fall(&reader)
    case "spell": return spell(&reader)
    case "unanswered": return unanswered(&reader)
    case "member": return reader.required(opening) { groupAtDate(&$0) }.map(Rule.member)
    case "covered": return covered(&reader)
    case "decision": return reader.required(opening) { $0.string() }.map(Rule.decision)
    default: return reader.required(opening) { $0.string() }.map(Rule.notComputable)
    }
  }

  private func combination(_ opening: String, _ reader: inout MappingReader) -> Rule? {
    let rules = parts(opening, &reader)
    let most = rules?.count ?? 10_000
    let least = opening == "of" ? reader.required("at_least") { $0.integer(in: 1...most) } : nil
    guard let rules else { return nil }
    if opening == "any" { return .atLeast(1, rules) }
    if opening == "all" { return .atLeast(rules.count, rules) }
    return least.map { .atLeast($0, rules) }
  }

  /// The rules under a key; none at all would be a criterion that nobody meets, or everybody does.
  private func parts(_ opening: String, _ reader: inout MappingReader) -> [Rule]? {
    let rules = reader.required(opening) { value -> [Rule]? in
      if case .sequence(let nodes) = value.node.content, nodes.isEmpty {
        return value.mistake("'\(opening)' has no rules", suggestion: "name one or more")
      }
      return value.list { rule(&$0) }
    }
    return rules?.isEmpty == true ? nil : rules
  }

  private func quantified(_ opening: String, _ reader: inout MappingReader) -> Rule? {
    let group = reader.required(opening) { groupAtDate(&$0) }
    let inner = reader.required("is") { rule(&$0) }
    guard let group, let inner else { return nil }
    return opening == "some" ? .some(group: group, inner) : .every(group: group, inner)
  }

  private func facts(_ opening: String, _ reader: inout MappingReader) -> Rule? {
    let kinds = reader.required(opening) { opening == "fact" ? self.kinds(&$0) : episodes(&$0) }
    let window =
      opening == "state"
      ? reader.optional("at") { $0.word(among: ["date"]) }.map { _ in Window.theDate } ?? .theDate
      : reader.required("within") { $0.window() }
    let who = reader.optional("who") { group(&$0) }
    let details = reader.optional("where") { self.details(kinds ?? [], &$0) }
    let least = reader.optional("count") { $0.integer(in: 1...10_000) }
    let counted = countedBy(&reader, kinds ?? [])
    let silence = reader.optional("silence") { $0.word(among: ["means no", "says nothing"]) }
    let isPerPerson = reader.optional("per") { $0.word(among: ["person", "family"]) } == "person"
    guard let kinds, let window else { return nil }
    let timing: FactTiming =
      switch opening {
      case "state": .open
      case "during": .overlaps
      default: .happened
      }
    var rule = FactsRule(
      kinds: kinds, timing: timing, window: window, group: who, details: details ?? [],
      least: least ?? 1, countedBy: counted, isSilenceTrusted: silence == "means no")
    guard isPerPerson else { return .facts(rule) }
    // Asked at the date, the group can be settled once for each person; at the event, each fact asks anew.
    let isAtEvent = groups.first { $0.name == who }?.isAtEvent ?? false
    if !isAtEvent { rule.group = nil }
    return .some(group: isAtEvent ? "anyone" : who ?? "anyone", .facts(rule))
  }

  private func countedBy(_ reader: inout MappingReader, _ kinds: [String]) -> CountedBy {
    if let amount = reader.optional("sum", { detail(of: kinds, &$0) }) { return .amount(amount) }
    guard let word = reader.optional("distinct", { $0.string() }) else { return .facts }
    switch word {
    case "days": return .days
    case "agencies": return .agencies
    case "professionals": return .professionals
    case "people": return .people
    default:
      return reader.optional("distinct") { detail(of: kinds, &$0) }.map(CountedBy.attribute)
        ?? .facts
    }
  }

  private func detail(of kinds: [String], _ value: inout ValueReader) -> String? {
    let known = kinds.compactMap { vocabulary.kind(named: $0) }.flatMap(\.attributes)
    return value.word(among: known)
  }

  private func latest(_ reader: inout MappingReader) -> Rule? {
    let among = reader.required("latest") { kinds(&$0) }
    let wanted = reader.required("is") { kinds(&$0) }
    let unknown = reader.optional("unknown") { kinds(&$0) }
    let window = reader.required("within") { $0.window() }
    let who = reader.required("who") { groupAtDate(&$0) }
    let details = reader.optional("where") { self.details(wanted ?? [], &$0) }
    guard let among, let wanted, let window, let who else { return nil }
    let rule = LatestRule(
      among: among, wanted: wanted, unknown: unknown ?? [], window: window, group: nil,
      details: details ?? [])
    return .some(group: who, .latest(rule))
  }

  private func comparison(_ reader: inout MappingReader) -> (Comparison, Share)? {
    for comparison in Comparison.allCases where reader.has(comparison.rawValue) {
      return reader.required(comparison.rawValue) { $0.share() }.map { (comparison, $0) }
    }
    return reader.mistake(
      "the rule lacks its threshold",
      suggestion: "write one of at_least, more_than, at_most, below with a share such as 15%")
  }

  private func measure(_ reader: inout MappingReader) -> Rule? {
    let kinds = reader.required("measure") { self.kinds(&$0) }
    let whole = reader.optional("of") { kind(&$0) }
    let window = reader.required("within") { $0.window() }
    let who = reader.required("who") { groupAtDate(&$0) }
    let minimum = reader.optional("minimum") { $0.integer(in: 1...100_000) }
    let compared = comparison(&reader)
    for name in kinds ?? [] where vocabulary.kind(named: name)?.shape != .measure {
      reader.mistake("\(name) is no measure", at: "measure", suggestion: "count it with 'fact'")
        as Void?
    }
    guard let kinds, let first = kinds.first, let window, let who, let compared else { return nil }
    let rule = MeasureRule(
      kinds: kinds, whole: whole ?? first, window: window, comparison: compared.0,
      share: compared.1, minimum: minimum ?? 1)
    return .some(group: who, .measure(rule))
  }

  private func share(_ reader: inout MappingReader) -> Rule? {
    let kinds = reader.required("share") { self.kinds(&$0) }
    let among = reader.required("among") { self.kinds(&$0) }
    let window = reader.required("within") { $0.window() }
    let who = reader.optional("who") { group(&$0) }
    let minimum = reader.optional("minimum") { $0.integer(in: 1...100_000) }
    guard let compared = comparison(&reader), let kinds, let among, let window else { return nil }
    return .share(
      ShareRule(
        kinds: kinds, among: among, window: window, group: who, comparison: compared.0,
        share: compared.1, minimum: minimum ?? 1))
  }

  private func fall(_ reader: inout MappingReader) -> Rule? {
    let kinds = reader.required("fall") { self.kinds(&$0) }
    let before = reader.required("from") { $0.window() }
    let now = reader.required("to") { $0.window() }
    let share = reader.required("by") { $0.share() }
    let who = reader.optional("who") { group(&$0) }
    guard let kinds, let before, let now, let share else { return nil }
    return .fall(FallRule(kinds: kinds, before: before, now: now, group: who, share: share))
  }

  private func spell(_ reader: inout MappingReader) -> Rule? {
    let kinds = reader.required("spell") { episodes(&$0) }
    let window = reader.required("within") { $0.window() }
    let unbroken = reader.optional("unbroken") { $0.dayCount() }
    let days = reader.optional("at_least") { $0.dayCount() }
    let who = reader.required("who") { groupAtDate(&$0) }
    guard let kinds, let window, let who else { return nil }
    guard let needed = unbroken ?? days, unbroken == nil || days == nil else {
      return reader.mistake(
        "the spell lacks its length",
        suggestion: "write at_least: 26 weeks, or unbroken: 13 weeks")
    }
    let rule = SpellRule(
      kinds: kinds, window: window, days: needed, isUnbroken: unbroken != nil, group: nil)
    return .some(group: who, .spell(rule))
  }

  private func unanswered(_ reader: inout MappingReader) -> Rule? {
    let kinds = reader.required("unanswered") { self.kinds(&$0) }
    let answers = reader.required("by") { self.kinds(&$0) }
    let same = reader.optional("same") { detail(of: (kinds ?? []) + (answers ?? []), &$0) }
    let grace = reader.required("after") { $0.dayCount() }
    let window = reader.required("within") { $0.window() }
    let who = reader.optional("who") { groupAtDate(&$0) }
    guard let kinds, let answers, let grace, let window else { return nil }
    return .some(
      group: who ?? "anyone",
      .unanswered(
        UnansweredRule(
          kinds: kinds, answers: answers, same: same, grace: grace, window: window, group: nil)))
  }

  private func covered(_ reader: inout MappingReader) -> Rule? {
    let kinds = reader.required("covered") { self.kinds(&$0) }
    let window = reader.required("within") { $0.window() }
    guard let kinds, let window else { return nil }
    return .covered(kinds: kinds, window: window)
  }
}
