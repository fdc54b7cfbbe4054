import Cohorts
import CSVFiles
import Criteria
import Disk
import Families
import Intake
import Journeys
import Vocabulary
import YAMLFiles

/// Reads a pipeline's files, collecting every mistake.
struct PipelineLoader {
  let folder: Path
  private let extracts: Path?
  var mistakes: [YAMLMistake] = []
  private var files: [Path] = []

  /// Reads the pipeline in a folder.
  static func load(_ folder: Path, extracts: Path?) throws -> LoadedPipeline {
    var loader = PipelineLoader(folder: folder, extracts: extracts)
    let loaded = try loader.load()
    guard loader.mistakes.isEmpty, let loaded else {
      throw PipelineMistakes(mistakes: loader.mistakes)
    }
    return loaded
  }

  private init(folder: Path, extracts: Path?) {
    self.folder = folder
    self.extracts = extracts
  }

  private mutating func load() throws -> LoadedPipeline? {
    guard let settings = try read("pipeline.yaml", PipelineSettings.read) else { return nil }
    let vocabulary = try read(settings.vocabulary, FactVocabulary.read)
    let calendar = try readCalendar(settings.calendar)
    check(calendar, settings)
    let protection = try readProtection(settings)
    let people = try settings.linkage.flatMap { try readPeople($0) }
    let areas = try settings.areas.flatMap { try readAreas($0) }
    guard let vocabulary else { return nil }
    let criteria = try readCriteria(settings, vocabulary)
    let journeys = try settings.journeys.flatMap { try readJourneys($0, vocabulary) }
    let programme = try readProgramme(
      settings, vocabulary, packs: criteria.map(\.name))
    let contracts = try readContracts(vocabulary, settings)
    let families = try settings.families.flatMap { name in
      try read(name) { document, mistakes in
        FamilySettings.read(
          document, kinds: vocabulary.relations.map(\.name), collecting: &mistakes)
      }
    }
    let profile = try settings.profile.flatMap { name in
      try read(name) { document, mistakes in
        ProfileDefinition.read(document, vocabulary: vocabulary, collecting: &mistakes)
      }
    }
    guard let calendar else { return nil }
    let definition = PipelineDefinition(
      council: settings.council, localAuthority: settings.localAuthority,
      areaCode: settings.areaCode, purpose: settings.purpose,
      placeholderPostcodes: settings.placeholderPostcodes, vocabulary: vocabulary,
      calendar: calendar, suppressed: protection.suppressed, protected: protection.addresses,
      contracts: contracts, people: people, families: families, areas: areas,
      programme: programme, review: settings.review, journeys: journeys, criteria: criteria,
      profile: profile)
    return LoadedPipeline(
      folder: folder, definition: definition,
      extracts: extracts ?? folder.joining(settings.extracts), hasOwnExtracts: extracts == nil,
      files: files)
  }

  // MARK: Files

  mutating func bytes(of name: String) throws -> [UInt8]? {
    let path = folder.joining(name)
    guard try Files.kind(of: path) != nil else {
      note("there is no such file", in: name, line: 1)
      return nil
    }
    files.append(path)
    return try Files.read(path)
  }

  mutating func read<Value>(
    _ name: String, _ reading: (YAMLDocument, inout [YAMLMistake]) -> Value?
  ) throws -> Value? {
    guard let bytes = try bytes(of: name) else { return nil }
    do throws(YAMLError) {
      return reading(
        try YAMLDocument.parse(bytes, name: folder.joining(name).text), &mistakes)
    } catch {
      mistakes.append(error.asMistake)
      return nil
    }
  }

  mutating func note(_ what: String, in name: String, line: Int, advice: String? = nil) {
    mistakes.append(
      YAMLMistake(
        file: folder.joining(name).text, mark: YAMLMark(line: line, column: 1), what: what,
        suggestion: advice))
  }

  // MARK: Journeys

