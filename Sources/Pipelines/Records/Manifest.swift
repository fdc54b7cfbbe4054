/// What a run was made of and what it made: `manifest.json`, the same bytes whenever the same run is built.
struct Manifest: Codable, Equatable {
  /// Which schema the file follows.
  var schema = "docs/schemas/manifest.json"
  var version = 1
  var run: String
  var asOf: String
  var council: String
  var purpose: String
  var program: String
  var pipeline: [FileRecord]
  var extracts: [ExtractRecord]
  var unclaimed: [String]
  var isPartial: Bool
  /// The ledger up to the last entry that was heeded, where there is one.
  var ledger: BasisRecord.LedgerRecord?
  /// The run from which ids are carried on, where there is one.
  var previous: BasisRecord.PreviousRecord?
  /// The fingerprint of the key of public references, where they are used.
  var references: String?
  var outputs: [FileRecord]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, run, council, purpose, program, pipeline, extracts, unclaimed, ledger, previous
    case references, outputs
    case asOf = "as_of"
    case isPartial = "partial"
  }

  /// The file's name in the run's folder.
  static let fileName = "manifest.json"

  /// What beside files went into the run.
  var basis: BasisRecord {
    var record = BasisRecord(RunBasis())
    (record.ledger, record.previous, record.references) = (ledger, previous, references)
    return record
  }
}

/// A file by content.
struct FileRecord: Codable, Equatable {
  var path: String
  var sha256: String
  var bytes: Int
}

/// An extract that went into a run.
struct ExtractRecord: Codable, Equatable {
  var source: String
  var file: String
  var sha256: String
  var bytes: Int
  var delivered: String
  var duplicateOf: String?

  enum CodingKeys: String, CodingKey {
    case source, file, sha256, bytes, delivered
    case duplicateOf = "duplicate_of"
  }
}
