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
    let files = try deliveredFiles(of: source)
    let read = files.filter(\.hasCome).map(\.id)
    var deliveries: [Delivery] = []
    for file in files {
      // Only the newest is compared with the one before it.
      let previous = file.id == read.first ? read.dropFirst().first : nil
      let people = previous.map { records.compare(file.id, with: $0) } ?? (inAll: 0, inBoth: 0)
      deliveries.append(
        Delivery(
          fileName: file.name, delivered: file.delivered, isRead: file.hasCome,
          accepted: file.accepted, quarantined: file.quarantined,
          columns: try columns(of: file.id), peopleInBoth: people.inBoth, people: people.inAll))
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
