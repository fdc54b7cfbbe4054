import CSVFiles
public import Disk
public import Linkage

/// Writes what a linkage found: pairs and clusters as CSV.
public struct LinkageOutput: Sendable {
  private let folder: Path

  /// How many pairs are made into text at once.
  private static let pairsPerPiece = 1 << 15

  /// Writes to a folder, which is made if it is not there.
  public init(_ folder: Path) throws(DiskError) {
    self.folder = folder
    try Files.createFolder(folder)
  }

  /// Writes `pairs.csv`: both records, weight, probability, and the level of each comparison.
  public func writePairs(
    _ scored: ScoredPairs, of linker: Linker, model: LinkageModel
  ) async throws {
    var writer = try FileWriter(replacing: folder.joining("pairs.csv"), mode: 0o644)
    var header = CSVWriter()
    header.record(
      ["source_l", "id_l", "source_r", "id_r", "weight", "probability"]
        + linker.settings.comparisons.map(\.name))
    try writer.write(header.bytes.span)
    let lines = PairLines(table: linker.table, scored: scored)
    let pieces = (scored.pairs.count + Self.pairsPerPiece - 1) / Self.pairsPerPiece
    var next = 0
    while next < pieces {
      // A few pieces at a time, so that the text of all pairs is never in memory at once.
      let last = min(pieces, next + 2 * linker.threads)
      let (first, size, count) = (next, Self.pairsPerPiece, scored.pairs.count)
      let texts = await linker.eachPiece(last - first) { piece in
        let start = (first + piece) * size
        return lines.text(of: start..<min(start + size, count))
      }
      for text in texts { try writer.write(text.span) }
      next = last
    }
    try writer.finish()
  }

  /// Writes `clusters.csv`: source, id and cluster of every record.
  public func writeClusters(_ clustering: Clustering, of linker: Linker) async throws {
    var writer = try FileWriter(replacing: folder.joining("clusters.csv"), mode: 0o644)
    var header = CSVWriter()
    header.record(["source", "id", "cluster"])
    try writer.write(header.bytes.span)
    let table = linker.table
    let size = 1 << 16
    let pieces = (table.count + size - 1) / size
    let texts = await linker.eachPiece(pieces) { piece in
      var lines = CSVWriter()
      let range = piece * size..<min((piece + 1) * size, table.count)
      for record in range {
        lines.field(table.sources[Int(table.sourceOf[record])])
        table.withID(RecordNumber(record)) { lines.field(bytes: $0) }
        lines.field(Int(clustering.clusters[record]) + 1)
        lines.endRecord()
      }
      return lines.bytes
    }
    for text in texts { try writer.write(text.span) }
    try writer.finish()
  }

  /// Writes `model.json`.
  public func writeModel(_ model: LinkageModel) throws(DiskError) {
    try Files.writeAtomically(
      Array(model.json.utf8), to: folder.joining("model.json"), mode: 0o644)
  }

  /// Writes `report.html`.
  public func writeReport(_ page: [UInt8]) throws(DiskError) {
    try Files.writeAtomically(page, to: folder.joining("report.html"), mode: 0o644)
  }

  /// Writes `linkage.json`.
  public func writeRecord(_ record: LinkageRecord) throws(DiskError) {
    try Files.writeAtomically(
      Array(record.json.utf8), to: folder.joining(LinkageRecord.fileName), mode: 0o644)
  }
}
