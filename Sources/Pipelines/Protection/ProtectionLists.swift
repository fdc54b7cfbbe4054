import CSVFiles
public import Disk
import Intake
public import Vocabulary
import YAMLFiles

/// The lists of a pipeline that say about whom nothing is kept, and which addresses are withheld.
public struct ProtectionLists: Sendable {
  private let folder: Path
  private let settings: PipelineSettings

  /// Reads where a pipeline keeps its lists.
  ///
  /// Throws `PipelineMistakes`, or `RunProblem.noPipeline`.
  public static func load(_ folder: Path) throws -> ProtectionLists {
    let path = folder.joining("pipeline.yaml")
    guard try Files.target(of: path) == .file else { throw RunProblem.noPipeline(folder) }
    var mistakes: [YAMLMistake] = []
    let document: YAMLDocument
    do throws(YAMLError) {
      document = try YAMLDocument.parse(try bytes(of: path), name: path.text)
    } catch {
      throw PipelineMistakes(mistakes: [error.asMistake])
    }
    let settings = PipelineSettings.read(document, collecting: &mistakes)
    guard let settings, mistakes.isEmpty else { throw PipelineMistakes(mistakes: mistakes) }
    return ProtectionLists(folder: folder, settings: settings)
  }

  private static func bytes(of path: Path) throws(YAMLError) -> [UInt8] {
    do {
      return try Files.read(path)
    } catch {
      throw YAMLError(
        .syntax, "the file can't be read", file: path.text, mark: YAMLMark(line: 1, column: 1))
    }
  }

  /// Adds the people of a table to those about whom nothing is kept, or takes them off again.
  public func change(
    people table: [UInt8], named name: String, asOf: Day, removing isRemoval: Bool
  ) throws -> ProtectionChange {
    let key = try SuppressionKey.read(settings, in: folder)
    let path = try path(settings.suppressed, "suppressed")
    let wanted = try entries(of: table, named: name, asOf: asOf, key: key)
    var listed: Set<SuppressionList.Entry> = []
    if try Files.kind(of: path) != nil {
      listed = Set(try SuppressedFile.entries(try Files.read(path), named: path.text, key: key))
    }
    let changed = isRemoval ? listed.subtracting(wanted.entries) : listed.union(wanted.entries)
    try write(SuppressedFile.bytes(of: changed, key: key), to: path)
    return ProtectionChange(
      list: path, rows: wanted.rows, changed: abs(changed.count - listed.count),
      total: changed.count, isKeyedBySecret: settings.secret != nil)
  }

  /// Adds the addresses of a table to those that are withheld, or takes them off again.
  public func change(
    addresses table: [UInt8], named name: String, removing isRemoval: Bool
  ) throws -> ProtectionChange {
    let path = try path(settings.addresses, "addresses")
    let wanted = try AddressesFile.rows(table, named: name)
    var listed: [AddressesFile.Row] = []
    if try Files.kind(of: path) != nil {
      listed = try AddressesFile.rows(try Files.read(path), named: path.text)
    }
    let identities = Set(wanted.map(\.identity))
    let before = Set(listed.map(\.identity))
    let kept = isRemoval ? listed.filter { !identities.contains($0.identity) } : listed
    let new = isRemoval ? [] : wanted.filter { !before.contains($0.identity) }
    try write(AddressesFile.bytes(of: kept + new), to: path)
    return ProtectionChange(
      list: path, rows: wanted.count, changed: abs(kept.count + new.count - listed.count),
      total: kept.count + new.count, isKeyedBySecret: true)
  }

  private func path(_ name: String?, _ setting: String) throws -> Path {
    if let name { return folder.joining(name) }
    throw PipelineMistakes(mistakes: [
      YAMLMistake(
        file: folder.joining("pipeline.yaml").text, mark: YAMLMark(line: 1, column: 1),
        what: "the pipeline names no such list",
        suggestion: "add 'protect: {\(setting): protect/\(setting).csv}'")
    ])
  }

  private func write(_ bytes: [UInt8], to path: Path) throws {
    try Files.createFolder(path.parent)
    try Files.writeAtomically(bytes, to: path)
  }

  private func entries(
    of bytes: [UInt8], named name: String, asOf: Day, key: [UInt8]
  ) throws -> (rows: Int, entries: Set<SuppressionList.Entry>) {
    let table = try ListMistakes.told(in: name) { () throws(ListTable.Mistake) in
      try ListTable(bytes)
    }
    var mistakes: [YAMLMistake] = []
    var entries: Set<SuppressionList.Entry> = []
    do throws(SuppressionTable.Problem) {
      let reader = try SuppressionTable(headings: table.headings, asOf: asOf, key: key)
      for (line, cells) in table.rows {
        do throws(SuppressionTable.Problem) {
          entries.formUnion(try reader.entries(of: cells))
        } catch {
          mistakes.append(ListMistakes.mistake(error, table.headings, in: name, line: line))
        }
      }
    } catch {
      mistakes.append(ListMistakes.mistake(error, table.headings, in: name, line: 1))
    }
    guard mistakes.isEmpty else { throw PipelineMistakes(mistakes: mistakes) }
    return (table.rows.count, entries)
  }
}

/// What came of changing a list.
public struct ProtectionChange: Sendable {
  /// The list.
  public let list: Path
  /// How many rows were given.
  public let rows: Int
  /// How many of its lines came or went.
  public let changed: Int
  /// How many it has now.
  public let total: Int
  /// Whether nobody without the secret can try out who is on the list; of addresses, always.
  public let isKeyedBySecret: Bool
}
