import Linkage
import Vocabulary

/// The lines of `kindred why`: the waterfall, the rules, the verdict.
struct PairLinesForPeople {
  private let pair: PairExplanation

  init(_ pair: PairExplanation) { self.pair = pair }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: [pair.json]
    }
  }

  private func text(_ styling: Styling) -> [String] {
    let heading = Printable.line("\(pair.left.text) and \(pair.right.text)")
    var lines = [styling.apply(.heading, to: heading), Printable.line(pair.sentence), ""]
    lines += waterfall.lines(styling, indent: "  ")
    lines += ["", styling.apply(.heading, to: "Blocking rules")]
    lines += rules.lines(styling, indent: "  ")
    if let why = pair.whyNeverCompared { lines.append("  So they were \(why).") }
    if let verdict = pair.verdict { lines += ["", Printable.line(verdict.sentence)] }
    return lines
  }

  private var waterfall: TextTable {
    var table = TextTable([
      ("COMPARISON", .left), ("A", .left), ("B", .left), ("LEVEL", .left), ("M", .right),
      ("U", .right), ("BITS", .right), ("SUM", .right),
    ])
    var sum = pair.prior
    table.add([
      "start", "", "", "any two records", "", "", .init(Self.bits(pair.prior)),
      .init(Self.bits(sum)),
    ])
    for step in pair.steps {
      sum += step.levelWeight
      let values = step.values
      table.add([
        .init(step.comparison), .init(Self.shown(values.map(\.left))),
        .init(Self.shown(values.map(\.right))), .init(step.level ?? "a value is missing"),
        .init(step.m.map(Self.likelihood)), .init(step.u.map(Self.likelihood)),
        .init(Self.bits(step.levelWeight)), .init(Self.bits(sum)),
      ])
      guard let rarity = step.rarity else { continue }
      sum += rarity.weight
      table.add([
        "  rarity", "", "",
        .init(
          "\(rarity.expression) in \(Numbers.grouped(rarity.records)) of "
            + "\(Numbers.grouped(rarity.present))"),
        "", "", .init(Self.bits(rarity.weight)), .init(Self.bits(sum)),
      ])
    }
    if let lookAlikes = pair.lookAlikes {
      sum += lookAlikes.weight
      table.add([
        "look-alikes", "", "", .init("others who agree on \(lookAlikes.block) look like this"), "",
        "", .init(Self.bits(lookAlikes.weight)), .init(Self.bits(sum)),
      ])
    }
    let likely = ProbabilityText.words(pair.probability)
    table.add([
      "in all", "", "", .init("\(likely) likely one person"), "", "",
      .init(Self.bits(pair.weight)), .init(Self.bits(pair.weight)),
    ])
    return table
  }

  private var rules: TextTable {
    var table = TextTable([("RULE", .left), ("THE TWO", .left)])
    for meeting in pair.meetings { table.add([.init(meeting.rule), .init(meeting.words)]) }
    return table
  }

  private static func shown(_ values: [String]) -> String {
    values.map { $0.isEmpty ? "–" : $0 }.joined(separator: " | ")
  }

  /// Bits with two digits after the point, and a sign.
  static func bits(_ weight: Double) -> String {
    let hundredths = Int((abs(weight) * 100).rounded())
    let digits = String(hundredths % 100)
    let sign = weight < 0 && hundredths > 0 ? "-" : "+"
    return "\(sign)\(hundredths / 100).\(digits.count < 2 ? "0" : "")\(digits)"
  }

  /// A likelihood in three digits that mean something, or as one in so many.
  private static func likelihood(_ likelihood: Double) -> String {
    guard likelihood < 0.01 else {
      let thousandths = String(Int((likelihood * 1_000).rounded()))
      let padded = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
      return "\(padded.dropLast(3)).\(padded.suffix(3))"
    }
    guard likelihood > 1e-15 else { return "0" }
    return "1 in \(Numbers.grouped(Int((1 / likelihood).rounded())))"
  }
}
