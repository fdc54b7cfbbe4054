import Store
import Vocabulary

/// What was agreed, what came of it, and where it is heading, rated in words.
struct ProgrammeTargets {
  let programme: ProgrammeSummary
  let asOf: Day?

  /// How a year or an area stands against its target.
  enum Rating: Hashable {
    case met, missed, onTrack, slightlyBehind, behind, tooEarly, notBegun, noTarget

    var words: String {
      switch self {
      case .met: "Met"
      case .missed: "Not met"
      case .onTrack: "On track"
      case .slightlyBehind: "Slightly behind"
      case .behind: "Behind"
      case .tooEarly: "Too early to say"
      case .notBegun: "Not begun"
      case .noTarget: "No target"
      }
    }

    /// The same for the eye: green, amber, red, or neither.
    var state: ReportTable.State {
      switch self {
      case .met, .onTrack: .init(word: words, kind: .good)
      case .slightlyBehind: .init(word: words, kind: .care)
      case .missed, .behind: .init(word: words, kind: .bad)
      case .tooEarly, .notBegun, .noTarget: .init(word: words, kind: .plain)
      }
    }
  }

  /// The step of the year in which the run’s day lies.
  var current: ProgrammeSummary.Step? {
    guard let asOf else { return nil }
    let year = FinancialYear(containing: asOf).text
    return programme.steps.first { $0.year == year && $0.area.isEmpty }
  }

  var section: ReportBook.Section {
    ReportBook.Section(
      heading: "Target, actual, forecast",
      paragraphs: [
        """
        The forecast of the current year goes on as the year has gone so far, from its thirtieth day on. On track is all of \
        the target or more, slightly behind nine tenths or more, behind what is less.
        """
      ],
      tables: [
        table(
          "programme-targets", "Families attached against the target, by year", heading: "Year",
          programme.steps.filter { $0.area.isEmpty }, words: \.year),
        table(
          "programme-targets-by-area", "Families attached against the target, by area",
          heading: "Area and year", programme.steps.filter { !$0.area.isEmpty },
          words: { "\($0.area), \($0.year)" }),
      ])
  }

  private func table(
    _ name: String, _ title: String, heading: String, _ steps: [ProgrammeSummary.Step],
    words: (ProgrammeSummary.Step) -> String
  ) -> ReportTable {
    ReportTable(
      name: name, title: title,
      emptyCells: "An empty cell: nothing was agreed, or the year is too young for a forecast.",
      columns: [
        .text(heading, width: 34), .number("Target"),
        .number("To be worked with in the year", width: 18),
        .number("Attached"), .number("Of the target"), .number("Forecast"),
        .text("How it stands", width: 20),
      ],
      rows: steps.map { step in
        [
          .text(words(step)), .count(step.target), .count(step.aim), .number(step.attached),
          step.target.map { .share(Share(step.attached, of: $0)) } ?? .none,
          .count(forecast(of: step)), .state(rating(of: step).state),
        ]
      })
  }

  /// How many families a year will have at its end; for a year that is over, how many it had.
  func forecast(of step: ProgrammeSummary.Step) -> Int? {
    guard let asOf, let days = FinancialYear(step.year)?.days else { return nil }
    if days.last < asOf { return step.attached }
    let gone = days.first.days(until: asOf) + 1
    guard gone >= 30 else { return nil }
    return step.attached * (days.first.days(until: days.last) + 1) / gone
  }

  func rating(of step: ProgrammeSummary.Step) -> Rating {
    guard let target = step.target, target > 0 else { return .noTarget }
    guard let asOf, let days = FinancialYear(step.year)?.days else { return .tooEarly }
    if days.last < asOf { return step.attached >= target ? .met : .missed }
    if days.first > asOf { return .notBegun }
    guard let forecast = forecast(of: step) else { return .tooEarly }
    if forecast >= target { return .onTrack }
    return forecast * 10 >= target * 9 ? .slightlyBehind : .behind
  }
}
