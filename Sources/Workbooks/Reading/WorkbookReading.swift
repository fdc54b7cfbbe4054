import Archives

/// Why a file cannot be read as a workbook.
public enum WorkbookReadingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It is no archive, or a damaged one; the archive's words.
  case archive(String)
  /// A part that every workbook has is missing.
  case missing(String)
  /// A part is not XML, or ends too soon.
  case damaged(String)

  /// The failure in a sentence; it names parts and no content.
  public var description: String {
    switch self {
    case .archive(let words): "the file is no workbook: \(words)"
    case .missing(let part): "the file is no workbook: it has no \(part)"
    case .damaged(let part): "the workbook's part \(part) is damaged"
    }
  }
}

/// What a workbook's file holds, read without the library that wrote it.
struct WorkbookReading {
  private(set) var sheets: [SheetReading] = []
  /// The document's properties by their names, such as `title`.
  private(set) var properties: [String: String] = [:]
  /// The names of all parts.
  private(set) var parts: [String] = []

  init(path: String, keepsNumbers: Bool = false) throws(WorkbookReadingError) {
    try self.init(parts: try Self.contents(of: path), keepsNumbers: keepsNumbers)
  }

  /// Reads what was unpacked.
  init(
    parts contents: [String: [UInt8]], keepsNumbers: Bool = false
  ) throws(WorkbookReadingError) {
    parts = contents.keys.sorted()
    let package = WorkbookPackage(contents)
    properties = try package.properties()
    let styles = try package.wrappingStyles()
    let strings = try package.sharedStrings()
    for (name, isHidden, part) in try package.sheetParts() {
      var sheet = try package.sheet(
        part, strings: strings, wrapping: styles, keepsNumbers: keepsNumbers)
      sheet.name = name
      sheet.isHidden = isHidden
      sheet.tables = try package.tables(of: part, sheet.tableRelations)
      sheets.append(sheet)
    }
  }

  /// Unpacks every part; a workbook of ours shrinks fortyfold, and no more than half a gigabyte is taken.
  static func contents(of path: String) throws(WorkbookReadingError) -> [String: [UInt8]] {
    var limits = ArchiveLimits()
    limits.totalBytes = 512 << 20
    var contents: [String: [UInt8]] = [:]
    do throws(ArchiveError) {
      var reader = try ArchiveReader(path: path, limits: limits)
      var buffer = [UInt8](repeating: 0, count: 256 << 10)
      while let member = try reader.nextMember() {
        var bytes: [UInt8] = []
        while case let count = try reader.read(into: &buffer), count > 0 {
          bytes += buffer[..<count]
        }
        contents[member.name] = bytes
      }
    } catch {
      throw .archive(error.message)
    }
    return contents
  }
}
