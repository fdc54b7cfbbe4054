import Archives
import Disk
import Sealing

/// The text of an extract, read chunk by chunk, whether it came plain or packed.
struct ExtractSource: ~Copyable {
  /// How much is read at a time.
  static let chunkBytes = 256 << 10

  private var plain: File?
  private var packed: PackedExtract?
  private var hash = SHA256()

  init(_ path: Path) throws {
    if PackedExtract.isPacked(path) {
      packed = try PackedExtract(path)
    } else {
      plain = try File(reading: path)
    }
  }

  /// Fills the beginning of the buffer, and tells how far; 0 at the end.
  mutating func read(into buffer: inout [UInt8]) throws -> Int {
    if packed != nil { return try packed?.read(into: &buffer) ?? 0 }
    let count = try plain?.read(into: &buffer) ?? 0
    hash.update(buffer.span.extracting(0..<count))
    return count
  }

  /// The digest of the file as it was delivered, once it has been read to its end.
  func digest(of path: Path) throws -> Digest {
    packed == nil ? hash.digest : try InputSurvey.digest(of: path)
  }
}
