/// What a comparison looks at, if that is one field or two.
struct ComparisonPlan: Sendable {
  /// The field on which all levels depend; -1 where there are more than two.
  var field = -1
  /// The second field on which the levels depend; -1 where there is none.
  var secondField = -1
  /// Whether equal values reach the first level.
  var firstIsExact = false
}

/// All comparisons of the settings, ready for use by any number of threads.
struct PreparedComparisons: Sendable {
  let programs: [ComparisonProgram]
  let plans: [ComparisonPlan]
  /// How the levels of a pair are packed.
  let shape: PatternShape

  init(_ settings: LinkageSettings, _ table: RecordTable, _ builder: RecordTableBuilder) {
    programs = settings.comparisons.map {
      ComparisonProgram($0, in: table, place: builder.place)
    }
    guard let shape = PatternShape(levelCounts: settings.comparisons.map(\.levels.count)) else {
      preconditionFailure("16 comparisons of 15 levels fit 64 bits")
    }
    self.shape = shape
    plans = settings.comparisons.map { comparison in
      var plan = ComparisonPlan()
      let tests = comparison.levels.flatMap { $0.condition?.tests ?? [] }
      let roots = builder.roots(of: tests.flatMap(\.inputs))
      guard (1...2).contains(roots.count) else { return plan }
      plan.field = roots[0]
      plan.secondField = roots.count > 1 ? roots[1] : -1
      if roots.count == 1, case .test(let first)? = comparison.levels[0].condition {
        plan.firstIsExact = first.name == "exact"
      }
      return plan
    }
  }
}
