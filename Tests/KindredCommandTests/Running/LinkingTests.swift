import Disk
import FoundationEssentials
import TestSupport
import Testing

@testable import KindredCommand

/// `link`, `why`, `how`, `train` and `evaluate` on the files in `examples/linkage`.
@Suite struct LinkingTests {
  /// What `why --format json` says, as far as these tests look at it.
  struct Why: Decodable {
    struct Comparison: Decodable { var weight: Double }
    struct LookAlikes: Decodable { var weight: Double }
    var prior: Double
    var comparisons: [Comparison]
    var lookAlikes: LookAlikes?
    var weight: Double
    var compared: Bool
    var verdict: String
  }

  private static let examples = SampleCouncil.package.joining("examples/linkage").text

  private static func link(_ settings: String, _ files: [String], _ folder: String) -> [String] {
    ["link", "\(examples)/\(settings).yaml"] + files.map { "\(examples)/\($0).csv" }
      + ["--out", folder]
  }

  private func lines(_ path: String) throws -> [[String]] {
    try readText(path).split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// One linkage serves all that is asked of it, since linking takes longest.
  @Test func `two registers are linked, judged and explained`() async throws {
    try await withTemporaryFolder { folder in
      let words = Self.link("registers", ["register-a", "register-b"], folder)
      let seen = await KindredProgram.trial(words, .live)
      #expect(seen.code == .done, "\(seen.messages)")
      try await judge(folder)
      try await judgeGroups(folder)
      try await judgeByLabels(folder)
      try report(folder)
      try await explainPairs(folder)
      try await explainPerson(folder)
      try await refuseUnknown(folder)
    }
  }

  private func judge(_ folder: String) async throws {
    let names = try Files.list(Path(folder)).sorted()
    #expect(
      Set(["clusters.csv", "linkage.json", "model.json", "pairs.csv", "report.html"])
        .isSubset(of: names))
    let seen = await KindredProgram.trial(
      ["evaluate", "--in", folder, "--truth", "\(Self.examples)/registers-truth.csv"], .live)
    #expect(seen.code == .done, "\(seen.messages)")
    #expect(seen.output.contains("the threshold in force"))
    #expect(seen.output.contains("Blocking brings"))
    let page = try readText("\(folder)/evaluation.html")
    #expect(page.contains("<svg") && !page.contains("<script"))
    #expect(try readText("\(folder)/evaluation-accuracy.csv").hasPrefix("series,label,x,y"))
  }

  /// Further columns of the truth are groups.
  private func judgeGroups(_ folder: String) async throws {
    let truth = try readText("\(Self.examples)/registers-truth.csv").split(separator: "\r\n")
    let grouped = truth.enumerated().map { place, line in
      "\(line),\(place == 0 ? "age_group" : place % 2 == 0 ? "young" : "old & <wise>")"
    }
    try await withTemporaryFolder { other in
      try write(grouped.joined(separator: "\n"), to: "\(other)/truth.csv")
      let seen = await KindredProgram.trial(
        ["evaluate", "--in", folder, "--truth", "\(other)/truth.csv"], .live)
      #expect(seen.code == .done, "\(seen.messages)")
      let page = try readText("\(folder)/evaluation.html")
      #expect(page.contains("By age_group") && page.contains("old &amp; &lt;wise&gt;"))
    }
  }

  private func judgeByLabels(_ folder: String) async throws {
    let pairs = try lines("\(folder)/pairs.csv").prefix(40)
    try await withTemporaryFolder { other in
      let heading = "source_dataset_l,unique_id_l,source_dataset_r,unique_id_r,clerical_match_score"
      let labels = pairs.enumerated().map { place, pair in
        "\(pair[0]),\(pair[1]),\(pair[2]),\(pair[3]),\(place % 4 == 0 ? "0.0" : "1.0")"
      }
      try write(([heading] + labels).joined(separator: "\n"), to: "\(other)/labels.csv")
      let seen = await KindredProgram.trial(
        ["evaluate", "--in", folder, "--truth", "\(other)/labels.csv"], .live)
      #expect(seen.code == .done, "\(seen.messages)")
      #expect(seen.output.contains("10 of 40 joined pairs do not match"))
      #expect(!seen.output.contains("Blocking brings"))
      try await judgeByUnfinishedLabels(folder, Array(pairs), heading, other)
      try write("name,age\nAda,7\n", to: "\(other)/no-truth.csv")
      let wrong = await KindredProgram.trial(
        ["evaluate", "--in", folder, "--truth", "\(other)/no-truth.csv"], .live)
      #expect(wrong.code == .dataRefused && wrong.messages.contains("unique_id_l"))
    }
  }

