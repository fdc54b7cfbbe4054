import Vocabulary
import YAMLFiles

extension ColumnSettings {
  /// Reads a column: its type alone, or a mapping.
  static func read(_ name: String, _ mark: YAMLMark, _ value: inout ValueReader) -> Self? {
    guard name.utf8.allSatisfy({ ASCII.isLetterOrDigit($0) || $0 == UInt8(ascii: "_") }),
      name.utf8.first.map(ASCII.isLetter) == true
    else {
      return value.mistake(
        "a column's name is made of letters, digits and '_', and begins with a letter",
        suggestion: "give the file's own heading with 'header'")
    }
    if value.node.text != nil {
      return type(&value, kind: nil).map { ColumnSettings(name: name, type: $0) }
    }
    return value.mapping { read(name, &$0) }
  }

  private static func read(_ name: String, _ reader: inout MappingReader) -> Self? {
    let kind = reader.optional("kind") { Self.kind(&$0) }
    let type = reader.required("type") { Self.type(&$0, kind: kind) }
    let headers = reader.optional("header") { $0.texts() }
    let separator = reader.optional("list") { Self.separator(&$0) }
    let formats = reader.optional("format") { value in
      value.texts()?.compactMap { Self.format($0, &value) }
    }
    let missing = reader.optional("missing") { $0.texts() }
    guard let type else { return nil }
    return ColumnSettings(
      name: name, type: type, headers: headers ?? [name], separator: separator,
      dateFormats: formats ?? [], missing: missing ?? [])
  }

  private init(name: String, type: ColumnType) {
    self.init(
      name: name, type: type, headers: [name], separator: nil, dateFormats: [], missing: [])
  }

  private static func type(_ value: inout ValueReader, kind: IdentifierKind?) -> ColumnType? {
    switch value.word(among: ColumnType.names) {
    case "name": .name
    case "text": .text
    case "code": .code
    case "date": .date
    case "postcode": .postcode
    case "address": .address
    case "number": .number
    case "identifier":
      kind.map(ColumnType.identifier)
        ?? value.mistake("an identifier needs its 'kind', such as nhs-number")
    default: nil
    }
  }

  private static func kind(_ value: inout ValueReader) -> IdentifierKind? {
    value.word(among: IdentifierKind.allNamed.map(\.rawValue)).flatMap(
      IdentifierKind.init(rawValue:))
  }

  private static func separator(_ value: inout ValueReader) -> UInt8? {
    guard let text = value.string() else { return nil }
    guard text.utf8.count == 1, let byte = text.utf8.first else {
      return value.mistake("what stands between values is one character, such as ';'")
    }
    return byte
  }

  private static func format(_ words: String, _ value: inout ValueReader) -> DatePattern? {
    do { return try DatePattern(words) } catch {
      return value.mistake(
        "'\(words)' is no way to write dates", suggestion: "such as yyyy-MM-dd or dd/MM/yyyy")
    }
  }
}
