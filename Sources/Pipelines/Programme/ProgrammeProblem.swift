/// Why something cannot be entered, claimed or written: the user's problem, not the program's.
public enum ProgrammeProblem: Error, Equatable, Sendable {
  /// The pipeline names no programme and no claims.
  case noProgramme
  /// A value that the step needs was not given.
  case missing(String)
  /// A rule refuses it, in words that name nobody.
  case refused(String)
  /// The ledger holds an entry that cannot be read.
  case unreadable(entry: Int, String)
  /// Lines of a table are at fault, each with its place.
  case lines([Line])

  /// What is wrong with a line.
  public struct Line: Equatable, Sendable {
    /// The line, from 1.
    public var number: Int
    /// What is wrong, in words that hold no value of it.
    public var words: String
  }
}
