import Linkage
import Store

extension Stage {
  /// Finds out which records are one person.
  static let linkage = Stage(name: "linkage", title: "Find who is who") { work in
    guard let people = work.pipeline.definition.people else { return }
    let records = try PeopleRecords(people, &work)
    let keys = records.keys
    let linking = await PeopleLinking(people, records, threads: work.threads)
    work.log.note(
      RunEvent(
        .info, "records-compared", stage: "linkage",
        "compared \(linking.scored.compared) pairs of \(keys.count) records",
        [("records", .number(keys.count)), ("pairs", .number(linking.scored.compared))]))
    try PeopleWriting(linking, keys).write(to: &work)
  }
}
