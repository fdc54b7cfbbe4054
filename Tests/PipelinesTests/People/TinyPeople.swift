import Disk
import Linkage

@testable import Pipelines

/// A source of pupils with their parents, addresses and numbers, and a linkage for them.
extension TinyPipeline {
  /// Adds the source, the linkage and its model.
  func addPeople(_ rows: String, settings: String = TinyPeople.settings) throws {
    try write(TinyPeople.contract, to: "council/sources/pupils.yaml")
    try deliver("pupils_2013-07-01.csv", TinyPeople.header + rows)
    try write(settings, to: "people.yaml")
    try write(TinyPeople.model.json, to: "people.model.json")
    try edit(
      "council/pipeline.yaml", "vocabulary: ../vocabulary.yaml",
      "vocabulary: ../vocabulary.yaml\nlinkage: ../people.yaml")
  }

  /// The lines of the pupils' file for each person with more than one record, in order.
  func people(of run: RunName) throws -> [String] {
    try query(
      """
      SELECT group_concat(line, ' ') FROM (
        SELECT person_id, line || slot.name AS line FROM person_member
          JOIN person_record ON person_record.key = record_key
          JOIN source ON source.id = person_record.source_id AND source.name = 'pupils'
          JOIN slot ON slot.source_id = source.id AND slot.number = person_record.slot
        ORDER BY person_record.line, person_record.slot)
      GROUP BY person_id HAVING count(*) > 1 ORDER BY 1
      """, in: run)
  }
}

enum TinyPeople {
  static let header = "UPN,Surname,Forename,DOB,Address,Postcode,Parent\n"

  static let contract = """
    source: pupils
    title: Pupils
    agency: education
    owner: Pupil Services
    legal:
      basis: public task
      gateway: Education Act 1996
      purposes: [identification]
      retain: 6 years
    file:
      name: pupils_{yyyy-MM-dd}.csv
      every: month
      contents: snapshot
    columns:
      UPN: {type: upn}
      Surname: {type: name, required: true}
      Forename: {type: name}
      DOB: {type: date, format: dd/MM/yyyy, birth: true}
      Address: {type: text}
      Postcode: {type: postcode}
      Parent: {type: name}
    places:
      home: {lines: [Address], postcode: Postcode}
    people:
      pupil: {surname: Surname, forename: Forename, born: DOB, ids: {upn: UPN}, at: home}
      parent: {name: Parent, at: home}
    facts:
      - kind: education.exclusion.fixed
        of: pupil
        on: DOB
        key: [Surname, Forename, DOB]

    """

  static let settings = """
    linkage: tiny
    mode: deduplicate
    columns:
      forename: name
      surname: name
      born: date
      upn: { type: identifier, kind: upn }
      address: { type: code, header: address_key }
    comparisons:
      - { name: forename, levels: [exact(forename), jaro_winkler(forename) >= 0.8] }
      - { name: surname, levels: [exact(surname)] }
      - { name: birth date, levels: [exact(born), years_apart(born) <= 50] }
      - { name: address, levels: [exact(address)] }
    blocking: [surname, born, address]
    clusters:
      join: 0.9
      never_two: [upn]
      never:
        - exact(born) and exact(surname) and exact(address) and not jaro_winkler(forename) >= 0.9
        - not years_apart(born) <= 12

    """

  /// A model in which an equal surname, birth date and address are enough, whatever the forename.
  static let model = LinkageModel(
    name: "tiny", version: 3, prior: 0.01,
    comparisons: [
      comparison(
        "forename", [("exact(forename)", 0.8, 0.01), ("jaro_winkler(forename) >= 0.8", 0.1, 0.04)]),
      comparison("surname", [("exact(surname)", 0.95, 0.01)]),
      comparison(
        "birth date", [("exact(born)", 0.9, 0.001), ("years_apart(born) <= 50", 0.05, 0.1)]),
      comparison("address", [("exact(address)", 0.8, 0.01)]),
    ])

  private static func comparison(
    _ name: String, _ levels: [(label: String, m: Double, u: Double)]
  ) -> ComparisonModel {
    let rest = levels.reduce((m: 1.0, u: 1.0)) { ($0.m - $1.m, $0.u - $1.u) }
    return ComparisonModel(
      name: name,
      levels: levels.map { LevelModel(label: $0.label, m: $0.m, u: $0.u) }
        + [LevelModel(label: "anything else", m: rest.m, u: rest.u)])
  }
}
