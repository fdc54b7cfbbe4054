import Vocabulary
import YAMLFiles

extension TriggerRule {
  /// The words for the rules, one of which every step has.
  static let words = [
    "first", "each", "count", "rate", "amount", "growth", "overdue", "unregistered", "arrival",
    "coming", "birth", "cycles", "load", "uncoordinated", "missed", "departure", "untold",
  ]

  /// Reads the one rule of a step.
  static func read(_ reader: inout MappingReader, _ scope: JourneyScope) -> TriggerRule? {
    let found = words.filter { reader.has($0) }
    guard found.count == 1, let word = found.first else {
      return reader.mistake(
        found.isEmpty ? "\(reader.name) has no rule" : "\(reader.name) has more than one rule",
        at: found.last, suggestion: "give one of \(words.joined(separator: ", "))")
    }
    return reader.required(word) { value in
      switch word {
      case "untold": value.string().map(TriggerRule.untold)
      case "departure": value.boolean().map { _ in TriggerRule.departure }
      default: value.mapping { Self.read(word, &$0, scope) }
      }
    }
  }

  private static func read(
    _ word: String, _ reader: inout MappingReader, _ scope: JourneyScope
  ) -> TriggerRule? {
    switch word {
    case "first", "each", "count": events(word, &reader, scope).map(TriggerRule.events)
    case "rate": rate(&reader, scope).map(TriggerRule.rate)
    case "amount": amount(&reader, scope).map(TriggerRule.amount)
    case "growth": growth(&reader, scope).map(TriggerRule.growth)
    case "overdue": overdue(&reader, scope).map(TriggerRule.overdue)
    case "unregistered": unregistered(&reader, scope).map(TriggerRule.unregistered)
    case "arrival": arrival(&reader, scope).map(TriggerRule.arrival)
    case "coming": coming(&reader, scope).map(TriggerRule.coming)
    case "cycles": cycles(&reader, scope).map(TriggerRule.cycles)
    case "birth":
      reader.required("mother_under") { $0.integer(in: 10...60) }.map(TriggerRule.birth)
    case "uncoordinated":
      reader.required("agencies") { $0.integer(in: 2...20) }.map(TriggerRule.uncoordinated)
    case "load": load(&reader).map(TriggerRule.load)
    default: missed(&reader).map(TriggerRule.missed)
    }
  }

  private static func events(
    _ word: String, _ reader: inout MappingReader, _ scope: JourneyScope
  ) -> Events? {
    guard let selector = FactSelector.read(&reader, scope) else { return nil }
    var events = Events(selector: selector)
    events.isOnce = word == "first"
    events.scope = reader.optional("per") { $0.word(as: Scope.self) } ?? .person
    events.distinct = reader.optional("distinct") { value in
      let name = value.string()
      if let name { scope.check(attribute: name, of: selector.kinds, &value) }
      return name
    }
    if word == "count" {
      events.atLeast = reader.required("at_least") { $0.integer(in: 2...1_000) } ?? 2
      events.within = reader.required("within") { $0.window() }
      events.isOnce = reader.optional("once") { $0.boolean() } ?? false
    }
    return events
  }

  private static func rate(_ reader: inout MappingReader, _ scope: JourneyScope) -> Rate? {
    let selector = FactSelector.read(&reader, scope)
    let percent = reader.required("at_least") { $0.percent(in: 0...10_000) }
    let within = reader.optional("within") { $0.window() }
    let least = reader.optional("least_possible") { $0.integer(in: 1...10_000) }
    let rising = reader.optional("rising_by") { $0.percent(in: 0...10_000) }
    guard let selector, let percent else { return nil }
    return Rate(
      selector: selector, percent: percent, within: within, leastWhole: least ?? 1,
      risingBy: rising)
  }

  private static func amount(_ reader: inout MappingReader, _ scope: JourneyScope) -> Amount? {
    let selector = FactSelector.read(&reader, scope)
    let atLeast = reader.required("at_least") { $0.integer(in: 1...1_000) }
    let days = reader.required("within") { $0.days() }
    guard let selector, let atLeast, let days else { return nil }
    return Amount(selector: selector, atLeast: atLeast, days: days)
  }

  private static func growth(_ reader: inout MappingReader, _ scope: JourneyScope) -> Growth? {
    let selector = FactSelector.read(&reader, scope)
    let periods = reader.required("periods") { $0.integer(in: 2...24) }
    guard let selector, let periods else { return nil }
    return Growth(selector: selector, periods: periods)
  }

  private static func overdue(_ reader: inout MappingReader, _ scope: JourneyScope) -> Overdue? {
    let due = reader.required("due") { scope.kind(&$0, shaped: .event) }
    let done = reader.required("done") { scope.kind(&$0, shaped: .event) }
    let matching = reader.required("matching") { value in
      let name = value.string()
      if let name { scope.check(attribute: name, of: [due, done].compactMap { $0 }, &value) }
      return name
    }
    let grace = reader.required("grace") { $0.days() }
    guard let due, let done, let matching, let grace else { return nil }
    return Overdue(due: due, done: done, matching: matching, grace: grace)
  }

  private static func load(_ reader: inout MappingReader) -> Load? {
    let professionals = reader.required("professionals") { $0.integer(in: 2...1_000) }
    let agencies = reader.required("agencies") { $0.integer(in: 2...20) }
    let within = reader.required("within") { $0.window() }
    guard let professionals, let agencies, let within else { return nil }
    return Load(professionals: professionals, agencies: agencies, within: within)
  }

  private static func missed(_ reader: inout MappingReader) -> Missed? {
    let percent = reader.required("at_least") { $0.percent(in: 0...10_000) }
    let booked = reader.required("booked") { $0.integer(in: 1...1_000) }
    guard let percent, let booked else { return nil }
    return Missed(percent: percent, booked: booked)
  }
}
