/// The tests that conditions may use, by the names they have in settings.
enum TestKind: String, CaseIterable, Sendable {
  case exact
  case swapped
  case crossed
  case jaroWinkler = "jaro_winkler"
  case jaro
  case levenshtein
  case damerauLevenshtein = "damerau_levenshtein"
  case jaccard
  case overlap
  case shared
  case bigrams
  case nickname
  case initial
  case dayMonthSwapped = "day_month_swapped"
  case oneDigit = "one_digit"
  case transposed
  case onePart = "one_part"
  case daysApart = "days_apart"
  case monthsApart = "months_apart"
  case yearsApart = "years_apart"
  case difference
  case percentApart = "percent_apart"
  case kilometres

  /// What bound a test needs: similarities at least, distances at most, the others none.
  var relation: Bound.Relation? {
    switch self {
    case .jaroWinkler, .jaro, .jaccard, .overlap, .shared, .bigrams: .atLeast
    case .levenshtein, .damerauLevenshtein, .daysApart, .monthsApart, .yearsApart, .difference,
      .percentApart, .kilometres:
      .atMost
    default: nil
    }
  }

  /// How many expressions it compares.
  var inputs: Int { self == .swapped || self == .crossed ? 2 : 1 }

  /// What is wrong with a test as it is written.
  static func problems(in test: TestCall, scope: SettingsScope) -> [ScopeProblem] {
    guard let kind = TestKind(rawValue: test.name) else {
      return [ScopeProblem.unknown("test", test.name, among: allCases.map(\.rawValue))]
    }
    var problems: [ScopeProblem] = []
    if test.inputs.count != kind.inputs {
      let wanted = kind.inputs == 1 ? "one expression" : "two expressions"
      problems.append(ScopeProblem(what: "'\(test.name)' compares \(wanted)", advice: nil))
    }
    if test.bound?.relation != kind.relation {
      let advice = kind.relation.map { "such as \(test.name)(…) \($0.rawValue) \(kind.usualBound)" }
      problems.append(
        ScopeProblem(
          what: kind.relation == nil
            ? "'\(test.name)' holds or does not hold, and takes no bound"
            : "'\(test.name)' needs a bound with '\(kind.relation?.rawValue ?? "")'",
          advice: advice))
    }
    return problems + valueProblems(kind, test, scope)
  }

  private var usualBound: String {
    switch self {
    case .jaroWinkler, .jaro: "0.92"
    case .jaccard, .overlap, .bigrams: "0.5"
    case .shared, .levenshtein, .damerauLevenshtein, .yearsApart: "1"
    case .daysApart: "31"
    default: "10"
    }
  }

  /// Dates can only be compared with dates, and so on.
  private static func valueProblems(
    _ kind: TestKind, _ test: TestCall, _ scope: SettingsScope
  ) -> [ScopeProblem] {
    if kind == .swapped || kind == .crossed, let problem = scope.sharing(test.inputs, in: test.name)
    {
      return [problem]
    }
    guard let wanted = kind.wantedKind else { return [] }
    return test.inputs.compactMap { input in
      let kind = wanted == .list ? scope.kind(of: input) : scope.elementKind(of: input)
      guard let found = kind, found != wanted else { return nil }
      return ScopeProblem(
        what: "'\(test.name)' compares \(wanted.inWords), and \(input.text) is \(found.inWords)",
        advice: nil)
    }
  }

  private var wantedKind: ValueKind? {
    switch self {
    case .dayMonthSwapped, .oneDigit, .transposed, .onePart, .daysApart, .monthsApart, .yearsApart:
      .date
    case .difference, .percentApart: .number
    case .kilometres: .point
    case .jaccard, .overlap, .shared: .list
    default: nil
    }
  }
}

extension ValueKind {
  var inWords: String {
    switch self {
    case .text: "text"
    case .date: "dates"
    case .number: "numbers"
    case .list: "lists"
    case .point: "points"
    }
  }
}
