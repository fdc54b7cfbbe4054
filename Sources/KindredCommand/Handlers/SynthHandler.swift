import Disk
import Pipelines
import Synthesis
import Vocabulary

/// `kindred synth`: writes an invented council to a folder.
enum SynthHandler {
  /// The years in which a council can be invented: people live before and after, and days end with the year 9999.
  private static let years = 1900...2100

  static func synth(_ request: SynthRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      if let asOf = request.asOf, !years.contains(asOf.year) {
        throw CommandFailure(
          .usage,
          Problem(
            "nobody can be invented for \(asOf.iso)",
            advice: "Give --as-of a day from \(years.lowerBound) to \(years.upperBound)."))
      }
      let folder = Path(request.output)
      try Files.createFolder(folder)
      guard try Files.list(folder).isEmpty else {
        throw CommandFailure(
          .cannotCreate,
          Problem(
            "the folder is not empty", place: Place(file: folder.text),
            advice: "Name a new folder, or empty this one."))
      }
      let county = County(
        CountySettings(
          people: request.people, seed: UInt64(request.seed), asOf: request.asOf,
          familiesPerTroubledFamily: request.familiesPerTroubledFamily))
      let writer = CouncilWriter(
        seed: UInt64(request.seed), asOf: county.settings.asOf,
        errors: try ErrorSettingsFile.read(request.errors))
      let files = CouncilFolder(folder)
      let total = county.neighbourhoodCount
      let neighbourhoods = (0..<total).lazy.map { number in
        console.progress(
          Progress(task: "synth", unit: "neighbourhoods", done: number, total: total))
        return county.neighbourhood(number)
      }
      try writer.write(neighbourhoods) { path, bytes in try files.append(bytes, to: path) }
      try files.writeSums()
      console.endProgress()
      console.print(
        "Wrote \(files.count) files about \(request.people) invented people to \(folder).")
      console.print("Try: kindred check pipelines/solentshire --extracts \(folder)/extracts")
      return .done
    }
  }
}
