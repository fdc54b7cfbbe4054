import Sealing
import Vocabulary
import CSVFiles
import Disk
import Intake

/// The rejected rows as they were received, in files that can be mended and sent again.
///
///     quarantine/rejections.csv               every reason, with file, line, bytes, column and code
///     quarantine/exclusions_2013-07-01.csv    the rejected rows of one extract, byte for byte
struct Quarantine: ~Copyable {
  /// The files written, as seen from the run's folder.
  private(set) var files: [String] = []
  private let folder: Path
  private var list: FileWriter
  private var lines = CSVWriter()
  private var rows: FileWriter?
  private var extract = -1

  private static let folderName = "quarantine"

  init(folder: Path) throws(DiskError) {
    self.folder = folder.joining(Self.folderName)
    try Files.createFolder(self.folder)
    list = try FileWriter(replacing: self.folder.joining("rejections.csv"))
    for heading in [
      "source", "file", "sha256", "line", "lines", "first_byte", "bytes", "column", "code",
      "masked_value",
    ] {
      lines.field(heading)
    }
    lines.endRecord()
  }

  /// Adds the rejections of a batch; the batches of an extract come together.
  mutating func add(
    _ batch: IntakeBatch, of extract: PlannedExtract, number: Int, _ contract: SourceContract
  ) throws(DiskError) {
    if number != self.extract { try begin(extract, number: number) }
    for rejection in batch.rejections {
      try rows?.write(batch.rejectedText.span.extracting(rejection.raw.indices))
      for reason in rejection.reasons {
        addLine(rejection, reason, batch, extract, contract)
      }
    }
    try flushLines()
  }

  private mutating func begin(_ extract: PlannedExtract, number: Int) throws(DiskError) {
    try endRows()
    self.extract = number
    // A packed extract's rows are given back unpacked.
    var name = PackedExtract.plainName(of: extract.fileName)
    while files.contains("\(Self.folderName)/\(name)") { name += ".csv" }
    rows = try FileWriter(replacing: folder.joining(name))
    files.append("\(Self.folderName)/\(name)")
  }

  private mutating func endRows() throws(DiskError) {
    guard let rows = rows.take() else { return }
    try rows.finish()
  }

  private mutating func flushLines() throws(DiskError) {
    let bytes = lines.bytes
    lines.removeBytes()
    try list.write(bytes.span)
  }

  private mutating func addLine(
    _ rejection: Rejection, _ reason: Rejection.Reason, _ batch: IntakeBatch,
    _ extract: PlannedExtract, _ contract: SourceContract
  ) {
    lines.field(contract.name)
    lines.field(extract.fileName)
    lines.field(extract.digest.hex)
    lines.field(Int(rejection.line))
    lines.field(Int(rejection.lineCount))
    lines.field(rejection.offset)
    lines.field(rejection.byteCount)
    lines.field(reason.column.map { contract.columns[$0].name } ?? "")
    lines.field(reason.code.rawValue)
    lines.field(batch.rejected(reason.maskedValue))
    lines.endRecord()
  }

  /// Makes the files whole, and tells which there are.
  consuming func finish() throws(DiskError) -> [String] {
    try endRows()
    var files = files
    try flushLines()
    try list.finish()
    files.append("\(Self.folderName)/rejections.csv")
    return files
  }
}
