import Disk
import Glibc
import Pipelines
import Vocabulary

/// `kindred evaluate --families`: judges the families of an invented council.
enum EvaluateFamiliesHandler {
  static func evaluate(
    _ council: Path, _ request: EvaluateRequest, _ console: Console
  ) async throws -> ExitCode {
    try await Failures.told {
      let figures: FamilyFigures
      do {
        figures = try await FamilyEvaluation.evaluate(
          council: council, pipeline: Path(request.pipeline), asOf: request.asOf,
          in: workspace, threads: request.threads ?? Machine.cores, watcher: .telling(console))
      } catch let missing as NoCouncil {
        throw CommandFailure(
          .dataRefused,
          Problem(
            "the folder is no council whose families are known",
            place: Place(file: missing.file.text),
            advice:
              "Name a folder that 'kindred synth' wrote, and a pipeline with 'linkage' and 'families'."
          ))
      }
      console.endProgress()
      for line in FamilyFigureLines(figures).lines(console.styling) { console.print(line) }
      return figures.passes ? .done : .dataRefused
    }
  }

  /// A folder of this process alone, which is gone afterwards.
  private static var workspace: Path {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    return Path(parent).joining("kindred-evaluate-\(getpid())")
  }
}

/// The figures of families as a table, and a verdict.
struct FamilyFigureLines {
  private let figures: FamilyFigures

  init(_ figures: FamilyFigures) { self.figures = figures }

  func lines(_ styling: Styling) -> [String] {
    var table = TextTable([
      ("FAMILIES WITH CHILDREN", .left), ("ALL", .right), ("EXACT", .right), ("SHARE", .right),
      ("CHILD AND CARER", .right), ("FOUND", .right), ("SHARE", .right),
    ])
    for shape in figures.shapes {
      table.add([
        .init(Self.words(shape.name)), .init(shape.families), .init(shape.exact),
        .init(Self.share(shape.exact, shape.families)), .init(shape.pairs),
        .init(shape.pairsFound), .init(Self.share(shape.pairsFound, shape.pairs)),
      ])
    }
    var recipes = TextTable([
      ("CHILD AND CARER, BY", .left), ("PRECISION", .right), ("RECALL", .right), ("F1", .right),
      ("EXACT", .right),
    ])
    recipes.add(row("these families", figures.pairs, figures.exact))
    for recipe in figures.recipes { recipes.add(row(recipe.name, recipe.pairs, recipe.exact)) }
    return table.lines(styling) + [""] + recipes.lines(styling) + ["", verdict]
  }

  private func row(
    _ name: String, _ pairs: FamilyFigures.Pairs, _ exact: Int
  ) -> [TextTable.Cell] {
    [
      .init(name), .init(Self.four(pairs.precision)), .init(Self.four(pairs.recall)),
      .init(Self.four(pairs.f1)), .init(Self.share(exact, figures.families)),
    ]
  }

  private var verdict: String {
    let unseen = figures.unseen == 0 ? "" : " No row tells of \(figures.unseen) of their people."
    let untold = figures.untoldFlights
    let fled =
      untold.pairs == 0
      ? "" : " No row tells yet that \(untold.pairs) more fled: \(untold.joined) of them joined."
    return "\(figures.passes ? "Reached" : "Fell short"): precision "
      + "\(Self.four(figures.pairs.precision)) and recall \(Self.four(figures.pairs.recall)) of "
      + "children with their carers, \(Self.four(figures.composition)) of "
      + "\(Numbers.grouped(figures.families)) families exact, \(figures.protection.joined) of "
      + "\(figures.protection.pairs) joined with whom they are protected from, "
      + "\(figures.acrossFlats) across flats.\(fled)\(unseen)"
  }

  /// `loneParent` as `lone parent`.
  private static func words(_ name: String) -> String {
    name.map { $0.isUppercase ? " \($0.lowercased())" : String($0) }.joined()
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "" : four(Double(part) / Double(whole))
  }

  /// Four digits behind the point, cut and not rounded: 0.97996 has not reached 0.98.
  private static func four(_ share: Double) -> String {
    let digits = String(Int(share * 10_000))
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return "\(padded.dropLast(4)).\(padded.suffix(4))"
  }
}
