import Sealing
public import YAMLFiles

/// Whether a claim's evidence as it was handed out has the digest that it states; the file is all that is needed.
public struct EvidenceCheck: Equatable, Sendable {
  /// The claim's number.
  public let claim: String
  /// The digest that the file states.
  public let stated: String
  /// The digest of the lines that are in it.
  public let found: String
  /// How many lines there are.
  public let lines: Int
  /// How many of them are handed on as digests alone.
  public let hidden: Int
  /// What the file says beside the lines and the lines say otherwise, by name.
  public let contradictions: [String]

  /// Whether the lines have the digest, and the rest of the file says the same.
  public var holds: Bool { stated == found && contradictions.isEmpty }

  /// What stands in the file's own words and in the first line.
  private static let repeated = [
    "family", "scheme", "scheme_version", "plan_at_attachment", "plan_at_claim", "path", "pence",
    "attachment_year", "area", "run", "as_of",
  ]

  /// Reads the JSON of a claim's evidence; nil where it is none.
  public init?(_ bytes: [UInt8], name: String) throws(YAMLError) {
    let root = try YAMLDocument.parse(bytes, name: name).root
    guard let claim = root["claim"]?.text, let stated = root["evidence_digest"]?.text,
      case .sequence(let nodes) = root["evidence"]?.content
    else { return nil }
    var digests: [String] = []
    var hidden = 0
    for node in nodes {
      if let salt = node["salt"]?.text, let text = node["text"]?.text {
        digests.append(SHA256.digest(of: salt + text).hex)
      } else if let digest = node["sha256"]?.text {
        digests.append(digest)
        hidden += 1
      } else {
        return nil
      }
    }
    self.claim = claim
    self.stated = stated
    found = ClaimEvidence.digest(of: digests)
    lines = nodes.count
    self.hidden = hidden
    contradictions = try Self.contradictions(root, nodes.first?["text"]?.text, name)
  }

  private static func contradictions(
    _ root: YAMLNode, _ head: String?, _ name: String
  ) throws(YAMLError) -> [String] {
    guard let head else { return repeated }
    let line = try YAMLDocument.parse(head, name: name).root
    return repeated.filter { root[$0]?.text != line[$0]?.text }
  }
}
