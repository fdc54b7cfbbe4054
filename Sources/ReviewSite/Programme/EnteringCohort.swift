import Cohorts
import Disk
import HTTPServing
import Pipelines
import Reports
import Vocabulary

/// Takes what managers enter about families in the programme; the desk's rules judge it, as they do at the terminal.
enum EnteringCohort {
  static func enter(_ visit: Visit) throws -> HTTPResponse {
    let family = try visit.family()
    guard visit.generation.index[family] != nil else {
      throw Refusal.notFound("There is no such family in this run.")
    }
    guard let step = visit.form["step"].flatMap(CohortStep.init(rawValue:)) else {
      return try refused(visit, "It was not said what happened.")
    }
    guard let day = visit.form["on"].flatMap({ Day(iso: $0) }) else {
      return try refused(visit, "The day is no day such as 2013-07-22.")
    }
    var values: [String: String] = [:]
    for value in step.values { values[value.name] = trimmed(visit.form[value.name]) }
    let by = visit.account?.name ?? ""
    let given = values
    let packs = visit.generation.loaded?.definition.criteria ?? []
    do {
      try visit.site.programme.work(visit.generation) { desk, cases in
        let event = try step.event(given, on: day, packs: packs) { pack in
          try cases.snapshot(of: family, pack: pack, on: day)
        }
        try desk.enter([
          CohortEntry(
            family: family, on: day, entered: visit.dayOfEntry, by: by,
            event: event)
        ])
      }
    } catch let problem as ProgrammeProblem {
      return try refused(visit, problem.words)
    }
    return .redirect(
      to: Links.with(Links.family(family), [("entered", step.rawValue)]) + "#programme")
  }

  private static func trimmed(_ text: String?) -> String {
    String((text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(200))
  }

  private static func refused(_ visit: Visit, _ words: String) throws -> HTTPResponse {
    let family = try FamilyView(visit)
    try FamilyPage.note(family)
    return try FamilyPage.page(family, status: 422, problem: problem(words))
  }

  static func problem(_ words: String) -> Markup {
    """
    <div class="error-box" role="alert"><p><strong>Not entered:</strong> \(words). Nothing was changed.</p></div>
    """
  }
}

extension Visit {
  /// The day on which something is entered: that of the clock in London, or of the run where that is later.
  fileprivate var dayOfEntry: Day {
    let run = generation.run.asOf
    return Day(iso: site.settings.now().dayInLondon.text).map { max($0, run) } ?? run
  }
}

extension ProgrammeProblem {
  /// Why something is refused, in words for a page, without a stop at the end.
  var words: String {
    switch self {
    case .noProgramme: "the pipeline names no programme"
    case .missing(let name): "'\(Words.phrase(name))' is missing"
    case .refused(let words): words
    case .unreadable(let entry, let what): "entry \(entry) of the ledger cannot be read: \(what)"
    case .lines(let lines): lines.first?.words ?? "the lines cannot be read"
    }
  }
}
