import CSVFiles
public import Disk
import Store
import Vocabulary
import YAMLFiles

/// A drawn sample as files: the pairs to be judged, and the seal by which it is known.
public struct SampleFiles {
  private let folder: Path

  /// Names the folder of a sample.
  public init(_ folder: Path) { self.folder = folder }

  /// The table that is filled in: a row for each pair, without a word of what the machine said.
  public var table: Path { folder.joining("sample.csv") }
  private var seal: Path { folder.joining("sample.json") }

  /// The kind of ledger entry that notes a sample.
  public static let entryKind = "sample"

  /// From what a sample was drawn; with it, it is drawn again.
  private struct Seal: Codable, Equatable {
    var run: String
    var seed: Int
    var size: Int
    var sha256: String

    var line: String {
      JSONValue.members([
        ("run", .text(run)), ("seed", .number(seed)), ("size", .number(size)),
        ("sha256", .text(sha256)),
      ]).line
    }
  }

  // MARK: Drawing

  /// Draws a sample of a run, writes it, and notes it in the ledger before anyone has seen it.
  public func draw(_ desk: inout ReviewDesk, seed: Int, size: Int, at: String, by: String) throws
    -> QualitySample
  {
    let sample = try QualitySample(of: &desk.opened.file, seed: seed, size: size)
    guard !sample.items.isEmpty else { throw ReviewProblem.noPeople }
    let seal = Seal(
      run: desk.opened.run.description, seed: seed, size: size, sha256: sample.digest)
    let text = try Self.text(sample, &desk)
    var ledger = try desk.workspace.openLedger()
    try ledger.append(kind: Self.entryKind, at: at, by: by, content: seal.line)
    try Files.createFolder(folder)
    try Files.writeAtomically(try JSON.bytes(seal), to: self.seal)
    try Files.writeAtomically(text, to: table)
    return sample
  }

  private static func text(_ sample: QualitySample, _ desk: inout ReviewDesk) throws -> [UInt8] {
    let records = try desk.opened.file.snapshots(
      of: sample.items.flatMap { [$0.pair.left, $0.pair.right] })
    let byKey = Dictionary(records.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
    let columns = RunFile.decisiveColumns.filter { name in records.contains { $0[name] != nil } }
    var writer = CSVWriter(guardsFormulas: true)
    writer.record(
      headings + columns.flatMap { ["\($0)_l", "\($0)_r"] })
    for (number, item) in sample.items.enumerated() {
      let (left, right) = (byKey[item.pair.left], byKey[item.pair.right])
      writer.record(
        ["\(number + 1)", item.pair.left.text, item.pair.right.text, ""]
          + columns.flatMap { [left?[$0] ?? "", right?[$0] ?? ""] })
    }
    return writer.bytes
  }

  private static let headings = ["item", "left", "right", "answer"]

  // MARK: Judging

  /// Works out precision and recall of a sample that was filled in, which has to be the one that the ledger knows.
  public func judge(_ keeper: RunKeeper) throws -> QualityEstimate {
    guard let seal = try JSON.whole(Seal.self, at: seal) else {
      throw ReviewProblem.otherSample
    }
    var ledger = try keeper.workspace.openLedger()
    let isNoted = try ledger.entries().contains {
      $0.kind == Self.entryKind && $0.content == seal.line
    }
    var desk = try ReviewDesk(keeper, run: seal.run)
    let sample = try QualitySample(of: &desk.opened.file, seed: seal.seed, size: seal.size)
    guard isNoted, sample.digest == seal.sha256 else { throw ReviewProblem.otherSample }
    return QualityEstimate(sample, answers: try answers(sample))
  }

  /// What was said of each item, in the order of the sample; every mistake at once.
  private func answers(_ sample: QualitySample) throws -> [QualityEstimate.Answer?] {
    let (name, bytes) = (table.text, try Files.read(table))
    let read = try ListMistakes.told(in: name) { () throws(ListTable.Mistake) in
      try ListTable(bytes)
    }
    guard Array(read.headings.prefix(4)) == Self.headings else { throw ReviewProblem.otherSample }
    var places: [[String]: Int] = [:]
    for (place, item) in sample.items.enumerated() {
      places[[item.pair.left.text, item.pair.right.text]] = place
    }
    var answers = [QualityEstimate.Answer?](repeating: nil, count: sample.items.count)
    var mistakes: [YAMLMistake] = []
    let words = QualityEstimate.Answer.allCases.map(\.rawValue)
    for row in read.rows {
      guard let place = places[Array(row.cells[1...2])] else {
        mistakes.append(
          ListMistakes.mistake("the pair is none of the sample", in: name, line: row.line))
        continue
      }
      let word = row.cells[3].trimmingBlanks.lowercased()
      guard !word.isEmpty else { continue }
      answers[place] = QualityEstimate.Answer(rawValue: word)
      guard answers[place] == nil else { continue }
      mistakes.append(
        YAMLMistake(
          file: name, mark: YAMLMark(line: row.line, column: 4), what: "that is no answer",
          suggestion: "use one of \(words.joined(separator: ", ")), or leave it empty"))
    }
    guard mistakes.isEmpty else { throw PipelineMistakes(mistakes: mistakes) }
    return answers
  }
}

extension String {
  /// Without the blanks at both ends.
  fileprivate var trimmingBlanks: String {
    split(separator: " ").joined(separator: " ")
  }
}
