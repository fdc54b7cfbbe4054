public import YAMLFiles

extension LinkageModel {
  /// Reads a model file, and adds every mistake; nil when there is one.
  ///
  /// JSON is YAML, so mistakes come with line, column and the nearest word.
  public static func read(
    _ bytes: [UInt8], name: String, mistakes: inout [YAMLMistake]
  ) -> LinkageModel? {
    do {
      let document = try YAMLDocument.parse(bytes, name: name)
      if let mistake = mistakeOfForm(document) {
        mistakes.append(mistake)
        return nil
      }
      var found: [YAMLMistake] = []
      let model = document.read(collecting: &found) { ModelReading.model(&$0) }
      mistakes += found
      return found.isEmpty ? model : nil
    } catch {
      mistakes.append(error.asMistake)
      return nil
    }
  }

  /// Another form of model has other keys, so nothing else is worth saying about it.
  private static func mistakeOfForm(_ document: YAMLDocument) -> YAMLMistake? {
    guard let node = document.root["kindred_model"], let form = node.text.flatMap({ Int($0) }),
      form != formatVersion
    else { return nil }
    return YAMLMistake(
      file: document.file, mark: node.mark,
      what: "the model has form \(form), but this program reads form \(formatVersion)",
      suggestion: "train the model anew")
  }
}

/// Reads the parts of a model file.
private enum ModelReading {
  static func model(_ file: inout MappingReader) -> LinkageModel? {
    _ = file.required("kindred_model") { $0.integer() }
    let name = file.required("name") { $0.string() }
    let version = file.required("version") { $0.integer(in: 1...Int.max) }
    let digest = file.required("settings_digest") { text(&$0) }
    let prior = file.required("prior") { probability(&$0, below: 1) }
    let priorOrigin = file.required("prior_from") { $0.mapping { origin(&$0) } }
    let priorRecords = file.optional("prior_records") { $0.integer(in: 1...Int.max) }
    let comparisons = file.required("comparisons") { list in
      list.list { $0.mapping { comparison(&$0) } }
    }
    let shape = (comparisons ?? []).map { (name: $0.name, levels: $0.levels.count) }
    let lookAlikes = file.optional("look_alikes") { list in
      list.list { $0.mapping { ModelReading.lookAlikes(&$0, of: shape) } }
    }
    let settings = file.required("settings") { text(&$0) }
    guard let name, let version, let digest, let prior, let priorOrigin, let comparisons,
      let settings
    else { return nil }
    if let twice = firstRepeated(comparisons.map(\.name)) {
      return file.mistake("two comparisons are called '\(twice)'", at: "comparisons")
    }
    return LinkageModel(
      name: name, version: version, prior: prior, priorOrigin: priorOrigin,
      priorRecords: priorRecords, comparisons: comparisons, lookAlikes: lookAlikes ?? [],
      settingsDigest: digest, settings: settings)
  }

  private static func comparison(
    _ mapping: inout MappingReader
  ) -> ComparisonModel? {
    let name = mapping.required("name") { $0.string() }
    let levels = mapping.required("levels") { list in
      list.list { $0.mapping { level(&$0) } }
    }
    guard let name, let levels else { return nil }
    guard !levels.isEmpty else { return mapping.mistake("'\(name)' has no level", at: "levels") }
    if let twice = firstRepeated(levels.map(\.label)) {
      return mapping.mistake("two levels of '\(name)' are called '\(twice)'", at: "levels")
    }
    sum(levels.map(\.m), "m", of: name, &mapping)
    sum(levels.map(\.u), "u", of: name, &mapping)
    return ComparisonModel(name: name, levels: levels)
  }

  private static func level(
    _ mapping: inout MappingReader
  ) -> LevelModel? {
    let label = mapping.required("label") { $0.string() }
    let m = mapping.required("m") { probability(&$0) }
    let u = mapping.required("u") { probability(&$0) }
    let mOrigin = mapping.required("m_from") { $0.mapping { origin(&$0) } }
    let uOrigin = mapping.required("u_from") { $0.mapping { origin(&$0) } }
    guard let label, let m, let u, let mOrigin, let uOrigin else { return nil }
    return LevelModel(
      label: label, m: m, u: u, mOrigin: mOrigin, uOrigin: uOrigin)
  }

