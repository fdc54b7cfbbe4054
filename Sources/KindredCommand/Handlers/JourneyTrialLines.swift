import Pipelines
import Store
import Vocabulary

/// What the journeys of families in tables came to, for people and for programs.
struct JourneyTrialLines {
  private let trial: JourneyTrial

  init(_ trial: JourneyTrial) {
    self.trial = trial
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .json: machineLines
    case .text: textLines(styling)
    }
  }

  private var machineLines: [String] {
    trial.signs.map {
      JSONValue.members([("sign", .text($0.id)), ("families", .number($0.families))]).line
    } + [
      JSONValue.members([
        ("families", .number(trial.families)), ("facts", .number(trial.facts)),
        ("with_concern", .number(trial.concerned)), ("missed", .number(trial.missed)),
        ("following_ms", .number(Int(trial.following / .milliseconds(1)))),
      ]).line
    ]
  }

  private func textLines(_ styling: Styling) -> [String] {
    var table = TextTable([("SIGN", .left), ("", .left), ("FAMILIES", .right)])
    for sign in trial.signs {
      table.add([.init(sign.id), .init(sign.title), .init(sign.families)])
    }
    let grouped = Numbers.grouped
    return [
      styling.apply(.heading, to: trial.title)
        + "  \(Numbers.counted(trial.families, "family", "families")), \(grouped(trial.facts)) facts"
    ] + table.lines(styling, indent: "  ") + [
      "  Concern in \(Numbers.counted(trial.concerned, "family", "families")); opportunities missed: "
        + "\(grouped(trial.missed))."
    ]
  }
}
