import Vocabulary

extension NeighbourhoodBuilder {
  /// Time at one school, before it is written down.
  private struct Schooling {
    var enrolment: Enrolment
    var from: Day
    var until: Day?
  }

  /// What a child's years at school are like.
  private struct Habits {
    var authorised: Int
    var unauthorised: Int
    var isFocus = false
    var absentSince: Day?
    var excludedSince: Day?
  }

  /// Writes down a child's schools, attendance, exclusions and special needs.
  mutating func goToSchool(_ child: Person.ID, _ household: Household) {
    guard let days = presence(of: child) else { return }
    let habits = habits(of: child, household)
    var schools = stages(of: child, days, household)
    if let excluded = permanentExclusion(child, habits, schools) {
      moveToUnit(&schools, on: excluded)
    }
    for school in schools where school.until.map({ $0 >= first }) ?? true {
      world.events.append(
        Event(
          person: child, dwelling: nil, at: PartialDate(school.from),
          until: school.until.map { PartialDate($0) }, happening: .enrolment(school.enrolment)))
      attend(child, school, habits)
    }
    haveSpecialNeeds(child, household, days)
  }

  /// Writes down a child's schools and nothing else.
  mutating func enrolQuietly(_ child: Person.ID, _ days: ClosedRange<Day>) {
    let quiet = Household(homes: [], adults: [], children: [])
    for school in stages(of: child, days, quiet) {
      world.events.append(
        Event(
          person: child, dwelling: nil, at: PartialDate(school.from),
          until: school.until.map { PartialDate($0) }, happening: .enrolment(school.enrolment)))
    }
  }

  private mutating func habits(of child: Person.ID, _ household: Household) -> Habits {
    let spread = schooling.below(100)
    var habits = Habits(
      authorised: schooling.near(42, spread: 34),
      unauthorised: spread < 60
        ? schooling.below(6) : spread < 90 ? schooling.below(22) : schooling.below(60))
    let focus = focus(household, ages: 6...15)
    habits.isFocus = focus == child
    if habits.isFocus || (household.isTroubled && schooling.chance(350)) {
      habits.absentSince = household.difficulties[.absence]
    }
    if habits.isFocus { habits.excludedSince = household.difficulties[.exclusion] }
    return habits
  }

  /// The schools of a child's life as far as it lived here, without those left before the time line.
  private mutating func stages(
    of child: Person.ID, _ days: ClosedRange<Day>, _ household: Household
  ) -> [Schooling] {
    let born = world.people[child.place].born.parts
    let start = born.month >= 9 ? born.year + 5 : born.year + 4
    var stages = [
      stage(.primary, number / 4, from: start, until: start + 7),
      stage(.secondary, number / 16, from: start + 7, until: start + 12),
    ]
    if schooling.chance(500) {
      stages.insert(stage(.nursery, number / 4, from: start - 1, until: start), at: 0)
    }
    if schooling.chance(550) {
      var sixth = stage(.secondary, number / 16, from: start + 12, until: start + 14)
      if schooling.chance(400) { sixth.enrolment.status = .furtherEducation }
      stages.append(sixth)
    }
    let meals = household.difficulties[.worklessness] != nil
    return stages.compactMap { stage in clip(stage, child, days, freeMeals: meals) }
      .flatMap { move($0, child, isTroubled: household.isTroubled) }
  }

  private func stage(_ kind: School.Kind, _ place: Int, from: Int, until: Int) -> Schooling {
    let enrolment = Enrolment(
      school: School(kind, place), status: .single, leaving: .endOfPhase, freeMeals: false,
      afterExclusion: false)
    return Schooling(
      enrolment: enrolment, from: Day.of(from, 9, 4), until: Day.of(until, 7, 19))
  }

  private mutating func clip(
    _ stage: Schooling, _ child: Person.ID, _ days: ClosedRange<Day>, freeMeals: Bool
  ) -> Schooling? {
    var stage = stage
    stage.enrolment.freeMeals = freeMeals
    guard let end = stage.until, end >= first, stage.from <= last, stage.from <= days.upperBound
    else { return nil }
    let arrived = stays[child.place].map(\.from).min() ?? days.lowerBound
    if arrived > stage.from { stage.from = arrived.adding(days: schooling.within(2...26)) }
    if stage.from > last || stage.from >= end { return nil }
    if end > days.upperBound {
      let isStillHere = days.upperBound == last
      stage.until = isStillHere ? nil : days.upperBound
      stage.enrolment.leaving = isStillHere ? nil : .moved
    }
    return stage
  }

  /// Some pupils change schools within a phase, with days or weeks between.
  private mutating func move(
    _ stage: Schooling, _ child: Person.ID, isTroubled: Bool
  ) -> [Schooling] {
    let end = stage.until ?? last
    guard stage.enrolment.school.kind != .nursery, schooling.chance(isTroubled ? 220 : 35),
      stage.from.days(until: end) > 400
    else { return [stage] }
    var (before, after) = (stage, stage)
    before.until = schooling.day(max(stage.from, first).adding(days: 30), end.adding(days: -90))
    guard let left = before.until, left > stage.from, left < end.adding(days: -60) else {
      return [stage]
    }
    before.enrolment.leaving = .parentsChoice
    after.from = left.adding(days: schooling.within(1...(isTroubled ? 45 : 12)))
    missEducation(child, from: left, until: after.from, isTroubled: isTroubled)
    let school = stage.enrolment.school
    after.enrolment.school = School(school.kind, Int(school.number) + 1)
    return [before, after]
  }

