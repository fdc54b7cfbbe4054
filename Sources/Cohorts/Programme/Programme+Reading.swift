public import Vocabulary
public import YAMLFiles

extension Programme {
  /// Reads the file; nothing where any mistake was added.
  ///
  /// - Parameters:
  ///   - document: The file.
  ///   - vocabulary: The agencies that it may name.
  ///   - mistakes: Where mistakes are added.
  /// - Returns: The programme, or nil.
  public static func read(
    _ document: YAMLDocument, vocabulary: FactVocabulary, collecting mistakes: inout [YAMLMistake]
  ) -> Programme? {
    let before = mistakes.count
    let agencies = vocabulary.agencies.map(\.name)
    let programme = document.read(collecting: &mistakes) { readProgramme(&$0, agencies) }
    guard let programme, mistakes.count == before else { return nil }
    return programme
  }

  private static func readProgramme(
    _ mapping: inout MappingReader, _ agencies: [String]
  ) -> Programme? {
    let title = mapping.required("programme") { $0.string() }
    let areas = mapping.optional("areas") { value in
      value.entries { name, _, value in value.mapping { readArea(name, &$0) } }
    }
    let names = (areas ?? []).map(\.name)
    let total = mapping.required("families") { $0.integer(in: 0...1_000_000) }
    let targets = mapping.required("targets") { value in
      value.entries { name, _, value in readTarget(name, &value, names) }
    }
    let partners = mapping.optional("partners") { value in
      value.entries { name, _, value in readPartner(name, &value, agencies) }
    }
    let services = mapping.optional("services") { value in
      value.entries { name, _, value in value.mapping { readService(name, &$0) } }
    }
    let reasons = mapping.optional("closing_reasons") { value in value.list { $0.string() } }
    let priority = mapping.optional("priority") { value in
      value.entries { name, _, value in value.mapping { readWeight(name, &$0) } }
    }
    let identifiedBy = mapping.optional("identified_by") { value in value.list { $0.string() } }
    let roles = mapping.optional("roles") { value in
      value.entries { name, _, value in readRole(name, &value) }
    }
    let forecast = mapping.optional("forecast") { $0.mapping { ForecastShares.read(&$0) } }
    guard let title, let total, let targets else { return nil }
    let sum = targets.reduce(0) { $0 + ($1.families ?? 0) }
    guard sum <= total else {
      return mapping.mistake(
        "the years' targets come to \(sum), more than \(total) families", at: "targets")
    }
    return Programme(
      title: title, families: total, targets: targets.sorted { $0.year < $1.year },
      areas: areas ?? [],
      partners: partners ?? [], services: services ?? [], closingReasons: reasons ?? [],
      priority: priority ?? [], identifiedBy: identifiedBy ?? [], forecast: forecast,
      roles: Dictionary(roles ?? [], uniquingKeysWith: { first, _ in first }))
  }

  private static func readRole(
    _ name: String, _ value: inout ValueReader
  ) -> (String, [String])? {
    let roles = ["analyst", "manager", "auditor"]
    guard roles.contains(name) else {
      let nearest = NearestWord.suggestion(for: name, among: roles)
      return value.mistake(
        "there is no role '\(name)'", suggestion: nearest.map { "did you mean '\($0)'?" })
    }
    return value.list { $0.string() }.map { (name, $0) }
  }

  private static func readArea(_ name: String, _ mapping: inout MappingReader) -> Area? {
    let group = mapping.optional("group") { $0.string() }
    let towns = mapping.optional("towns") { value in value.list { $0.string() } }
    return Area(name: name, group: group ?? name, towns: towns ?? [])
  }

  private static func readTarget(
    _ name: String, _ value: inout ValueReader, _ areas: [String]
  ) -> Target? {
    guard let year = FinancialYear(name) else {
      return value.mistake("'\(name)' is no year", suggestion: "write it as in 2012/13")
    }
    return value.mapping { mapping in
      let families = mapping.optional("families") { $0.integer(in: 0...1_000_000) }
      let aim = mapping.optional("aim_percent") { $0.integer(in: 1...100) }
      let byArea = mapping.optional("areas") { value in
        value.entries { name, _, value -> (String, Int)? in
          guard areas.contains(name) else {
            let nearest = NearestWord.suggestion(for: name, among: areas)
            return value.mistake(
              "there is no area '\(name)'", suggestion: nearest.map { "did you mean '\($0)'?" })
          }
          return value.integer(in: 0...1_000_000).map { (name, $0) }
        }
      }
      if let byArea, let families, byArea.reduce(0, { $0 + $1.1 }) != families {
        return mapping.mistake(
          "the areas come to \(byArea.reduce(0) { $0 + $1.1 }) and not to \(families)",
          at: "areas")
      }
      return Target(
        year: year, families: families, aimPercent: aim ?? 100,
        byArea: Dictionary(byArea ?? [], uniquingKeysWith: { first, _ in first }))
    }
  }

  private static func readPartner(
    _ name: String, _ value: inout ValueReader, _ agencies: [String]
  ) -> Partner? {
    guard agencies.contains(name) else {
      let nearest = NearestWord.suggestion(for: name, among: agencies)
      return value.mistake(
        "there is no agency '\(name)'", suggestion: nearest.map { "did you mean '\($0)'?" })
    }
    return value.mapping { mapping in
      let purposes = mapping.optional("purposes") { value in value.list { $0.string() } }
      let allowed = Sensitivity.allCases.filter { $0 != .benefit }.map(\.rawValue)
      let sees = mapping.optional("sees") { value in value.list { $0.word(among: allowed) } }
      return Partner(
        agency: name, purposes: purposes ?? [],
        sees: (sees ?? []).compactMap(Sensitivity.init(rawValue:)))
    }
  }

  private static func readService(_ name: String, _ mapping: inout MappingReader) -> Service? {
    let title = mapping.required("title") { $0.string() }
    let places = mapping.required("places") { $0.integer(in: 0...100_000) }
    let total = mapping.optional("total") { $0.integer(in: 0...100_000) }
    guard let title, let places else { return nil }
    return Service(name: name, title: title, places: places, total: total)
  }

  private static func readWeight(
    _ name: String, _ mapping: inout MappingReader
  ) -> PriorityWeight? {
    let points = mapping.required("points") { $0.integer(in: 0...1_000) }
    let each = mapping.optional("each") { $0.integer(in: 1...10_000) }
    return points.map { PriorityWeight(sign: name, points: $0, each: each ?? 1) }
  }
}
