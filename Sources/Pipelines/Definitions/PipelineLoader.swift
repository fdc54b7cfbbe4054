import Cohorts
import CSVFiles
import Criteria
public import Disk
import Families
import Intake
import Journeys
import Vocabulary
public import YAMLFiles

/// A pipeline with the files that make it up, read and checked as a whole.
public struct LoadedPipeline: Sendable {
  /// The folder of `pipeline.yaml`.
  public let folder: Path
  /// What the files say.
  public let definition: PipelineDefinition
  /// The folder in which extracts arrive.
  public let extracts: Path
  /// Whether that is the folder that `pipeline.yaml` names.
  public let hasOwnExtracts: Bool
  /// Every file that configures the run, for the manifest.
  public let files: [Path]

  /// Reads the pipeline in a folder, or with extracts from another folder than it says.
  ///
  /// Throws `PipelineMistakes` with every mistake at once, or `RunProblem.noPipeline`.
  public static func load(_ folder: Path, extracts: Path? = nil) throws -> LoadedPipeline {
    guard try Files.kind(of: folder.joining("pipeline.yaml")) == .file else {
      throw RunProblem.noPipeline(folder)
    }
    return try PipelineLoader.load(folder, extracts: extracts)
  }

  /// A file's name as the pipeline writes it, such as `../vocabulary.yaml`.
  ///
  /// It is the same wherever the pipeline lies, and however the way to it is written.
  func name(of file: Path) -> String {
    let beginning = folder.text + "/"
    return file.text.hasPrefix(beginning)
      ? String(file.text.dropFirst(beginning.count)) : file.text
  }
}

/// Why a pipeline can't be run: every mistake in its files, at once.
public struct PipelineMistakes: Error, Equatable, Sendable {
  /// The mistakes, file by file, in the order of their lines.
  public let mistakes: [YAMLMistake]

  /// Gathers mistakes.
  public init(mistakes: [YAMLMistake]) {
    self.mistakes = mistakes
  }
}

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
      try Files.kind(of: sources) == .folder
      ? Files.list(sources).filter { $0.hasSuffix(".yaml") } : []
    if names.isEmpty { note("the folder 'sources' holds no contract", in: "sources", line: 1) }
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

  // MARK: Tables

  /// The records of a small CSV file without its header, each with its line.
  mutating func rows(
    of name: String, headings: [String]
  ) throws -> [(line: Int, cells: [String])]? {
    guard let bytes = try bytes(of: name) else { return nil }
    var reader = CSVReader()
    var row = CSVRow()
    var rows: [(line: Int, cells: [String])] = []
    reader.feed(bytes.span)
    reader.finish()
    while let record = reader.next() {
      do throws(CSVError) {
        try reader.parse(record, into: &row)
      } catch {
        note(error.message, in: name, line: record.firstLine)
        continue
      }
      if row.fieldCount == 0 || row.texts.allSatisfy(\.isEmpty) { continue }
      rows.append((record.firstLine, row.texts))
    }
    guard let header = rows.first, header.cells == headings else {
      note(
        "the header is not \(headings.joined(separator: ","))", in: name,
        line: rows.first?.line ?? 1)
      return nil
    }
    for row in rows where row.cells.count != headings.count {
      note("the row has \(row.cells.count) cells, not \(headings.count)", in: name, line: row.line)
      return nil
    }
    return Array(rows.dropFirst())
  }

  private mutating func readCalendar(_ name: String) throws -> TermCalendar? {
    let headings = ["la", "school", "academic_year", "term", "start", "end"]
    guard let rows = try rows(of: name, headings: headings) else { return nil }
    var terms: [TermCalendar.Row] = []
    for (line, cells) in rows {
      if let row = Self.term(cells) {
        terms.append(row)
      } else {
        note(
          "the row is no term", in: name, line: line,
          advice: "write it as 820,*,2012/13,autumn,2012-09-04,2012-12-21")
      }
    }
    guard terms.count == rows.count else { return nil }
    do throws(TermCalendar.Problem) {
      return try TermCalendar(terms)
    } catch {
      switch error {
      case .repeated(let row): note("the term is there twice", in: name, line: rows[row].line)
      case .outOfOrder(let row):
        note("the term does not come after the one before it", in: name, line: rows[row].line)
      }
      return nil
    }
  }

  private static func term(_ cells: [String]) -> TermCalendar.Row? {
    guard let authority = try? LocalAuthorityCode(cells[0]), let year = AcademicYear(cells[2]),
      let term = Term(cells[3]), let first = Day(iso: cells[4]), let last = Day(iso: cells[5]),
      let days = DayInterval(first: first, last: last)
    else { return nil }
    var school: TermCalendar.School?
    if cells[1] != "*" {
      if let estab = try? LAEstab(cells[1]) {
        school = .laEstab(estab)
      } else if let urn = try? URN(cells[1]) {
        school = .urn(urn)
      } else {
        return nil
      }
    }
    return TermCalendar.Row(
      authority: authority, school: school, term: AcademicTerm(term, of: year), days: days)
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
