import Vocabulary
import YAMLFiles

/// What words in a pack may name: the kinds of fact, and the details that each of them has.
struct JourneyScope {
  let vocabulary: FactVocabulary
  private let kinds: [String: Int]
  private let names: [String]

  init(_ vocabulary: FactVocabulary) {
    self.vocabulary = vocabulary
    names = vocabulary.kinds.map(\.name)
    kinds = [String: Int](uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// The place of a kind; an unknown one is a mistake with the nearest that is known.
  func kind(_ value: inout ValueReader) -> Int? {
    guard let text = value.string() else { return nil }
    if let place = kinds[text] { return place }
    let nearest = NearestWord.suggestion(for: text, among: names)
    return value.mistake(
      "no kind of fact is called '\(text)'",
      suggestion: nearest.map { "did you mean '\($0)'?" } ?? "declare it in vocabulary.yaml")
  }

  /// A kind of fact that stands in time in one way.
  func kind(_ value: inout ValueReader, shaped shape: FactShape) -> Int? {
    guard let place = kind(&value) else { return nil }
    let kind = vocabulary.kinds[place]
    guard kind.shape == shape else {
      return value.mistake("'\(kind.name)' is no \(shape.rawValue) but \(kind.shape.rawValue)")
    }
    return place
  }

  /// A list of kinds; a word that ends with `.*` stands for all that begin so.
  func kinds(_ value: inout ValueReader) -> [Int]? {
    // Named twice, by itself and among others, a kind is still one, and its facts count once.
    var seen: Set<Int> = []
    return value.list { item -> [Int]? in
      guard let text = item.node.text, text.hasSuffix(".*") else {
        return self.kind(&item).map { [$0] }
      }
      let found = names.indices.filter { names[$0].hasPrefix(text.dropLast()) }
      if found.isEmpty { return item.mistake("no kind of fact begins with '\(text.dropLast(2))'") }
      return found
    }?.flatMap { $0 }.filter { seen.insert($0).inserted }
  }

  /// A list of kinds that stand in time in one way.
  func kinds(_ value: inout ValueReader, shaped shape: FactShape) -> [Int]? {
    let places = kinds(&value)
    for place in places ?? [] where vocabulary.kinds[place].shape != shape {
      let kind = vocabulary.kinds[place]
      _ =
        value.mistake("'\(kind.name)' is no \(shape.rawValue) but \(kind.shape.rawValue)") as Void?
    }
    return places
  }

  /// Notes a detail that one of the kinds does not have.
  func check(attribute name: String, of kinds: [Int], _ value: inout ValueReader) {
    for place in kinds {
      let kind = vocabulary.kinds[place]
      guard !kind.attributes.contains(name) else { continue }
      let nearest = NearestWord.suggestion(for: name, among: kind.attributes)
      _ =
        value.mistake(
          "'\(kind.name)' has no '\(name)'",
          suggestion: nearest.map { "did you mean '\($0)'?" }
            ?? "it has \(kind.attributes.joined(separator: ", "))") as Void?
      return
    }
  }
}

extension ValueReader {
  /// A window such as `28 days` or `12 months`.
  mutating func window() -> Window? {
    guard let text = string() else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 2, let count = Int(words[0]), (1...10_000).contains(count) else {
      return mistake("\(name) has to be a time such as '28 days' or '12 months'")
    }
    switch words[1] {
    case "day", "days": return .days(count)
    case "week", "weeks": return .days(count * 7)
    case "month", "months": return .months(count)
    default:
      return mistake(
        "'\(words[1])' is no measure of time", suggestion: "use days, weeks or months")
    }
  }

  /// A number of days such as `28 days`.
  mutating func days() -> Int? {
    guard let window = window() else { return nil }
    guard case .days(let days) = window else { return mistake("\(name) has to be in days") }
    return days
  }

  /// A date as exact as it is written: `2012-05-03`, `2012-05`, `2012-Q2` or `2012`.
  mutating func date() -> PartialDate? {
    guard let text = string() else { return nil }
    guard let date = PartialDate(text: text) else {
      return mistake("'\(text)' is no date", suggestion: "such as 2012-05-03, 2012-05 or 2012")
    }
    return date
  }

  /// One day.
  mutating func day() -> Day? {
    guard let date = date() else { return nil }
    return date.day ?? mistake("\(name) has to be one day, such as 2013-07-22")
  }

  /// One text or a list of texts.
  mutating func texts() -> [String]? {
    if node.text != nil { return string().map { [$0] } }
    return list { $0.string() }
  }
}