  /// A pair that nobody has judged says nothing, and a word that is no judgement is refused with its line.
  private func judgeByUnfinishedLabels(
    _ folder: String, _ pairs: [[String]], _ heading: String, _ other: String
  ) async throws {
    func evaluate(_ scores: [String]) async throws -> (
      code: ExitCode, output: String, messages: String
    ) {
      let labels = zip(pairs, scores).map { "\($0[0]),\($0[1]),\($0[2]),\($0[3]),\($1)" }
      try write(([heading] + labels).joined(separator: "\n"), to: "\(other)/labels.csv")
      return await KindredProgram.trial(
        ["evaluate", "--in", folder, "--truth", "\(other)/labels.csv"], .live)
    }
    let unfinished = try await evaluate(["1", "", "true", "FALSE", "0.9", ""])
    #expect(unfinished.code == .done, "\(unfinished.messages)")
    #expect(unfinished.output.contains("1 of 4 joined pairs"), "\(unfinished.output)")
    let wrong = try await evaluate(["1", "yes", "0", "nan", "1.5"])
    #expect(wrong.code == .dataRefused)
    for line in [3, 5, 6] {
      #expect(wrong.messages.contains("labels.csv:\(line)"), "\(wrong.messages)")
    }
  }

  private func report(_ folder: String) throws {
    let page = try readText("\(folder)/report.html")
    for word in ["<h2>Model</h2>", "<h2>Pairs</h2>", "<h2>People</h2>", "<svg"] {
      #expect(page.contains(word), "\(word)")
    }
    #expect(!page.contains("<script") && !page.contains(" src=") && !page.contains("url("))
  }

  private func explainPairs(_ folder: String) async throws {
    let pairs = try lines("\(folder)/pairs.csv")
    #expect(pairs.count > 100)
    for place in [0, pairs.count / 2, pairs.count - 1] {
      let pair = pairs[place]
      let words = ["why", "\(pair[0]):\(pair[1])", pair[3], "--in", folder]
      let seen = await KindredProgram.trial(words + ["--format", "json"], .live)
      #expect(seen.code == .done, "\(seen.messages)")
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let why = try decoder.decode(Why.self, from: Data(seen.output.utf8))
      let sum =
        why.comparisons.reduce(why.prior) { $0 + $1.weight } + (why.lookAlikes?.weight ?? 0)
      #expect(abs(sum - why.weight) < 1e-9)
      #expect(abs(try #require(Double(pair[4])) - why.weight) < 1e-9)
      #expect(why.compared)
      let text = await KindredProgram.trial(words, .live)
      #expect(text.code == .done && text.output.contains("Blocking rules"))
      #expect(text.output.contains("likely one person"))
    }
  }

  private func explainPerson(_ folder: String) async throws {
    let clusters = try lines("\(folder)/clusters.csv")
    var seenOnce: Set<String> = []
    let twice = try #require(clusters.first { !seenOnce.insert($0[2]).inserted })
    let seen = await KindredProgram.trial(["how", twice[1], "--in", folder], .live)
    #expect(seen.code == .done, "\(seen.messages)")
    #expect(seen.output.hasPrefix("Person \(twice[2]): 2 records\n"))
    #expect(seen.output.contains("From "))
  }

  private func refuseUnknown(_ folder: String) async throws {
    for words in [
      ["why", "nobody-17", "a1089"], ["why", "a1089", "nobody-17"], ["how", "nobody-17"],
    ] {
      let seen = await KindredProgram.trial(words + ["--in", folder], .live)
      #expect(seen.code == .dataRefused)
      #expect(seen.messages.contains("no record has the id"))
      #expect(seen.messages.contains("register-a, register-b"))
      #expect(!seen.messages.contains("nobody-17") && seen.output.isEmpty)
    }
    let same = await KindredProgram.trial(["why", "a1089", "a1089", "--in", folder], .live)
    #expect(same.code == .usage)
  }

  /// A hundred records with one surname are named, the few of one postcode are not.
  @Test func `a value that few records share is in no message`() async throws {
    try await withTemporaryFolder { folder in
      let rows = (0..<240).map { number in
        "\(number),Ada,\(number < 120 ? "Abbott" : "Yelland\(number / 40)"),1980-01-0\(number % 9 + 1)"
      }
      try write(
        (["id,forename,surname,born"] + rows).joined(separator: "\n"), to: "\(folder)/a.csv")
      let settings = """
        linkage: crowded
        columns: { forename: name, surname: name, born: date }
        comparisons: ["names(forename, surname)", born]
        blocking: [surname, "surname, forename"]
        budget: { largest_block: 20, pairs_at_least: 2000, pairs_per_record: 1 }
        training: { prior: 0.001 }
        """
      try write(settings, to: "\(folder)/crowded.yaml")
      let seen = await KindredProgram.trial(
        ["link", "\(folder)/crowded.yaml", "\(folder)/a.csv", "--out", "\(folder)/out"], .live)
      #expect(seen.code == .done, "\(seen.messages)")
      #expect(seen.messages.contains("120 records share 'ABBOTT'"))
      #expect(seen.messages.contains("share one value") && !seen.messages.contains("YELLAND"))
      let warnings = seen.messages.split(separator: "\n").filter {
        $0.hasPrefix("kindred: warning")
      }
      #expect(warnings.count <= 5)
      #expect(try readText("\(folder)/out/report.html").contains("YELLAND"))
    }
  }

