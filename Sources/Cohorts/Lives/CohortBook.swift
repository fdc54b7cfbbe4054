public import Vocabulary

/// Every family's life in the programme, folded from the ledger's entries.
///
/// The book is asked before an entry is written, and folds the same entries again in every run.
public struct CohortBook: Sendable {
  /// The lives by the ids that families have now.
  var byFamily: [FamilyID: FamilyLife] = [:]
  /// Lives that gave way to others of the same family, by the ids that they had.
  var besides: [FamilyID: FamilyLife] = [:]
  /// The id that a family has now, by one that it had.
  var successors: [FamilyID: FamilyID] = [:]
  /// The families that have two lives since they became one: somebody has to close one of them.
  public internal(set) var contested: [FamilyID] = []

  /// Nobody in the programme.
  public init() {}

  /// The lives, in the order of the families' ids.
  public var lives: [FamilyLife] { byFamily.values.sorted { $0.family < $1.family } }

  /// A family's life, by the id that it has or one that it had; nil where nothing was entered of it.
  public subscript(family: FamilyID) -> FamilyLife? {
    besides[family] ?? byFamily[successors[family] ?? family]
  }

  /// Takes an entry in, or says why it may not be made.
  public mutating func take(
    _ entry: CohortEntry, in programme: Programme
  ) throws(CohortRefusal) {
    try check(entry, programme)
    fold(entry)
  }

  /// Takes in entries that the ledger holds, which were judged when they were made.
  public mutating func replay(_ entries: [CohortEntry]) {
    for entry in entries { fold(entry) }
  }

  /// Adds the results that a claim says a family reached to those that somebody noted; of another attachment it says nothing.
  public mutating func note(_ results: [String], of family: FamilyID, attachedOn day: Day) {
    guard var life = self[family], life.attachedOn == day else { return }
    for result in results where !life.results.contains(result) { life.results.append(result) }
    if besides[family] != nil {
      besides[family] = life
    } else {
      byFamily[life.family] = life
    }
  }

  static func rank(_ life: FamilyLife) -> Int {
    switch life.status {
    case .declined, .movedOut: 0
    case .identified: 1
    case .confirmed: 2
    case .attached: 3
    case .worked: 4
    case .outcome: 5
    case .closed: 6
    }
  }

  // MARK: Folding

  private mutating func fold(_ entry: CohortEntry) {
    let family = successors[entry.family] ?? entry.family
    if var life = besides[entry.family] {
      Self.fold(entry, into: &life)
      besides[entry.family] = life
    } else {
      var life = byFamily[family] ?? FamilyLife(family: family)
      Self.fold(entry, into: &life)
      byFamily[family] = life
    }
  }

  static func fold(_ entry: CohortEntry, into life: inout FamilyLife) {
    switch entry.event {
    case .identified(let area): begin(entry, area, &life)
    case .confirmed:
      life.status = .confirmed
      life.identified = life.identified ?? entry.on
      if life.ended != nil { restart(&life) }
      life.confirmed = .init(by: entry.by, on: entry.on)
    case .attached(let attachment): attach(entry, attachment, &life)
    case .lead(let agency, let professional):
      (life.leadAgency, life.leadProfessional) = (agency, professional)
    case .planned: life.planned = earliest(life.planned, entry.on)
    case .assessed: life.assessed = earliest(life.assessed, entry.on)
    case .consented(let service, let evaluation):
      life.serviceConsent = service ?? life.serviceConsent
      life.evaluationConsent = evaluation ?? life.evaluationConsent
    case .lawfulBasis(let reference): life.lawfulBasis = reference
    case .worked:
      life.workedOn.append(entry.on)
      life.workedOn.sort()
      if life.status == .attached { life.status = .worked }
    case .nominated(let service): life.nominations.append(.init(service: service, on: entry.on))
    case .answered(let service, let isTaken):
      let place = life.nominations.lastIndex { $0.service == service && $0.isTaken == nil }
      if let place { life.nominations[place].isTaken = isTaken }
    case .progressed(let element, let reference):
      life.progress.append(
        .init(
          element: element, on: entry.on, entered: entry.entered, by: entry.by,
          reference: reference))
    case .problem(let name):
      if !life.laterProblems.contains(name) { life.laterProblems.append(name) }
    case .achieved(let result):
      life.results.append(result)
      life.status = .outcome
    case .closed(let reason): end(entry, .closed, reason, &life)
    case .declined: end(entry, .declined, "declined", &life)
    case .movedOut(let authority): end(entry, .movedOut, authority, &life)
    }
  }

  private static func begin(_ entry: CohortEntry, _ area: String, _ life: inout FamilyLife) {
    life.identified = earliest(life.identified, entry.on)
    if !area.isEmpty { life.area = area }
    guard life.ended != nil else { return }
    life.status = .identified
    restart(&life)
  }

  /// Back after its time ended: a new beginning, whose confirmation and attachment are still to come.
  private static func restart(_ life: inout FamilyLife) {
    (life.ended, life.ending, life.confirmed) = (nil, "", nil)
    (life.attachedOn, life.attachment) = (nil, nil)
    (life.laterProblems, life.results) = ([], [])
  }

  private static func attach(
    _ entry: CohortEntry, _ attachment: Attachment, _ life: inout FamilyLife
  ) {
    life.status = .attached
    life.attachedOn = entry.on
    life.attachment = attachment
    if !attachment.area.isEmpty { life.area = attachment.area }
    (life.leadAgency, life.leadProfessional) = (attachment.leadAgency, attachment.leadProfessional)
  }

  private static func end(
    _ entry: CohortEntry, _ status: CohortStatus, _ reason: String, _ life: inout FamilyLife
  ) {
    life.status = status
    life.ended = entry.on
    life.ending = reason
  }

  private static func earliest(_ day: Day?, _ other: Day) -> Day {
    day.map { min($0, other) } ?? other
  }
}
