import YAMLFiles

/// What becomes of a decision when details that matter have changed since it was made.
public struct ReviewPolicy: Hashable, Sendable {
  /// The two ways.
  public enum WhenChanged: String, Hashable, Sendable, CaseIterable {
    /// It is heeded until somebody has looked again.
    case keep
    /// It is not heeded until somebody has looked again.
    case wait
  }

  /// Of decisions that join records or people.
  ///
  /// Joined in error, two people share one record of their lives, so without a word these wait.
  public var joining = WhenChanged.wait
  /// Of decisions that hold records or people apart.
  ///
  /// They protect somebody, so without a word these are kept.
  public var parting = WhenChanged.keep

  /// The usual policy.
  public init() {}
}

extension ReviewPolicy {
  /// Reads `review` of `pipeline.yaml`.
  static func read(_ mapping: inout MappingReader) -> ReviewPolicy? {
    mapping.optional("when_changed") { value in
      value.mapping { mapping in
        var policy = ReviewPolicy()
        if let word = mapping.optional("joining", { $0.word(as: WhenChanged.self) }) {
          policy.joining = word
        }
        if let word = mapping.optional("parting", { $0.word(as: WhenChanged.self) }) {
          policy.parting = word
        }
        return policy
      }
    }
  }
}
