import Vocabulary

extension CohortBook {
  func check(_ entry: CohortEntry, _ programme: Programme) throws(CohortRefusal) {
    guard entry.on <= entry.entered else {
      throw CohortRefusal(.days, "\(entry.on.iso) is after the day of entry")
    }
    let life = self[entry.family]
    switch entry.event {
    case .identified(let area): try checkArea(area, programme)
    case .confirmed: try checkConfirming(entry, life)
    case .attached(let attachment): try checkAttaching(entry, attachment, life, programme)
    case .lead(let agency, _):
      try require(life)
      try check(agency, among: programme.agencies, "agency")
    case .nominated(let service):
      try require(life)
      try checkPlace(in: service, on: entry.on, programme, isTaking: false)
    case .answered(let service, let isTaken):
      guard
        life?.nominations.contains(where: { $0.service == service && $0.isTaken == nil })
          == true
      else {
        throw CohortRefusal(.notAttached, "the family is not nominated to '\(service)'")
      }
      try checkPlace(in: service, on: entry.on, programme, isTaking: isTaken)
    case .closed(let reason):
      try checkAttached(entry, life)
      try check(reason, among: programme.closingReasons, "reason")
    case .planned, .assessed, .worked, .progressed, .problem, .achieved:
      try checkAttached(entry, life)
    case .consented, .lawfulBasis: try require(life)
    case .declined, .movedOut:
      try require(life)
      guard life?.ended == nil else {
        throw CohortRefusal(.ended, "the family's time in the programme has ended already")
      }
    }
  }

  private func checkConfirming(_ entry: CohortEntry, _ life: FamilyLife?) throws(CohortRefusal) {
    guard !entry.by.isEmpty else {
      throw CohortRefusal(.nobody, "a person confirms a family, and their name is asked for")
    }
    guard let life else { return }
    guard life.attachment == nil || life.ended != nil else {
      throw CohortRefusal(.attachedAlready, "the family is attached already")
    }
    if let identified = life.identified, entry.on < identified {
      throw CohortRefusal(.days, "the family was identified on \(identified.iso) only")
    }
  }

  private func checkAttaching(
    _ entry: CohortEntry, _ attachment: Attachment, _ life: FamilyLife?, _ programme: Programme
  ) throws(CohortRefusal) {
    guard let life, let confirmed = life.confirmed else {
      throw CohortRefusal(
        .notConfirmed, "the family has to be confirmed by somebody before it is attached")
    }
    guard life.ended == nil else {
      throw CohortRefusal(.ended, "the family left the programme: identify and confirm it again")
    }
    guard life.status == .confirmed else {
      throw CohortRefusal(.attachedAlready, "the family is attached already")
    }
    guard entry.on >= confirmed.on else {
      throw CohortRefusal(.days, "the family was confirmed on \(confirmed.on.iso) only")
    }
    guard FinancialYear(containing: entry.on) == attachment.year else {
      throw CohortRefusal(
        .days, "\(entry.on.iso) is not in \(attachment.year.text), whose rates would be paid")
    }
    guard attachment.snapshot.on == entry.on else {
      throw CohortRefusal(
        .days, "eligibility has to be judged for the day of attachment, \(entry.on.iso)")
    }
    guard attachment.snapshot.isEligible else {
      throw CohortRefusal(
        .notEligible,
        "the family does not meet '\(attachment.snapshot.pack)' on \(entry.on.iso), or it cannot be "
          + "told")
    }
    guard attachment.snapshot.discretion != .missing else {
      throw CohortRefusal(
        .notEligible, "'\(attachment.snapshot.pack)' asks for a local concern, and none is recorded"
      )
    }
    try checkArea(attachment.area, programme)
    try check(attachment.leadAgency, among: programme.agencies, "agency")
  }

  private func checkAttached(_ entry: CohortEntry, _ life: FamilyLife?) throws(CohortRefusal) {
    guard let life, let attached = life.attachedOn else {
      throw CohortRefusal(.notAttached, "the family is not attached to the programme")
    }
    guard life.ended == nil else {
      throw CohortRefusal(.ended, "the family's time in the programme has ended")
    }
    // An assessment or a plan that was there before is used, not made again.
    switch entry.event {
    case .planned, .assessed: break
    default:
      guard entry.on >= attached else {
        throw CohortRefusal(.days, "the family was attached on \(attached.iso) only")
      }
    }
  }

  private func require(_ life: FamilyLife?) throws(CohortRefusal) {
    guard life != nil else {
      throw CohortRefusal(.notConfirmed, "the family was never put forward for the programme")
    }
  }

  private func checkPlace(
    in service: String, on day: Day, _ programme: Programme, isTaking: Bool
  ) throws(CohortRefusal) {
    guard let found = programme.services.first(where: { $0.name == service }) else {
      throw CohortRefusal(.unknownWord, "there is no service '\(service)'")
    }
    guard isTaking else { return }
    let taken = lives.count { life in
      life.ended == nil
        && life.nominations.contains { $0.service == service && $0.isTaken == true }
    }
    guard taken < found.places else {
      throw CohortRefusal(.full, "all \(found.places) places of '\(service)' are taken")
    }
  }

  /// An area need not be named, and then is the one that the family has already, if any.
  private func checkArea(_ area: String, _ programme: Programme) throws(CohortRefusal) {
    guard !area.isEmpty else { return }
    try check(area, among: programme.areas.map(\.name), "area")
  }

  private func check(
    _ word: String, among words: [String], _ what: String
  ) throws(CohortRefusal) {
    guard !words.isEmpty, !words.contains(word) else { return }
    throw CohortRefusal(.unknownWord, "the programme has no \(what) '\(word)'")
  }
}
