import Disk
import Sealing

/// The digests that came with the extracts: `SHA256SUMS`, as `sha256sum` writes it.
///
/// Where it is there, a file that is not as it was sent is refused: the surest sign of one cut short on the way.
struct DeliveryList {
  static let fileName = "SHA256SUMS"

  private let digests: [String: String]

  /// The files that the list names, in the order of their names.
  var fileNames: [String] { digests.keys.sorted() }

  /// Reads the list in a folder; an empty one where there is none.
  init(in folder: Path) throws {
    let path = folder.joining(Self.fileName)
    guard try Files.kind(of: path) != nil else {
      digests = [:]
      return
    }
    var digests: [String: String] = [:]
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard parts.count == 2 else { continue }
      // The second column begins with a star where the file was read as bytes.
      var name = parts[1].drop { $0 == " " || $0 == "*" }
      if name.hasPrefix("./") { name = name.dropFirst(2) }
      digests[String(name)] = parts[0].lowercased()
    }
    self.digests = digests
  }

  /// Whether a file is as it was sent, as far as the list says.
  func agrees(_ fileName: String, _ digest: Digest) -> Bool {
    guard let stated = digests[fileName] else { return true }
    return stated == digest.hex
  }
}
