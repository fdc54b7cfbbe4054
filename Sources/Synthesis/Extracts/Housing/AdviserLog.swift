import Vocabulary

/// The log of the Jobcentre's advisers: who joined the Work Programme or provision of the European Social Fund, and who began work.
struct AdviserLog: Extract {
  /// What an adviser wrote down of one adult.
  struct Matter: Sendable {
    /// `WP`, `ESF` or `JOB`.
    var event: String
  }

  let source = "employment-advisers"
  let fileName: @Sendable (Day) -> String = { "JCP_ADVISER_LOG_\(DateStyle.packed.text($0)).csv" }
  let schedule = Schedule(months: 1, count: 2, lag: 9, contents: .snapshot)

  let fields: [Field<Matter>] = [
    Field("REF", .reference) { "JCP\(100_000 + $0.number(below: 900_000))" },
    Field("SURNAME", .surname, of: "adult") { $0.name("adult")?.surname.uppercased() ?? "" },
    .forename("FORENAME", of: "adult"),
    .born("DOB", of: "adult"),
    .identifier("NINO", .nino, of: "adult", \.nino),
    .postcode("POSTCODE"),
    Field("EVENT", .code) { $0.matter.event },
    .from("STARTED"),
    .until("ENDED"),
  ]

  /// What follows from spells on out-of-work benefits, by chances of its own: nobody's life is another one for it.
  ///
  /// The families whose stories are told are left out: the stories say all that is known of them.
  func entries(in scene: Scene) -> [Entry<Matter>] {
    let told = Set(
      scene.neighbourhood.families.filter { $0.name != nil }.flatMap { $0.members.map(\.person) })
    return scene.index.events(of: .benefit).flatMap { number -> [Entry<Matter>] in
      let event = scene.neighbourhood.events[number]
      guard case .benefit(let spell) = event.happening, spell.benefit.isOutOfWork,
        let id = event.person, !told.contains(id)
      else { return [] }
      let key = scene.key(ofEvent: number)
      var chance = Chance(scene.seed, scene.source, key, 0xE)
      return [
        joining(event, spell, scene, &chance), working(event, scene, &chance),
      ].compactMap(\.self).enumerated().map { place, found in
        scene.entry(
          about: scene.neighbourhood[id], as: "adult", from: PartialDate(found.from),
          until: found.until, key: key << 1 | UInt64(place), matter: Matter(event: found.event))
      }
    }
  }

  private typealias Found = (event: String, from: Day, until: Day?)

  /// The Work Programme's first day.
  private static let programmeBegins = Day.of(2011, 6, 1)

  /// Jobseekers join the Work Programme after a year, after nine months when they are young; of those on other benefits
  /// some volunteer for it or for provision of the European Social Fund.
  private func joining(
    _ event: Event, _ spell: BenefitSpell, _ scene: Scene, _ chance: inout Chance
  ) -> Found? {
    let isSent = spell.benefit == .jobseekersAllowance
    let isJoining = chance.happens(isSent ? 9_000 : 1_500)
    let wait = chance.below(isSent ? 90 : 500)
    let word = isSent || chance.happens(5_000) ? "WP" : "ESF"
    guard isJoining, let id = event.person else { return nil }
    let claimed = event.at.earliest
    let isYoung = scene.neighbourhood[id].age(on: claimed) < 25
    let due = claimed.adding(months: isSent ? (isYoung ? 9 : 12) : 3)
    let day = max(due, Self.programmeBegins).adding(days: wait)
    guard day <= scene.day, event.until.map({ day < $0.earliest }) ?? true else { return nil }
    return (word, day, nil)
  }

  /// Most who leave a benefit and stay where they are begin work, and some of them lose it again.
  private func working(_ event: Event, _ scene: Scene, _ chance: inout Chance) -> Found? {
    let isWorking = chance.happens(8_000)
    let isLost = chance.happens(2_500)
    let (wait, length) = (1 + chance.below(9), 30 + chance.below(170))
    guard isWorking, let left = event.until?.earliest, let id = event.person else { return nil }
    let day = left.adding(days: wait)
    let isHere = scene.index.residences(of: id).contains { $0.holds(on: day) }
    guard isHere, day <= scene.day, scene.neighbourhood[id].isAlive(on: day) else { return nil }
    let end = day.adding(days: length)
    return ("JOB", day, isLost && end <= scene.day ? end : nil)
  }
}
