import Vocabulary
import YAMLFiles

extension Rates {
  /// Reads a scheme's money.
  static func read(_ mapping: inout MappingReader, results: [String]) -> Rates? {
    let fundable = mapping.required("fundable") { $0.share() }
    let whole = mapping.optional("whole_family") { $0.pence() }
    let fees = mapping.required("attachment") { amounts(&$0) }
    let paid = mapping.required("results") { value in
      value.entries { name, _, value -> (String, [YearAmount])? in
        guard results.contains(name) else {
          let nearest = NearestWord.suggestion(for: name, among: results)
          return value.mistake(
            "there is no result '\(name)'", suggestion: nearest.map { "did you mean '\($0)'?" })
        }
        return amounts(&value).map { (name, $0) }
      }
    }
    let releases = mapping.optional("fee_release") { value in
      value.list { $0.mapping { release(&$0) } }
    }
    guard let fundable, let fees, let paid else { return nil }
    for result in results where !paid.contains(where: { $0.0 == result }) {
      let _: Bool? = mapping.mistake("the result '\(result)' has no amount", at: "results")
    }
    return Rates(
      fees: fees, results: Dictionary(paid, uniquingKeysWith: { first, _ in first }),
      fundable: fundable, releases: (releases ?? []).sorted { $0.percent > $1.percent },
      wholeFamily: whole)
  }

  /// Amounts by year, or under `every_year`.
  private static func amounts(_ value: inout ValueReader) -> [YearAmount]? {
    value.entries { name, _, value in
      let year = FinancialYear(name)
      guard year != nil || name == "every_year" else {
        return value.mistake(
          "'\(name)' is no year", suggestion: "write it as in 2012/13, or every_year")
      }
      return value.pence().map { YearAmount(year: year, amount: $0) }
    }
  }

  private static func release(_ mapping: inout MappingReader) -> Release? {
    let from = mapping.required("from") { $0.percent() }
    let share = mapping.required("share") { $0.share() }
    guard let from, let share else { return nil }
    return Release(percent: from, share: share)
  }
}
