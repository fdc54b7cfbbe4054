public import Vocabulary

/// What a run starts from beside files: how far the ledger had come and the run before, and what the ledger says.
public struct RunStart: Sendable {
  /// By what it is named.
  public var basis = RunBasis()
  /// The decisions, oldest first.
  public var decisions: [NotedDecision] = []
  /// What was entered of families' lives and of claims.
  public var programme = ProgrammeEntries()
  /// What families are called outside of the team; nil where no family is in the programme.
  public var references: PublicReferences?

  /// Nothing was decided or entered, and no run came before.
  public init() {}
}
