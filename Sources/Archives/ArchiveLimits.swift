/// What an archive may cost to read; whoever exceeds it is refused before the disk is full.
public struct ArchiveLimits: Equatable, Sendable {
  /// The most bytes of all members together.
  public var totalBytes = 64 << 30
  /// The most members.
  public var members = 1_000
  /// The most bytes of members for each byte of the archive read so far.
  ///
  /// Extracts shrink five to thirtyfold; DEFLATE itself stops at about a thousandfold, which is
  /// what bombs make use of.
  public var ratio = 200
  /// How many bytes may come before the ratio is looked at, since a small file may well be all
  /// zeroes.
  public var bytesBeforeRatio = 4 << 20

  /// The limits for extracts as agencies send them.
  public init() {}
}
