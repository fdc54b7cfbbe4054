import Linkage
import Store

extension Stage {
  /// Finds out which records are one person.
  static let linkage = Stage(name: "linkage", title: "Find who is who") { work in
    guard let people = work.pipeline.definition.people else { return }
    let decisions = try DecisionBinding(
      work.plan.decisions, work.pipeline.definition.review, &work.file)
    let records = try PeopleRecords(people, &work, decisions: decisions.people)
    let keys = records.keys
    let linking = try await PeopleLinking(people, records, threads: work.threads) {
      try work.file.addRecordIndexes()
    }
    work.log.note(
      RunEvent(
        .info, "records-compared", stage: "linkage",
        "compared \(linking.scored.compared) pairs of \(keys.count) records",
        [("records", .number(keys.count)), ("pairs", .number(linking.scored.compared))]))
    let identity = try PeopleIdentity(
      linking.clustering.clusters, count: linking.clustering.clusterCount, keys: keys, &work)
    try PeopleWriting(linking, keys, identity.carried).write(to: &work)
    try decisions.write(to: &work)
    try work.file.addReviewIndexes()
  }
}
