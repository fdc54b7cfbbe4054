import Intake
import Sealing
import Vocabulary
import Disk

extension Manifest {
  /// Records a run that has been built, and reads those of its files that are not known.
  init(
    of plan: RunPlan, _ pipeline: LoadedPipeline, in folder: Path, _ known: [String: FileRecord]
  ) throws {
    let contracts = pipeline.definition.contracts
    let outputs = try RunFolder.files(in: folder).filter { path in
      !RunFolder.volatile.contains(path) && path != Self.fileName
    }
    self.init(
      run: plan.name.id, asOf: plan.asOf.iso, council: pipeline.definition.council,
      purpose: pipeline.definition.purpose, program: plan.program,
      pipeline: plan.configuration.map {
        FileRecord(path: $0.path, sha256: $0.digest.hex, bytes: $0.bytes)
      },
      extracts: plan.extracts.map {
        ExtractRecord(
          source: contracts[$0.source].name, file: $0.fileName, sha256: $0.digest.hex,
          bytes: $0.bytes, delivered: $0.delivered.iso, duplicateOf: $0.duplicateOf)
      },
      unclaimed: plan.unclaimed, isPartial: !plan.selection.isEverything,
      ledger: BasisRecord(plan.basis).ledger, previous: BasisRecord(plan.basis).previous,
      references: plan.basis.references,
      outputs: try outputs.map { try known[$0] ?? FileRecord(of: $0, in: folder) })
  }

  /// The manifest of a run, if there is a whole one.
  static func read(in folder: Path) throws(DiskError) -> Manifest? {
    try JSON.whole(Manifest.self, at: folder.joining(fileName))
  }

  /// Whether every output that the manifest lists is there, byte for byte.
  static func holds(in folder: Path) throws(DiskError) -> Bool {
    guard let manifest = try read(in: folder) else { return false }
    for output in manifest.outputs where try !output.holds(in: folder) { return false }
    return true
  }
}

extension RunResults {
  /// How a run went, if it left a whole record.
  static func read(in folder: Path) throws(DiskError) -> RunResults? {
    try JSON.whole(RunResults.self, at: folder.joining(fileName))
  }
}
