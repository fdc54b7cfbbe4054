import Sealing
public import Vocabulary

extension SeenRecord {
  /// Takes down a record with the values that were compared, in whatever order they come; empty ones are none.
  public init(key: RecordKey, source: String, values: [SeenValue]) {
    let kept = values.filter { !$0.text.isEmpty }.sorted { $0.name < $1.name }
    self.init(
      key: key, source: source, values: kept, digest: Self.digest(source: source, kept))
  }

  /// Whether the digest is that of the values beside it.
  public var isWhole: Bool { digest == Self.digest(source: source, values) }

  private static func digest(source: String, _ values: [SeenValue]) -> String {
    var hash = SHA256()
    for part in [source] + values.flatMap({ [$0.name, $0.text] }) {
      hash.update(Array("\(part.utf8.count):\(part);".utf8).span)
    }
    return hash.digest.hex
  }
}
