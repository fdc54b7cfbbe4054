import Disk
import TestSupport
import Testing

/// The lists of people about whom nothing is kept and of addresses that are withheld.
@Suite struct ProtectTests {
  private static let lists = ["suppressed.csv", "addresses.csv"]
  private static let people = SampleCouncil.package.joining("sample-data/protect/people.csv").text
  private static let addresses = SampleCouncil.package.joining("sample-data/protect/addresses.csv")
    .text

  private static func list(_ name: String, of council: SampleCouncil) throws -> String {
    try readText(council.pipeline.joining("protect/\(name)").text)
  }

  private static func empty(_ council: SampleCouncil) throws {
    for name in lists { try Files.remove(council.pipeline.joining("protect/\(name)")) }
  }

  /// Everything that a run holds of rows: its database as it lies on the disk, and the quarantine.
  private static func bytes(of council: SampleCouncil) throws -> String {
    let run = council.workspace.joining("current/.")
    let quarantine = try Files.list(run.joining("quarantine")).map { "quarantine/\($0)" }
    return try (["run.db"] + quarantine).map {
      String(decoding: try Files.read(run.joining($0)), as: UTF8.self)
    }.joined()
  }

  @Test func `the sample's lists are what protect makes of its people and addresses`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let shipped = try Self.lists.map { try Self.list($0, of: council) }
      try Self.empty(council)
      let answer = try council.kindred(
        "protect PIPELINE --people \(Self.people) --addresses \(Self.addresses)")
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.output.contains("3 people given") && answer.output.contains("2 addresses"))
      #expect(answer.errors.contains("keyed by the council's name alone"))
      #expect(try Self.lists.map { try Self.list($0, of: council) } == shipped)
      for word in ["Lewis", "Mistry", "Erin", "9999950469", "1997"] {
        #expect(!shipped[0].contains(word) && !(answer.output + answer.errors).contains(word))
      }
      // Given again, nobody is listed twice; taken off, nobody is left.
      try #require(try council.kindred("protect PIPELINE --people \(Self.people)").status == 0)
      #expect(try Self.list("suppressed.csv", of: council) == shipped[0])
      let removed = try council.kindred("protect PIPELINE --remove --people \(Self.people)")
      #expect(removed.output.contains("0 in all"))
      #expect(try Self.list("suppressed.csv", of: council) == "kind,digest\r\n")
    }
  }

  @Test func `nothing is stored of the people on the list`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let marks = ["2010/0003725A", "U820200199001", "ShermoreErin", "Shermore"]
      try council.publish()
      let without = try Self.bytes(of: council)
      for mark in marks { #expect(!without.contains(mark), "\(mark)") }
      // Without the lists they are there, so that the test can fail.
      try Self.empty(council)
      try write("kind,digest\n", to: council.pipeline.joining("protect/suppressed.csv").text)
      try write(
        "uprn,address,postcode,reason\n",
        to: council.pipeline.joining("protect/addresses.csv").text)
      try council.publish()
      let with = try Self.bytes(of: council)
      for mark in ["2010/0003725A", "U820200199001", "Shermore"] {
        #expect(with.contains(mark), "\(mark)")
      }
    }
  }

  @Test func `people and addresses can come by the standard input, and a secret keys the list`()
    throws
  {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      try council.edit(
        "pipelines/solentshire/pipeline.yaml", "protect:", "protect:\n  secret: protect/secret")
      let refused = try council.kindred("protect PIPELINE --people \(Self.people)")
      #expect(refused.status == 78 && refused.errors.contains("openssl rand"))
      try write("short\n", to: council.pipeline.joining("protect/secret").text)
      #expect(try council.kindred("protect PIPELINE --people \(Self.people)").status == 78)
      try write(
        String(repeating: "0123456789abcdef", count: 4) + "\n",
        to: council.pipeline.joining("protect/secret").text)
      // The list that was made with the council's name is not read as a list of nobody.
      let other = try council.kindred(SampleCouncil.nightly)
      #expect(other.status == 78 && other.errors.contains("another key"))
      try Self.empty(council)
      let answer = try council.kindred(
        "protect PIPELINE --people -", shell: "exec < '\(Self.people)'")
      #expect(answer.status == 0 && !answer.errors.contains("warning"), "\(answer.errors)")
      let addresses = try council.kindred(
        "protect PIPELINE --addresses -", shell: "exec < '\(Self.addresses)'")
      #expect(addresses.status == 0, "\(addresses.errors)")
      try council.publish()
      #expect(try !Self.bytes(of: council).contains("2010/0003725A"))
    }
  }

  @Test(arguments: [
    ("nobody named", "", 64, "Give --people FILE"),
    ("no such file", "--people none.csv", 73, "none.csv"),
    ("no header", "--people HEADLESS", 78, "column 1"),
    ("a number that is none", "--people WRONG", 78, "WRONG:3:1"),
    ("an address that is none", "--addresses NOWHERE", 78, "names no address"),
  ])
  func `what is wrong is told without a word of it, and no list changes`(
    name: String, words: String, status: Int32, says: String
  ) throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let before = try Self.lists.map { try Self.list($0, of: council) }
      try write("Vanterpool,Ann,1998-03-02\n", to: "\(folder)/HEADLESS")
      try write("nhs-number\n9434765919\n9434765918\n", to: "\(folder)/WRONG")
      try write("address,postcode,reason\n,SO14 1AA,Vanterpool\n", to: "\(folder)/NOWHERE")
      let line = ["HEADLESS", "WRONG", "NOWHERE"].reduce(words) { line, file in
        line.split(separator: file, omittingEmptySubsequences: false)
          .joined(separator: "\(folder)/\(file)")
      }
      let answer = try council.kindred("protect PIPELINE \(line)")
      #expect(answer.status == status, "\(answer.errors)")
      #expect(answer.errors.contains(says), "\(answer.errors)")
      #expect(!answer.errors.contains("Vanterpool") && !answer.errors.contains("943476"))
      #expect(try Self.lists.map { try Self.list($0, of: council) } == before)
    }
  }
}
