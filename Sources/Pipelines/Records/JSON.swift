import FoundationEssentials

/// How the records of a run are written and read.
enum JSON {
  /// The bytes of a record: keys in the order of the alphabet, so that the same record has the same bytes.
  static func bytes<Record: Encodable>(_ record: Record) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(record)) + [0x0A]
  }

  static func read<Record: Decodable>(_ type: Record.Type, _ bytes: [UInt8]) throws -> Record {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
