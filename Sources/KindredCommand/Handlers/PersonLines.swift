import Linkage
import Vocabulary

/// The lines of `kindred how`: the records, the steps, the weakest link.
struct PersonLines {
  private let person: PersonExplanation

  /// How many records of a group are named.
  private static let mostNamed = 4

  init(_ person: PersonExplanation) { self.person = person }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: [person.json]
    }
  }

  private func text(_ styling: Styling) -> [String] {
    let count = person.records.count
    let heading = "Person \(person.cluster): \(count) record\(count == 1 ? "" : "s")"
    var lines = [styling.apply(.heading, to: heading)]
    lines += person.records.map { Printable.line("  \($0.text)") }
    guard let weakest = person.weakestLink else {
      return lines + [
        "", "The record was joined with no other. 'kindred why' compares it with one.",
      ]
    }
    var table = TextTable([
      ("STEP", .right), ("RECORDS", .left), ("JOINED WITH", .left), ("BY", .left),
      ("BITS", .right),
    ])
    for (place, step) in person.steps.enumerated() {
      table.add([
        .init(place + 1), .init(Self.named(step.left)), .init(Self.named(step.right)),
        .init("\(step.pair.left.text) and \(step.pair.right.text)"),
        .init(PairLinesForPeople.bits(step.pair.weight)),
      ])
    }
    lines += [""] + table.lines(styling, indent: "  ")
    lines += [
      "", styling.apply(.heading, to: count == 2 ? "The pair" : "The weakest link"),
      Printable.line(weakest.pair.sentence),
      "\(Numbers.grouped(person.comparedPairs)) of the person's "
        + "\(Numbers.counted(person.allPairs, "pair")) "
        + "\(person.comparedPairs == 1 ? "was" : "were") compared and kept.",
    ]
    return lines
  }

  private static func named(_ records: [RecordName]) -> String {
    let names = records.prefix(mostNamed).map(\.text).joined(separator: ", ")
    let rest = records.count - mostNamed
    return rest > 0 ? "\(names) and \(rest) more" : names
  }
}
