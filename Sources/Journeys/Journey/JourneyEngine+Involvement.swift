import Vocabulary

// What each agency had to do with a family, and from when its data tell anything.
extension JourneyEngine {
  mutating func addInvolvement(to journey: inout Journey) {
    let count = vocabulary.agencies.count
    var involvement = (0..<count).map { Involvement(agency: $0) }
    var professionals: [[UInt64]] = Array(repeating: [], count: count)
    var services: [[Int32]] = Array(repeating: [], count: count)
    let scene = detector.scene
    for place in scene.family.facts {
      let fact = scene.file.facts[place]
      let kind = Int(fact.kind)
      guard vocabulary.kinds[kind].sensitivity != .benefit,
        let moment = scene.moment(of: Int32(place)), moment.isCertain
      else { continue }
      let agency = detector.agencies.agency[kind]
      note(fact, kind, place, scene, in: &involvement[agency])
      if fact.professional != 0 { professionals[agency].append(fact.professional) }
      for attribute in fact.attributes {
        let detail = scene.file.attributes[Int(attribute)]
        if detector.contacts.providers.contains(detail.name) {
          services[agency].append(detail.value)
        }
      }
    }
    for agency in 0..<count {
      involvement[agency].professionals = Set(professionals[agency]).count
      involvement[agency].services = Set(services[agency]).count
    }
    journey.involvement = involvement.filter { $0.facts > 0 }
    journey.professionals = Set(professionals.joined()).count
    journey.agencies =
      journey.involvement.filter {
        isInvolved($0) && !detector.agencies.isUniversal[$0.agency]
      }.count
    journey.observed = detector.observed
    addUncoordinated(to: &journey)
  }

  private func isInvolved(_ involvement: Involvement) -> Bool {
    involvement.contacts + involvement.missed + involvement.assessments + involvement.plans
      + involvement.episodes + involvement.services > 0 || involvement.facts > 0
  }

  private func note(
    _ fact: CaseFact, _ kind: Int, _ place: Int, _ scene: FamilyScene,
    in involvement: inout Involvement
  ) {
    involvement.facts += 1
    if detector.contacts.isMet[kind] { involvement.contacts += 1 }
    if detector.contacts.isMissed[kind] { involvement.missed += 1 }
    if detector.contacts.isAssessment[kind] { involvement.assessments += 1 }
    if detector.contacts.isPlan[kind] { involvement.plans += 1 }
    guard vocabulary.kinds[kind].shape == .episode else { return }
    involvement.episodes += 1
    guard let days = scene.surelyLasts(Int32(place)), days.lowerBound <= scene.asOf else { return }
    involvement.openDays += Int(min(days.upperBound, scene.asOf) - days.lowerBound) + 1
  }

  /// Days on which several agencies that not everybody meets had something open, and nobody was in the lead; days of
  /// which nobody told who leads are none of them.
  private func addUncoordinated(to journey: inout Journey) {
    let scene = detector.scene
    var open: [(days: ClosedRange<Int32>, agency: Int)] = []
    for place in scene.family.facts {
      let kind = Int(scene.file.facts[place].kind)
      let agency = detector.agencies.agency[kind]
      guard vocabulary.kinds[kind].shape == .episode, vocabulary.kinds[kind].level >= 2,
        !detector.agencies.isUniversal[agency],
        let moment = scene.moment(of: Int32(place)), moment.isCertain,
        let days = scene.surelyLasts(Int32(place)), days.lowerBound <= scene.asOf
      else { continue }
      open.append((days.lowerBound...min(days.upperBound, scene.asOf), agency))
    }
    guard Set(open.map(\.agency)).count >= 2 else { return }
    let turns = open.flatMap { [$0.days.lowerBound, $0.days.upperBound + 1] }
    let cuts = Set(turns + detector.turnsOfLead).sorted()
    for (start, next) in zip(cuts, cuts.dropFirst()) {
      let active = Set(open.filter { $0.days.contains(start) }.map(\.agency)).sorted()
      guard active.count >= 2, detector.hasLead(start, next - 1) == .no,
        let days = DayInterval(first: Day(clamping: start), last: Day(clamping: next - 1))
      else { continue }
      if let last = journey.uncoordinated.last, last.agencies == active, last.days.touches(days),
        let both = DayInterval(first: last.days.first, last: days.last)
      {
        journey.uncoordinated[journey.uncoordinated.count - 1].days = both
      } else {
        journey.uncoordinated.append(UncoordinatedSpell(days: days, agencies: active))
      }
    }
  }
}
