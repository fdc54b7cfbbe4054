public import YAMLFiles

extension LinkageSettings {
  /// Reads settings; every mistake is added, and the value is only to be used when there is none.
  public static func read(
    _ document: YAMLDocument, collecting mistakes: inout [YAMLMistake]
  ) -> LinkageSettings? {
    document.read(collecting: &mistakes) { LinkageSettings.read(&$0) }
  }

  private static func read(_ reader: inout MappingReader) -> LinkageSettings? {
    let name = reader.required("linkage") { $0.string() }
    let version = reader.optional("version") { $0.integer(in: 1...1_000_000) }
    let ids = reader.optional("id") { $0.texts() }
    let mode = reader.optional("mode") { $0.word(as: LinkageMode.self) }
    let columns = reader.required("columns") { $0.entries(ColumnSettings.read) } ?? []
    let scope = SettingsScope(columns: columns)
    let comparisons =
      reader.required("comparisons") { value in value.list { scope.comparison(&$0) } } ?? []
    let blocking = reader.required("blocking") { value in value.list { scope.rule(&$0) } } ?? []
    let training = reader.optional("training") { value in value.mapping { scope.training(&$0) } }
    let clusters = reader.optional("clusters") { value in value.mapping { scope.clusters(&$0) } }
    let budget = reader.optional("budget") { value in value.mapping { scope.budget(&$0) } }
    let keep = reader.optional("keep") { $0.fraction() }
    if comparisons.count > PatternLimits.mostComparisons {
      reader.mistake(
        "there are \(comparisons.count) comparisons, and \(PatternLimits.mostComparisons) at most",
        at: "comparisons") as Void?
    }
    if blocking.isEmpty, reader.mistakes.isEmpty {
      reader.mistake("at least one blocking rule is needed", at: "blocking") as Void?
    }
    guard let name else { return nil }
    return LinkageSettings(
      name: name, version: version ?? 1, idHeaders: ids ?? LinkageSettings.usualIDs, mode: mode,
      columns: columns, comparisons: comparisons, blocking: blocking,
      training: training ?? TrainingSettings(), clusters: clusters ?? ClusterSettings(),
      budget: budget ?? PairBudget(), keepProbability: keep ?? 0.01)
  }

  /// The headers under which ids are looked for when the settings say nothing.
  static let usualIDs = ["unique_id", "record_id", "rec_id", "id"]
}

extension ValueReader {
  /// One text or a list of texts.
  mutating func texts() -> [String]? {
    if case .sequence = node.content { return list { $0.string() } }
    return string().map { [$0] }
  }

  /// A number from 0 to 1.
  mutating func fraction() -> Double? {
    decimal(in: 0...1)
  }

  /// A number, with or without a fraction.
  mutating func decimal(in range: ClosedRange<Double>) -> Double? {
    guard let text = node.text, let number = Double(text), range.contains(number) else {
      return mistake(
        "\(name) has to be a number from \(NumberText.text(range.lowerBound)) "
          + "to \(NumberText.text(range.upperBound))")
    }
    return number
  }
}
