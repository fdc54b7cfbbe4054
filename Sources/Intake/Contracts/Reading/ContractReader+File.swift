import Vocabulary
import YAMLFiles

/// The parts of a contract that speak of files.
extension ContractReader {
  static func fileContract(_ mapping: inout MappingReader) -> FileContract? {
    let name = mapping.required("name") { fileName(&$0) }
    let isRequired = mapping.optional("required") { $0.boolean() }
    let every = mapping.required("every") { $0.word(as: Rhythm.self) }
    let warnAfter = mapping.optional("warn_after") { period(&$0) }
    let errorAfter = mapping.optional("error_after") { period(&$0) }
    let contents = mapping.required("contents") { $0.word(as: FileContract.Contents.self) }
    let tellsFrom = mapping.optional("tells_from") { day(&$0) }
    let rows = mapping.optional("rows") { $0.mapping(rowBand) }
    let change = mapping.optional("change") { limit(&$0) }
    guard let name, let every, let contents else { return nil }
    return FileContract(
      name: name, isRequired: isRequired ?? true, every: every, warnAfter: warnAfter,
      errorAfter: errorAfter, contents: contents, tellsFrom: tellsFrom, leastRows: rows?.least,
      mostRows: rows?.most,
      change: change)
  }

  private static func day(_ value: inout ValueReader) -> Day? {
    guard let text = value.string() else { return nil }
    return Day(iso: text)
      ?? value.mistake("'\(text)' is no day", suggestion: "write it as 2013-07-22")
  }

  private static func rowBand(_ mapping: inout MappingReader) -> (least: Int?, most: Int?)? {
    let least = mapping.optional("least") { $0.integer(in: 0...Int.max) }
    let most = mapping.optional("most") { $0.integer(in: 0...Int.max) }
    if let least, let most, least > most {
      return mapping.mistake("'least' is more than 'most'", at: "least")
    }
    return (least, most)
  }

  private static func fileName(_ value: inout ValueReader) -> FileNamePattern? {
    guard let text = value.string() else { return nil }
    do {
      return try FileNamePattern(text)
    } catch {
      return switch error {
      case .noDate:
        value.mistake(
          "the file name has no delivery date", suggestion: "write it as 'name_{yyyy-MM-dd}.csv'")
      case .severalDates: value.mistake("the file name has more than one date")
      case .unclosedBrace: value.mistake("the file name has a '{' without its '}'")
      case .notADatePattern(let words):
        value.mistake("'{\(words)}' is no date pattern", suggestion: "use one such as yyyy-MM-dd")
      case .folder:
        value.mistake(
          "the file name has a folder in it", suggestion: "name the folder in pipeline.yaml")
      }
    }
  }

  private static let delimiters: [(word: String, byte: UInt8?)] = [
    ("auto", nil), ("comma", UInt8(ascii: ",")), ("semicolon", UInt8(ascii: ";")),
    ("tab", UInt8(ascii: "\t")), ("pipe", UInt8(ascii: "|")),
  ]

  static func dialect(_ mapping: inout MappingReader) -> DialectContract? {
    let encodings = ["auto"] + TextEncoding.declarable.map(\.rawValue)
    let encoding = mapping.optional("encoding") { $0.word(among: encodings) }
    let delimiter = mapping.optional("delimiter") { $0.word(among: delimiters.map(\.word)) }
    let quotes = mapping.optional("quotes") { $0.word(among: ["tolerant", "strict"]) }
    return DialectContract(
      encoding: encoding.flatMap(TextEncoding.init(rawValue:)),
      delimiter: delimiters.first { $0.word == delimiter }?.byte, isStrict: quotes == "strict")
  }

  static func header(_ value: inout ValueReader) -> HeaderContract? {
    if let text = value.node.text {
      return text == "none"
        ? HeaderContract.none
        : value.mistake(
          "'\(text)' is no place for a header", suggestion: "write none or {within: 15}")
    }
    return value.mapping { mapping in
      mapping.required("within") { $0.integer(in: 1...200) }.map { .within($0) }
    }
  }

  static func footerRule(_ mapping: inout MappingReader) -> FooterRule? {
    let total = mapping.optional("total") { $0.string() }
    let ignore = mapping.optional("ignore") { $0.string() }
    switch (total, ignore) {
    case (let total?, nil):
      guard total.contains("{count}") else {
        return mapping.mistake("the total has no '{count}' in it", at: "total")
      }
      return FooterRule(pattern: total, isTotal: true)
    case (nil, let ignore?): return FooterRule(pattern: ignore, isTotal: false)
    default: return mapping.mistake("a footer rule says either 'total' or 'ignore'")
    }
  }
}
