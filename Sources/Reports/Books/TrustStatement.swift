import Store
import Vocabulary
import Workbooks

/// How far a sheet's figures can be trusted, in words that go with it wherever it is sent.
struct TrustStatement {
  let run: RunPicture

  /// All of it in one line, for above a table.
  var line: String { lines.joined(separator: " ") }

  /// The run, the sources, the definitions, the linkage.
  var lines: [String] {
    [origin, sourcesLine, definitions, linkage].filter { !$0.isEmpty }
  }

  private var origin: String {
    let name = run.name.isEmpty ? "" : "Run \(run.name), "
    return "\(name)data as of \(DayWording.long(run.asOf)), made by Kindred \(run.program)."
  }

  private var sourcesLine: String {
    let judged = run.sources.compactMap { source in
      source.summary.state.map { (source.title, $0) }
    }
    guard !judged.isEmpty else { return "" }
    let fresh = judged.filter { $0.1.freshness == .fresh }.count
    let due = judged.filter { $0.1.freshness != .notDue }.count
    let late = judged.filter { $0.1.freshness == .stale || $0.1.freshness == .missing }.map(\.0)
    let rest = late.isEmpty ? "" : " Too old or missing: \(Words.list(late))."
    return "\(fresh) of \(Numbers.counted(due, "source")) fresh.\(rest)"
  }

  private var definitions: String {
    let packs = run.packs.map { "\($0.name) version \($0.version)" }
    return packs.isEmpty ? "" : "Criteria: \(Words.list(packs))."
  }

  private var linkage: String {
    guard let people = run.people else { return "" }
    let model = people.facts["model"].map { "Linkage model \($0)" } ?? "Linkage without a model"
    let version = people.facts["model_version"].map { " version \($0)" } ?? ""
    let open = people.noteCounts.reduce(0) { $0 + $1.count }
    return """
      \(model)\(version). How often it is right, a judged sample says; this run holds none. \
      \(Numbers.counted(open, "doubt")) about who is who wait for a person to look at them.
      """
  }

  /// Every source with its state and age.
  var sources: [[Sheet.Cell]] {
    run.sources.map { source in
      let state = source.summary.state
      return [
        .text(source.title), .text(state?.freshness?.word ?? "Not judged"),
        state?.newest.flatMap { Day(iso: $0) }.map { .day(Int($0.daysSince1970)) } ?? .empty,
        state?.ageInDays.map { .number($0) } ?? .empty,
      ]
    }
  }
}

extension Freshness {
  /// The state in a word or two, as tags have it.
  var word: String {
    switch self {
    case .fresh: "Fresh"
    case .warn: "Ageing"
    case .stale: "Stale"
    case .missing: "Missing"
    case .notDue: "Not due"
    }
  }
}
