import Vocabulary
import YAMLFiles

// The rules about lists, homes and ages.
extension TriggerRule {
  static func unregistered(
    _ reader: inout MappingReader, _ scope: JourneyScope
  ) -> Unregistered? {
    let start: Start?
    if reader.has("birthday") {
      start = reader.required("birthday") { $0.integer(in: 0...18) }.map(Start.birthday)
    } else {
      start = reader.required("start") { scope.kinds(&$0) }.map(Start.kinds)
    }
    let listed = reader.required("listed") { scope.kinds(&$0, shaped: .episode) }
    let unless = reader.optional("unless") { scope.kinds(&$0, shaped: .episode) }
    let days = reader.required("within") { $0.days() }
    let ages = reader.required("of") { AgeBounds.read(&$0) }
    let any = reader.optional("any_member") { $0.boolean() }
    guard let start, let listed, let days, let ages else { return nil }
    return Unregistered(
      start: start, listed: listed, unless: unless ?? [], days: days, ages: ages,
      isAnyMember: any ?? false)
  }

  static func arrival(_ reader: inout MappingReader, _ scope: JourneyScope) -> Arrival? {
    let kinds = reader.required("kinds") { scope.kinds(&$0) }
    let child = reader.required("child_under") { $0.integer(in: 1...25) }
    let parent = reader.required("parent_under") { $0.integer(in: 1...60) }
    let visits = reader.required("visits") { scope.kinds(&$0) }
    let within = reader.required("visit_within") { $0.days() }
    guard let kinds, let child, let parent, let visits, let within else { return nil }
    return Arrival(
      kinds: kinds, childUnder: child, parentUnder: parent, visits: visits, visitWithin: within)
  }

  static func coming(_ reader: inout MappingReader, _ scope: JourneyScope) -> Coming? {
    let age = reader.required("age") { $0.integer(in: 1...30) }
    let selector = FactSelector.read(&reader, scope)
    let within = reader.required("within") { $0.window() }
    guard let age, let selector, let within else { return nil }
    return Coming(age: age, selector: selector, within: within)
  }

  static func cycles(_ reader: inout MappingReader, _ scope: JourneyScope) -> Cycles? {
    let refusals = reader.required("refusals") { FactSelector.list(&$0, scope) }
    let atLeast = reader.required("at_least") { $0.integer(in: 2...20) }
    let within = reader.required("within") { $0.window() }
    let referral = reader.required("referral") { scope.kind(&$0, shaped: .event) }
    let referrals = reader.required("referrals") { $0.integer(in: 2...20) }
    let referralsWithin = reader.required("referrals_within") { $0.window() }
    let agencies = reader.required("agencies") { $0.integer(in: 2...20) }
    guard let refusals, let atLeast, let within, let referral, let referrals, let referralsWithin,
      let agencies
    else { return nil }
    return Cycles(
      refusals: refusals, atLeast: atLeast, within: within, referral: referral,
      referrals: referrals, referralsWithin: referralsWithin, agencies: agencies)
  }
}
