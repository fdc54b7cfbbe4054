import Pipelines
import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// What a decision would change, against what the next run makes of it.
@Suite struct PreviewTests {
  /// Who belongs to a family and when, people by their records: the same whatever ids a run gives.
  private typealias Members = Set<Part>

  private struct Part: Hashable {
    var records: [RecordKey]
    var role: String
    var since: String?
    var until: String?
  }

  /// A run's families with what the pack that decides comes to, letter by letter.
  private struct Council {
    var records: [PersonID: [RecordKey]] = [:]
    var families: [FamilyID: [FamilyMemberRow]] = [:]
    var states: [FamilyID: String] = [:]

    /// The families by the records of their people.
    var byRecords: [Members: String] {
      Dictionary(
        families.map {
          (
            PreviewTests.members(
              $1.map { (PersonID($0.person), $0.role, $0.since, $0.until) }, records),
            states[$0] ?? ""
          )
        },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private static func council(_ workspace: Workspace) throws -> Council {
    var opened = try RunKeeper(workspace).open(nil)
    var found = Council()
    for members in try opened.file.allMemberships() {
      let id = FamilyID(members[0].family)
      for member in members {
        let person = PersonID(member.person)
        found.records[person] = try opened.file.records(of: person)
        found.families[id, default: []].append(member)
      }
    }
    for row in try opened.file.familyIndex() { found.states[FamilyID(row.id)] = row.states ?? "" }
    return found
  }

  /// The families that a preview expects, each with its letters.
  private static func expected(
    _ now: Council, _ preview: DecisionPreview
  ) throws -> [Members: String] {
    var records = now.records
    for person in preview.people + preview.others.people { records[person.id] = person.after }
    var expected: [Members: String] = [:]
    let changed = try #require(preview.families) + preview.others.families
    let gone = Set(changed.compactMap(\.before?.id))
    for (id, own) in now.families where !gone.contains(id) {
      expected[
        members(own.map { (PersonID($0.person), $0.role, $0.since, $0.until) }, records)] =
        now.states[id]
    }
    for family in changed.compactMap(\.after) {
      // The criterion that says who is eligible stands last in the tiny pack.
      let pack = try #require(family.packs.first)
      let states = pack.findings.map(\.state) + [pack.eligible].compactMap(\.self)
      expected[
        members(family.members.map { ($0.person, $0.role, $0.since, $0.until) }, records)] =
        states.map(letter).joined()
    }
    return expected
  }

  private typealias Membership = (person: PersonID, role: String, since: String?, until: String?)

  private static func members(
    _ members: [Membership], _ records: [PersonID: [RecordKey]]
  ) -> Members {
    Set(
      members.map { member in
        Part(
          records: records[member.person] ?? [], role: member.role, since: member.since,
          until: member.until)
      })
  }

  private static func letter(_ state: FindingState) -> String {
    switch state {
    case .met: "m"
    case .notMet: "n"
    case .cannotTell: "c"
    case .notApplicable: "x"
    }
  }

  /// Decisions that join, part and split, about people of families.
  private static func subjects(_ now: Council) throws -> [DecisionSubject] {
    let people = now.records.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    let many = people.filter { $0.value.count > 1 }
    var subjects: [DecisionSubject] = []
    for (_, records) in many.prefix(1) {
      subjects.append(.split(records[0], from: Array(records.dropFirst())))
      if let pair = RecordPair(records[0], records[records.count - 1]) {
        subjects += [.notMatch(pair), .match(pair)]
      }
    }
    for (one, other) in zip(people, people.dropFirst()).prefix(4) {
      if let pair = RecordPair(one.value[0], other.value[0]) { subjects.append(.match(pair)) }
    }
    return try subjects + families(now)
  }

  /// Somebody who leaves a family, and somebody of another who joins it.
  private static func families(_ now: Council) throws -> [DecisionSubject] {
    let families = now.families.values.filter { $0.count > 1 }.sorted {
      $0[0].family < $1[0].family
    }
    func record(_ member: FamilyMemberRow) throws -> RecordKey {
      try #require(now.records[PersonID(member.person)]?.first)
    }
    var subjects: [DecisionSubject] = []
    for (one, other) in zip(families, families.dropFirst()).prefix(2) {
      let (first, second) = (try record(one[0]), try record(one[1]))
      subjects.append(.leaveFamily(FamilyTie(person: second, family: first)))
      subjects.append(
        .joinFamily(FamilyTie(person: try record(other[1]), family: first, role: .partner)))
    }
    return subjects
  }

  @Test func theNextRunDoesWhatThePreviewSays() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let workspace = stand.council.workspace
      let previews = try #require(stand.site.current.previews)
      let now = try Self.council(workspace)
      #expect(now.families.count >= 3 && now.states.values.contains { $0.contains("m") })
      var (changes, eligible, unchanged) = (0, 0, 0)
      for subject in try Self.subjects(now) {
        var decision = Decision(subject, by: "analyst", role: .reviewer, at: "", reason: .other)
        let preview = try previews.preview(decision, after: [])
        let expected = try Self.expected(now, preview)

        var desk = try ReviewDesk(RunKeeper(workspace))
        decision.at = "2013-07-22T10:00:00Z"
        decision.seen = try desk.seen(subject)
        let number = try desk.note([decision])[0]
        try await stand.council.publish()
        #expect(try Self.council(workspace).byRecords == expected, "\(subject)")
        for person in preview.people where !person.after.isEmpty {
          var opened = try RunKeeper(workspace).open(nil)
          let owners = try person.after.map { try opened.file.person(of: $0) }
          #expect(Set(owners).count == 1, "\(subject)")
          let owner = try #require(owners[0])
          #expect(try opened.file.records(of: owner) == person.after, "\(subject)")
        }
        changes += (preview.families ?? []).count
        unchanged += preview.isEmpty ? 1 : 0
        eligible += (preview.families ?? []).count {
          $0.before?.packs.first?.eligible != $0.after?.packs.first?.eligible
        }
        // Undone, so that the next decision stands alone.
        _ = try desk.note([
          Decision(
            .undo(number), by: "analyst", role: .reviewer, at: "2013-07-22T10:01:00Z",
            reason: .mistake)
        ])
      }
      // Without these the comparison would say nothing.
      #expect(changes > 2 && eligible > 0 && unchanged > 0)
    }
  }

