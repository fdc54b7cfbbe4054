/// What a document may cost to read.
public struct YAMLLimits: Equatable, Sendable {
  /// The most bytes that a text may have.
  public var bytes = 8 << 20
  /// The most nodes that a document may have, each alias counted as all that it stands for.
  public var nodes = 500_000
  /// The most lists and mappings that may lie in one another.
  public var depth = 64

  /// The limits for files that people write.
  public init() {}
}

/// One YAML document as a tree of nodes.
public struct YAMLDocument: Equatable, Sendable {
  /// The name of the file, for messages.
  public let file: String
  /// The outermost node.
  public let root: YAMLNode

  /// Makes a document of a tree made elsewhere.
  public init(file: String, root: YAMLNode) {
    self.file = file
    self.root = root
  }

  /// Reads the one document of a text.
  public static func parse(
    _ text: String, name: String, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLError) -> YAMLDocument {
    try parse(Array(text.utf8), name: name, limits: limits)
  }

  /// Reads the one document of a text's bytes, which have to be UTF-8.
  public static func parse(
    _ received: [UInt8], name: String, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLError) -> YAMLDocument {
    // Editors on Windows put a mark before the text.
    let bytes = received.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(received[3...]) : received
    guard bytes.count <= limits.bytes else {
      throw YAMLError(
        .limit, "the file has more than \(limits.bytes) bytes", file: name,
        mark: YAMLMark(line: 1, column: 1))
    }
    let root = try unsafe bytes.withUnsafeBufferPointer {
      (buffer) throws(YAMLError) -> YAMLNode in
      var composer = Composer(
        events: try unsafe EventStream(reading: buffer, of: bytes, file: name), file: name,
        limits: limits)
      return try composer.document()
    }
    return YAMLDocument(file: name, root: root)
  }
}
