import Linkage
import Testing

@Suite struct ModelComparisonTests {
  @Test func `a model compared with itself has no change`() {
    let comparison = ModelComparison(of: MadeModel.small, with: MadeModel.small)
    #expect(comparison.changes(above: 0).isEmpty)
    #expect(comparison.lines() == ["6 of 6 weights change by 0.5 bits or less"])
  }

  @Test func `what changes is told in words, the prior first`() {
    var new = MadeModel.small
    new.prior = 0.000_8
    new.comparisons[0].levels[0].u = 0.2
    new.comparisons[0].levels[1].label = "near"
    new.comparisons[1].levels[0].m = 0.99
    new.settingsDigest = "def456"
    let comparison = ModelComparison(of: new, with: MadeModel.small)
    #expect(
      comparison.lines() == [
        "the two models were trained for different settings",
        "the prior: -13.3 bits, now -10.3 bits (+3.0)",
        "'surname' at 'the same': 4.0 bits, now 2.0 bits (-2.0)",
        "'surname' at 'near' is new, with -0.7 bits",
        "'surname' at 'near, 0.92 or more' is gone; it had -0.7 bits",
        "3 of 7 weights change by 0.5 bits or less",
      ])
  }
}
