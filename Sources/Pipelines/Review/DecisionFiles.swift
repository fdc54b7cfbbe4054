import Store
public import Vocabulary
public import YAMLFiles

/// Decisions as files that people exchange: JSON and CSV, both with everything that the ledger holds.
public enum DecisionFiles {
  /// The two forms.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// A list of objects.
    case json
    /// A row for each decision.
    case csv

    /// The form that a file's name says; nil where it says none.
    public init?(fileName: String) {
      guard let form = Form.allCases.first(where: { fileName.lowercased().hasSuffix(".\($0)") })
      else { return nil }
      self = form
    }
  }

  /// A decision of a file, with the number that it had where it came from.
  public struct Imported: Hashable, Sendable {
    /// Its number there, to which others of the file may refer.
    var number: Int?
    var decision: Decision
    /// Where it stands in the file.
    public var mark: YAMLMark
  }

  /// Who and when, for decisions that do not say.
  public struct Importer: Sendable {
    /// Who imports.
    public var by: String
    /// When, in UTC.
    public var at: String

    /// States who imports, and when.
    public init(by: String, at: String) {
      self.by = by
      self.at = at
    }
  }

  /// Reads a file, or throws every mistake in it at once.
  public static func read(
    _ bytes: [UInt8], _ form: Form, named name: String, by importer: Importer
  ) throws(PipelineMistakes) -> [Imported] {
    var mistakes: [YAMLMistake] = []
    let read =
      switch form {
      case .json: DecisionJSON.read(bytes, named: name, importer, &mistakes)
      case .csv: DecisionCSV.read(bytes, named: name, importer, &mistakes)
      }
    checkReferences(read, named: name, &mistakes)
    guard mistakes.isEmpty else {
      throw PipelineMistakes(
        mistakes: mistakes.sorted { ($0.mark, $0.what) < ($1.mark, $1.what) })
    }
    return read
  }

  /// An undoing and a superseding refer to an earlier decision of the same file, if decisions of it have numbers.
  private static func checkReferences(
    _ read: [Imported], named name: String, _ mistakes: inout [YAMLMistake]
  ) {
    var known: Set<Int> = []
    let hasNumbers = read.contains { $0.number != nil }
    for imported in read {
      let named = [imported.decision.supersedes, imported.decision.subject.undone]
      for number in named.compactMap(\.self) where hasNumbers && !known.contains(number) {
        mistakes.append(
          YAMLMistake(
            file: name, mark: imported.mark,
            what: "no earlier decision of the file has the number \(number)"))
      }
      if let number = imported.number, !known.insert(number).inserted {
        mistakes.append(
          YAMLMistake(
            file: name, mark: imported.mark, what: "the number \(number) was there before"))
      }
    }
  }

  /// Writes decisions, with how each stands.
  public static func write(_ fold: DecisionFold, _ form: Form) -> [UInt8] {
    switch form {
    case .json: DecisionJSON.bytes(fold)
    case .csv: DecisionCSV.bytes(fold)
    }
  }
}

extension DecisionFold.State {
  /// The state in a word or two.
  var words: String {
    switch self {
    case .holds: "holds"
    case .undone(let number): "undone by \(number)"
    case .superseded(let number): "superseded by \(number)"
    }
  }
}

/// Decisions as a list of objects, one on each line.
enum DecisionJSON {
  static func bytes(_ fold: DecisionFold) -> [UInt8] {
    let lines = zip(fold.all, fold.states).map { noted, state in
      JSONValue.members(
        [
          ("number", .number(noted.number)), ("state", .text(state.words)),
          ("by", .text(noted.decision.by)), ("at", .text(noted.decision.at)),
        ] + noted.decision.members
      ).line
    }
    return Array(("[" + lines.map { "\n\($0)" }.joined(separator: ",") + "\n]\n").utf8)
  }

  static func read(
    _ bytes: [UInt8], named name: String, _ importer: DecisionFiles.Importer,
    _ mistakes: inout [YAMLMistake]
  ) -> [DecisionFiles.Imported] {
    do throws(YAMLError) {
      var limits = YAMLLimits()
      limits.bytes = 64 << 20
      limits.nodes = 20_000_000
      let document = try YAMLDocument.parse(bytes, name: name, limits: limits)
      var reader = ValueReader(document.root, name: "the document", file: name)
      let read = reader.list { $0.mapping { imported(&$0, importer) } }
      mistakes += reader.mistakes
      return read ?? []
    } catch {
      mistakes.append(error.asMistake)
      return []
    }
  }

  /// Reads a decision with what stands beside it; how it stood elsewhere is of no matter here.
  static func imported(
    _ members: inout MappingReader, _ importer: DecisionFiles.Importer
  ) -> DecisionFiles.Imported? {
    let number = members.optional("number") { $0.integer(in: 1...Int.max) }
    _ = members.optional("state") { $0.string() }
    let by = members.optional("by") { $0.string() }
    let at = members.optional("at", time)
    let mark = members.mark
    return DecisionReader.decision(&members, by: by ?? importer.by, at: at ?? importer.at).map {
      DecisionFiles.Imported(number: number, decision: $0, mark: mark)
    }
  }

  /// A day, or a moment that begins with one.
  private static func time(_ value: inout ValueReader) -> String? {
    guard let text = value.string() else { return nil }
    guard Day(iso: String(text.prefix(10))) != nil else {
      return value.mistake("\(value.name) has to be a time in UTC, as 2013-07-22T09:00:00Z")
    }
    return text
  }
}
