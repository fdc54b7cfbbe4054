import CSVFiles
import Disk
import Intake
import Journeys
import Reports
import SQLiteAccess
import Store
import Vocabulary

extension Stage {
  /// Follows families' journeys: signs of need, the earliest concern, what was missed and what it cost.
  static let journeys = Stage(name: "journeys", title: "Follow families' journeys") { work in
    let definition = work.pipeline.definition
    guard let journeys = definition.journeys else { return }
    let (gathered, asOf) = (try work.cases(), work.plan.asOf)
    try work.writeBasis(journeys, gathered.common)
    var counts: [String: Int] = ["families": gathered.count]
    try await OrderedTasks.forEach(gathered.portions(of: 2_000), width: work.threads) { portion in
      JourneyPortion(
        gathered.batch(portion), journeys, definition.vocabulary, asOf: asOf)
    } handOn: { portion in
      for (table, rows) in portion.rows { try work.file.add(rows, to: table) }
      counts.merge(portion.counts) { $0 + $1 }
    }
    try work.writeJourneyLists()
    work.counts = counts
    work.log.note(
      RunEvent(
        .info, "journeys-followed", stage: "journeys",
        "followed the journeys of \(gathered.count) families",
        [
          ("families", .number(gathered.count)),
          ("with_concern", .number(counts["with_concern"] ?? 0)),
        ]))
  }
}

/// The journeys of some families, as rows.
private struct JourneyPortion: Sendable {
  let rows: [(JourneyTable, [[SQLValue]])]
  let counts: [String: Int]

  init(
    _ cases: CaseFile, _ journeys: JourneysDefinition, _ vocabulary: FactVocabulary, asOf: Day
  ) {
    var engine = JourneyEngine(
      journeys.rules, costs: journeys.costs, vocabulary: vocabulary, file: cases, asOf: asOf)
    var rows = JourneyRows(journeys, vocabulary)
    var counts: [String: Int] = [:]
    for family in cases.families {
      let journey = engine.journey(of: family)
      let tier = journeys.tiers.map { engine.tier(of: journey, by: $0) }
      rows.add(journey, tier, engine.timeline(of: journey), engine.visits(of: journey), in: cases)
      counts["signs", default: 0] += journey.occurrences.count
      counts["missed", default: 0] += journey.opportunities.count
      counts["with_concern", default: 0] += journey.concern.earliest == nil ? 0 : 1
    }
    self.rows = rows.take()
    self.counts = counts
  }
}

extension StageWork {
  /// Writes by what the journeys are followed, and what no feed can show.
  fileprivate mutating func writeBasis(_ journeys: JourneysDefinition, _ common: CaseFile) throws {
    let engine = JourneyEngine(
      journeys.rules, costs: nil, vocabulary: pipeline.definition.vocabulary, file: common,
      asOf: plan.asOf)
    let unfed = Set(engine.unfed.map(\.trigger))
    var facts = [
      ("pack", journeys.rules.name), ("pack_version", journeys.rules.version),
      ("pack_source", journeys.rules.source),
    ]
    if let costs = journeys.costs {
      facts += [
        ("costs", costs.name), ("costs_title", costs.title), ("costs_licence", costs.licence),
        ("prices", costs.prices),
      ]
    }
    for tier in journeys.tiers?.tiers ?? [] {
      facts += [("tier \(tier.id)", tier.title), ("offer \(tier.id)", tier.offer)]
    }
    try file.add(facts.map { [.text($0.0), .text($0.1)] }, to: .basis)
    try file.add(
      journeys.rules.triggers.enumerated().map { number, sign in
        [
          .integer(Int64(number)), .text(sign.id), .text(sign.title), .text(sign.wording),
          .integer(unfed.contains(number) ? 1 : 0),
        ]
      }, to: .sign)
    try file.add(
      engine.observed.map { seen in
        [
          .text(pipeline.definition.vocabulary.agencies[seen.agency].name),
          seen.day.map { .text($0.iso) } ?? .null,
        ]
      }, to: .observed)
  }

  /// Writes the lists that people open, row by row, so that memory does not grow with the council.
  fileprivate mutating func writeJourneyLists() throws {
    try Files.createFolder(folder.joining("journeys"))
    for list in JourneyList.allCases {
      var writer = try FileWriter(replacing: folder.joining(list.path))
      var csv = CSVWriter(guardsFormulas: true)
      csv.record(list.headings)
      try file.forEachRow(of: list) { cells in
        csv.record(cells)
        guard csv.bytes.count > 1 << 16 else { return }
        try writer.write(csv.bytes.span)
        csv.removeBytes()
      }
      try writer.write(csv.bytes.span)
      try writer.finish()
      outputs.append(list.path)
      try write(list.description.bytes, to: list.path + TableDescription.ending)
    }
    let path = "journeys/journeys.jsonl"
    var writer = try FileWriter(replacing: folder.joining(path))
    try file.forEachJourneyInJSON { line in try writer.write(line + "\n") }
    try writer.finish()
    outputs.append(path)
  }
}
