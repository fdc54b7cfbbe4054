import Testing
import Vocabulary

@testable import Criteria

/// When a pack asks for a local concern beside the criteria that are met.
@Suite struct LocalConcernTests {
  @Test(
    "asked of two criteria of three in the national pack, and of none that need no filter",
    arguments: [
      ("tf1-2012", ["crime", "education", "work"], EligibilitySnapshot.Discretion.notAsked),
      ("tf1-2012", ["crime", "education"], .missing), ("tf1-2012", ["crime"], .notAsked),
      ("tf1-2012", ["crime", "education", "high-concern"], .found("high-concern")),
      ("tf1-2012", ["crime", "education", "work", "high-concern"], .notAsked),
      ("tf1-2012", ["crime", "two-of-three", "high-concern", "eligible"], .found("high-concern")),
      ("tf1-2012", ["eligible"], .notAsked), ("harrow-2013", ["crime", "work"], .notAsked),
      ("hampshire-2013", ["crime", "work"], .notAsked), ("tf2-2015", ["crime", "help"], .notAsked),
      ("sf-2022", ["crime", "health"], .notAsked),
    ] as [(String, [String], EligibilitySnapshot.Discretion)])
  func discretion(
    pack: String, met: [String], expected: EligibilitySnapshot.Discretion
  ) throws {
    let pack = try ShippedPacks.pack(pack, ShippedPacks.vocabulary())
    #expect(pack.discretion(met: met) == expected)
  }
}
