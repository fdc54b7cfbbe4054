import Archives
import FoundationEssentials
import TestSupport
import Testing

@testable import Synthesis

@Suite("An archive made without looking back")
struct StoredArchiveTests {
  @Test("is read by the library that will read it", arguments: ["a.gz", "a.zip"])
  func readBack(name: String) throws {
    let pieces: [[UInt8]] = [
      Array("one,two\r\n".utf8), [], (0..<200_000).map { UInt8($0 % 251) }, Array("end".utf8),
    ]
    var archive = StoredArchive(name.hasSuffix("gz") ? .gzip : .zip(member: "a.csv"))
    var bytes = archive.opening
    for piece in pieces { bytes += archive.piece(piece) }
    bytes += archive.closing()
    #expect(WrittenCouncil.unpacked(bytes) == pieces.flatMap { $0 })
    let content = try withTemporaryFolder { folder in
      let path = "\(folder)/\(name)"
      try Data(bytes).write(to: URL(filePath: path))
      return try Self.content(of: path)
    }
    #expect(content == pieces.flatMap { $0 })
  }

  private static func content(of path: String) throws -> [UInt8] {
    var reader = try ArchiveReader(path: path)
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while try reader.nextMember() != nil {
      while case let count = try reader.read(into: &buffer), count > 0 {
        content += buffer[..<count]
      }
    }
    return content
  }
}
