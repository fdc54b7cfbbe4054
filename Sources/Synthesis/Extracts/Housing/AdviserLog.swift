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
  func entries(in scene: Scene) -> [Entry<Matter>] {
    scene.index.events(of: .benefit).flatMap { number -> [Entry<Matter>] in
      let event = scene.neighbourhood.events[number]
      guard case .benefit(let spell) = event.happening, spell.benefit.isOutOfWork,
        let id = event.person
      else { return [] }
      let key = scene.key(ofEvent: number)
      var chance = Chance(scene.seed, scene.source, key, 0xE)
      return [
        joining(event, scene, &chance), working(event, scene, &chance),
      ].compactMap(\.self).enumerated().map { place, found in
        scene.entry(
          about: scene.neighbourhood[id], as: "adult", from: PartialDate(found.from),
          until: found.until, key: key << 1 | UInt64(place), matter: Matter(event: found.event))
      }
    }
  }

  private typealias Found = (event: String, from: Day, until: Day?)

  /// Some who are on a benefit for months join provision that leads into work.
  private func joining(_ event: Event, _ scene: Scene, _ chance: inout Chance) -> Found? {
    let isJoining = chance.happens(1_500)
    let day = event.at.earliest.adding(days: 90 + chance.below(500))
    let word = chance.happens(7_500) ? "WP" : "ESF"
    guard isJoining, day <= scene.day, event.until.map({ day < $0.earliest }) ?? true else {
      return nil
    }
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
