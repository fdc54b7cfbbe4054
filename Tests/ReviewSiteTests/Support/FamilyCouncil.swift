import Disk
import Pipelines
import TestSupport
import Vocabulary

/// The small council with families, a pack of two criteria, journeys, a programme and claims.
///
/// The Vances are a mother and her daughter, who was excluded and has a proven offence: they meet both. The Quills are a
/// father and his daughter, who was excluded alone. The Frosts have a mother whose address is withheld.
enum FamilyCouncil {
  private static let repository = Path(
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/"))

  static func make(in folder: String, rows: String = "") throws -> SmallCouncil {
    let council = try SmallCouncil(in: folder)
    let pipelines = repository.joining("pipelines").text
    try council.write(
      SmallCouncil.pipeline.replacing(
        "../vocabulary.yaml", with: "\(pipelines)/vocabulary.yaml"
      ).replacing("../calendar.csv", with: "\(pipelines)/calendars/solentshire.csv") + """
        families: \(pipelines)/families/default.yaml
        criteria: [../tiny-2013.yaml]
        journeys:
          signs: \(pipelines)/criteria/earliest-concern.yaml
          costs: \(pipelines)/costs/unit-costs-2015.yaml
          tiers: \(pipelines)/criteria/tiers.yaml
        programme: programme.yaml
        claims: \(pipelines)/claims

        """, to: "council/pipeline.yaml")
    try council.write(pack, to: "tiny-2013.yaml")
    try council.write(programme, to: "council/programme.yaml")
    // A list of who lives where tells of no day but that of its delivery.
    for (name, title, agency) in [
      ("pupils", "Pupils", "education"), ("tenants", "Tenants", "housing"),
    ] {
      let contract = SmallCouncil.contract(name, title, agency, "none")
      let lines = contract.split(separator: "\n", omittingEmptySubsequences: false)
      let people = lines.prefix { $0 != "facts:" }.joined(separator: "\n")
      try council.write(people + "\n", to: "council/sources/\(name).yaml")
    }
    // Who is seen at one home in spring and in summer has shared it for long enough.
    for day in ["2013-03-28", "2013-07-01"] {
      try council.write(
        SmallCouncil.header + adults + rows, to: "council/extracts/pupils_\(day).csv")
    }
    try tellEvents(to: council)
    return council
  }

  /// Has agencies tell who was excluded and who has a proven offence.
  static func tellEvents(
    _ exclusions: String = exclusions, _ offences: String = offences, to council: SmallCouncil
  ) throws {
    try tell(
      exclusions, in: "exclusions", by: "education", of: "education.exclusion.permanent",
      to: council)
    try tell(offences, in: "offences", by: "youth-justice", of: "youth.offence.proven", to: council)
  }

  /// Has an agency tell of events, by a source of its own.
  static func tell(
    _ rows: String, in source: String, by agency: String, of kind: String, to council: SmallCouncil
  ) throws {
    let title = source.prefix(1).uppercased() + source.dropFirst()
    let contract = SmallCouncil.contract(source, title, agency, kind)
      .replacing(
        "Postcode: {type: postcode}",
        with: "Postcode: {type: postcode}\n  Date: {type: date, format: dd/MM/yyyy}"
      )
      .replacing("on: DOB", with: "on: Date").replacing("DOB]", with: "DOB, Date]")
    try council.write(contract, to: "council/sources/\(source).yaml")
    try council.write(
      SmallCouncil.header.replacing("Postcode\n", with: "Postcode,Date\n") + rows,
      to: "council/extracts/\(source)_2013-07-02.csv")
  }

  /// Has a second pack, which asks for an exclusion alone, put families forward beside the first.
  static func addSecondPack(to council: SmallCouncil) throws {
    let second = pack.replacing("tiny-2013", with: "one-2013")
      .replacing("{all: [excluded, offence]}", with: "{all: [excluded]}")
      .replacing(
        """
        on: 2013-02-11}]
            then: not met
        """,
        with: """
          on: 2013-02-11}]
              then: met
          """)
    try council.write(second, to: "one-2013.yaml")
    let pipeline = try readText(council.root.joining("council/pipeline.yaml").text)
    try council.write(
      pipeline.replacing("[../tiny-2013.yaml]", with: "[../tiny-2013.yaml, ../one-2013.yaml]"),
      to: "council/pipeline.yaml")
    try council.write(
      programme.replacing(
        "roles:", with: "identified_by: [tiny-2013, one-2013]\nroles:"),
      to: "council/programme.yaml")
  }

  /// Who lives where; pupils and the adults at their homes.
  private static let adults = """
    M820200012015,Vance,Ana,14/05/2001,1 Sea Road,PO5 1AB
    ,Dale,Petra,10/10/1975,1 Sea Road,PO5 1AB
    ,Quill,Tess,07/07/2001,7 Park Road,PO5 7NP
    ,Reed,Omar,01/02/1970,7 Park Road,PO5 7NP
    ,Frost,Eve,08/08/2001,8 Park Road,PO5 8QR
    ,Moss,Ruth,09/09/1972,8 Park Road,PO5 8QR
    ,Marlow,Lee,09/09/2002,3 High Street,PO5 3EF
    ,Harper,Jon,06/06/2001,6 Park Road,PO5 6LM

    """

  static let exclusions = """
    M820200012015,Vance,Ana,14/05/2001,1 Sea Road,PO5 1AB,11/03/2013
    ,Quill,Tess,07/07/2001,7 Park Road,PO5 7NP,12/03/2013

    """

  static let offences = """
    M820200012015,Vance,Ana,14/05/2001,1 Sea Road,PO5 1AB,02/04/2013

    """

  private static let pack = """
    pack: tiny-2013
    title: A tiny pack
    version: 1
    from: 2012-04-01
    source: "Invented"
    about: Both are needed.
    eligible: eligible
    lag: 120 days
    terms: completed
    people:
      child: {under: 18}
    examples:
      date: 2013-07-22
      people: {ann: {born: 2000-03-14}, mother: {born: 1978-05-09, role: parent}}
    criteria:
      excluded:
        title: A child permanently excluded
        wording: "Excluded."
        source: Invented
        confidence: confirmed
        rule: {fact: education.exclusion.permanent, per: person, who: child, within: 12 months}
        examples:
          - title: in the spring
            facts: [{fact: education.exclusion.permanent, of: ann, on: 2013-02-11}]
            then: met
          - title: never
            then: not met
      offence:
        title: A child with a proven offence
        wording: "Offence."
        source: Invented
        confidence: confirmed
        rule: {fact: youth.offence.proven, who: child, within: 12 months}
        examples:
          - title: in the spring
            facts: [{fact: youth.offence.proven, of: ann, on: 2013-02-11}]
            then: met
          - title: never
            then: not met
      eligible:
        title: Both
        wording: "Both."
        source: Invented
        confidence: confirmed
        rule: {all: [excluded, offence]}
        examples:
          - title: one alone
            facts: [{fact: education.exclusion.permanent, of: ann, on: 2013-02-11}]
            then: not met
          - title: both
            facts:
              - {fact: education.exclusion.permanent, of: ann, on: 2013-02-11}
              - {fact: youth.offence.proven, of: ann, on: 2013-02-11}
            then: met

    """

  private static let programme = """
    programme: Smallshire Families
    families: 5
    targets:
      2013/14: {families: 3}
    areas:
      Harbour: {group: Harbour group, towns: [Harbour]}
    partners:
      early-help: {purposes: [identification, outcomes], sees: [ordinary, special]}
    services:
      intensive: {title: Intensive support, places: 1, total: 2}
    closing_reasons: [needs-met, moved-on]
    priority:
      excluded: {points: 3}
    roles:
      analyst: [analyst, second.analyst]
      manager: [manager]
      auditor: [auditor]

    """
}
