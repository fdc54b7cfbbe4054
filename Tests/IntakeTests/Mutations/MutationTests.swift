import FoundationEssentials
import Intake
import TestSupport
import Testing

/// Extracts that come different from what was agreed, and extracts that come in part.
struct MutationTests {
  /// Everything is tried by `make torture`; a slice of it always.
  private static let triesEverything =
    ProcessInfo.processInfo.environment["KINDRED_TORTURE"] != nil

  @Test(arguments: 0..<4)
  func `changed extracts are accounted for to the last byte`(part: Int) {
    let sources = SampleSource.all
    let count = Self.triesEverything ? 10_000 : 160
    var random = SplitMix64(seed: UInt64(2013 + part))
    for number in 0..<count / 4 {
      let source = random.one(of: sources)
      let beginning = source.beginning(bytes: 1_500)
      let delimiter = source.contract.dialect.delimiter ?? 0x2C
      var file = beginning
      let mutations = (0...random.below(3)).map { _ in random.one(of: Mutation.allCases) }
      for mutation in mutations { file = mutation.apply(to: file, delimiter: delimiter, &random) }
      let reading = WholeReading(file, of: source.contract, chunk: 1 + random.below(2_000))
      let findings = reading.findings(in: file)
      #expect(
        findings.isEmpty,
        "\(source.contract.name), part \(part), number \(number), \(mutations): \(findings)")
    }
  }

  @Test(arguments: ["police-nominals", "exclusions", "youth-justice", "housing-tenancies"])
  func `an extract cut at any byte is accounted for, and its whole rows are read`(name: String) {
    let source = SampleSource.named(name)
    let whole = source.beginning(bytes: 4_000)
    let uncut = WholeReading(whole, of: source.contract)
    let step = Self.triesEverything ? 1 : 397
    for length in stride(from: 0, to: whole.count, by: step) {
      let file = Array(whole[..<length])
      let reading = WholeReading(file, of: source.contract)
      let findings = reading.findings(in: file)
      #expect(findings.isEmpty, "cut at \(length): \(findings)")
      // Only the row that was cut may say something else than in the whole file, and if it does, the
      // cut is noticed.
      let changed = Set(reading.statements).subtracting(uncut.statements)
      #expect(changed.count <= 12, "cut at \(length): more than one row says something else")
      #expect(
        changed.isEmpty || reading.fileProblems.contains { $0.code == .cutShort },
        "cut at \(length), and nothing is said about it")
    }
  }
}
