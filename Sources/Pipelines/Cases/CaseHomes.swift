import SQLiteAccess
import Store
import Vocabulary

/// Where people lived and when, as far as records with an address tell: a home ends where the next one begins.
///
/// Protected records are left out, so that nothing about a protected address reaches a family through it.
struct CaseHomes {
  static let schema = """
    CREATE TEMP TABLE IF NOT EXISTS case_dwelling (
      place_key INTEGER PRIMARY KEY, dwelling INTEGER NOT NULL);
    CREATE TEMP TABLE IF NOT EXISTS case_home (
      person_id INTEGER NOT NULL, dwelling INTEGER NOT NULL, since TEXT NOT NULL,
      until TEXT NOT NULL);
    """

  /// Makes the tables for everybody.
  static func make(in file: inout RunFile) throws(DatabaseError) {
    try file.connection.executeScript(schema)
    try numberDwellings(in: &file, ofFew: false)
    try followPeople(in: &file, ofFew: false)
    try file.connection.executeScript(
      """
      CREATE INDEX temp.case_dwelling_places ON case_dwelling (dwelling);
      CREATE INDEX temp.case_home_people ON case_home (dwelling);
      """)
  }

  /// Fills the tables, which are there and empty, for those in `case_stay`.
  static func fillFew(in file: inout RunFile) throws(DatabaseError) {
    try file.connection.execute(placesOfFew)
    try numberDwellings(in: &file, ofFew: true)
    try followPeople(in: &file, ofFew: true)
  }

  /// The places of those in `case_stay`, and all that are one dwelling with one of them.
  private static let placesOfFew: SQL = """
    INSERT INTO temp.case_place
      WITH RECURSIVE near (key, uprn, match_key) AS (
        SELECT place.key, uprn, nullif(match_key, '') FROM temp.case_stay
          CROSS JOIN person_member ON person_member.person_id = case_stay.person_id
          CROSS JOIN person_record ON person_record.key = person_member.record_key
          CROSS JOIN place ON place.key = person_record.place_key
        UNION SELECT place.key, place.uprn, nullif(place.match_key, '') FROM near
          CROSS JOIN place ON place.uprn = near.uprn AND place.uprn IS NOT NULL
        UNION SELECT place.key, place.uprn, nullif(place.match_key, '') FROM near
          CROSS JOIN place ON place.match_key = near.match_key AND place.match_key <> '')
      SELECT DISTINCT key FROM near
    """

  /// Gives places that are one dwelling one number: by their property number, else by their address.
  private static func numberDwellings(
    in file: inout RunFile, ofFew isOfFew: Bool
  ) throws(DatabaseError) {
    var byUPRN: [Int64: Int] = [:]
    var byAddress: [String: Int] = [:]
    var count = 0
    let places = try file.connection.prepare(
      """
      SELECT place.key, uprn, match_key
      FROM \(isOfFew ? "temp.case_place CROSS JOIN place ON place.key = case_place.key" : "place")
      WHERE uprn IS NOT NULL OR coalesce(paon, street) IS NOT NULL
      ORDER BY uprn IS NULL, place.key
      """)
    let insert = try file.connection.prepare("INSERT INTO temp.case_dwelling VALUES (?, ?)")
    while try places.step() {
      let uprn = places.row.isNull(1) ? nil : places.row.integer64(1)
      let address = places.row.optionalText(2).flatMap { $0.isEmpty ? nil : $0 }
      let known = uprn.flatMap { byUPRN[$0] } ?? address.flatMap { byAddress[$0] }
      let dwelling = known ?? count
      if known == nil { count += 1 }
      if let uprn { byUPRN[uprn] = byUPRN[uprn] ?? dwelling }
      if let address { byAddress[address] = byAddress[address] ?? dwelling }
      try insert.bind(places.row.integer64(0), at: 1)
      try insert.bind(dwelling, at: 2)
      try insert.run()
    }
  }

  private static func followPeople(
    in file: inout RunFile, ofFew isOfFew: Bool
  ) throws(DatabaseError) {
    let everybody = """
      person_record JOIN person_member ON person_member.record_key = person_record.key
      """
    let few = """
      (SELECT DISTINCT person_id FROM temp.case_stay) AS stay
        CROSS JOIN person_member ON person_member.person_id = stay.person_id
        CROSS JOIN person_record ON person_record.key = person_member.record_key
      """
    let sightings = try file.connection.prepare(
      """
      SELECT DISTINCT person_member.person_id, case_dwelling.dwelling,
        coalesce(person_record.since, extract.delivered) AS seen
      FROM \(isOfFew ? few : everybody)
        JOIN extract ON extract.id = person_record.extract_id
        JOIN temp.case_dwelling ON case_dwelling.place_key = person_record.place_key
      WHERE person_record.protected = 0
      ORDER BY 1, 3, 2
      """)
    let insert = try file.connection.prepare("INSERT INTO temp.case_home VALUES (?, ?, ?, ?)")
    var current: (person: Int64, dwelling: Int, since: String)?
    func close(_ home: (person: Int64, dwelling: Int, since: String), until: String)
      throws(DatabaseError)
    {
      try insert.bind(home.person, at: 1)
      try insert.bind(home.dwelling, at: 2)
      try insert.bind(home.since, at: 3)
      try insert.bind(until, at: 4)
      try insert.run()
    }
    while try sightings.step() {
      let person = sightings.row.integer64(0)
      let dwelling = sightings.row.integer(1)
      let seen = sightings.row.text(2)
      if let home = current {
        if home.person == person, home.dwelling == dwelling { continue }
        try close(home, until: home.person == person ? seen : "9999-12-31")
        // The first home that is known is where the person was before, for all that anybody knows.
        current = (person, dwelling, home.person == person ? seen : "")
      } else {
        current = (person, dwelling, "")
      }
    }
    if let home = current { try close(home, until: "9999-12-31") }
  }
}
