import Disk
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

  /// The record that a file holds, or nil where there is no such file or it isn't whole.
  ///
  /// A file that can't be read is an error: taken for none, its run would be taken for another one.
  static func whole<Record: Decodable>(
    _ type: Record.Type, at path: Path
  ) throws(DiskError) -> Record? {
    let bytes = try Files.unlessMissing { () throws(DiskError) in try Files.read(path) }
    return bytes.flatMap { try? read(type, $0) }
  }
}
