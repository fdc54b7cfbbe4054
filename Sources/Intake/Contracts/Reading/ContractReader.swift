public import Vocabulary
public import YAMLFiles

extension SourceContract {
  /// Reads a contract, collecting every mistake in it; the result is only to be used when none was added.
  public static func read(
    _ document: YAMLDocument, named name: String, vocabulary: FactVocabulary,
    defaults: Tolerance = .usual, collecting mistakes: inout [YAMLMistake]
  ) -> SourceContract? {
    document.read(collecting: &mistakes) { mapping in
      let reader = ContractReader(name: name, vocabulary: vocabulary, defaults: defaults)
      return reader.contract(&mapping)
    }
  }
}

/// Reads one contract file; the columns are read first, so that everything else can be checked against them.
struct ContractReader {
  let name: String
  let vocabulary: FactVocabulary
  let defaults: Tolerance
  var columns: [ColumnContract] = []
  var people: [PersonTemplate] = []
  var places: [PlaceTemplate] = []
  /// Columns, people and places with a mistake in them: what refers to them is not a mistake as well.
  var broken: [String] = []

  init(name: String, vocabulary: FactVocabulary, defaults: Tolerance) {
    self.name = name
    self.vocabulary = vocabulary
    self.defaults = defaults
  }

  func contract(_ mapping: inout MappingReader) -> SourceContract? {
    let source = mapping.required("source") { $0.string() }
    if let source, source != name {
      let _: Never? = mapping.mistake(
        "'source' is '\(source)', but the file is named for '\(name)'", at: "source",
        suggestion: "give both the same name")
    }
    let title = mapping.required("title") { $0.string() }
    let agency = mapping.required("agency") { self.agency(&$0) }
    let owner = mapping.required("owner") { $0.string() }
    let legal = mapping.required("legal") { $0.mapping(Self.legalGround) }
    let file = mapping.required("file") { $0.mapping(Self.fileContract) }
    let dialect = mapping.optional("dialect") { $0.mapping(Self.dialect) }
    let header = mapping.optional("header") { Self.header(&$0) }
    let footer = mapping.optional("footer") { $0.list { $0.mapping(Self.footerRule) } }
    let rejected = mapping.optional("rejected") { limits in
      limits.mapping { Tolerance.read(&$0, besides: defaults) }
    }

    var parts = self
    let columns = mapping.required("columns") { Self.columns(&$0) }
    parts.columns = columns?.sound ?? []
    parts.broken = columns?.broken ?? []
    let places = mapping.optional("places") { parts.readPlaces(&$0) }
    parts.places = places?.sound ?? []
    parts.broken += places?.broken ?? []
    let people = mapping.optional("people") { parts.readPeople(&$0) }
    parts.people = people?.sound ?? []
    parts.broken += people?.broken ?? []
    let facts = mapping.optional("facts") { list in list.list { parts.fact(&$0) } } ?? []
    let relations =
      mapping.optional("relations") { list in list.list { parts.relation(&$0) } } ?? []
    if !mapping.has("people") && !mapping.has("facts") {
      let _: Never? = mapping.mistake(
        "'\(name)' names no people and states no facts", suggestion: "add 'people' or 'facts'")
    }
    guard let title, let agency, let owner, let legal, let file else { return nil }
    var contract = SourceContract(
      name: name, title: title, agency: agency, owner: owner, legal: legal, file: file,
      dialect: dialect ?? .automatic, header: header ?? .within(15), footer: footer ?? [],
      columns: parts.columns, rejected: rejected ?? defaults, places: parts.places,
      people: parts.people, facts: facts, relations: relations)
    contract.expectPastEvents()
    return contract
  }

  /// One of the vocabulary's agencies; a new one has to be named there, too.
  private func agency(_ value: inout ValueReader) -> String? {
    let agencies = vocabulary.agencies.map(\.name)
    guard let text = value.node.text, !agencies.contains(text),
      NearestWord.suggestion(for: text, among: agencies) == nil
    else { return value.word(among: agencies) }
    return value.mistake(
      "the vocabulary has no agency '\(text)'",
      suggestion: "add it to 'agencies' in the vocabulary's file, or use one of "
        + agencies.joined(separator: ", ")
    )
  }

  /// Reads named parts, and tells the names of those that have a mistake in them.
  static func parts<Part>(
    of value: inout ValueReader, _ read: (_ name: String, inout ValueReader) -> Part?
  ) -> (sound: [Part], broken: [String])? {
    var broken: [String] = []
    let sound = value.entries { name, _, part -> Part? in
      let found = read(name, &part)
      if found == nil { broken.append(name) }
      return found
    }
    return sound.map { ($0, broken) }
  }

  /// The place of a name in a list of names.
  func place(of value: inout ValueReader, in names: [String]) -> Int? {
    if let text = value.node.text, broken.contains(text) { return nil }
    guard let word = value.word(among: names) else { return nil }
    return names.firstIndex(of: word)
  }

  static func legalGround(_ mapping: inout MappingReader) -> LegalGround? {
    let basis = mapping.required("basis") { $0.string() }
    let gateway = mapping.required("gateway") { $0.string() }
    let agreement = mapping.optional("agreement") { $0.string() }
    let purposes = mapping.required("purposes") { $0.list { $0.string() } }
    let retain = mapping.required("retain") { period(&$0) }
    guard let basis, let gateway, let purposes, let retain else { return nil }
    return LegalGround(
      basis: basis, gateway: gateway, agreement: agreement, purposes: purposes, retain: retain)
  }

  static func period(_ value: inout ValueReader) -> Period? {
    guard let text = value.string() else { return nil }
    return Period(text)
      ?? value.mistake("'\(text)' is no length of time", suggestion: "write it as '45 days'")
  }

  static func limit(_ value: inout ValueReader) -> Limit? {
    guard let text = value.node.text else { return value.string().flatMap { Limit($0) } }
    return Limit(text)
      ?? value.mistake(
        "'\(text)' is no limit", suggestion: "write a count, 20, a share, 1%, or both, 1% and 20")
  }
}

extension Tolerance {
  /// Reads `{warn_over: 1%, error_over: 10%}`; a limit that is not there is as it is elsewhere.
  public static func read(
    _ mapping: inout MappingReader, besides defaults: Tolerance
  ) -> Tolerance? {
    Tolerance(
      warnOver: mapping.optional("warn_over") { ContractReader.limit(&$0) } ?? defaults.warnOver,
      errorOver: mapping.optional("error_over") { ContractReader.limit(&$0) } ?? defaults.errorOver)
  }
}
