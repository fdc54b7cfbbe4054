import FoundationEssentials

/// A value of a JSON text.
indirect enum JSONNode: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONNode])
  case object([String: JSONNode])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONNode].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONNode].self))
    }
  }

  static func parse(_ bytes: [UInt8]) throws -> JSONNode {
    try JSONDecoder().decode(JSONNode.self, from: Data(bytes))
  }

  subscript(name: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var type: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number(let number): number == number.rounded() ? "integer" : "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

/// Validates values against the part of JSON Schema (draft 2020-12) that the project's schemas use.
///
/// A keyword that it does not know is a problem, so that no schema says more than is tested.
struct JSONSchema {
  let root: JSONNode

  private static let notes: Set = ["$schema", "$id", "$defs", "title", "description"]

  /// What keeps a value from following the schema.
  func problems(of value: JSONNode) -> [String] { problems(of: value, by: root, at: "$") }

  private func problems(of value: JSONNode, by schema: JSONNode, at place: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): the schema is no object"] }
    var found: [String] = []
    for (keyword, rule) in keywords where !Self.notes.contains(keyword) {
      found += problems(of: value, keyword, rule, keywords, place)
    }
    return found
  }

  private func problems(
    of value: JSONNode, _ keyword: String, _ rule: JSONNode, _ schema: [String: JSONNode],
    _ place: String
  ) -> [String] {
    switch (keyword, rule, value) {
    case ("type", .string(let type), _): return type == value.type ? [] : ["\(place): no \(type)"]
    case ("type", .array(let types), _):
      return types.contains(.string(value.type)) ? [] : ["\(place): none of \(types)"]
    case ("const", _, _): return value == rule ? [] : ["\(place): not \(rule)"]
    case ("enum", .array(let allowed), _):
      return allowed.contains(value) ? [] : ["\(place): \(value)"]
    case ("minimum", .number(let least), .number(let number)):
      return number >= least ? [] : ["\(place): \(number)"]
    case ("pattern", .string(let pattern), .string(let text)):
      guard let regex = try? Regex(pattern) else { return ["\(place): no pattern: \(pattern)"] }
      return text.contains(regex) ? [] : ["\(place): \(text)"]
    case ("items", _, .array(let items)):
      return items.enumerated().flatMap { problems(of: $1, by: rule, at: "\(place)[\($0)]") }
    case ("required", .array(let names), .object(let members)):
      return names.compactMap(\.text).filter { members[$0] == nil }.map { "\(place): no \($0)" }
    case ("properties", _, .object(let members)):
      return members.flatMap { name, member in
        rule[name].map { problems(of: member, by: $0, at: "\(place).\(name)") } ?? []
      }
    case ("additionalProperties", _, .object(let members)):
      let others = members.filter { schema["properties"]?[$0.key] == nil }
      if rule == .bool(false) { return others.keys.map { "\(place): \($0) is not in the schema" } }
      return others.flatMap { problems(of: $1, by: rule, at: "\(place).\($0)") }
    case ("$ref", .string(let path), _):
      guard let name = path.split(separator: "/").last, let target = root["$defs"]?[String(name)]
      else { return ["\(place): \(path) leads nowhere"] }
      return problems(of: value, by: target, at: place)
    case ("minimum", _, _), ("pattern", _, _), ("items", _, _), ("required", _, _),
      ("properties", _, _), ("additionalProperties", _, _):
      return []  // These say nothing of values of other types.
    default: return ["\(place): unknown keyword \(keyword)"]
    }
  }
}
