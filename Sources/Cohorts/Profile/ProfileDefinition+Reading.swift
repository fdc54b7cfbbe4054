public import Vocabulary
public import YAMLFiles

extension ProfileDefinition {
  /// Reads a profile's file; nothing where any mistake was added.
  public static func read(
    _ document: YAMLDocument, vocabulary: FactVocabulary, collecting mistakes: inout [YAMLMistake]
  ) -> ProfileDefinition? {
    let before = mistakes.count
    let definition = document.read(collecting: &mistakes) { read(&$0, vocabulary.kinds) }
    return mistakes.count == before ? definition : nil
  }

  private static func read(
    _ mapping: inout MappingReader, _ kinds: [FactKind]
  ) -> ProfileDefinition? {
    _ = mapping.required("profile") { $0.string() }
    let title = mapping.required("title") { $0.string() }
    let source = mapping.optional("source") { $0.string() }
    let wards = mapping.required("wards") { value in
      value.mapping {
        (families: $0.required("families") { $0.percent() }, published: published(&$0))
      }
    }
    let size = mapping.optional("size") { $0.mapping { number(&$0) } }
    let children = mapping.optional("children") { $0.mapping { number(&$0) } }
    let loneParents = mapping.optional("lone_parents") { $0.mapping { published(&$0) } }
    let many = mapping.required("many_children") { value in
      value.mapping { mapping in
        (
          least: mapping.required("at_least") { $0.integer(in: 1...20) },
          age: mapping.required("under") { $0.integer(in: 1...25) }, published: published(&mapping)
        )
      }
    }
    let needs = mapping.required("needs") { value in
      value.entries { name, _, value in value.mapping { need(name, &$0, kinds) } }
    }
    guard let title, let percent = wards?.families, let least = many?.least, let age = many?.age,
      let needs
    else { return nil }
    return ProfileDefinition(
      title: title, source: source ?? "", wardPercent: percent, manyChildren: least, childAge: age,
      needs: needs,
      published: Published(
        wards: wards?.published, size: size, children: children, loneParents: loneParents,
        manyChildren: many?.published))
  }

  private static func published(_ mapping: inout MappingReader) -> Int? {
    mapping.optional("published") { $0.percent() }
  }

  private static func number(_ mapping: inout MappingReader) -> Int? {
    mapping.optional("published") { $0.integer(in: 0...100) }
  }

  private static func need(
    _ name: String, _ mapping: inout MappingReader, _ kinds: [FactKind]
  ) -> Need? {
    let title = mapping.required("title") { $0.string() }
    let places = mapping.required("kinds") { value in
      value.list { value -> UInt16? in
        guard let word = value.word(among: kinds.map(\.name)) else { return nil }
        return kinds.firstIndex { $0.name == word }.map(UInt16.init)
      }
    }
    let months = mapping.required("within") { value -> Int?? in
      guard let text = value.string() else { return nil }
      if text == "now" { return .some(nil) }
      let words = text.split(separator: " ")
      if words.count == 2, words[1] == "months", let months = Int(words[0]), months > 0 {
        return .some(months)
      }
      return value.mistake("\(value.name) is no time", suggestion: "write 'now' or '12 months'")
    }
    let published = published(&mapping)
    guard let title, let places, let months else { return nil }
    return Need(
      name: name, title: title, kinds: places,
      episodes: places.filter { kinds[Int($0)].shape == .episode }, months: months,
      published: published)
  }
}
