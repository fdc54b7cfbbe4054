import Disk
import SQLiteAccess
import TestSupport
import Testing

/// A decision on a family's finding, from the terminal to the night after.
@Suite struct DecidedFindingTests {
  /// A family of the live run that the national pack does not have in the programme, and the record of somebody in it.
  private func outsider(_ council: SampleCouncil) throws -> (family: String, record: String) {
    let run = try #require(try Files.linkTarget(council.workspace.joining("current")))
    var connection = try Connection(
      path: council.workspace.joining(run).joining("run.db").text, .readOnlyImmutable)
    let found = try connection.first(
      """
      SELECT printf('%016x', family.id), printf('%016x', record_key) FROM family
        CROSS JOIN family_pack ON family_pack.family_id = family.id AND pack = 0
        CROSS JOIN person_member ON person_member.person_id = family.head_id
      WHERE states NOT LIKE '%m' ORDER BY family.id, record_key
      """
    ) { (row) throws(DatabaseError) in (family: row.text(0), record: row.text(1)) }
    return try #require(found)
  }

  @Test func `counts on the next night, and is told with what the rule alone says`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(
        in: folder, with: ["early-help": "CAF_tracker_", "housing-tenancies": "tenancies_"])
      try council.publish()
      let (family, record) = try outsider(council)
      let told = "family \(family) --criteria --workspace WORKSPACE"
      let before = try council.kindred(told)
      #expect(before.status == 0, "\(before.errors)")
      #expect(before.output.contains("In the programme: ") && !before.output.contains("decided so"))
      let decided = try council.kindred(
        "review decide override \(record) --pack tf1-2012 --criterion eligible --finding met"
          + " --reason other --role manager --workspace WORKSPACE")
      #expect(decided.status == 0, "\(decided.errors)")
      #expect(try council.kindred(told).output == before.output, "the live run stays as it is")
      try council.publish()
      let after = try council.kindred(told)
      #expect(after.output.contains("In the programme: met, since it was decided so (entry 2); "))
      #expect(try council.kindred("verify --workspace WORKSPACE").status == 0)
    }
  }
}
