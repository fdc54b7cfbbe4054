import SQLiteAccess
import Store
import Vocabulary

/// One file of a source, with what became of it.
struct DeliveredFile {
  var id: Int
  var name: String
  var delivered: Day
  var accepted: Int
  var quarantined: Int
  /// Whether it counts as delivered: it was read, or it is without rows as another that was read.
  var hasCome: Bool

  /// Whether silence in it means that nothing happened.
  ///
  /// Where every row was rejected, nobody knows what was told. A file without rows may have been cut short or asked for
  /// wrongly, so it counts where the contract says that such a file is an answer.
  func tells(_ isAnswerWithoutRows: Bool) -> Bool {
    hasCome && (accepted > 0 || (isAnswerWithoutRows && quarantined == 0))
  }
}

extension RunFile {
  /// The files of a source, newest first.
  ///
  /// A quiet month's file is as any other quiet month's to the byte. A plan takes them for one that came twice; each is an
  /// answer for its own month.
  mutating func deliveredFiles(of source: Int) throws(DatabaseError) -> [DeliveredFile] {
    let rows = try connection.query(
      """
      SELECT id, file_name, delivered, state, sha256, accepted, quarantined
      FROM extract WHERE source_id = \(source) ORDER BY id
      """
    ) { (row) throws(DatabaseError) in
      guard let delivered = Day(iso: row.text(2)) else {
        preconditionFailure("the run file has a delivery day that is none")
      }
      let file = DeliveredFile(
        id: row.integer(0), name: row.text(1), delivered: delivered, accepted: row.integer(5),
        quarantined: row.integer(6), hasCome: row.text(3) == "read")
      return (file: file, state: row.text(3), digest: row.text(4))
    }
    let quiet = Set(
      rows.filter { $0.file.hasCome && $0.file.accepted + $0.file.quarantined == 0 }.map(\.digest))
    return rows.map { row in
      var file = row.file
      if row.state == "duplicate", quiet.contains(row.digest) { file.hasCome = true }
      return file
    }
  }
}
