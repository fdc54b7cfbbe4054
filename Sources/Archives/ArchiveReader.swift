internal import CArchive
import Glibc

/// Reads the members of a `.zip` or `.gz` file one after another, within limits.
///
///     var reader = try ArchiveReader(path: "extract.zip")
///     while let member = try reader.nextMember() {
///       while case let count = try reader.read(into: &buffer), count > 0 { … }
///     }
///
/// Nothing is unpacked to disk, and an archive that breaks a rule throws at the member that breaks
/// it. libarchive's part is described in archive_read(3) and the pages it names.
@safe
public struct ArchiveReader: ~Copyable {
  /// AE_IFREG and AE_IFDIR of archive_entry.h, which Swift cannot import.
  private static let fileType: UInt32 = 0o100000
  private static let folderType: UInt32 = 0o040000

  private let archive: OpaquePointer
  private let path: String
  private let limits: ArchiveLimits
  private var names: Set<String> = []
  private var memberCount = 0
  private var totalBytes = 0
  /// Whether the next bytes are the first of their member.
  private var isAtStart = false
  /// The sum of a `.gz` file's content so far: libarchive checks those of `.zip` alone.
  private var sum: CRC32?

  /// Opens an archive.
  public init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    unsafe archive = try ArchiveReader.open(path)
    self.path = path
    self.limits = limits
  }

  private static func open(_ path: String) throws(ArchiveError) -> OpaquePointer {
    guard let archive = unsafe archive_read_new() else {
      throw ArchiveError(.outOfMemory, "no memory to open the archive")
    }
    // Only what agencies send: every other format is one more way in.
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_format_zip(archive)
    unsafe archive_read_support_format_raw(archive)
    guard unsafe archive_read_open_filename(archive, path, 64 << 10) == ARCHIVE_OK else {
      let error = unsafe openingFailure(archive)
      unsafe archive_read_free(archive)
      throw error
    }
    return unsafe archive
  }

  private static func openingFailure(_ archive: OpaquePointer) -> ArchiveError {
    switch unsafe archive_errno(archive) {
    // ARCHIVE_ERRNO_FILE_FORMAT and ARCHIVE_ERRNO_MISC are about the content (libarchive's
    // archive.h), every other number is the system's.
    case EILSEQ: ArchiveError(.notAnArchive, "the file is empty, or neither .zip nor .gz")
    case -1: unsafe ArchiveError(.damaged, words(archive))
    default: unsafe ArchiveError(.cannotOpen, words(archive))
    }
  }

  deinit {
    unsafe archive_read_free(archive)
  }

  /// Moves to the next member that is a file, or answers nil after the last one.
  ///
  /// Folders are passed over.
  public mutating func nextMember() throws(ArchiveError) -> ArchiveMember? {
    while true {
      var entry: OpaquePointer?
      switch unsafe archive_read_next_header(archive, &entry) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK: break
      // A warning here is about a name or a size that libarchive cannot trust; nor do we.
      default: throw failure(.damaged)
      }
      guard let entry = unsafe entry else { throw failure(.damaged) }
      memberCount += 1
      guard memberCount <= limits.members else {
        throw error(.tooManyMembers, "there are more than \(limits.members) members")
      }
      if let member = try unsafe checked(entry) {
        isAtStart = true
        return member
      }
    }
  }

  /// Fills a buffer from where the last reading of this member ended; 0 means its end.
  ///
  /// The buffer's length is the most that is read; its content after the answer is left over.
  public mutating func read(into buffer: inout [UInt8]) throws(ArchiveError) -> Int {
    precondition(buffer.count >= 16, "the buffer is too small to tell what a member is")
    var filled = 0
    while filled < buffer.count {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe archive_read_data(
          archive, $0.baseAddress.map { unsafe $0 + filled }, $0.count - filled)
      }
      if count == 0 { break }
      guard count > 0 else { throw failure(.damaged) }
      filled += count
      try charge(count)
    }
    if isAtStart && MemberName.opensArchive(buffer.span.extracting(0..<filled)) {
      throw error(.nested, "a member is an archive itself")
    }
    isAtStart = false
    sum?.update(buffer.span.extracting(0..<filled))
    if filled < buffer.count { try checkSum() }
    return filled
  }

  // MARK: Rules

  private mutating func checked(_ entry: OpaquePointer) throws(ArchiveError) -> ArchiveMember? {
    let isRaw = unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW
    // libarchive would peel one filter after another off; its own reading counts as one.
    guard unsafe archive_filter_count(archive) <= (isRaw ? 2 : 1) else {
      throw error(.nested, "the archive lies in another")
    }
    if isRaw { return try gzip() }
    if unsafe archive_entry_is_encrypted(entry) != 0 {
      throw error(.encrypted, "a member is encrypted")
    }
    let name = try unsafe safeName(of: entry)
    let isLink = unsafe archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil
    let type = unsafe archive_entry_filetype(entry)
    if type == ArchiveReader.folderType && !isLink { return nil }
    guard type == ArchiveReader.fileType && !isLink else {
      throw error(.notAFile, "a member is a link or a device")
    }
    guard names.insert(name).inserted else { throw error(.repeatedName, "a name comes twice") }
    return try unsafe member(name, entry)
  }

  /// Compares the content with the sum and the size at the file's end.
  ///
  /// Several streams in one file would each have their own, and are refused as well.
  private func checkSum() throws(ArchiveError) {
    guard let sum else { return }
    var expected: UInt32 = 0
    var size: UInt32 = 0
    let isRead = unsafe archive_gzip_trailer(path, &expected, &size) == 1
    guard isRead, expected == sum.value, size == UInt32(truncatingIfNeeded: sum.byteCount) else {
      throw error(
        .damaged, "the content is not what its sum at the end says, or in several streams")
    }
  }

  /// A file compressed by itself: without a gzip filter it would be any file at all.
  private mutating func gzip() throws(ArchiveError) -> ArchiveMember {
    guard unsafe archive_filter_code(archive, 0) == ARCHIVE_FILTER_GZIP else {
      throw error(.notAnArchive, "the file is neither .zip nor .gz")
    }
    sum = CRC32()
    return ArchiveMember(name: "data", declaredByteCount: nil)
  }

  private func member(
    _ name: String, _ entry: OpaquePointer
  ) throws(ArchiveError) -> ArchiveMember {
    guard unsafe archive_entry_size_is_set(entry) != 0 else {
      return ArchiveMember(name: name, declaredByteCount: nil)
    }
    let size = Int(unsafe archive_entry_size(entry))
    guard size >= 0, size <= limits.totalBytes - totalBytes else { throw tooLarge() }
    return ArchiveMember(name: name, declaredByteCount: size)
  }

  private func safeName(of entry: OpaquePointer) throws(ArchiveError) -> String {
    guard let bytes = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry),
      let name = unsafe String(validatingCString: bytes)
    else { throw error(.unsafeName, "a member's name is no text") }
    let isFolder = unsafe archive_entry_filetype(entry) == ArchiveReader.folderType
    guard MemberName.isSafe(isFolder && name.hasSuffix("/") ? String(name.dropLast()) : name) else {
      throw error(.unsafeName, "a member's name leads out of the archive")
    }
    return name
  }

  /// Counts bytes as they come: what a header declares proves nothing.
  private mutating func charge(_ count: Int) throws(ArchiveError) {
    totalBytes += count
    guard totalBytes <= limits.totalBytes else { throw tooLarge() }
    let read = Int(unsafe archive_filter_bytes(archive, -1))
    guard totalBytes <= limits.bytesBeforeRatio || totalBytes / limits.ratio <= read else {
      throw error(.tooCompressed, "the members are over \(limits.ratio) times the archive's size")
    }
  }

  // MARK: Failures

  private func tooLarge() -> ArchiveError {
    error(.tooLarge, "the members have more than \(limits.totalBytes) bytes")
  }

  private func error(_ code: ArchiveError.Code, _ message: String) -> ArchiveError {
    ArchiveError(code, message, member: memberCount)
  }

  private func failure(_ code: ArchiveError.Code) -> ArchiveError {
    let words = unsafe ArchiveReader.words(archive)
    let isFormat = words.contains("Unrecognized archive format")
    return ArchiveError(isFormat ? .notAnArchive : code, words, member: max(memberCount, 1))
  }

  /// What libarchive says, when that names nothing of the file.
  private static func words(_ archive: OpaquePointer) -> String {
    guard let words = unsafe archive_error_string(archive) else { return "the archive is damaged" }
    return unsafe String(cString: words)
  }
}