  private static func lookAlikes(
    _ mapping: inout MappingReader, of shape: [(name: String, levels: Int)]
  ) -> LookAlikes? {
    let names = shape.map(\.name)
    let block = mapping.required("block") { $0.string() }
    let own = mapping.required("probability") { probability(&$0, below: 1) }
    let strangers = mapping.required("strangers") { probability(&$0, below: 1) }
    let held = mapping.required("held") { list in
      list.list { item in item.word(among: names).flatMap { names.firstIndex(of: $0) } }
    }
    let likelihoods = mapping.required("likelihoods") { value in
      value.mapping { comparisons in
        shape.compactMap { name, levels in
          comparisons.required(name) { ModelReading.likelihoods(&$0, count: levels) }
        }
      }
    }
    guard let block, let own, let strangers, let held, let likelihoods,
      likelihoods.count == shape.count
    else { return nil }
    return LookAlikes(
      block: block, probability: own, strangers: strangers, held: held, likelihoods: likelihoods)
  }

  /// As many likelihoods as a comparison has levels, which add up to 1.
  private static func likelihoods(_ value: inout ValueReader, count: Int) -> [Double]? {
    guard let likelihoods = value.list({ probability(&$0) }) else { return nil }
    guard likelihoods.count == count else {
      return value.mistake("\(value.name) has \(likelihoods.count) likelihoods for \(count) levels")
    }
    guard abs(likelihoods.reduce(0, +) - 1) <= 1e-6 else {
      return value.mistake("the likelihoods of \(value.name) do not add up to 1")
    }
    return likelihoods
  }

  private static func origin(_ mapping: inout MappingReader) -> ParameterOrigin? {
    guard let kind = mapping.required("kind", { $0.word(as: ParameterOrigin.Kind.self) }) else {
      return nil
    }
    switch kind {
    case .usual: return .usual
    case .settings: return .settings
    case .valueFrequencies: return .valueFrequencies
    case .randomPairs:
      return mapping.required("pairs") { $0.integer(in: 0...Int.max) }.map { .randomPairs($0) }
    case .labels:
      return mapping.required("pairs") { $0.integer(in: 0...Int.max) }.map { .labels($0) }
    case .blocks:
      return mapping.required("blocks") { $0.list { $0.string() } }.map { .blocks($0) }
    case .rules:
      return mapping.required("recall") { probability(&$0) }.map { .rules(recall: $0) }
    }
  }

  /// A number above 0 and at most 1, or below a bound.
  private static func probability(
    _ value: inout ValueReader, below bound: Double? = nil
  ) -> Double? {
    guard let number = number(&value) else { return nil }
    guard number > 0, number <= 1, bound.map({ number < $0 }) ?? true else {
      return value.mistake(
        "\(value.name) has to be above 0 and \(bound == nil ? "at most" : "below") 1")
    }
    return number
  }

  private static func number(_ value: inout ValueReader) -> Double? {
    guard case .scalar(let text, .plain) = value.node.content, let number = Double(text),
      number.isFinite
    else { return value.mistake("\(value.name) has to be a number") }
    return number
  }

  /// A text that may be empty.
  private static func text(_ value: inout ValueReader) -> String? {
    guard case .scalar(let text, .quoted) = value.node.content else {
      return value.mistake("\(value.name) has to be a text in quotes")
    }
    return text
  }

  private static func sum(
    _ likelihoods: [Double], _ what: String, of comparison: String,
    _ mapping: inout MappingReader
  ) {
    let sum = likelihoods.reduce(0, +)
    guard abs(sum - 1) > 1e-6 else { return }
    let _: Void? = mapping.mistake(
      "the \(what) of the levels of '\(comparison)' add up to \(sum), not to 1", at: "levels")
  }

  private static func firstRepeated(_ names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }
}
