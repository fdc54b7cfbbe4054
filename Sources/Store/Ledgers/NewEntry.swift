extension LedgerFile {
  /// An entry that is not written yet.
  public struct NewEntry: Hashable, Sendable {
    /// What kind of thing is noted.
    public var kind: String
    /// When, in UTC.
    public var at: String
    /// Who, as the system knows them.
    public var by: String
    /// What is noted: a JSON object.
    public var content: String

    /// States what is to be noted.
    public init(kind: String, at: String, by: String, content: String) {
      self.kind = kind
      self.at = at
      self.by = by
      self.content = content
    }
  }
}
