/// What the rules of claims' life are judged by: the schemes, their windows, and what managers explained.
public struct ClaimRules: Sendable {
  /// The schemes by name.
  public var schemes: [String: ClaimScheme]
  /// The windows.
  public var windows: ClaimWindows
  /// The windows whose unusual volume a manager explained.
  public var explained: Set<String>

  /// Puts the rules together.
  public init(
    schemes: [ClaimScheme], windows: ClaimWindows, explained: Set<String> = []
  ) {
    self.schemes = Dictionary(
      schemes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.windows = windows
    self.explained = explained
  }
}
