/// Why an entry may not be made, in words for who tried.
public struct CohortRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// A short name for counting and tests.
  public var code: Code
  /// What is wrong and what to do, naming no person.
  public var words: String

  /// The reasons.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The family was never put forward or confirmed.
    case notConfirmed = "not-confirmed"
    /// It is attached already.
    case attachedAlready = "attached-already"
    /// It is not attached.
    case notAttached = "not-attached"
    /// Its life in the programme has ended.
    case ended
    /// A day comes before one that it has to follow, or after the day of entry.
    case days
    /// The family is not eligible, or that cannot be told.
    case notEligible = "not-eligible"
    /// An area, agency, service or reason that the programme does not have.
    case unknownWord = "unknown-word"
    /// The service has no place left.
    case full
    /// Who confirms has to be a person, by name.
    case nobody
  }

  /// Refuses.
  public init(_ code: Code, _ words: String) {
    self.code = code
    self.words = words
  }

  /// The words.
  public var description: String { words }
}