  private mutating func readJourneys(
    _ settings: PipelineSettings.Journeys, _ vocabulary: FactVocabulary
  ) throws -> JourneysDefinition? {
    let rules = try read(settings.signs) { document, mistakes in
      JourneyRules.read(document, vocabulary: vocabulary, collecting: &mistakes)
    }
    let costs = try settings.costs.flatMap { name in
      try read(name) { document, mistakes in
        CostTable.read(document, vocabulary: vocabulary, collecting: &mistakes)
      }
    }
    let tiers = try settings.tiers.flatMap { name in
      try read(name) { document, mistakes in
        TierRules.read(document, vocabulary: vocabulary, collecting: &mistakes)
      }
    }
    return rules.map {
      JourneysDefinition(rules: $0, costs: costs, tiers: tiers, avoided: settings.avoided)
    }
  }

  // MARK: Criteria

  private mutating func readCriteria(
    _ settings: PipelineSettings, _ vocabulary: FactVocabulary
  ) throws -> [CriteriaPack] {
    var packs: [CriteriaPack] = []
    for name in settings.criteria {
      let pack = try read(name) { document, mistakes in
        CriteriaPack.read(document, vocabulary: vocabulary, collecting: &mistakes)
      }
      guard let pack else { continue }
      if packs.contains(where: { $0.name == pack.name }) {
        note("there is a pack '\(pack.name)' before this one", in: name, line: 1)
      }
      packs.append(pack)
    }
    return packs
  }

  // MARK: Contracts

  private mutating func readContracts(
    _ vocabulary: FactVocabulary, _ settings: PipelineSettings
  ) throws -> [SourceContract] {
    var contracts: [SourceContract] = []
    let sources = folder.joining("sources")
    let names =
      try Files.target(of: sources) == .folder
      ? Files.list(sources).filter { $0.hasSuffix(".yaml") } : []
    if names.isEmpty { note("the folder 'sources' holds no contract", in: "sources", line: 1) }
    for name in try misnamed(in: sources) {
      note(
        "a contract that does not end in .yaml is not read", in: "sources/\(name)", line: 1,
        advice: "rename it to \(name.dropLast(4)).yaml")
    }
    for name in names {
      let contract = try read("sources/\(name)") { document, mistakes in
        SourceContract.read(
          document, named: String(name.dropLast(5)), vocabulary: vocabulary,
          defaults: settings.rejected, collecting: &mistakes)
      }
      guard let contract else { continue }
      if !contract.legal.purposes.contains(settings.purpose) {
        note(
          "the agreement does not allow the purpose '\(settings.purpose)'",
          in: "sources/\(name)", line: 1,
          advice: "take the source out, or name the purpose once the agreement allows it")
      }
      contracts.append(contract)
    }
    return contracts
  }

  /// Contracts by the other name of such files, which would be left out without a word.
  private func misnamed(in sources: Path) throws -> [String] {
    guard try Files.target(of: sources) == .folder else { return [] }
    return try Files.list(sources).filter { $0.hasSuffix(".yml") }
  }

  // MARK: Protection

  private mutating func readProtection(
    _ settings: PipelineSettings
  ) throws -> (suppressed: SuppressionList, addresses: ProtectedAddresses) {
    var suppressed = SuppressionList()
    var addresses = ProtectedAddresses()
    do {
      if let name = settings.secret { files.append(folder.joining(name)) }
      let key = try SuppressionKey.read(settings, in: folder)
      if let name = settings.suppressed, let bytes = try bytes(of: name) {
        let entries = try SuppressedFile.entries(
          bytes, named: folder.joining(name).text, key: key)
        suppressed = SuppressionList(key: key, digests: Set(entries.map(\.digest)))
      }
      if let name = settings.addresses, let bytes = try bytes(of: name) {
        let rows = try AddressesFile.rows(bytes, named: folder.joining(name).text)
        addresses = ProtectedAddresses(
          uprns: Set(rows.compactMap(\.uprn)),
          matchKeys: Set(rows.map(\.matchKey).filter { !$0.isEmpty }))
      }
    } catch let found as PipelineMistakes {
      mistakes += found.mistakes
    }
    return (suppressed, addresses)
  }
}
