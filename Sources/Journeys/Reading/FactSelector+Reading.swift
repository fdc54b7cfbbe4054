import YAMLFiles

extension FactSelector {
  /// The keys that name facts, among the keys of a rule.
  static func read(_ reader: inout MappingReader, _ scope: JourneyScope) -> FactSelector? {
    let kinds = reader.required("kinds") { scope.kinds(&$0) }
    let found = kinds ?? []
    let wanted = reader.optional("where") { Self.conditions(&$0, of: found, false, scope) }
    let excluded = reader.optional("except") { Self.conditions(&$0, of: found, true, scope) }
    let ages = reader.optional("of") { AgeBounds.read(&$0) }
    guard let kinds else { return nil }
    return FactSelector(
      kinds: kinds, conditions: (wanted ?? []) + (excluded ?? []), ages: ages ?? .any)
  }

  /// A list of facts' descriptions.
  static func list(_ value: inout ValueReader, _ scope: JourneyScope) -> [FactSelector]? {
    value.list { item in item.mapping { Self.read(&$0, scope) } }
  }

  private static func conditions(
    _ value: inout ValueReader, of kinds: [Int], _ isExcluded: Bool, _ scope: JourneyScope
  ) -> [Condition]? {
    value.entries { name, _, words in
      scope.check(attribute: name, of: kinds, &words)
      return words.texts().map {
        Condition(attribute: name, values: $0, isExcluded: isExcluded)
      }
    }
  }
}

extension AgeBounds {
  /// `child`, `adult`, `anyone`, or a mapping of `from` and `under`.
  static func read(_ value: inout ValueReader) -> AgeBounds? {
    if value.node.text != nil {
      switch value.word(among: ["child", "adult", "anyone"]) {
      case "child": return .child
      case "adult": return .adult
      case "anyone": return .any
      default: return nil
      }
    }
    return value.mapping { reader in
      let from = reader.optional("from") { $0.integer(in: 0...120) }
      let under = reader.optional("under") { $0.integer(in: 1...120) }
      return AgeBounds(from: from, under: under)
    }
  }
}
