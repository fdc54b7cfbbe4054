public import Vocabulary
public import YAMLFiles

extension FactVocabulary {
  /// Reads `vocabulary.yaml`, collecting every mistake; the result is only to be used when none was added.
  public static func read(
    _ document: YAMLDocument, collecting mistakes: inout [YAMLMistake]
  ) -> FactVocabulary? {
    document.read(collecting: &mistakes) { mapping in
      let agencies =
        mapping.required("agencies") { list in
          list.entries { name, _, agency in agency.mapping { VocabularyReader.agency(name, &$0) } }
        } ?? []
      let words = agencies.map(\.name)
      let kinds =
        mapping.required("kinds") { list in
          list.entries { name, _, kind in
            kind.mapping { VocabularyReader.kind(name, agencies: words, &$0) }
          }
        } ?? []
      let relations =
        mapping.required("relations") { list in
          list.entries { name, _, relation in
            relation.mapping { VocabularyReader.relation(name, &$0) }
          }
        } ?? []
      return FactVocabulary(agencies: agencies, kinds: kinds, relations: relations)
    }
  }
}

/// Reads the entries of `vocabulary.yaml`.
enum VocabularyReader {
  static func agency(_ name: String, _ mapping: inout MappingReader) -> Agency? {
    let title = mapping.required("title") { $0.string() }
    let isUniversal = mapping.optional("universal") { $0.boolean() } ?? false
    return title.map { Agency(name: name, title: $0, isUniversal: isUniversal) }
  }

  static func kind(
    _ name: String, agencies: [String], _ mapping: inout MappingReader
  ) -> FactKind? {
    let title = mapping.required("title") { $0.string() }
    let agency = mapping.required("agency") { $0.word(among: agencies) }
    let shape = mapping.required("shape") { $0.word(as: FactShape.self) }
    let level = mapping.required("level") { $0.integer(in: 0...4) }
    let cost = mapping.optional("cost") { $0.string() }
    let sensitivity = mapping.required("sensitivity") { $0.word(as: Sensitivity.self) }
    let attributes = mapping.optional("attributes") { list in list.list { $0.string() } } ?? []
    guard let title, let agency, let shape, let level, let sensitivity else { return nil }
    return FactKind(
      name: name, title: title, agency: agency, shape: shape, level: level, cost: cost,
      sensitivity: sensitivity, attributes: attributes)
  }

  static func relation(_ name: String, _ mapping: inout MappingReader) -> RelationKind? {
    let title = mapping.required("title") { $0.string() }
    let inverse = mapping.optional("inverse") { $0.string() }
    return title.map { RelationKind(name: name, title: $0, inverse: inverse) }
  }
}
