import Disk
import Sealing
public import Vocabulary

/// What people and families are called outside of the team: words that say nothing, and lead back to nobody without the
/// workspace's key.
///
/// An id is the same in every copy of the data; whoever has two lists with ids can put them together. A reference differs
/// from council to council.
public struct PublicReferences: Sendable {
  private let key: SecretKey

  /// Takes a workspace's key, making one where none was ever used; only its owner may read it.
  ///
  /// Another key than the live run's gives everyone another reference, and partners no longer know of whom they hear. So it
  /// is refused, unless it is wanted because the first is lost.
  public init(_ workspace: Workspace, isRenewed: Bool = false) throws {
    let path = workspace.referenceKey
    let used =
      try isRenewed
      ? nil
      : workspace.liveRun().flatMap {
        try Manifest.read(in: workspace.folder(of: $0))?.references
      }
    if try Files.kind(of: path) == nil {
      guard used == nil else { throw RunProblem.referenceKeyLost(path) }
      try Self.makeKey(workspace)
    }
    guard let key = SecretKey(bytes: try Files.read(path)) else {
      throw RunProblem.badReferenceKey(path)
    }
    self.key = key
    guard used == nil || used == fingerprint else { throw RunProblem.referenceKeyLost(path) }
  }

  /// Makes a key; of two that make one at once, the first makes it for both.
  private static func makeKey(_ workspace: Workspace) throws {
    try Files.createFolder(workspace.folder)
    let bytes = SecretKey.random().withBytes { bytes in
      var copy: [UInt8] = []
      for index in bytes.indices { copy.append(bytes[index]) }
      return copy
    }
    try Files.writeUnlessThere(bytes, to: workspace.referenceKey)
  }

  /// What the key is known by, which tells nothing of it: the same references come of the same fingerprint.
  var fingerprint: String {
    String(MessageCode.of(Array("fingerprint".utf8), key: key).hex.prefix(16))
  }

  /// What a person is called: `P-7K2M-9QXD-4HTR`.
  public func reference(to person: PersonID) -> String {
    "P-" + word("person \(person.value)")
  }

  /// What a family is called: `F-7K2M-9QXD-4HTR`.
  public func reference(to family: FamilyID) -> String {
    "F-" + word("family \(family.value)")
  }

  /// What stands before a line of evidence when it is hashed: nobody without the key can try what a line might say.
  func salt(of line: String) -> String {
    String(MessageCode.of(Array("evidence \(line)".utf8), key: key).hex.prefix(32))
  }

  /// Digits and letters without those that are taken for one another when read aloud or written down.
  private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Twelve signs of five bits each, of an HMAC.
  private func word(_ text: String) -> String {
    let code = MessageCode.of(Array(text.utf8), key: key).bytes
    var bits = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var word = ""
    for place in 0..<12 {
      if place == 4 || place == 8 { word += "-" }
      word.append(Self.signs[Int(bits >> 59)])
      bits <<= 5
    }
    return word
  }
}
