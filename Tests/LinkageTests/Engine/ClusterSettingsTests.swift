import Testing

@testable import Linkage

/// What keeps records apart or together, whatever a pair of them weighs.
@Suite struct ClusterSettingsTests {
  private static let text = """
    \(MadeRecords.columnsText)
    comparisons:
      - { name: forename, levels: [exact(forename)] }
      - { name: surname, levels: [exact(surname)] }
      - { name: birth date, levels: [exact(born)] }
      - { name: address, levels: [exact(address)] }
    blocking: [surname, address]
    clusters:
      join: 0.9
      never: [exact(born) and exact(surname) and not exact(forename)]
    """

  private static let model = LinkageModel(
    name: "made", prior: 0.001,
    comparisons: ["forename", "surname", "birth date", "address"].map { name in
      ComparisonModel(
        name: name,
        levels: [
          LevelModel(label: "exact", m: 0.9, u: 0.01),
          LevelModel(label: "anything else", m: 0.1, u: 0.99),
        ])
    })

  /// The clusters of rows of forename, surname, birth date and address.
  private func clusters(
    _ rows: [[String]], constraints: ClusterConstraints = ClusterConstraints(),
    sparing: Bool = false, join: String = "0.9"
  ) async throws -> [Int32] {
    let cells = rows.enumerated().map { number, row in
      ["r\(number)", row[0], row[1], row[2], "", row[3], ""]
    }
    let text = Self.text.replacing("join: 0.9", with: "join: \(join)")
    let linker = try await MadeRecords.linker(cells, text: text)
    let scored = await linker.score(with: Self.model)
    return linker.cluster(
      scored, with: Self.model, constraints: constraints, sparingThinPairs: sparing
    ).clusters
  }

  @Test func `a third record does not bring together what a rule keeps apart`() async throws {
    let home = ["Smith", "2003-02-01", "1 High Street"]
    for order in [[0, 1, 2], [0, 2, 1], [2, 0, 1]] {
      let rows = [["Ella"] + home, ["Grace"] + home, [""] + home]
      let found = try await clusters(order.map { rows[$0] })
      let of = Dictionary(uniqueKeysWithValues: zip(order, found))
      #expect(of[0] != of[1])
      #expect(of[2] == of[0] || of[2] == of[1])
    }
  }

  @Test func `forbidden pairs are apart, and those decided together are one`() async throws {
    let row = ["Ella", "Smith", "2003-02-01", "1 High Street"]
    let other = ["Mary", "Baker", "1980-11-30", "7 Low Road"]
    #expect(try await clusters([row, row]) == [0, 0])
    #expect(
      try await clusters([row, row], constraints: ClusterConstraints(forbidden: [.init(0, 1)]))
        == [0, 1])
    #expect(
      try await clusters(
        [row, other], constraints: ClusterConstraints(together: [.init(0, 1, decision: 1)]))
        == [0, 0])
  }

  @Test func `records with little in common are joined by one that has it all`() async throws {
    // Two accounts without birth date, two cases without address, and one record that has both.
    let account = ["Ella", "Smith", "", "1 High Street"]
    let visit = ["Ella", "", "2003-02-01", ""]
    let both = ["Ella", "Smith", "2003-02-01", "1 High Street"]
    let sparing = try await clusters([account, account, both, visit, visit], sparing: true)
    #expect(sparing[0] == sparing[2])
  }

  @Test func `a name alone brings nobody together born on different days`() async throws {
    let one = ["Ella", "Smith", "2003-02-01", "1 High Street"]
    let other = ["Ella", "Smith", "1990-11-20", "9 Low Street"]
    let bare = ["Ella", "Smith", "", ""]
    let found = try await clusters([one, one, bare, other, other], sparing: true, join: "0.5")
    #expect(found[0] == found[1] && found[3] == found[4])
    #expect(found[0] != found[3])
    #expect(found[2] == found[0] || found[2] == found[3])
  }

  @Test func `a pair that agrees too little counts nothing, one that disagrees against`() {
    let thin = ThinPairs(Self.model, joinWeight: 3)
    let prior = Float(Self.model.priorWeight)
    #expect(thin.counted(prior + 6, against: 0) == Float(3) - 1.0 / 64)
    let rules = ClusterRules(joinWeight: 3)
    let pair = ScoredPair(0, 1, weight: thin.counted(prior + 6, against: 0))
    #expect(!PairWeigher(rules, ClusterConstraints()).joins(pair), "alone it joins nobody")
    #expect(thin.counted(prior + 6, against: 5) == Float(3) - 1.0 / 64)
    #expect(thin.counted(prior + 6, against: 5.1) == prior + 6, "another birth date stays said")
    #expect(thin.counted(prior - 1, against: 0) == prior - 1)
    #expect(thin.counted(5, against: 9) == 5)
    #expect(ThinPairs(Self.model, joinWeight: nil).counted(-1, against: 0) == -1)
  }
}
