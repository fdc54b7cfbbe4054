public import Vocabulary
public import YAMLFiles

extension CriteriaPack {
  /// Reads a pack; every mistake is added, and the value is only to be used when there is none.
  public static func read(
    _ document: YAMLDocument, vocabulary: FactVocabulary, collecting mistakes: inout [YAMLMistake]
  ) -> CriteriaPack? {
    document.read(collecting: &mistakes) { CriteriaPack.read(&$0, vocabulary) }
  }

  private static func read(
    _ reader: inout MappingReader, _ vocabulary: FactVocabulary
  ) -> CriteriaPack? {
    let name = reader.required("pack") { $0.string() }
    let title = reader.required("title") { $0.string() }
    let version = reader.required("version") { $0.integer(in: 1...1_000_000) }
    let from = reader.required("from") { $0.day() }
    let until = reader.optional("until") { $0.day() }
    let about = reader.required("about") { $0.string() }
    let source = reader.required("source") { $0.string() }
    let lag = reader.optional("lag") { $0.dayCount() } ?? 0
    let terms = reader.optional("terms") { $0.word(among: ["completed", "rolling"]) }
    var scope = PackScope(vocabulary: vocabulary)
    let groups = reader.optional("people") { value in
      value.entries { name, _, group in group.mapping { scope.group(name, &$0) } }
    }
    scope.groups += groups ?? []
    let units = reader.optional("delivered_by_unit") { value in
      value.entries { kind, mark, unit in
        scope.check(kind: kind, at: mark, &unit)
        return unit.mapping { scope.unit(of: kind, &$0) }
      }
    }
    let setting = reader.required("examples") { value in value.mapping { scope.setting(&$0) } }
    scope.setting = setting
    scope.criterionNames = reader.names(under: "criteria")
    let criteria = reader.required("criteria") { value in
      value.entries { name, _, criterion in criterion.mapping { scope.criterion(name, &$0) } }
    }
    let eligibility = reader.optional("eligible") { $0.word(among: scope.criterionNames) }
    guard let name, let title, let version, let from, let about, let source, let setting,
      let criteria
    else { return nil }
    guard let inForce = DayInterval(first: from, last: until ?? .latest) else {
      return reader.mistake("the pack ends before it begins", at: "until")
    }
    guard let sorted = CriterionOrder.sorted(criteria, &reader) else { return nil }
    return CriteriaPack(
      name: name, title: title, version: version, inForce: inForce, about: about, source: source,
      lag: lag, terms: terms == "rolling" ? .rolling : .completed, groups: scope.groups,
      units: units ?? [], criteria: sorted, eligibility: eligibility, setting: setting)
  }
}

/// Puts criteria after those that they speak of.
enum CriterionOrder {
  static func sorted(_ criteria: [Criterion], _ reader: inout MappingReader) -> [Criterion]? {
    var sorted: [Criterion] = []
    var rest = criteria
    while !rest.isEmpty {
      let known = sorted.map(\.name)
      let ready = rest.firstIndex { criterion in
        criterion.rule.criteria.allSatisfy { known.contains($0) }
      }
      guard let ready else {
        let names = rest.map { "'\($0.name)'" }.joined(separator: ", ")
        return reader.mistake(
          "these criteria speak of each other in a circle: \(names)", at: "criteria")
      }
      sorted.append(rest.remove(at: ready))
    }
    return sorted
  }
}

extension Rule {
  /// The criteria that the rule speaks of.
  var criteria: [String] {
    switch self {
    case .criterion(let name): [name]
    case .atLeast(_, let rules), .allRelevant(let rules): rules.flatMap(\.criteria)
    case .not(let rule), .perhaps(let rule), .some(_, let rule), .every(_, let rule): rule.criteria
    default: []
    }
  }
}

extension MappingReader {
  /// The keys of the mapping under a key, in the order written.
  mutating func names(under key: String) -> [String] {
    guard let node = node(key), case .mapping(let entries) = node.content else { return [] }
    return entries.map(\.key)
  }
}

extension ValueReader {
  /// A day as in `2013-07-22`.
  mutating func day() -> Day? {
    guard let text = string() else { return nil }
    return Day(iso: text) ?? mistake("'\(text)' is no day", suggestion: "write it as 2013-07-22")
  }

  /// A date known to the day, month, quarter or year.
  mutating func date() -> PartialDate? {
    guard let text = string() else { return nil }
    return PartialDate(text: text)
      ?? mistake(
        "'\(text)' is no date", suggestion: "write it as 2013-07-22, 2013-07, 2013-Q3 or 2013")
  }

  /// A number of days, as `45 days` or `20 weeks`.
  mutating func dayCount() -> Int? {
    guard let text = string() else { return nil }
    let window = Window(text)
    switch (window?.unit, window?.ending) {
    case (.days, .date): return window?.count
    case (.weeks, .date): return window.map { $0.count * 7 }
    default:
      return mistake("'\(text)' is no number of days", suggestion: "write it as 45 days or 6 weeks")
    }
  }

  /// A window such as `12 months`.
  mutating func window() -> Window? {
    guard let text = string() else { return nil }
    return Window(text)
      ?? mistake(
        "'\(text)' is no stretch of time",
        suggestion: "write it as 12 months, 3 terms, ever, since start or 6 months before start")
  }

  /// An exact share such as `15%` or `12.5%`.
  mutating func share() -> Share? {
    guard let text = string() else { return nil }
    let digits = text.hasSuffix("%") ? text.dropLast() : ""
    let halves = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = halves.first.flatMap({ Int($0) }), whole >= 0, whole <= 1000 else {
      return mistake("'\(text)' is no share", suggestion: "write it as 15% or 12.5%")
    }
    guard halves.count == 2 else { return Share(part: whole, whole: 100) }
    guard let tenths = Int(halves[1]), halves[1].count == 1, tenths >= 0 else {
      return mistake(
        "'\(text)' is no share", suggestion: "write it with one decimal at most: 12.5%")
    }
    return Share(part: whole * 10 + tenths, whole: 1000)
  }

  /// One text, or a list of them.
  mutating func texts() -> [String]? {
    if node.text != nil { return string().map { [$0] } }
    return list { $0.string() }
  }
}
