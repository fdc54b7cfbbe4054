import Disk
import Intake
import Sealing

/// What one reading of a file told: its digest, its text, and its first bytes.
struct InputSurvey: Sendable {
  /// The digest of the file as it was delivered.
  var digest: Digest
  /// Its size as it was delivered.
  var bytes: Int
  /// What its text looks like, unpacked if it was packed.
  var text: TextSurvey
  /// The first bytes of its text.
  var head: [UInt8]

  /// Enough of a file for any header, under any preamble.
  static let headBytes = 256 << 10

  /// Reads a file once, from end to end.
  static func read(_ path: Path) throws -> InputSurvey {
    guard PackedExtract.isPacked(path) else { return try readPlain(path) }
    var survey = InputSurvey(
      digest: try digest(of: path), bytes: try Files.size(of: path), text: TextSurvey(), head: [])
    var source = try ExtractSource(path)
    var buffer = [UInt8](repeating: 0, count: ExtractSource.chunkBytes)
    while case let count = try source.read(into: &buffer), count > 0 {
      survey.take(buffer.span.extracting(0..<count))
    }
    return survey
  }

  private static func readPlain(_ path: Path) throws -> InputSurvey {
    let file = try File(reading: path)
    var hash = SHA256()
    var survey = InputSurvey(
      digest: SHA256().digest, bytes: 0, text: TextSurvey(), head: [])
    var buffer = [UInt8](repeating: 0, count: ExtractSource.chunkBytes)
    while case let count = try file.read(into: &buffer), count > 0 {
      let chunk = buffer.span.extracting(0..<count)
      hash.update(chunk)
      survey.bytes += count
      survey.take(chunk)
    }
    survey.digest = hash.digest
    return survey
  }

  private mutating func take(_ chunk: Span<UInt8>) {
    text.take(chunk)
    for index in 0..<min(chunk.count, Self.headBytes - head.count) { head.append(chunk[index]) }
  }

  /// The digest of a file, read in chunks.
  static func digest(of path: Path) throws(DiskError) -> Digest {
    let file = try File(reading: path)
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: ExtractSource.chunkBytes)
    while case let count = try file.read(into: &buffer), count > 0 {
      hash.update(buffer.span.extracting(0..<count))
    }
    return hash.digest
  }
}
