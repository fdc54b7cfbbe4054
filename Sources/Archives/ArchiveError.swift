/// Why an archive, or one of its members, was not read.
public struct ArchiveError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Code: String, Sendable {
    /// The file cannot be opened or read.
    case cannotOpen
    /// The file is no archive of a kind that is read here.
    case notAnArchive
    /// The archive is damaged or cut short.
    case damaged
    /// A member is encrypted.
    case encrypted
    /// A member's name leads out of the folder, or is no text.
    case unsafeName
    /// Two members have one name.
    case repeatedName
    /// A member is a link, a device or something else that holds no bytes of its own.
    case notAFile
    /// A member is an archive itself.
    case nested
    /// There are more members than allowed.
    case tooManyMembers
    /// The members have more bytes than allowed.
    case tooLarge
    /// The members are larger, against the archive, than honest data is.
    case tooCompressed
    /// The memory ran out.
    case outOfMemory
  }

  /// What kind of failure it is.
  public let code: Code
  /// The failure in a plain sentence; neither names nor contents of members are in it.
  public let message: String
  /// Which member it was, counted from 1; nil when it is the archive as a whole.
  public let member: Int?

  /// Makes an error of a kind.
  public init(_ code: Code, _ message: String, member: Int? = nil) {
    self.code = code
    self.message = message
    self.member = member
  }

  /// Kind, sentence and member in one line.
  public var description: String {
    "\(code.rawValue): \(message)" + (member.map { " (member \($0))" } ?? "")
  }
}
