public import Disk
import Sealing
import YAMLFiles

/// What went into a linkage and what came out, as `linkage.json` says it beside the results.
///
/// It has paths and digests, so that the linkage can be opened again and nobody explains pairs with
/// files that have changed since.
public struct LinkageRecord: Sendable, Equatable {
  /// A file that was read.
  public struct Input: Sendable, Equatable {
    /// The path as it was given.
    public var path: String
    /// The SHA-256 digest of its bytes, in hexadecimal.
    public var digest: String

    /// A file and its digest.
    public init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }

    /// Reads a file for its digest.
    public init(_ path: Path) throws(DiskError) {
      self.path = path.text
      digest = try Self.digest(of: path)
    }

    /// Whether the file still has the digest.
    public var isUnchanged: Bool {
      get throws(DiskError) { try Self.digest(of: Path(path)) == digest }
    }

    private static func digest(of path: Path) throws(DiskError) -> String {
      let file = try File(reading: path)
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      var digest = SHA256()
      while true {
        let count = try file.read(into: &buffer)
        if count == 0 { return digest.digest.hex }
        digest.update(buffer.span.extracting(0..<count))
      }
    }
  }

  /// The version of the program that linked.
  public var program: String
  /// The settings file.
  public var settings: Input
  /// The data files, in the order in which they were given.
  public var files: [Input]
  /// The probability from which two records were joined.
  public var joinProbability: Double
  /// How many records there are.
  public var records: Int
  /// How many pairs were compared.
  public var compared: Int
  /// How many of them were kept.
  public var kept: Int
  /// How many people there are.
  public var clusters: Int

  /// Notes a linkage.
  public init(
    program: String, settings: Input, files: [Input], joinProbability: Double, records: Int,
    compared: Int, kept: Int, clusters: Int
  ) {
    self.program = program
    self.settings = settings
    self.files = files
    self.joinProbability = joinProbability
    self.records = records
    self.compared = compared
    self.kept = kept
    self.clusters = clusters
  }

  /// The name of the file.
  public static let fileName = "linkage.json"

  /// The version of this form of file; a reader refuses any other.
  static let formatVersion = 1
}

extension LinkageRecord {
  /// The record as JSON, a member on a line.
  public var json: String {
    let inputs = files.map { "    \(Self.json($0))" }.joined(separator: ",\n")
    return """
      {
        "kindred_linkage": \(Self.formatVersion),
        "program": \(JSONText.quoted(program)),
        "settings": \(Self.json(settings)),
        "files": [
      \(inputs)
        ],
        "join": \(joinProbability),
        "records": \(records),
        "pairs_compared": \(compared),
        "pairs_kept": \(kept),
        "clusters": \(clusters)
      }

      """
  }

  private static func json(_ input: Input) -> String {
    "{\"path\": \(JSONText.quoted(input.path)), \"digest\": \(JSONText.quoted(input.digest))}"
  }

  /// Reads a record, and throws every mistake at once.
  public static func read(_ bytes: [UInt8], name: String) throws -> LinkageRecord {
    var mistakes: [YAMLMistake] = []
    var record: LinkageRecord?
    do {
      let document = try YAMLDocument.parse(bytes, name: name)
      record = document.read(collecting: &mistakes) { read(&$0) }
    } catch {
      mistakes.append(error.asMistake)
    }
    guard let record, mistakes.isEmpty else { throw LinkageProblem.mistakes(mistakes) }
    return record
  }

  private static func read(_ file: inout MappingReader) -> LinkageRecord? {
    _ = file.required("kindred_linkage") { $0.integer(in: formatVersion...formatVersion) }
    let program = file.required("program") { $0.string() }
    let settings = file.required("settings") { $0.mapping { input(&$0) } }
    let files = file.required("files") { list in list.list { $0.mapping { input(&$0) } } }
    let join = file.required("join") { value in value.string().flatMap { Double($0) } }
    let counts = ["records", "pairs_compared", "pairs_kept", "clusters"].map { key in
      file.required(key) { $0.integer(in: 0...Int.max) } ?? 0
    }
    guard let program, let settings, let files, let join else { return nil }
    return LinkageRecord(
      program: program, settings: settings, files: files, joinProbability: join,
      records: counts[0], compared: counts[1], kept: counts[2], clusters: counts[3])
  }

  private static func input(_ mapping: inout MappingReader) -> Input? {
    let path = mapping.required("path") { $0.string() }
    let digest = mapping.required("digest") { $0.string() }
    guard let path, let digest else { return nil }
    return Input(path: path, digest: digest)
  }
}

/// Texts as JSON has them.
enum JSONText {
  /// The text in quotes.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
