import Disk
import Linkage
import LinkageFiles

/// `kindred why` and `kindred how`: explanations of a linkage that is done.
enum ExplainHandler {
  static func why(_ request: WhyRequest, _ console: Console) async throws -> ExitCode {
    try await LinkageFailures.told {
      let threads = request.threads ?? Machine.cores
      let linked = try await LinkedFolder.open(Path(request.folder), threads: threads)
      let left = try record(request.left, called: "A", linked.linker.table)
      let right = try record(request.right, called: "B", linked.linker.table)
      guard left != right else {
        throw CommandFailure(
          .usage, Problem("A and B are the same record", advice: "Name two records."))
      }
      let scored = await linked.linker.score(with: linked.model)
      let clustering = linked.linker.cluster(scored, with: linked.model)
      let pair = linked.linker.explainer(linked.model, clustering).explain(left, right)
      let lines = PairLinesForPeople(pair).lines(request.format, console.styling)
      for line in lines { console.print(line) }
      return .done
    }
  }

  static func how(_ request: HowRequest, _ console: Console) async throws -> ExitCode {
    try await LinkageFailures.told {
      let threads = request.threads ?? Machine.cores
      let linked = try await LinkedFolder.open(Path(request.folder), threads: threads)
      let record = try record(request.record, called: "ID", linked.linker.table)
      let scored = await linked.linker.score(with: linked.model)
      let clustering = linked.linker.cluster(scored, with: linked.model)
      let person = linked.linker.explainPerson(of: record, linked.model, scored, clustering)
      let lines = PersonLines(person).lines(request.format, console.styling)
      for line in lines { console.print(line) }
      return .done
    }
  }

  /// The one record that a word names; the word itself is never in a message.
  private static func record(
    _ word: String, called name: String, _ table: RecordTable
  ) throws -> RecordNumber {
    let found = table.records(named: word)
    guard let record = found.first else {
      throw CommandFailure(
        .dataRefused,
        Problem(
          "no record has the id given as \(name)",
          why: "Sources: \(table.sources.joined(separator: ", ")).",
          advice: "Write the id as in pairs.csv, or source:id."))
    }
    guard found.count == 1 else {
      let sources = found.map { table.name($0).source }
      throw CommandFailure(
        .dataRefused,
        Problem(
          "\(found.count) records have the id given as \(name)",
          why: "They are in: \(sources.joined(separator: ", ")).",
          advice: "Write source:id."))
    }
    return record
  }
}
