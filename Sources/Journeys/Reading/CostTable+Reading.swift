public import Vocabulary
public import YAMLFiles

extension CostTable {
  /// Reads a table of costs, adding every mistake; it is only to be used when none was added.
  public static func read(
    _ document: YAMLDocument, vocabulary: FactVocabulary, collecting mistakes: inout [YAMLMistake]
  ) -> CostTable? {
    document.read(collecting: &mistakes) { reader in
      let name = reader.required("table") { $0.string() }
      let title = reader.required("title") { $0.string() }
      let source = reader.required("source") { $0.string() }
      let licence = reader.required("licence") { $0.string() }
      let deflator = Deflator(reader.required("deflator") { Self.indices(&$0) } ?? [])
      let years = deflator.indices.map(\.year)
      let prices = reader.required("prices") { $0.word(among: years) }
      let overlaps = reader.optional("overlaps") { value in
        value.entries { name, _, value in value.mapping { CostOverlap.read(name, &$0) } }
      }
      let context = CostContext(
        deflator: deflator, prices: prices ?? "", overlaps: (overlaps ?? []).map(\.name))
      let costs = reader.required("costs") { value in
        value.entries { key, _, value in value.mapping { UnitCost.read(key, &$0, context) } }
      }
      Self.check(costs ?? [], vocabulary, &reader)
      guard let name, let title, let source, let licence, let prices, let costs else { return nil }
      return CostTable(
        name: name, title: title, source: source, licence: licence, prices: prices,
        deflator: deflator, overlaps: overlaps ?? [], costs: costs)
    }
  }

  private static func indices(_ value: inout ValueReader) -> [Deflator.Index]? {
    value.entries { year, _, value in
      value.thousandths().map { Deflator.Index(year: year, thousandths: $0) }
    }
  }

  /// A row that nearly has a name of the vocabulary was probably meant to have it.
  private static func check(
    _ costs: [UnitCost], _ vocabulary: FactVocabulary, _ reader: inout MappingReader
  ) {
    let rows = Set(costs.map(\.key))
    var unpriced: [String] = []
    for key in vocabulary.kinds.compactMap(\.cost) where !rows.contains(key) {
      if !unpriced.contains(key) { unpriced.append(key) }
    }
    let used = Set(vocabulary.kinds.compactMap(\.cost))
    for key in unpriced {
      let spare = costs.map(\.key).filter { !used.contains($0) }
      guard let nearest = NearestWord.suggestion(for: key, among: spare) else { continue }
      _ =
        reader.mistake(
          "the vocabulary's cost '\(key)' has no row", at: "costs",
          suggestion: "is it '\(nearest)'?") as Void?
    }
  }
}

/// What a row of costs is read with.
struct CostContext {
  var deflator: Deflator
  var prices: String
  var overlaps: [String]
}

extension UnitCost {
  static func read(
    _ key: String, _ reader: inout MappingReader, _ context: CostContext
  ) -> UnitCost? {
    let code = reader.required("code") { $0.string() }
    let title = reader.required("title") { $0.string() }
    let unit = reader.required("per") { $0.word(as: Unit.self) }
    let published = reader.required("pounds") { $0.pounds() }
    let year = reader.required("year") { $0.string() }
    let uprated = reader.optional("uprated") { $0.pounds() }
    let quality = reader.required("quality") { $0.word(as: Quality.self) }
    let stance = reader.required("stance") { $0.word(as: Stance.self) }
    let source = reader.required("source") { $0.string() }
    let overlap = reader.optional("overlap") { $0.word(among: context.overlaps) }
    let percent = reader.optional("from") { $0.percent() }
    guard let code, let title, let unit, let published, let year, let quality, let stance,
      let source
    else { return nil }
    let amount =
      uprated ?? context.deflator.uprate(published, from: year, to: context.prices)
    guard let amount else {
      return reader.mistake(
        "the deflator has no year '\(year)'", at: "year",
        suggestion: "add it, or give the amount in prices of \(context.prices) as 'uprated'")
    }
    return UnitCost(
      key: key, code: code, title: title, unit: unit, published: published, year: year,
      amount: amount, quality: quality, stance: stance, source: source, overlap: overlap,
      fromPercent: percent)
  }
}

extension CostOverlap {
  static func read(_ name: String, _ reader: inout MappingReader) -> CostOverlap? {
    let by = reader.required("by") { $0.texts() }
    let sameDay = reader.optional("same_day") { $0.boolean() }
    let perStart = reader.optional("per_start") { $0.boolean() }
    let perPerson = reader.optional("per_person") { $0.boolean() }
    return by.map {
      CostOverlap(
        name: name, by: $0, isSameDay: sameDay ?? false, isPerStart: perStart ?? false,
        isPerPerson: perPerson ?? false)
    }
  }
}

extension ValueReader {
  /// An amount in pounds and pence.
  mutating func pounds() -> Pence? {
    guard let text = string() else { return nil }
    do { return try Pence(text.utf8.span, .thousands) } catch {
      return mistake("'\(text)' is no amount", suggestion: "write pounds such as 1515 or 107.45")
    }
  }

  /// A number with up to three decimals, in thousandths.
  mutating func thousandths() -> Int? {
    guard let text = string() else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), whole > 0, whole < 1_000_000
    else { return mistake("'\(text)' is no index", suggestion: "such as 179.907") }
    guard parts.count == 2 else { return whole * 1_000 }
    guard (1...3).contains(parts[1].count), let rest = Int(parts[1]), rest >= 0 else {
      return mistake("'\(text)' has more than three decimals")
    }
    let scale = [100, 10, 1][parts[1].count - 1]
    return whole * 1_000 + rest * scale
  }
}
