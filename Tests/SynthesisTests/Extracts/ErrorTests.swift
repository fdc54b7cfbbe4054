import Testing
import Vocabulary

@testable import Synthesis

@Suite("The errors of records")
struct ErrorTests {
  @Test("every kind is made in a council with many")
  func everyKind() {
    let council = WrittenCouncil.spoilt
    let made = Set(council.truth("errors").map { $0[3] })
    #expect(ErrorKind.allCases.map(\.rawValue).filter { !made.contains($0) } == [])
  }

  @Test("every kind has a usual rate")
  func usualRates() {
    for kind in ErrorKind.allCases { #expect(ErrorSettings.usual[kind] > 0, "\(kind)") }
    for kind in ErrorKind.allCases { #expect(ErrorSettings.none[kind] == 0, "\(kind)") }
  }

  /// Kinds that one cell or one name of a table decides: a tenth of the chances is a tenth made.
  static let cellKinds = ErrorKind.allCases.filter {
    ![
      .oldAddress, .lateRow, .duplicateRow, .cutShort, .extraSeparators, .unquotedSeparator,
      .lostLetter,
    ].contains($0)
  }

  @Test("a cell's error is made as often as the settings say", arguments: cellKinds)
  func rate(of kind: ErrorKind) {
    let always = count(of: kind, rate: 10_000)
    let sometimes = count(of: kind, rate: 2_000)
    // Four standard deviations of a fifth of so many chances.
    let expected = always / 5
    var spread = 1
    while spread * spread < always * 16 * 16 / 100 { spread += 1 }
    #expect(always > 0, "no chance to make it")
    #expect(abs(sometimes - expected) <= spread, "\(sometimes) of \(always)")
  }

  static let recordKinds: [ErrorKind] = [
    .duplicateRow, .cutShort, .extraSeparators, .unquotedSeparator,
  ]

  @Test("a record's error is made as often as the settings say", arguments: recordKinds)
  func recordRate(of kind: ErrorKind) {
    let scene = Self.scene(ErrorSettings(rates: [kind: 1_000]))
    let press = RecordPress(shape: .plain, columns: Self.columns, scene: scene)
    var count = 0
    for key in 0..<4_000 {
      let row = Row(cells: [], slots: [], key: UInt64(key), errors: [])
      let cells = Self.columns.map { $0.heading == "Address" ? "1 The Street, Town" : "x" }
      count += press.records(of: row, cells: cells).flatMap(\.made).filter { $0.kind == kind }.count
    }
    // A tenth of 4,000, and four standard deviations of 19.
    #expect(abs(count - 400) < 76, "\(count)")
  }

  @Test("the same record has the same error in every extract of its agency")
  func lasting() {
    let scene = Self.scene(.usual.scaled(percent: 1_000))
    let spoiler = Spoiler(
      scene: scene, columns: Self.columns, isTypedByHand: false, encoding: .utf8)
    for row in Self.rows(scene).prefix(200) {
      var later = row
      later.key += 77
      let (one, other) = (spoiler.spoil(row), spoiler.spoil(later))
      for place in Self.columns.indices where Self.columns[place].slot != nil {
        #expect(one.cells[place] == other.cells[place])
      }
    }
  }

  // MARK: - A table with one column of each meaning

  private static let columns: [Column] = [
    Column(heading: "UPN", meaning: .upn, slot: "p"),
    Column(heading: "NHS", meaning: .nhsNumber, slot: "p"),
    Column(heading: "Surname", meaning: .surname, slot: "p"),
    Column(heading: "Forename", meaning: .forename, slot: "p"),
    Column(heading: "Name", meaning: .fullName, slot: "p"),
    Column(heading: "DOB", meaning: .born(.slashes), slot: "p"),
    Column(heading: "Sex", meaning: .sex, slot: "p"),
    Column(heading: "Address", meaning: .wholeAddress, slot: nil),
    Column(heading: "Postcode", meaning: .postcode, slot: nil),
    Column(heading: "UPRN", meaning: .propertyNumber, slot: nil),
    Column(heading: "Ref", meaning: .reference, slot: nil),
    Column(heading: "Code", meaning: .code, slot: nil),
  ]

  private static func scene(_ settings: ErrorSettings, world: Int = 0) -> Scene {
    let neighbourhood = WrittenCouncil.clean.worlds[world]
    return Scene(
      neighbourhood: neighbourhood, index: NeighbourhoodIndex(neighbourhood),
      delivery: Schedule.Delivery(
        day: Day.of(2013, 7, 19), since: .earliest, previous: nil, isLast: true),
      asOf: Samples.asOf,
      seed: 1, source: 2, settings: settings)
  }

  private static func rows(_ scene: Scene) -> [Row] {
    scene.neighbourhood.people.filter { $0.born < scene.day }.map { person in
      let name = person.name(on: scene.day)
      let (home, _) = scene.home(of: person.id, on: scene.day)
      return Row(
        cells: [
          person.identifiers.upn ?? "", person.identifiers.nhsNumber ?? "", name.surname,
          name.forename, "\(name.surname.uppercased()), \(name.forename)",
          DateStyle.slashes.text(person.born), person.sex.rawValue,
          home?.lines.joined(separator: ", ") ?? "", home?.postcode ?? "",
          home.map { "\($0.uprn)" } ?? "", "00001234", "YES",
        ], slots: [Row.Slot(name: "p", person: person.id)], key: UInt64(person.id.rawValue),
        errors: [])
    }
  }

  private func count(of kind: ErrorKind, rate: Int) -> Int {
    var count = 0
    for world in WrittenCouncil.clean.worlds.indices {
      let scene = Self.scene(ErrorSettings(rates: [kind: rate]), world: world)
      let spoiler = Spoiler(
        scene: scene, columns: Self.columns, isTypedByHand: true, encoding: .utf8)
      for row in Self.rows(scene) {
        count += spoiler.spoil(row).made.filter { $0.kind == kind }.count
      }
    }
    return count
  }
}
