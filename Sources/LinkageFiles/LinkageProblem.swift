public import YAMLFiles

/// Why records cannot be linked: the files or the settings do not fit.
public enum LinkageProblem: Error, Equatable, Sendable {
  /// Mistakes in the settings or in a model.
  case mistakes([YAMLMistake])
  /// Columns that no file has, with the headings that were looked for, and the nearest that is there.
  case missingColumns([MissingColumn])
  /// A file has no line with headings.
  case noHeader(file: String)
  /// Two files would give their source the same name.
  case sameSource(name: String)
  /// A record that cannot be parsed, and why.
  case unreadable(file: String, line: Int, why: String)
  /// A model that was trained for other settings.
  case otherModel(file: String, why: String)
  /// A folder that no linkage wrote.
  case noLinkage(folder: String)
  /// A file that a linkage read and that is no longer there.
  case missingInput(file: String)
  /// A file that is not what it was when it was linked.
  case changed(file: String)
  /// A file of truth or labels that has neither form's headings.
  case noTruth(file: String)
  /// Labels with scores that are neither from 0 to 1 nor true or false, by their lines.
  case unreadableScores(file: String, lines: [Int])
  /// Records that share an id with another of their source, so that nobody can tell of which of them truth speaks.
  case repeatedIDs(file: String, count: Int)
  /// Labels or truth of which so many lines name no record, the first of them given.
  case unknownRecords(file: String, count: Int, line: Int)
}

/// A column of the settings that no file has.
public struct MissingColumn: Equatable, Sendable {
  /// The column's name in the settings.
  public let name: String
  /// The headings that were looked for.
  public let headers: [String]
  /// The nearest heading that is there.
  public let nearest: String?
}
