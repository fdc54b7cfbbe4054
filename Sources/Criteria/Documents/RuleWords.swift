import Vocabulary

/// A rule as a list of sentences, one under the other, for people who read no YAML.
struct RuleWords {
  let pack: CriteriaPack
  let vocabulary: FactVocabulary

  /// The lines of a rule, those of its parts set in by two spaces.
  func lines(_ rule: Rule) -> [String] {
    switch rule {
    case .criterion(let name):
      return ["«\(pack.criteria.first { $0.name == name }?.title ?? name)» is met."]
    case .atLeast(let least, let rules): return counted(least, rules)
    case .allRelevant(let rules):
      return ["All of these that apply:"] + rules.flatMap { inset($0) }
    case .not(let rule): return ["Not so:"] + inset(rule)
    case .perhaps(let rule):
      return ["This only points to it, so that one cannot tell where it is so:"] + inset(rule)
    case .some(let group, let rule):
      return ["Of one person (\(who(group))):"] + inset(rule)
    case .every(let group, let rule):
      return ["Of every person (\(who(group))):"] + inset(rule)
    case .member(let group): return ["The family has such a person: \(who(group))."]
    case .covered(let kinds, let window):
      return ["\(titles(kinds)): the sources have told of everything \(window.title)."]
    case .decision(let matter): return ["It was decided so in the matter «\(matter)»."]
    case .notComputable(let why): return ["Cannot be worked out: \(why)"]
    default: return [leaf(rule)]
    }
  }

  private func inset(_ rule: Rule) -> [String] {
    lines(rule).enumerated().map { $0 == 0 ? "- \($1)" : "  \($1)" }.map { "  \($0)" }
  }

  private func counted(_ least: Int, _ rules: [Rule]) -> [String] {
    if rules.count == 1 { return lines(rules[0]) }
    let heading =
      switch least {
      case 1: "Any of these:"
      case rules.count: "All of these:"
      default: "At least \(least) of these \(rules.count):"
      }
    return [heading] + rules.flatMap { inset($0) }
  }

  // MARK: Leaves

  private func leaf(_ rule: Rule) -> String {
    switch rule {
    case .facts(let rule): facts(rule)
    case .latest(let rule):
      "The latest of the returns \(rule.window.title) is \(titles(rule.wanted))\(details(rule.details))."
    case .measure(let rule):
      "\(titles(rule.kinds)): \(threshold(rule.comparison, rule.share)) of what was possible, \(rule.window.title), worked out from \(rule.minimum) or more."
    case .share(let rule):
      "\(titles(rule.kinds)): \(threshold(rule.comparison, rule.share)) of \(titles(rule.among)), \(rule.window.title), worked out from \(rule.minimum) or more."
    case .fall(let rule):
      "\(titles(rule.kinds)): fewer by \(percent(rule.share)) or more \(rule.now.title) than \(rule.before.title)."
    case .spell(let rule):
      "\(titles(rule.kinds)): \(rule.days) days \(rule.isUnbroken ? "without a break" : "in all") \(rule.window.title)."
    case .unanswered(let rule):
      "\(titles(rule.kinds)) \(rule.window.title), more than \(rule.grace) days ago, and no \(titles(rule.answers)) up to the date\(rule.same.map { ", with the same \($0)" } ?? "")."
    default: ""
    }
  }

  private func facts(_ rule: FactsRule) -> String {
    let time =
      switch rule.timing {
      case .happened: rule.window.title
      case .open: "going on at the date"
      case .overlaps: "going on at some time \(rule.window.title)"
      }
    let count = rule.least == 1 ? "" : "\(rule.least) or more, \(counting(rule.countedBy)): "
    let whom = rule.group.map { ", of someone (\(who($0)))" } ?? ""
    let silence = rule.isSilenceTrusted ? " Hearing of none means that there is none." : ""
    return "\(count)\(titles(rule.kinds))\(details(rule.details)), \(time)\(whom).\(silence)"
  }

  private func counting(_ by: CountedBy) -> String {
    switch by {
    case .facts: "each counted"
    case .days: "on different days"
    case .agencies: "of different agencies"
    case .professionals: "of different professionals"
    case .people: "of different people"
    case .attribute(let name): "each \(name) counted once"
    case .amount(let name): "the \(name) added up"
    }
  }

  private func details(_ tests: [DetailTest]) -> String {
    tests.map { test in
      " whose \(test.attribute) is \(test.isOpposite ? "not " : "")\(Spoken.list(test.values, "or"))"
    }.joined(separator: " and")
  }

  private func titles(_ kinds: [String]) -> String {
    let titles = kinds.map { kind in vocabulary.kind(named: kind)?.title ?? kind }
    return Spoken.list(titles.map { "«\($0)»" }, "or")
  }

  private func threshold(_ comparison: Comparison, _ share: Share) -> String {
    switch comparison {
    case .atLeast: "\(percent(share)) or more"
    case .moreThan: "more than \(percent(share))"
    case .atMost: "\(percent(share)) or less"
    case .below: "less than \(percent(share))"
    }
  }

  private func percent(_ share: Share) -> String {
    share.whole == 100 ? "\(share.part)%" : "\(share.part / 10).\(share.part % 10)%"
  }

  // MARK: People

  /// Whom a group has, in words.
  func who(_ name: String) -> String {
    guard let group = pack.groups.first(where: { $0.name == name }) else { return name }
    var words: [String] = []
    if let ages = group.ages {
      if ages.lowerBound > 0 { words.append("\(ages.lowerBound) or older") }
      if ages.upperBound < 150 { words.append("under \(ages.upperBound + 1)") }
    }
    if !group.roles.isEmpty { words.append(Spoken.list(group.roles.map(\.rawValue), "or")) }
    if words.isEmpty { words.append("anyone") }
    words[words.count - 1] += group.isAtEvent ? " when it happened" : " at the date"
    if group.hasFormer { words.append("or formerly of the family") }
    return words.joined(separator: ", ")
  }
}
