public import Vocabulary

/// Every family with concern on one night, and where it stands in the programme.
///
/// The program puts forward; who is confirmed and attached, people decide, and their entries win over what a run finds.
public struct Cohort: Sendable {
  /// The families, in the order of their ids.
  public private(set) var members: [CohortMember]
  /// Those that wait for a place, area by area.
  public let priority: PriorityList
  /// Where families stand, counted by year and area.
  public let funnel: Funnel

  /// Puts together what a run found and what people entered of the days up to one, as it is on that day.
  public init(
    _ subjects: [CohortSubject], _ book: CohortBook, _ programme: Programme, asOf day: Day
  ) {
    var known = subjects
    let seen = Set(subjects.map(\.family))
    known += book.lives.map(\.family).filter { !seen.contains($0) }
      .map { CohortSubject(family: $0, isInRun: false) }
    members = known.sorted { $0.family < $1.family }.compactMap {
      Self.member($0, book, programme, day)
    }
    priority = PriorityList(members.compactMap { Self.candidate($0, day) }, programme)
    funnel = Funnel(members.compactMap(\.life), programme, asOf: day)
    var places: [FamilyID: PriorityList.Row] = [:]
    for row in priority.areas.flatMap(\.rows) { places[row.candidate.family] = row }
    for index in members.indices { members[index].place = places[members[index].subject.family] }
  }

  /// The families that are in the programme or put forward.
  public var lives: [FamilyLife] { members.compactMap(\.life) }

  // MARK: One family

  private static func member(
    _ subject: CohortSubject, _ book: CohortBook, _ programme: Programme, _ day: Day
  ) -> CohortMember? {
    let entered = book[subject.family]
    let isMet = subject.eligibility == .met
    var life = entered
    if life == nil, isMet {
      var begun = FamilyLife(family: subject.family)
      begun.identified = subject.putForward ?? day
      life = begun
    }
    let standing: CohortStanding
    if let life {
      standing = CohortStanding(life.status)
    } else if subject.eligibility == .cannotTell {
      standing = .cannotTell
    } else if subject.concern != nil {
      standing = .concern
    } else {
      return nil
    }
    let area = area(of: subject, life, programme)
    life?.area = area
    return CohortMember(
      subject: subject, life: life, isEntered: entered != nil, standing: standing, area: area,
      year: life.flatMap { life in
        life.attachment?.year ?? life.identified.map { FinancialYear(containing: $0) }
      },
      isComparison: isComparison(life, isEligible: isMet),
      isContested: book.contested.contains(subject.family))
  }

  /// The area that somebody entered, else the one that the family's district is, or has a town in.
  private static func area(
    of subject: CohortSubject, _ life: FamilyLife?, _ programme: Programme
  ) -> String {
    if let entered = life?.area, !entered.isEmpty { return entered }
    guard let district = subject.area?.district else { return "" }
    let found = programme.areas.first { $0.name == district || $0.towns.contains(district) }
    return found?.name ?? district
  }

  /// Confirmed and waiting, or put forward by a run and still eligible; whoever does not take part in the evaluation is out.
  private static func isComparison(_ life: FamilyLife?, isEligible: Bool) -> Bool {
    guard let life, life.attachment == nil, life.ended == nil else { return false }
    guard life.evaluationConsent != .refused, life.evaluationConsent != .withdrawn else {
      return false
    }
    return life.status == .confirmed || isEligible
  }

  private static func candidate(_ member: CohortMember, _ day: Day) -> PriorityList.Candidate? {
    guard member.standing == .identified || member.standing == .confirmed else { return nil }
    var signs = ["children": member.subject.children, "agencies": member.subject.agencies]
    if let concern = member.subject.concern {
      signs["days-since-concern"] = max(0, concern.last.days(until: day))
    }
    if let since = member.life?.identified {
      signs["days-waiting"] = max(0, since.days(until: day))
    }
    return PriorityList.Candidate(
      family: member.subject.family, area: member.area, criteria: member.subject.criteria,
      signs: signs)
  }
}
