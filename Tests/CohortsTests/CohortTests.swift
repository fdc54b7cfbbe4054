import Testing
import Vocabulary

@testable import Cohorts

@Suite("Where families stand on one night")
struct CohortTests {
  private let asOf = day("2013-07-22")

  private func subject(
    _ family: Int64, _ eligibility: FindingState?, concern: String? = nil, district: String? = nil
  ) -> CohortSubject {
    var subject = CohortSubject(family: FamilyID(family))
    subject.eligibility = eligibility
    subject.concern = concern.map { DayInterval(day($0)) }
    subject.area = district.map { Area(district: $0, ward: "a ward") }
    subject.criteria = eligibility == .met ? ["crime", "work"] : []
    return subject
  }

  private func standing(_ cohort: Cohort, _ family: Int64) -> CohortStanding? {
    cohort.members.first { $0.subject.family == FamilyID(family) }?.standing
  }

  @Test("people's entries win; a run puts forward, and says what it cannot tell")
  func standings() {
    var lives = Lives()
    lives.attach(1)
    lives.say(.identified(area: "south"), on: "2012-07-01", family: 2)
    lives.say(.confirmed, on: "2012-08-01", family: 2)
    lives.say(.identified(area: "south"), on: "2012-07-01", family: 9)
    let cohort = Cohort(
      [
        subject(1, .notMet), subject(2, .met), subject(3, .met, concern: "2012-01-01"),
        subject(4, .cannotTell), subject(5, .notMet, concern: "2013-01-01"), subject(6, .notMet),
        subject(7, nil),
      ], lives.book, lives.programme, asOf: asOf)
    #expect(standing(cohort, 1) == .attached)
    #expect(standing(cohort, 2) == .confirmed)
    #expect(standing(cohort, 3) == .identified)
    #expect(standing(cohort, 4) == .cannotTell)
    #expect(standing(cohort, 5) == .concern)
    #expect(standing(cohort, 6) == nil && standing(cohort, 7) == nil)
    // A family that people entered and the run does not have any more is not lost.
    #expect(standing(cohort, 9) == .identified)
    #expect(cohort.members.last?.subject.isInRun == false)
    // Waiting and eligible, and nobody works with them: attached ones and those not told of are no comparison.
    #expect(cohort.members.filter(\.isComparison).map(\.subject.family.value) == [2, 3])
    #expect(cohort.members.filter(\.isEntered).map(\.subject.family.value) == [1, 2, 9])
    let row = cohort.funnel.year(FinancialYear(start: 2013))
    #expect(row?.identified == 1 && row?.attached == 0)
  }

  @Test("the day of being put forward is that of the first run")
  func putForward() {
    let lives = Lives()
    var known = subject(1, .met)
    known.putForward = day("2013-03-01")
    let cohort = Cohort([known, subject(2, .met)], lives.book, lives.programme, asOf: asOf)
    #expect(cohort.members.map(\.life?.identified) == [day("2013-03-01"), asOf])
    #expect(
      cohort.members.map(\.year) == [FinancialYear(start: 2012), FinancialYear(start: 2013)])
  }

  @Test("the area is the one entered, else the district's, by its name or a town of it")
  func areas() {
    var lives = Lives()
    lives.programme.areas[1].towns = ["Havenport"]
    lives.say(.identified(area: "south"), on: "2012-07-01", family: 1)
    let cohort = Cohort(
      [
        subject(1, .met, district: "north"), subject(2, .met, district: "north"),
        subject(3, .met, district: "Havenport"), subject(4, .met, district: "Elsewhere"),
        subject(5, .met),
      ], lives.book, lives.programme, asOf: asOf)
    #expect(cohort.members.map(\.area) == ["south", "north", "south", "Elsewhere", ""])
    #expect(cohort.priority.areas.map(\.area) == ["north", "south", "", "Elsewhere"])
  }

  @Test("who refused the evaluation is in no comparison group")
  func comparison() {
    var lives = Lives()
    for family in Int64(1)...3 {
      lives.say(.confirmed, on: "2012-08-01", family: family)
    }
    lives.say(.consented(service: nil, evaluation: .refused), on: "2012-08-02", family: 2)
    lives.say(.declined, on: "2012-08-02", family: 3)
    let cohort = Cohort(
      (1...3).map { subject(Int64($0), .met) }, lives.book, lives.programme, asOf: asOf)
    #expect(cohort.members.map(\.isComparison) == [true, false, false])
  }
}
