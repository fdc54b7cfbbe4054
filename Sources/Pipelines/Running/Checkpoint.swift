import Disk
import Sealing

/// The proof that a stage is done: what it wrote, by content.
///
/// A stage whose files do not hold is done again.
struct Checkpoint: Codable, Equatable {
  var stage: String
  /// The files that the stage alone writes.
  var files: [FileRecord]
  /// The run file as the stage left it.
  var runFile: FileRecord
  /// Counts of what the stage did.
  var counts: [String: Int]

  enum CodingKeys: String, CodingKey {
    case stage, files, counts
    case runFile = "run_file"
  }

  static func path(of stage: String, in folder: Path) -> Path {
    folder.joining(name(of: stage))
  }

  /// The checkpoint's name as seen from the run's folder.
  static func name(of stage: String) -> String { "stages/\(stage).json" }

  /// The checkpoint of a stage, if there is a whole one.
  static func read(_ stage: String, in folder: Path) throws(DiskError) -> Checkpoint? {
    let path = path(of: stage, in: folder)
    let read = try Files.unlessMissing { () throws(DiskError) in try Files.read(path) }
    guard let bytes = read, let checkpoint = try? JSON.read(Checkpoint.self, bytes),
      checkpoint.stage == stage
    else { return nil }
    // It is one of the run's files, so it has to be as it would be written.
    guard let asWritten = try? JSON.bytes(checkpoint), asWritten == bytes else { return nil }
    return checkpoint
  }

  func write(in folder: Path) throws {
    try Files.createFolder(folder.joining("stages"))
    try Files.writeAtomically(try JSON.bytes(self), to: Self.path(of: stage, in: folder))
  }

  /// Whether the stage's own files are there with the same content.
  func filesHold(in folder: Path) throws(DiskError) -> Bool {
    for file in files where try !file.holds(in: folder) { return false }
    return true
  }
}

extension FileRecord {
  /// What stands for a file that is not there.
  static let none = FileRecord(path: "", sha256: "", bytes: 0)

  /// Records a file of a run.
  init(of path: String, in folder: Path) throws(DiskError) {
    let file = folder.joining(path)
    self.init(
      path: path, sha256: try InputSurvey.digest(of: file).hex, bytes: try Files.size(of: file))
  }

  /// Records a file of a run, or gives nil where there is none.
  ///
  /// One that can't be read is an error: taken for none, what it proves would be done again, or a run be given up.
  static func ifThere(_ path: String, in folder: Path) throws(DiskError) -> FileRecord? {
    try Files.unlessMissing { () throws(DiskError) in try FileRecord(of: path, in: folder) }
  }

  /// Whether the file is there with the same content.
  func holds(in folder: Path) throws(DiskError) -> Bool {
    try FileRecord.ifThere(path, in: folder) == self
  }
}
