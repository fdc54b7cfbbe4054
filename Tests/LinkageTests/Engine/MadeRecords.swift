import TestSupport
import Testing
import YAMLFiles

@testable import Linkage

/// Invented records for the engine's tests: few values, so that many records agree by accident.
enum MadeRecords {
  /// The columns of the rows that are made.
  static let columnsText = """
    linkage: made
    id: id
    columns:
      forename: name
      surname: name
      born: date
      postcode: postcode
      address: address
      others: { type: name, list: ";" }
    """

  static let settingsText = """
    \(columnsText)
    comparisons:
      - names(forename, surname)
      - born
      - postcode
      - { name: street, like: address(address) }
      - name: other names
        levels: ["shared(any_of(surname, others)) >= 1", else]
    blocking:
      - surname, year(born)
      - first(forename, 2), postcode
      - sorted(forename, surname)
      - words(address), born
    training: { certain_rules: ["forename, surname, born"], certain_recall: 0.7 }
    """

  static func settings(_ text: String = settingsText) throws -> LinkageSettings {
    var mistakes: [YAMLMistake] = []
    let document = try YAMLDocument.parse(Array(text.utf8), name: "made.yaml")
    let settings = LinkageSettings.read(document, collecting: &mistakes)
    return try #require(mistakes.isEmpty ? settings : nil, "\(mistakes)")
  }

  private static let forenames = [
    "Anna", "Ana", "Robert", "Bob", "Rob", "Mohammed", "Muhammad", "Ella", "Ellie", "", "J",
  ]
  private static let surnames = ["Smith", "Smyth", "O'Neil", "Oneil", "Khan", "Anna", "Taylor", ""]
  private static let days = ["03", "12", "21"]
  private static let postcodes = ["PO1 2AL", "PO1 2AB", "po12al", "SO15 3AA", "", "ZZ99 3VZ"]
  private static let streets = [
    "12 High St", "12 High Street", "Flat 1 9 Park Rd", "9 Park Road", "",
  ]

  /// So many rows: id and the cells of the settings' columns.
  static func rows(_ count: Int, seed: UInt64) -> [[String]] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
      func pick(_ values: [String]) -> String { values[Int(random.next() % UInt64(values.count))] }
      let born =
        random.next() % 9 == 0
        ? "" : "\(1980 + random.next() % 3)-0\(1 + random.next() % 3)-\(pick(days))"
      return [
        "r\(number)", pick(forenames), pick(surnames), born, pick(postcodes), pick(streets),
        pick(["", "", "Khan;Smith", "Jones"]),
      ]
    }
  }

  /// Chunks of the rows, cut into pieces of a size.
  static func chunks(_ rows: [[String]], size: Int, source: Int = 0) -> [RecordChunk] {
    stride(from: 0, to: rows.count, by: size).map { start in
      var chunk = RecordChunk(source: source, columns: 6)
      for row in rows[start..<min(start + size, rows.count)] {
        for column in 0..<6 { chunk.add(row[column + 1].utf8.span, column: column) }
        chunk.endRecord(id: row[0].utf8.span)
      }
      return chunk
    }
  }

  static func linker(
    _ rows: [[String]], size: Int = 64, threads: Int = 1, text: String = settingsText
  ) async throws -> Linker {
    await Linker(
      try settings(text), chunks: chunks(rows, size: size), sources: ["made"], threads: threads)
  }
}
