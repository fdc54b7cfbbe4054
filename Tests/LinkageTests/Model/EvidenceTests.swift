import Linkage
import TestSupport
import Testing

@Suite struct EvidenceTests {
  @Test func `weights and probabilities are each other's inverse`() {
    withEvery("probability", [1e-12, 1e-6, 0.01, 0.3, 0.5, 0.9, 0.999_999]) { probability in
      let weight = Evidence.weight(ofProbability: probability)
      check(
        abs(Evidence.probability(ofWeight: weight) - probability) < 1e-12 * max(1, 1 / probability))
    }
  }

  @Test func `a weight of any size has a probability`() {
    #expect(Evidence.probability(ofWeight: 0) == 0.5)
    #expect(Evidence.probability(ofWeight: 5_000) == 1)
    #expect(Evidence.probability(ofWeight: -5_000) == 0)
    #expect(Evidence.probability(ofWeight: .infinity) == 1)
    #expect(Evidence.probability(ofWeight: -.infinity) == 0)
  }

  @Test func `a weight is so many doublings of the odds`() {
    #expect(Evidence.weight(m: 0.8, u: 0.1) == 3)
    #expect(Evidence.weight(m: 0.125, u: 0.5) == -2)
  }

  @Test(arguments: [
    (name: "as common as the mean", frequency: 0.01, share: 1.0, floor: 0.0, bits: 0.0),
    (name: "four times as rare", frequency: 0.0025, share: 1, floor: 0, bits: 2),
    (name: "twice as common", frequency: 0.02, share: 1, floor: 0, bits: -1),
    (name: "half of the adjustment", frequency: 0.0025, share: 0.5, floor: 0, bits: 1),
    (name: "rarer than believed", frequency: 0.000_01, share: 1, floor: 0.005, bits: 1),
    (name: "switched off", frequency: 0.0025, share: 0, floor: 0, bits: 0),
    (name: "a frequency that is not known", frequency: 0, share: 1, floor: 0, bits: 0),
  ])
  func `a rare value adds evidence`(
    _ example: (name: String, frequency: Double, share: Double, floor: Double, bits: Double)
  ) {
    let bits = Evidence.rarity(
      exactU: 0.01, frequency: example.frequency, share: example.share, floor: example.floor)
    #expect(abs(bits - example.bits) < 1e-12)
  }
}
