public import Testing

/// The labels of the loops that a test is in, told when a check in them fails.
private enum Trace {
  @TaskLocal static var labels: [String] = []
}

/// Runs a closure with every value of a list, and says with which ones when an issue is recorded.
///
/// Loops lie in one another: `withEvery("age", 0...19) { age in withEvery("sex", sexes) { … } }`.
public func withEvery<Values: Sequence>(
  _ label: String, _ values: Values, _ body: (Values.Element) throws -> Void
) rethrows {
  for value in values {
    try Trace.$labels.withValue(Trace.labels + ["\(label) = \(value)"]) {
      try body(value)
    }
  }
}

/// Checks a condition in nested loops, and records the loops' values when it does not hold.
public func check(
  _ condition: Bool, _ comment: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard !condition else { return }
  let place = Trace.labels.joined(separator: ", ")
  Issue.record("\(comment()) [\(place)]", sourceLocation: sourceLocation)
}

/// Checks that two values are equal in nested loops, and records both and the loops' values.
public func checkEqual<Value: Equatable>(
  _ seen: Value, _ expected: Value, sourceLocation: SourceLocation = #_sourceLocation
) {
  check(seen == expected, "\(seen) is not \(expected)", sourceLocation: sourceLocation)
}

/// Every text of up to a number of bytes over an alphabet, short ones first.
public func everyText(upTo length: Int, of alphabet: String) -> [[UInt8]] {
  var last: [[UInt8]] = [[]]
  var all = last
  for _ in 0..<length {
    last = last.flatMap { text in alphabet.utf8.map { text + [$0] } }
    all += last
  }
  return all
}
