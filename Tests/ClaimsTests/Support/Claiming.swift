import Claims
import Vocabulary

/// Claims and their entries by hand.
struct Claiming {
  var book = ClaimBook()
  var rules: ClaimRules
  var lineage = Lineage()
  var on = day("2013-07-20")

  init() throws {
    rules = ClaimRules(
      schemes: try ["tf1-2012", "tf2-2015", "sf-2022"].map(Shipped.scheme),
      windows: try Shipped.windows())
  }

  /// So many claims of the window of July 2013, all complete.
  static func complete(_ count: Int, areas: Int = 3, workers: Int = 4) throws -> Claiming {
    var claiming = try Claiming()
    for number in 1...count {
      let claim = Claiming.frozen(
        family: Int64(number), people: [Int64(number)],
        result: number % 4 == 0 ? "employment" : "crime-education",
        area: "area \(number % areas)", worker: "w\(number % workers)")
      _ = claiming.prepare(claim)
      claiming.say(number, .completed, by: "ann", as: .analyst)
    }
    return claiming
  }

  static func frozen(
    family: Int64 = 1, people: [Int64] = [1, 2], scheme: String = "tf1-2012",
    path: String = "troubled-families", result: String = "crime-education",
    amount: Int64 = 70_000, area: String = "Solenthaven", worker: String = "w1",
    linkDeciders: [String] = [], gaps: [ClaimGap] = [], held: String = "2013-07-01",
    asOf: String = "2013-07-15"
  ) -> FrozenClaim {
    FrozenClaim(
      family: FamilyID(family), reference: "F-\(family)",
      people: people.map { CountedPerson(id: PersonID($0), role: .dependentChild) },
      scheme: scheme, schemeVersion: "1", path: path, results: [result], amount: Pence(amount),
      attachedOn: day("2012-09-01"), attachmentYear: FinancialYear(start: 2012),
      criteria: ["crime", "education"],
      eligibilityRows: [EvidenceRow(key: 1, kind: "shown", held: day(held))], area: area,
      worker: worker, linkDeciders: linkDeciders, gaps: gaps, run: "r", asOf: day(asOf))
  }

  /// What the book says to an entry: nil where it takes it.
  @discardableResult
  mutating func say(
    _ number: Int, _ event: ClaimEvent, by: String = "mary", as role: ClaimRole = .manager,
    on: Day? = nil
  ) -> ClaimRefusal? {
    do {
      try book.take(
        ClaimEntry(claim: ClaimID(number), on: on ?? self.on, by: by, role: role, event: event),
        lineage: lineage, rules: rules)
      return nil
    } catch {
      return error
    }
  }

  mutating func prepare(
    _ claim: FrozenClaim = Claiming.frozen(), window: String = "2013-07"
  ) -> ClaimRefusal? {
    say(book.next.number, .prepared(claim, window: window), by: "ann", as: .analyst)
  }

  /// Takes a claim from draft to its two signatures; the first refusal, or nil.
  mutating func sign(_ number: Int, auditor: String = "oscar") -> ClaimRefusal? {
    say(number, .completed, by: "ann", as: .analyst)
      ?? say(
        number, .audited(isPassed: true, basis: .itself, reason: ""), by: auditor, as: .auditor)
      ?? say(number, .signed, by: auditor, as: .auditor) ?? say(number, .signed)
  }

  mutating func submit(_ number: Int) -> ClaimRefusal? {
    sign(number) ?? say(number, .submitted)
  }
}