  @Test func `a file that has changed is not explained`() async throws {
    try await withTemporaryFolder { folder in
      let file = "\(folder)/scholars.csv"
      let text = try readText("\(Self.examples)/scholars.csv")
      try write(text, to: file)
      let settings = "\(Self.examples)/scholars.yaml"
      let out = "\(folder)/linked"
      let linked = await KindredProgram.trial(["link", settings, file, "--out", out], .live)
      #expect(linked.code == .done, "\(linked.messages)")
      let judged = await KindredProgram.trial(
        ["evaluate", "--in", out, "--truth", "\(Self.examples)/scholars-truth.csv"], .live)
      #expect(judged.code == .done && judged.output.contains("People: precision"))
      let wrong = await KindredProgram.trial(
        ["evaluate", "--in", out, "--truth", "\(Self.examples)/registers-truth.csv"], .live)
      #expect(wrong.code == .dataRefused)
      try write(text + "S9999,Ada,Abbott,,,,,\r\n", to: file)
      let changed = await KindredProgram.trial(["how", "S0001", "--in", out], .live)
      #expect(changed.code == .dataRefused && changed.messages.contains("has changed"))
      try Files.remove(Path(file))
      let gone = await KindredProgram.trial(["how", "S0001", "--in", out], .live)
      #expect(gone.code == .dataRefused && gone.messages.contains("is not there"))
      let empty = await KindredProgram.trial(["how", "S0001", "--in", folder], .live)
      #expect(empty.code == .dataRefused && empty.messages.contains("linkage.json"))
    }
  }

  @Test func `a model is trained, compared and used`() async throws {
    try await withTemporaryFolder { folder in
      let inputs = ["\(Self.examples)/scholars.yaml", "\(Self.examples)/scholars.csv"]
      let first = await KindredProgram.trial(
        ["train"] + inputs + ["--out", "\(folder)/model.json"], .live)
      #expect(first.code == .done && first.output.contains("version 1"), "\(first.messages)")
      let second = await KindredProgram.trial(
        ["train"] + inputs
          + [
            "--out", "\(folder)/new.json", "--compare", "\(folder)/model.json", "--labels",
            "\(Self.examples)/scholars-truth.csv",
          ], .live)
      #expect(second.code == .done && second.output.contains("version 2"), "\(second.messages)")
      #expect(second.output.contains("Compared with version 1"))
      #expect(try readText("\(folder)/new.json").contains("\"labels\""))
      let linked = await KindredProgram.trial(
        ["link"] + inputs + ["--out", "\(folder)/out", "--model", "\(folder)/new.json"], .live)
      #expect(linked.code == .done)
      let used = try readText("\(folder)/out/model.json")
      #expect(try used == readText("\(folder)/new.json"))
    }
  }

  @Test func `rows that are not even and ids that come twice are told`() async throws {
    try await withTemporaryFolder { folder in
      try write(
        "linkage: made\nid: id\ncolumns: {surname: name, born: date}\ncomparisons: [surname, born]\n"
          + "blocking: [surname]\n", to: "\(folder)/made.yaml")
      let rows = (1...40).map { "a\($0),Name\($0 % 7),19\(10 + $0)-01-02" }
      try write(
        (["id,surname,born"] + rows + [
          "a7,Reed, Esq,1980-01-02", "a8,Reed", "a9,Reed,1980-01-02,,",
        ])
        .joined(separator: "\n"), to: "\(folder)/people.csv")
      let linked = await KindredProgram.trial(
        ["link", "\(folder)/made.yaml", "\(folder)/people.csv", "--out", "\(folder)/out"],
        .live)
      #expect(linked.code == .done, "\(linked.messages)")
      #expect(linked.messages.contains("2 rows have more or fewer cells"), "\(linked.messages)")
      #expect(linked.messages.contains("people.csv:42"), "\(linked.messages)")
      try write("id,entity\na7,1\na8,1\n", to: "\(folder)/truth.csv")
      let judged = await KindredProgram.trial(
        ["evaluate", "--in", "\(folder)/out", "--truth", "\(folder)/truth.csv"], .live)
      #expect(judged.code == .dataRefused, "\(judged.messages)")
      #expect(judged.messages.contains("3 of the linked records have an id"), "\(judged.messages)")
    }
  }
}
