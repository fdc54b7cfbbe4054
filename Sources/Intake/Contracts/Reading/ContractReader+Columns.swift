import Vocabulary
import YAMLFiles

/// The part of a contract that declares columns.
extension ContractReader {
  static func columns(
    _ value: inout ValueReader
  ) -> (sound: [ColumnContract], broken: [String])? {
    var seen: [String: String] = [:]
    return parts(of: &value) { name, column -> ColumnContract? in
      guard let contract = column.mapping({ Self.column(named: name, &$0) }) else { return nil }
      for heading in [name] + contract.aliases {
        let folded = HeadingName.folded(heading)
        if folded.isEmpty {
          return column.mistake("the heading '\(heading)' has neither a letter nor a digit")
        }
        if let other = seen[folded], other != name {
          return column.mistake("the heading '\(heading)' is also '\(other)' to the reader")
        }
        seen[folded] = name
      }
      return contract
    }
  }

  private static func column(named name: String, _ mapping: inout MappingReader) -> ColumnContract?
  {
    guard let type = columnType(&mapping) else { return nil }
    var column = ColumnContract(name: name, type: type)
    column.isRequired = mapping.optional("required") { $0.boolean() } ?? false
    if column.isRequired { column.onInvalid = .reject }
    column.aliases = mapping.optional("aliases") { $0.list { $0.string() } } ?? []
    column.pattern = mapping.optional("pattern") { $0.string() }
    column.isUnique = mapping.optional("unique") { $0.boolean() } ?? false
    column.isSensitive = mapping.optional("sensitive") { $0.boolean() } ?? false
    column.nullWords = mapping.optional("null_if") { $0.list { $0.node.text } } ?? []
    column.padding = mapping.optional("pad") { $0.integer(in: 1...20) }
    column.mustBePast = mapping.optional("past") { $0.boolean() }
    column.range = mapping.optional("range") { range(&$0) }
    if case .money = type, let pounds = column.range {
      // An amount is counted in pence, and written in pounds.
      column.range = 100 * pounds.lowerBound...100 * pounds.upperBound
    }
    checkKeys(of: column, &mapping)
    if let onInvalid = mapping.optional(
      "on_invalid",
      {
        $0.word(as: ColumnContract.InvalidValue.self)
      })
    {
      if column.isRequired && onInvalid == .blank {
        return mapping.mistake(
          "a required column can't be left blank when it is wrong", at: "on_invalid",
          suggestion: "use reject, or drop 'required'")
      }
      column.onInvalid = onInvalid
    }
    return column
  }

  /// Keys that would do nothing for a column of this type are mistakes.
  private static func checkKeys(of column: ColumnContract, _ mapping: inout MappingReader) {
    if let padding = column.padding,
      column.type != .identifier(.nhsNumber) || padding != 10
    {
      let _: Never? = mapping.mistake(
        "lost zeros are only put back where a check digit proves it", at: "pad",
        suggestion: "use 'pad: 10' with 'type: nhs-number', or drop it")
    }
    if mapping.has("past") {
      if case .date = column.type {
      } else {
        let _: Never? = mapping.mistake("only dates can be past", at: "past")
      }
    }
    if column.range != nil {
      switch column.type {
      case .integer, .sessions, .money: break
      default: let _: Never? = mapping.mistake("only numbers have a range", at: "range")
      }
    }
  }

  private static func range(_ value: inout ValueReader) -> ClosedRange<Int>? {
    let limit = 1_000_000_000_000
    guard let ends = value.list({ $0.integer(in: -limit...limit) }) else { return nil }
    guard ends.count == 2, ends[0] <= ends[1] else {
      return value.mistake(
        "a range is the least and the greatest value", suggestion: "write [1, 90]")
    }
    return ends[0]...ends[1]
  }

  private static func columnType(_ mapping: inout MappingReader) -> ColumnType? {
    let words = ColumnType.plain.map(\.word) + ["code", "money", "date"]
    guard let word = mapping.required("type", { $0.word(among: words) }) else { return nil }
    switch word {
    case "code": return mapping.required("codes") { codes(&$0) }.map { .code($0) }
    case "money":
      let sign = mapping.optional("sign") { $0.word(among: ["usual", "inverted"]) }
      return .money(isInverted: sign == "inverted")
    case "date":
      let isBirth = mapping.optional("birth") { $0.boolean() } ?? false
      return mapping.required("format") { datePatterns(&$0) }.map { .date($0, isBirth: isBirth) }
    default: return ColumnType.plain.first { $0.word == word }?.type
    }
  }

  /// A mapping of codes to words, or a list of codes that stand for themselves.
  private static func codes(_ value: inout ValueReader) -> [CodeMeaning]? {
    let codes: [CodeMeaning]? =
      if case .sequence = value.node.content {
        value.list { item in item.string().map { CodeMeaning(code: $0, meaning: $0) } }
      } else {
        value.entries { code, _, meaning in
          meaning.string().map { CodeMeaning(code: code, meaning: $0) }
        }
      }
    var seen: [[UInt8]: String] = [:]
    for code in codes ?? [] {
      let folded = CodeTable.folded(Array(code.code.utf8))
      if let other = seen.updateValue(code.code, forKey: folded) {
        return value.mistake("the codes '\(other)' and '\(code.code)' are one to the reader")
      }
    }
    return codes
  }

  private static func datePatterns(_ value: inout ValueReader) -> [DatePattern]? {
    if case .sequence = value.node.content {
      return value.list { datePattern(&$0) }
    }
    return datePattern(&value).map { [$0] }
  }

  private static func datePattern(_ value: inout ValueReader) -> DatePattern? {
    guard let words = value.node.text else { return value.mistake("a date pattern has to be text") }
    do {
      return try DatePattern(words)
    } catch {
      return value.mistake(
        "'\(words)' is no date pattern", suggestion: "use one such as dd/MM/yyyy or MMM yyyy")
    }
  }
}