  /// A third member for two families.
  private static let more =
    ",Dale,Sam,03/03/2004,1 Sea Road,PO5 1AB\n,Reed,Kit,04/04/2005,7 Park Road,PO5 7NP\n"

  /// Two families' second members leave, one after the other; somebody of a third is another person; and back.
  private static func steps(_ now: Council) throws -> [(name: String, subject: DecisionSubject)] {
    let families = now.families.values.filter { $0.count > 2 }.sorted {
      $0[0].family < $1[0].family
    }
    func tie(_ family: Int, _ member: Int) throws -> FamilyTie {
      let records = try [families[family][member], families[family][0]].map { row in
        try #require(now.records[PersonID(row.person)]?.first)
      }
      return FamilyTie(person: records[0], family: records[1], role: nil)
    }
    let many = try #require(
      now.records.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.last?.value)
    return [
      ("one leaves", .leaveFamily(try tie(0, 1))),
      ("another of the family leaves, too", .leaveFamily(try tie(0, 2))),
      ("one of another family leaves", .leaveFamily(try tie(1, 1))),
      ("a record is taken out of somebody", .split(many[0], from: Array(many.dropFirst()))),
      ("the first one belongs to the family after all", .joinFamily(try tie(0, 1))),
      (
        "somebody is of two families",
        .joinFamily(
          FamilyTie(person: try tie(1, 2).person, family: try tie(0, 1).family, role: .partner))
      ),
    ]
  }

  @Test func decisionsThatAreNotedAndInNoRunYetAreHeeded() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder, rows: Self.more)
      let workspace = stand.council.workspace
      let previews = try #require(stand.site.current.previews)
      let now = try Self.council(workspace)
      var desk = try ReviewDesk(RunKeeper(workspace))
      var (changed, others) = (0, 0)
      for (name, subject) in try Self.steps(now) {
        var decision = Decision(subject, by: "analyst", role: .reviewer, at: "", reason: .other)
        let decisions = try stand.site.book.decisions()
        let preview = try previews.preview(decision, after: decisions.all)
        #expect(preview.others.decisions == decisions.holding.count, "\(name)")
        changed += preview.isEmpty ? 0 : 1
        others += preview.others.families.count
        let expected = try Self.expected(now, preview)

        // The next run heeds them all; what is asked next is asked of the first run again.
        decision.at = "2013-07-22T10:00:00Z"
        decision.seen = try desk.seen(subject)
        _ = try desk.note([decision])
        try await stand.council.publish()
        #expect(try Self.council(workspace).byRecords == expected, "\(name)")
        let again = try previews.preview(decision, after: try stand.site.book.decisions().all)
        // To say of a family what is noted already changes nothing.
        switch subject {
        case .leaveFamily, .joinFamily: #expect(again.isEmpty, "\(name)")
        default: break
        }
      }
      // Without these nothing would be told apart.
      #expect(changed > 3 && others > 2)
    }
  }

  // MARK: Pages

  /// The page once it is worked out.
  static func settled(_ browser: Browser, _ path: String) async throws -> Browser.Answer {
    for _ in 0..<400 {
      let answer = browser.get(path)
      if answer.status != 202, !answer.text.contains("data-look-again") { return answer }
      try await Task.sleep(for: .milliseconds(25))
    }
    return browser.get(path)
  }

  @Test func thePageTellsPeopleFamiliesAndWhatTheyMeet() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let vance = try FamilyPageTests.family("vance", stand)
      let people = try stand.site.current.read { file in
        try (file.familyAccount(vance.value)?.people ?? []).map { person in
          (name: person.name, records: try file.records(of: PersonID(person.id)))
        }
      }
      let ana = try #require(people.first { $0.name == "Ana Vance" }?.records)
      let analyst = try stand.browser("analyst")
      #expect(ana.count > 1)
      for record in ana {
        let pair = try #require(RecordPair(record, record == ana[0] ? ana[1] : ana[0]))
        let page = analyst.get(Links.pair(pair)).text
        #expect(page.contains("What would change if they are two people"))
        let parted = try await Self.settled(analyst, Links.preview(pair, .notMatch))
        #expect(parted.status == 200 && parted.text.contains("People whose records"))
        let same = try await Self.settled(analyst, Links.preview(pair, .match))
        #expect(same.text.contains("Nothing: the next run would come to the same"))
        let json = try await Self.settled(
          analyst, "/api/pairs/\(pair.left.text)/\(pair.right.text)/preview?ruling=not-match")
        #expect(json.status == 200 && json.text.contains("\"state\":\"done\""))
      }
      let person = try #require(
        try stand.site.current.read { file in try file.person(of: ana[0]) })
      var splitting = analyst
      let led = splitting.post(Links.preview(person), [("record", ana[0].text)])
      #expect(led.status == 303)
      let split = try await Self.settled(analyst, led.header("location"))
      #expect(split.text.contains("If the record is somebody else’s"))
      #expect(split.text.contains("People whose records"))
      // Nothing was decided, and that somebody looked is noted.
      #expect(try stand.entries("decision").isEmpty)
      #expect(try stand.entries("view").contains { $0.content.contains("\"preview\"") })
    }
  }
}
