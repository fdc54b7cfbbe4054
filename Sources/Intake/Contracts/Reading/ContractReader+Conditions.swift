import YAMLFiles

/// The conditions under which a part of a contract applies to a row.
extension ContractReader {
  func condition(_ mapping: inout MappingReader) -> RowCondition {
    mapping.optional("when") { conditions(&$0) } ?? .always
  }

  private func conditions(_ value: inout ValueReader) -> RowCondition? {
    let parts: [RowCondition]? = value.entries { key, _, value in
      if key == "not" { return conditions(&value).map { .not($0) } }
      return single(key, &value)
    }
    guard let parts else { return nil }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private func single(_ name: String, _ value: inout ValueReader) -> RowCondition? {
    if broken.contains(name) { return nil }
    guard let number = columns.firstIndex(where: { $0.name == name }) else {
      let nearest = NearestWord.suggestion(for: name, among: columns.map(\.name))
      return value.mistake(
        "there is no column '\(name)'", suggestion: nearest.map { "did you mean '\($0)'?" })
    }
    if case .sequence = value.node.content {
      return value.list { word(&$0, of: number) }.map { .isOneOf(number, $0) }
    }
    switch value.node.text {
    case "present": return .present(number)
    case "absent": return .absent(number)
    default: return word(&value, of: number).map { .isOneOf(number, [$0]) }
    }
  }

  /// A value that the column can have: for codes, one of the words they stand for.
  private func word(_ value: inout ValueReader, of number: ColumnNumber) -> String? {
    switch columns[number].type {
    case .code(let codes):
      var meanings: [String] = []
      for code in codes where !meanings.contains(code.meaning) { meanings.append(code.meaning) }
      return value.word(among: meanings)
    case .flag: return value.word(among: ["yes", "no"])
    case .sex: return value.word(among: ["male", "female"])
    default: return value.node.text
    }
  }
}
