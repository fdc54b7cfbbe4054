import Vocabulary

/// Session marks of the schools that share the council's system, one row a half-term.
struct AttendanceMarks: Extract {
  /// A half-term of one pupil at one school.
  struct Matter: Sendable {
    var school: School
    var part: MarkString.Part
  }

  let source = "attendance-marks"
  let fileName: @Sendable (Day) -> String = { "attendance_marks_\(DateStyle.packed.text($0)).txt" }
  let shape = FileShape(separator: "|", lineEnd: "\n")
  let schedule = Schedule(months: 2, count: 3, lag: 2, contents: .increment(overlap: 75))

  let fields: [Field<Matter>] = [
    .identifier("UPN", .upn, of: "pupil", \.upn),
    .surname("Surname", of: "pupil"),
    .forename("Forename", of: "pupil"),
    .born("DOB", of: "pupil", .packed),
    Field("LAEstab", .reference) { "\($0.matter.school.laEstab)" },
    Field("From") { DateStyle.packed.text($0.matter.part.first) },
    Field("To") { DateStyle.packed.text($0.matter.part.last) },
    Field("Marks") { $0.matter.part.marks },
  ]

  /// Marks are kept for four terms; what is older comes as totals, so that none is counted twice.
  static func keepsMarks(_ attendance: TermAttendance, from: Day, asOf: Day) -> Bool {
    let kept = attendance.school.kind != .independent && !attendance.school.isAcademy
    return kept && asOf.adding(months: -16) < from
  }

  func entries(in scene: Scene) -> [Entry<Matter>] {
    scene.index.events(of: .attendance).flatMap { number -> [Entry<Matter>] in
      let event = scene.neighbourhood.events[number]
      guard case .attendance(let term) = event.happening, let id = event.person,
        let last = event.until?.earliest,
        Self.keepsMarks(term, from: event.at.earliest, asOf: scene.asOf)
      else { return [] }
      let key = scene.key(ofEvent: number)
      let halves = MarkString.halves(of: term, from: event.at.earliest, to: last, key: key)
      return halves.enumerated().compactMap { place, half in
        let key = key << 1 | UInt64(place)
        guard scene.holds(half.last, key: key) else { return nil }
        return scene.entry(
          about: scene.neighbourhood[id], as: "pupil", from: PartialDate(half.last),
          key: key, matter: Matter(school: term.school, part: half))
      }
    }
  }
}

/// Absence totals of each term, for the schools and terms whose marks are not kept.
struct AttendanceTotals: Extract {
  let source = "attendance-totals"
  let fileName: @Sendable (Day) -> String = { "absence_totals_\($0.iso).csv" }
  let shape = FileShape(encoding: .utf8, separator: ";", lineEnd: "\n")
  let schedule = Schedule(months: 4, count: 3, lag: 3, contents: .increment(overlap: 120))

  let fields: [Field<TermAttendance>] = [
    .identifier("UPN", .upn, of: "pupil", \.upn),
    .surname("Surname", of: "pupil"),
    .forename("Forename", of: "pupil"),
    .born("DOB", of: "pupil", .iso),
    Field("LAEstab", .reference) { "\($0.matter.school.laEstab)" },
    Field("Term") { Self.words($0.matter) },
    Field("SessionsPossible") { "\($0.matter.possible)" },
    Field("SessionsAuthorised") { "\($0.matter.authorised)" },
    Field("SessionsUnauthorised") { "\($0.matter.unauthorised)" },
  ]

  func entries(in scene: Scene) -> [Entry<TermAttendance>] {
    scene.index.events(of: .attendance).compactMap { number in
      let event = scene.neighbourhood.events[number]
      let key = scene.key(ofEvent: number)
      guard case .attendance(let term) = event.happening, let id = event.person,
        let end = event.until?.earliest, term.school.kind != .independent,
        !AttendanceMarks.keepsMarks(term, from: event.at.earliest, asOf: scene.asOf),
        scene.asOf.adding(months: -36) < end, hasArrived(term, end, on: scene.day),
        scene.holds(end, key: key)
      else { return nil }
      return scene.entry(
        about: scene.neighbourhood[id], as: "pupil", from: PartialDate(end), key: key,
        matter: term)
    }
  }

  /// Half of the academies send their totals at once, the others a term later.
  private func hasArrived(_ term: TermAttendance, _ end: Day, on day: Day) -> Bool {
    let isSlow = term.school.isAcademy && term.school.number % 4 == 2
    return end.adding(months: isSlow ? 3 : 0) <= day
  }

  private static func words(_ term: TermAttendance) -> String {
    let names = ["Autumn", "Spring", "Summer"]
    let next = (Int(term.year) + 1) % 100
    return "\(names[Int(term.term) - 1]) \(term.year)/\(next < 10 ? "0" : "")\(next)"
  }
}
