import CSVFiles
public import Vocabulary

/// How the files of a series are named, how often they come, and what is in one.
public struct FileContract: Hashable, Sendable {
  /// The name with the delivery date in it.
  public var name: FileNamePattern
  /// Whether a run without any file of the series may not publish.
  public var isRequired: Bool
  /// How often a file is due.
  public var every: Rhythm
  /// The age of the newest file above which a person should look.
  public var warnAfter: Period?
  /// The age of the newest file above which the run does not publish.
  public var errorAfter: Period?
  /// What one file holds.
  public var contents: Contents
  /// The day from which on the series tells of everything, where the files themselves don't say.
  ///
  /// The first file of a series of increments may hold what was known before; that it does is an agreement.
  public var tellsFrom: Day?
  /// The least number of rows a whole file has.
  public var leastRows: Int?
  /// The greatest number of rows a whole file has.
  public var mostRows: Int?
  /// The change of the number of rows, against the middle of earlier files, that is worth a look.
  public var change: Limit?

  /// What one file of a series holds.
  public enum Contents: String, Hashable, Sendable, CaseIterable {
    /// Everything that still holds, so that files overlap.
    case snapshot
    /// Only what is new or changed.
    case increment
  }
}

/// How a series is written; «auto» is found out from each file.
public struct DialectContract: Hashable, Sendable {
  /// The encoding, or nil to find out.
  public var encoding: TextEncoding?
  /// The delimiter, or nil to find out.
  public var delimiter: UInt8?
  /// Whether quotes out of place are errors.
  public var isStrict: Bool

  /// Finds everything out, and is forgiving.
  public static let automatic = DialectContract(encoding: nil, delimiter: nil, isStrict: false)

  /// The dialect of a file whose delimiter was found.
  func csv(delimiter: UInt8) -> CSVDialect {
    CSVDialect(delimiter: delimiter, quoting: isStrict ? .strict : .tolerant)
  }
}

/// The encodings that extracts come in.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Some records are UTF-8 and some Windows-1252, as when exports were pasted together.
  case mixed = "mixed"

  /// Whether the lower half of each unit comes first; nil where it is no UTF-16.
  var isLittleEndian: Bool? {
    switch self {
    case .utf16LittleEndian: true
    case .utf16BigEndian: false
    case .utf8, .windows1252, .mixed: nil
    }
  }

  /// The encodings that a contract may name.
  public static let declarable: [TextEncoding] = [
    .utf8, .windows1252, .utf16LittleEndian, .utf16BigEndian,
  ]
}
