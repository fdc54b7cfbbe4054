import Vocabulary

extension CriteriaProgram {
  // MARK: Places

  /// The slot of a kind, which is given one if it has none.
  private mutating func slot(of kind: String) -> Int16 {
    guard let place = kindPlaces[kind] else {
      preconditionFailure("the pack was read with another vocabulary")
    }
    if slotOfKind[Int(place)] < 0 {
      slotOfKind[Int(place)] = Int16(kindOfSlot.count)
      kindOfSlot.append(place)
    }
    return slotOfKind[Int(place)]
  }

  private mutating func kinds(_ kinds: [String]) -> Range<Int32> {
    let start = Int32(slots.count)
    for kind in kinds { slots.append(slot(of: kind)) }
    return start..<Int32(slots.count)
  }

  private mutating func name(_ text: String) -> Int {
    if let place = names.firstIndex(of: text) { return place }
    names.append(text)
    return names.count - 1
  }

  private mutating func window(_ window: Window) -> Int {
    if let place = windows.firstIndex(of: window) { return place }
    windows.append(window)
    return windows.count - 1
  }

  private func group(_ name: String?) -> Int {
    guard let name else { return -1 }
    guard let place = pack.groups.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("the pack has no such group")
    }
    return place
  }

  private mutating func tests(_ details: [DetailTest]) -> Range<Int32> {
    let start = Int32(tests.count)
    for detail in details {
      let attribute = name(detail.attribute)
      // The values of one test stand side by side, though one of them may stand elsewhere too.
      let first = names.count
      names += detail.values
      tests.append(
        StepTest(name: attribute, values: first..<names.count, isOpposite: detail.isOpposite))
    }
    return start..<Int32(tests.count)
  }

  // MARK: Steps

  private mutating func append(_ step: Step) -> Int32 {
    steps.append(step)
    return Int32(steps.count - 1)
  }

  private mutating func combination(_ operation: Operation, _ rules: [Rule]) -> Step {
    let places = rules.map { add($0) }
    var step = Step(operation: operation)
    step.children = Int32(children.count)..<Int32(children.count + places.count)
    children += places
    return step
  }

  /// Adds a rule with all that is under it, and returns its place.
  mutating func add(_ rule: Rule) -> Int32 {
    switch rule {
    case .criterion(let name):
      var step = Step(operation: .criterion)
      step.criterion = pack.place(of: name) ?? -1
      return append(step)
    case .atLeast(let least, let rules):
      var step = combination(.atLeast, rules)
      step.least = Int32(least)
      return append(step)
    case .allRelevant(let rules): return append(combination(.allRelevant, rules))
    case .not(let rule): return append(combination(.not, [rule]))
    case .perhaps(let rule): return append(combination(.perhaps, [rule]))
    case .some(let group, let rule):
      var step = combination(.some, [rule])
      step.group = self.group(group)
      return append(step)
    case .every(let group, let rule):
      var step = combination(.every, [rule])
      step.group = self.group(group)
      return append(step)
    case .facts(let rule): return append(step(rule))
    case .latest(let rule): return append(step(rule))
    case .measure(let rule): return append(step(rule))
    case .share(let rule): return append(step(rule))
    case .fall(let rule): return append(step(rule))
    case .spell(let rule): return append(step(rule))
    case .unanswered(let rule): return append(step(rule))
    case .member(let group):
      var step = Step(operation: .member)
      step.group = self.group(group)
      return append(step)
    case .covered(let kinds, let window):
      var step = Step(operation: .covered)
      step.kinds = self.kinds(kinds)
      step.window = self.window(window)
      return append(step)
    case .decision(let matter):
      var step = Step(operation: .decision)
      step.attribute = name(matter)
      return append(step)
    case .notComputable: return append(Step(operation: .notComputable))
    }
  }

  // MARK: Leaves

  private mutating func step(_ rule: FactsRule) -> Step {
    var step = Step(operation: .facts)
    step.kinds = kinds(rule.kinds)
    step.tests = tests(rule.details)
    step.group = group(rule.group)
    step.window = window(rule.window)
    step.least = Int32(rule.least)
    step.timing = rule.timing
    step.isSilenceTrusted = rule.isSilenceTrusted
    switch rule.countedBy {
    case .facts: step.dimension = .facts
    case .days: step.dimension = .days
    case .agencies: step.dimension = .agencies
    case .professionals: step.dimension = .professionals
    case .people: step.dimension = .people
    case .attribute(let attribute):
      step.dimension = .attribute
      step.attribute = name(attribute)
    case .amount(let attribute):
      step.dimension = .amount
      step.attribute = name(attribute)
    }
    return step
  }

  private mutating func step(_ rule: LatestRule) -> Step {
    var step = Step(operation: .latest)
    step.kinds = kinds(rule.among)
    step.others = kinds(rule.wanted)
    step.unknown = kinds(rule.unknown)
    step.tests = tests(rule.details)
    step.window = window(rule.window)
    return step
  }

  private mutating func step(_ rule: MeasureRule) -> Step {
    var step = Step(operation: .measure)
    step.kinds = kinds(rule.kinds)
    step.others = kinds([rule.whole])
    step.window = window(rule.window)
    step.comparison = rule.comparison
    step.part = Int64(rule.share.part)
    step.whole = Int64(rule.share.whole)
    step.minimum = Int32(rule.minimum)
    return step
  }

  private mutating func step(_ rule: ShareRule) -> Step {
    var step = Step(operation: .share)
    step.kinds = kinds(rule.kinds)
    step.others = kinds(rule.among)
    step.group = group(rule.group)
    step.window = window(rule.window)
    step.comparison = rule.comparison
    step.part = Int64(rule.share.part)
    step.whole = Int64(rule.share.whole)
    step.minimum = Int32(rule.minimum)
    return step
  }

  private mutating func step(_ rule: FallRule) -> Step {
    var step = Step(operation: .fall)
    step.kinds = kinds(rule.kinds)
    step.group = group(rule.group)
    step.window = window(rule.now)
    step.otherWindow = window(rule.before)
    step.part = Int64(rule.share.part)
    step.whole = Int64(rule.share.whole)
    return step
  }

  private mutating func step(_ rule: SpellRule) -> Step {
    var step = Step(operation: .spell)
    step.kinds = kinds(rule.kinds)
    step.window = window(rule.window)
    step.days = rule.days
    step.isUnbroken = rule.isUnbroken
    return step
  }

  private mutating func step(_ rule: UnansweredRule) -> Step {
    var step = Step(operation: .unanswered)
    step.kinds = kinds(rule.kinds)
    step.others = kinds(rule.answers)
    step.window = window(rule.window)
    step.days = rule.grace
    step.attribute = rule.same.map { name($0) } ?? -1
    return step
  }

  // MARK: Units

  /// Notes for each slot that arrives unit by unit how the units of a person are known.
  mutating func addUnits() {
    var listings: [(slot: Int16, listing: Int16, name: Int)] = []
    for unit in pack.units {
      guard let place = kindPlaces[unit.kind], slotOfKind[Int(place)] >= 0 else { continue }
      listings.append((slotOfKind[Int(place)], slot(of: unit.listedBy), name(unit.attribute)))
    }
    listingSlot = Array(repeating: -1, count: kindOfSlot.count)
    unitName = Array(repeating: -1, count: kindOfSlot.count)
    for (slot, listing, name) in listings {
      listingSlot[Int(slot)] = listing
      unitName[Int(slot)] = name
    }
  }
}
