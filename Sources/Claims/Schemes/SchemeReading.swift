public import Vocabulary
public import YAMLFiles

extension ClaimScheme {
  /// Reads a scheme's file; nothing where any mistake was added.
  ///
  /// Every mistake of the file is told at once, each with its place and the nearest word.
  public static func read(
    _ document: YAMLDocument, vocabulary: FactVocabulary, collecting mistakes: inout [YAMLMistake]
  ) -> ClaimScheme? {
    let before = mistakes.count
    let measures = MeasureReading(vocabulary: vocabulary)
    let scheme = document.read(collecting: &mistakes) { readScheme(&$0, measures) }
    guard let scheme, mistakes.count == before else { return nil }
    return scheme
  }

  private static func readScheme(
    _ mapping: inout MappingReader, _ reading: MeasureReading
  ) -> ClaimScheme? {
    let name = mapping.required("scheme") { $0.string() }
    let title = mapping.required("title") { $0.string() }
    let version = mapping.required("version") { $0.string() }
    let path = mapping.required("path") { $0.string() }
    let barredBy = mapping.optional("barred_by") { value in value.list { $0.string() } }
    let packs = mapping.required("packs") { value in value.list { $0.string() } }
    let needed = mapping.required("criteria_needed") { $0.integer(in: 1...20) }
    let lateDays = mapping.optional("window_may_end_before") { $0.integer(in: 0...366) }
    let problems = mapping.required("problems") { readProblems(&$0) }
    let problemNames = (problems ?? []).map(\.name)
    let elements = mapping.required("elements") { value in
      value.entries { name, _, value in
        value.mapping { readElement(name, &$0, problemNames, reading) }
      }
    }
    let results = mapping.required("results") { readResults(&$0, (elements ?? []).map(\.name)) }
    let rates = mapping.required("money") { value in
      value.mapping { Rates.read(&$0, results: (results ?? []).map(\.name)) }
    }
    let audit = mapping.required("audit") { value in value.mapping { auditRules(&$0) } }
    guard let name, let title, let version, let path, let packs, let needed, let problems,
      let elements, let results, let rates, let audit
    else { return nil }
    return ClaimScheme(
      name: name, title: title, version: version, path: path, barredBy: barredBy ?? [],
      packs: packs, criteriaNeeded: needed, lateDays: lateDays ?? 0, problems: problems,
      elements: elements,
      results: results, rates: rates, audit: audit)
  }

  private static func readProblems(_ value: inout ValueReader) -> [Problem]? {
    value.entries { name, _, value in
      value.list { $0.string() }.map { Problem(name: name, criteria: $0) }
    }
  }

  private static func readElement(
    _ name: String, _ mapping: inout MappingReader, _ problems: [String],
    _ reading: MeasureReading
  ) -> Element? {
    let title = mapping.required("title") { $0.string() }
    let answers = mapping.optional("answers") { value in value.list { $0.word(among: problems) } }
    let asked = mapping.optional("asked") { $0.word(as: Asking.self) }
    let measure = mapping.required("measure") { reading.measure(&$0) }
    guard let title, let measure else { return nil }
    return Element(
      name: name, title: title, problems: answers ?? [], asked: asked ?? .always,
      measure: measure)
  }

  private static func readResults(_ value: inout ValueReader, _ elements: [String]) -> [Result]? {
    let names = value.node.keys
    return value.entries { name, _, value in
      value.mapping { mapping in
        let title = mapping.required("title") { $0.string() }
        let gates = mapping.optional("gates") { value in
          value.list { $0.word(among: elements) }
        }
        let asked = mapping.required("elements") { value in
          value.list { $0.word(among: elements) }
        }
        let addsTo = mapping.optional("adds_to") { $0.word(among: names) }
        let covers = mapping.optional("covers_all_problems") { $0.boolean() }
        guard let title, let asked else { return nil }
        return Result(
          name: name, title: title, gates: gates ?? [], elements: asked, addsTo: addsTo,
          coversAllProblems: covers ?? false)
      }
    }
  }

  private static func auditRules(_ mapping: inout MappingReader) -> AuditRules? {
    let rate = mapping.required("rate") { $0.percent() }
    let least = mapping.required("at_least") { $0.integer(in: 0...1_000) }
    let tolerated = mapping.required("tolerate") { $0.percent() }
    let volume = mapping.required("volume_times") { $0.integer(in: 1...100) }
    guard let rate, let least, let tolerated, let volume else { return nil }
    return AuditRules(
      ratePercent: rate, least: least, toleratedPercent: tolerated, volumeTimes: volume)
  }
}

extension YAMLNode {
  /// The keys of a mapping, in the order written.
  var keys: [String] {
    guard case .mapping(let entries) = content else { return [] }
    return entries.map(\.key)
  }
}
