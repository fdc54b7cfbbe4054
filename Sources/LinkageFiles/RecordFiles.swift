import CSVFiles
public import Disk
public import Linkage
import YAMLFiles

/// Records read from CSV files, cut into chunks for linking.
public struct RecordFiles: Sendable {
  /// The records.
  public var chunks: [RecordChunk]
  /// The name of each source: its file's name without the ending.
  public let sources: [String]
  /// Columns that some file lacks: its records count as having no value there.
  public let absent: [AbsentColumn]
  /// Sources whose records have no id of their own and go by their line.
  public let withoutIDs: [String]

  /// Files with rows of more or fewer cells than they have headings.
  public let uneven: [UnevenRows]

  /// The rows of a file in which cells may stand under the wrong headings.
  public struct UnevenRows: Sendable, Equatable {
    /// The file.
    public let file: String
    /// How many rows there are.
    public let count: Int
    /// The line of the first.
    public let line: Int
  }

  /// A column that a source lacks.
  public struct AbsentColumn: Sendable, Equatable {
    /// The source.
    public let source: String
    /// The column's name in the settings.
    public let column: String
  }

  /// Reads files side by side with the program's cores; each becomes a source.
  public static func read(
    _ paths: [Path], _ settings: LinkageSettings, threads: Int
  ) async throws -> RecordFiles {
    let sources = try names(of: paths)
    let needed = RecordTableBuilder(settings).columnsNeeded
    var files: [RecordFile] = []
    for (source, path) in paths.enumerated() {
      files.append(try RecordFile(path, source: source, settings: settings, needed: needed))
    }
    try check(files, settings, needed)
    var chunks: [RecordChunk] = []
    var uneven: [UnevenRows] = []
    for file in files {
      let parts = try await file.read(threads: threads)
      chunks += parts.map(\.chunk)
      if let first = parts.first(where: { $0.uneven > 0 }) {
        let count = parts.reduce(0) { $0 + $1.uneven }
        uneven.append(
          UnevenRows(file: file.path.text, count: count, line: first.firstUnevenLine))
      }
    }
    return RecordFiles(
      chunks: chunks, sources: sources, absent: absent(files, sources, settings, needed),
      withoutIDs: zip(sources, files).filter { !$0.1.hasIDs }.map(\.0), uneven: uneven)
  }

  private static func names(of paths: [Path]) throws -> [String] {
    var names: [String] = []
    for path in paths {
      let name = path.lastComponent
      let stem = name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
      if names.contains(stem) { throw LinkageProblem.sameSource(name: stem) }
      names.append(stem)
    }
    return names
  }

  private static func check(
    _ files: [RecordFile], _ settings: LinkageSettings, _ needed: [Bool]
  ) throws {
    let headings = files.flatMap(\.headings)
    let missing = settings.columns.indices.filter { column in
      needed[column] && files.allSatisfy { $0.places[column] == nil }
    }
    guard !missing.isEmpty else { return }
    throw LinkageProblem.missingColumns(
      missing.map { column in
        let wanted = settings.columns[column]
        return MissingColumn(
          name: wanted.name, headers: wanted.headers,
          nearest: NearestWord.suggestion(for: wanted.headers[0], among: headings))
      })
  }

  private static func absent(
    _ files: [RecordFile], _ sources: [String], _ settings: LinkageSettings, _ needed: [Bool]
  ) -> [AbsentColumn] {
    var absent: [AbsentColumn] = []
    for (source, file) in zip(sources, files) {
      for column in settings.columns.indices where needed[column] && file.places[column] == nil {
        absent.append(AbsentColumn(source: source, column: settings.columns[column].name))
      }
    }
    return absent
  }
}