  private mutating func permanentExclusion(
    _ child: Person.ID, _ habits: Habits, _ schools: [Schooling]
  ) -> Day? {
    guard let since = habits.excludedSince, schooling.chance(150),
      let school = schools.last(where: { $0.enrolment.school.kind == .secondary }),
      school.until == nil
    else { return nil }
    let earliest = max(max(since, school.from), last.adding(days: -280))
    let day = schoolDay(earliest.adding(days: 30))
    guard day < last.adding(days: -60) else { return nil }
    record(
      .exclusion(
        Exclusion(
          school: school.enrolment.school, category: .permanent, reason: .assaultOnPupil,
          sessions: 0, rescinded: schooling.chance(80))), child, on: day)
    return day
  }

  private func moveToUnit(_ schools: inout [Schooling], on day: Day) {
    guard var unit = schools.last else { return }
    schools[schools.count - 1].until = day.adding(days: 12)
    schools[schools.count - 1].enrolment.leaving = .excluded
    unit.enrolment.school = School(.referralUnit, number / 60)
    unit.enrolment.afterExclusion = true
    unit.from = day.adding(days: 15)
    schools.append(unit)
  }

  /// The first day from a day on that schools are open.
  private func schoolDay(_ day: Day) -> Day {
    for offset in 0..<60 where terms.contains(where: { $0.isOpen(on: day.adding(days: offset)) }) {
      return day.adding(days: offset)
    }
    return day
  }

  private mutating func attend(_ child: Person.ID, _ school: Schooling, _ habits: Habits) {
    let kind = school.enrolment.school.kind
    guard kind != .nursery else { return }
    let leaves = Day.of(world.people[child.place].born.adding(months: 5).year + 16, 7, 1)
    for (index, term) in terms.enumerated() {
      let end = school.until ?? last
      guard school.from <= term.last, term.first <= end, term.first < leaves else { continue }
      let (from, to) = (max(term.first, school.from), min(term.last, end))
      let isWhole = from == term.first && to == term.last
      let possible = isWhole ? sessions[index] : term.sessions(from: from, to: to)
      guard possible > 0 else { continue }
      let counts = count(possible, index, habits)
      world.events.append(
        Event(
          person: child, dwelling: nil, at: PartialDate(from), until: PartialDate(to),
          happening: .attendance(
            TermAttendance(
              school: school.enrolment.school, year: Int16(term.year), term: UInt8(term.number),
              possible: UInt16(possible), authorised: UInt16(counts.authorised),
              unauthorised: UInt16(counts.unauthorised),
              unexplained: UInt16(counts.unauthorised * schooling.below(60) / 100),
              late: UInt16(possible * schooling.below(30) / 1_000)))))
      if kind != .primary || term.year % 2 == 0 { exclude(child, school, term, index, habits) }
    }
  }

  /// Sessions missed in a term: the habit, and what absence grows to once it has begun.
  private mutating func count(
    _ possible: Int, _ term: Int, _ habits: Habits
  ) -> (authorised: Int, unauthorised: Int) {
    var authorised = habits.authorised * schooling.within(40...170) / 100
    var unauthorised = habits.unauthorised * schooling.within(20...190) / 100
    if let since = habits.absentSince, terms[term].last >= since {
      let isLate = term >= terms.count - 3
      let grown =
        isLate
        ? schooling.within(habits.isFocus ? 170...420 : 60...220)
        : schooling.within(since.days(until: terms[term].last) < 200 ? 40...90 : 80...200)
      unauthorised = max(unauthorised, grown)
      authorised += schooling.below(50)
    }
    let missed = (possible * unauthorised + 999) / 1_000
    return (
      min(possible * authorised / 1_000, possible - min(missed, possible)), min(missed, possible)
    )
  }

  private mutating func exclude(
    _ child: Person.ID, _ school: Schooling, _ term: SchoolTerm, _ index: Int, _ habits: Habits
  ) {
    var times = schooling.chance(3) ? 1 : 0
    if let since = habits.excludedSince, term.last >= since {
      times = index >= terms.count - 3 ? schooling.within(1...2) : schooling.below(2)
    }
    for _ in 0..<times {
      let end = min(school.until ?? last, term.last)
      let day = schoolDay(schooling.day(max(term.first, school.from), end.adding(days: -7)))
      guard day <= end else { continue }
      let isLunch = schooling.chance(60)
      record(
        .exclusion(
          Exclusion(
            school: school.enrolment.school, category: isLunch ? .lunchtime : .fixed,
            reason: schooling.pick(Exclusion.Reason.allCases),
            sessions: UInt16(isLunch ? 1 : schooling.within(1...10)), rescinded: false)),
        child, on: day)
    }
  }

  private mutating func haveSpecialNeeds(
    _ child: Person.ID, _ household: Household, _ days: ClosedRange<Day>
  ) {
    let age = age(child, on: last)
    guard (5...17).contains(age), schooling.chance(household.isTroubled ? 420 : 170) else { return }
    let start = max(days.lowerBound, world.people[child.place].born.adding(months: 66))
    let day = schooling.day(start, days.upperBound)
    guard day <= last else { return }
    let need: SpecialNeeds.Need =
      household.isTroubled && schooling.chance(600)
      ? .behaviour : schooling.pick(SpecialNeeds.Need.allCases)
    let stage = schooling.weigh([
      (SpecialNeeds.Stage.schoolAction, 55), (.schoolActionPlus, 32), (.statement, 13),
    ])
    record(.specialNeeds(SpecialNeeds(stage: stage, need: need)), child, on: day)
  }
}
