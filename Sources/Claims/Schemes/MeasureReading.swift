import Vocabulary
import YAMLFiles

/// Reads measures, whose kinds of fact have to be in the vocabulary.
struct MeasureReading {
  private let names: [String]

  init(vocabulary: FactVocabulary) {
    names = vocabulary.kinds.map(\.name)
  }

  /// One measure: a mapping with one key that says which.
  func measure(_ value: inout ValueReader) -> Measure? {
    value.mapping { mapping in
      var found: [Measure] = []
      func take(_ measure: Measure?) { if let measure { found.append(measure) } }
      take(mapping.optional("schooling") { v in v.mapping { schooling(&$0) } })
      take(mapping.optional("reduction") { v in v.mapping { reduction(&$0) } })
      take(mapping.optional("none") { v in v.mapping { occurrence(&$0) } }.map(Measure.none))
      take(mapping.optional("present") { v in v.mapping { occurrence(&$0) } }.map(Measure.present))
      take(mapping.optional("employment") { v in v.mapping { employment(&$0) } })
      take(
        mapping.optional("recorded") { v in
          v.mapping { $0.required("months") { $0.integer(in: 1...60) } }
        }.map(Measure.recorded))
      take(mapping.optional("all") { v in v.list { measure(&$0) } }.map(Measure.all))
      take(mapping.optional("any") { v in v.list { measure(&$0) } }.map(Measure.any))
      guard found.count <= 1 else { return mapping.mistake("a measure is one of these, not two") }
      return found.first
    }
  }

  private func kind(_ value: inout ValueReader) -> UInt16? {
    value.word(among: names).flatMap { names.firstIndex(of: $0) }.map(UInt16.init)
  }

  private func kinds(_ value: inout ValueReader) -> [UInt16]? {
    value.list { kind(&$0) }
  }

  private func schooling(_ mapping: inout MappingReader) -> Measure? {
    let terms = mapping.required("terms") { $0.integer(in: 1...9) }
    let absence = mapping.required("absence") { kinds(&$0) }
    let below = mapping.required("below") { $0.tenthsOfPercent() }
    let exclusions = mapping.optional("exclusions") { kinds(&$0) }
    let fewerThan = mapping.optional("fewer_than") { $0.integer(in: 1...100) }
    let never = mapping.optional("never") { kinds(&$0) }
    let roll = mapping.optional("roll") { kind(&$0) }
    let elsewhere = mapping.optional("elsewhere") { kinds(&$0) }
    guard let terms, let absence, let below else { return nil }
    return .schooling(
      Measure.Schooling(
        terms: terms, absence: absence, belowTenths: below, exclusions: exclusions ?? [],
        fewerThan: fewerThan ?? 1, never: never ?? [], roll: roll, elsewhere: elsewhere ?? []))
  }

  private func reduction(_ mapping: inout MappingReader) -> Measure? {
    let counted = mapping.required("kinds") { kinds(&$0) }
    let whose = mapping.required("whose") { $0.word(as: Measure.Whose.self) }
    let months = mapping.required("months") { $0.integer(in: 1...60) }
    let baseline = mapping.optional("baseline_months") { $0.integer(in: 1...60) }
    let downBy = mapping.required("down_by") { $0.share() }
    guard let counted, let whose, let months, let downBy else { return nil }
    return .reduction(
      Measure.Reduction(
        kinds: counted, whose: whose, months: months, baselineMonths: baseline ?? months,
        downBy: downBy))
  }

  private func occurrence(_ mapping: inout MappingReader) -> Measure.Occurrence? {
    let counted = mapping.required("kinds") { kinds(&$0) }
    let whose = mapping.required("whose") { $0.word(as: Measure.Whose.self) }
    let months = mapping.required("months") { $0.integer(in: 1...60) }
    guard let counted, let whose, let months else { return nil }
    return Measure.Occurrence(kinds: counted, whose: whose, months: months)
  }

  private func employment(_ mapping: inout MappingReader) -> Measure? {
    let benefit = mapping.required("benefit") { kind(&$0) }
    let attribute = mapping.required("attribute") { $0.string() }
    let traced = mapping.required("traced") { kind(&$0) }
    let work = mapping.required("work") { kind(&$0) }
    let barring = mapping.optional("barring") { kinds(&$0) }
    let spells = mapping.required("spells") { value in
      value.entries { name, _, value in value.mapping { spell(name, &$0) } }
    }
    guard let benefit, let attribute, let traced, let work, let spells else { return nil }
    return .employment(
      Measure.Employment(
        benefit: benefit, attribute: attribute, traced: traced, work: work,
        barring: barring ?? [], spells: spells))
  }

  private func spell(
    _ benefit: String, _ mapping: inout MappingReader
  ) -> Measure.Employment.Spell? {
    let weeks = mapping.required("weeks") { $0.integer(in: 1...104) }
    let within = mapping.optional("within") { $0.integer(in: 1...208) }
    guard let weeks else { return nil }
    guard within ?? weeks >= weeks else {
      return mapping.mistake("so many weeks do not fit into fewer", at: "within")
    }
    return Measure.Employment.Spell(benefit: benefit, weeks: weeks, within: within ?? weeks)
  }
}
