import Claims
import Cohorts
import Criteria
import Reports
import Store
import Vocabulary

/// Forecasts what each scheme in force may bring, for the families attached and for those that were agreed.
struct IncomeGathering {
  let definition: PipelineDefinition
  let asOf: Day

  func pictures(_ file: inout RunFile) throws -> [IncomePicture] {
    guard let programme = try file.programmeSummary() else { return [] }
    let packs = Set(definition.criteria.filter { $0.inForce.contains(asOf) }.map(\.name))
    let schemes = (definition.programme?.schemes ?? []).filter { scheme in
      scheme.packs.contains(where: packs.contains)
    }
    return try schemes.flatMap { scheme throws -> [IncomePicture] in
      guard let result = scheme.results.first(where: { $0.addsTo == nil })?.name else { return [] }
      let claims = programme.claims.filter {
        $0.scheme == scheme.name && ($0.status == "submitted" || $0.status == "paid")
      }
      let steps = programme.steps.filter { $0.area.isEmpty }
      // A family is claimed for under a scheme that takes the pack it was attached by, and under no other.
      let families =
        try file.attachedFamilies(by: scheme.packs)
        ?? Dictionary(uniqueKeysWithValues: steps.map { ($0.year, $0.attached) })
      let attached = families.sorted { $0.key < $1.key }.filter { $0.value > 0 }.compactMap {
        year($0.key, families: $0.value, claims)
      }
      let agreed = steps.compactMap { step in
        step.target.flatMap { year(step.year, families: $0, []) }
      }
      return [
        picture("the families attached so far", attached, scheme, result),
        picture("the families that were agreed", agreed, scheme, result),
      ].compactMap(\.self)
    }
  }

  private func year(
    _ text: String, families: Int, _ claims: [ProgrammeSummary.Claim]
  ) -> IncomeForecast.Year? {
    guard let year = FinancialYear(text) else { return nil }
    let own = claims.filter { $0.year == text }
    return IncomeForecast.Year(
      year: year, attached: families, claimed: own.count,
      claimedAmount: Pence(Int64(own.reduce(0) { $0 + $1.pence })))
  }

  /// Nil where the scheme has no rate for a year, since it was not in force then, and where the programme does not state
  /// how many families reach a result: nothing is guessed.
  private func picture(
    _ basis: String, _ years: [IncomeForecast.Year], _ scheme: ClaimScheme, _ result: String
  ) -> IncomePicture? {
    let stated = definition.programme?.programme.forecast
    guard !years.isEmpty, let percents = stated?.percents(of: result, in: scheme.name),
      let forecast = IncomeForecast(
        years: years, percents: percents, result: [result], rates: scheme.rates)
    else { return nil }
    return IncomePicture(
      scheme: scheme.name, basis: basis, percents: percents,
      fundable: (scheme.rates.fundable.part, scheme.rates.fundable.whole),
      lines: forecast.lines.map { line in
        .init(
          year: line.year.year.text, families: line.year.attached, claimed: line.year.claimed,
          fees: Int(line.fees.count), results: line.income.map { Int($0.count) })
      })
  }
}
