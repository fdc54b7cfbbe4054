import Intake
import SQLiteAccess
import Store
import Vocabulary

/// What intake stored of extracts, as the checks need it.
extension RunFile {
  /// The extracts of a source, newest first.
  mutating func deliveries(
    of source: Int, _ records: DeliveredRecords
  ) throws(DatabaseError) -> [Delivery] {
    let rows = try connection.query(
      """
      SELECT id, file_name, delivered, state, accepted, quarantined
      FROM extract WHERE source_id = \(source) ORDER BY id
      """
    ) { (row) throws(DatabaseError) in
      (
        id: row.integer(0), file: row.text(1), delivered: row.text(2), state: row.text(3),
        accepted: row.integer(4), quarantined: row.integer(5)
      )
    }
    let read = rows.filter { $0.state == "read" }.map(\.id)
    var deliveries: [Delivery] = []
    for row in rows {
      guard let day = Day(iso: row.delivered) else {
        preconditionFailure("the run file has a delivery day that is none")
      }
      // Only the newest is compared with the one before it.
      let previous = row.id == read.first ? read.dropFirst().first : nil
      let people = previous.map { records.compare(row.id, with: $0) } ?? (inAll: 0, inBoth: 0)
      deliveries.append(
        Delivery(
          fileName: row.file, delivered: day, isRead: row.state == "read",
          accepted: row.accepted, quarantined: row.quarantined,
          columns: try columns(of: row.id), peopleInBoth: people.inBoth, people: people.inAll))
    }
    return deliveries
  }

  private mutating func columns(of extract: Int) throws(DatabaseError) -> [Delivery.Column] {
    let codes = try connection.query(
      """
      SELECT number, value, count FROM extract_value
      WHERE extract_id = \(extract) AND what = 'code'
      """
    ) { (row) throws(DatabaseError) in (row.integer(0), row.text(1), row.integer(2)) }
    return try connection.query(
      """
      SELECT number, name, present, absent + invalid FROM extract_column
      WHERE extract_id = \(extract) ORDER BY number
      """
    ) { (row) throws(DatabaseError) in
      let number = row.integer(0)
      let own = codes.filter { $0.0 == number }.map { ($0.1, $0.2) }
      return Delivery.Column(
        name: row.text(1), present: row.integer(2), missing: row.integer(3),
        codes: Dictionary(own, uniquingKeysWith: +))
    }
  }
}
