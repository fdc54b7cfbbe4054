import SQLiteAccess
import Store
import Vocabulary

/// Where people lived and when, as far as records with an address tell: a home ends where the next one begins.
///
/// Protected records are left out, so that nothing about a protected address reaches a family through it.
struct CaseHomes {
  static func make(in file: inout RunFile) throws(DatabaseError) {
    try file.connection.executeScript(
      """
      CREATE TEMP TABLE case_dwelling (place_key INTEGER PRIMARY KEY, dwelling INTEGER NOT NULL);
      CREATE TEMP TABLE case_home (
        person_id INTEGER NOT NULL, dwelling INTEGER NOT NULL, since TEXT NOT NULL,
        until TEXT NOT NULL);
      """)
    try numberDwellings(in: &file)
    try followPeople(in: &file)
    try file.connection.executeScript(
      """
      CREATE INDEX temp.case_dwelling_places ON case_dwelling (dwelling);
      CREATE INDEX temp.case_home_people ON case_home (dwelling);
      """)
  }

  /// Gives places that are one dwelling one number: by their property number, else by their address.
  private static func numberDwellings(in file: inout RunFile) throws(DatabaseError) {
    var byUPRN: [Int64: Int] = [:]
    var byAddress: [String: Int] = [:]
    var count = 0
    let places = try file.connection.prepare(
      """
      SELECT key, uprn, match_key FROM place
      WHERE uprn IS NOT NULL OR coalesce(paon, street) IS NOT NULL
      ORDER BY uprn IS NULL, key
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

  private static func followPeople(in file: inout RunFile) throws(DatabaseError) {
    let sightings = try file.connection.prepare(
      """
      SELECT DISTINCT person_member.person_id, case_dwelling.dwelling,
        coalesce(person_record.since, extract.delivered) AS seen
      FROM person_record
        JOIN person_member ON person_member.record_key = person_record.key
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
