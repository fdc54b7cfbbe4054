extension TriggerRule {
  /// The selectors whose facts the rule looks at.
  var selectors: [FactSelector] {
    switch self {
    case .events(let events): [events.selector]
    case .rate(let rate): [rate.selector]
    case .amount(let amount): [amount.selector]
    case .growth(let growth): [growth.selector]
    case .coming(let coming): [coming.selector]
    case .cycles(let cycles): cycles.refusals + [FactSelector(kinds: [cycles.referral])]
    case .overdue(let overdue): [FactSelector(kinds: [overdue.due])]
    case .arrival(let arrival): [FactSelector(kinds: arrival.kinds)]
    case .unregistered, .birth, .load, .uncoordinated, .missed, .departure, .untold: []
    }
  }

  /// The kinds without which the rule can never say that something did not occur.
  var needed: [Int] {
    switch self {
    case .unregistered(let list):
      if case .kinds(let kinds) = list.start { kinds + list.listed } else { list.listed }
    case .overdue(let overdue): [overdue.due, overdue.done]
    default: selectors.flatMap(\.kinds)
    }
  }
}
