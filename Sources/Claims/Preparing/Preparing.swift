public import Vocabulary

extension ClaimCase {
  /// Prepares a family's claim under a scheme: the results that pay most among those reached, or the nearest with its gaps.
  ///
  /// - Parameters:
  ///   - scheme: What is paid for and what is asked.
  ///   - plan: The local outcomes plan's versions; both that count are recorded.
  ///   - wanted: The main result to claim; nil for the one that pays most.
  /// - Returns: The claim with everything that it rests on, and what keeps it from being made.
  public func prepared(
    under scheme: ClaimScheme, plan: OutcomesPlan = .none, wanted: String? = nil
  ) -> FrozenClaim {
    var judged = self
    judged.lateDays = scheme.lateDays
    return judged.frozen(under: scheme, plan: plan, wanted: wanted)
  }

  private func frozen(
    under scheme: ClaimScheme, plan: OutcomesPlan, wanted: String?
  ) -> FrozenClaim {
    let snapshot = life.attachment?.snapshot
    var problems = scheme.problems(of: snapshot?.met ?? [])
    problems += scheme.problems.map(\.name).filter {
      life.laterProblems.contains($0) && !problems.contains($0)
    }
    let found = scheme.results.map { judge($0, of: scheme, problems: problems) }
    let choice = choice(of: found, scheme, wanted)
    var gaps = readiness(for: scheme)
    gaps += choice.findings.flatMap(\.gaps)
    if choice.amount == nil {
      gaps.append(ClaimGap("no-rate", "the scheme pays nothing for this year of attachment"))
    }
    let year = life.attachment?.year ?? FinancialYear(containing: asOf)
    var claim = FrozenClaim(
      family: family.id, reference: reference, people: counted, scheme: scheme.name,
      schemeVersion: scheme.version,
      planAtAttachment: life.attachedOn.flatMap { plan.version(of: scheme.name, on: $0)?.name }
        ?? "",
      planAtClaim: plan.version(of: scheme.name, on: asOf)?.name ?? "", path: scheme.path,
      results: choice.findings.map(\.result), amount: choice.amount ?? .zero,
      attachedOn: life.attachedOn ?? asOf, attachmentYear: year,
      criteria: snapshot?.met ?? [],
      eligibilityRows: (snapshot?.findings ?? []).filter { $0.answer == .met }
        .flatMap(\.evidence),
      elements: Self.once(choice.findings.flatMap(\.elements)), area: life.area,
      worker: life.leadProfessional,
      deliveryAgency: life.attachment?.deliveryAgency ?? "", linkDeciders: linkDeciders.sorted(),
      gaps: gaps, run: context.run, asOf: asOf)
    claim.gaps += lateEvidence(claim)
    return claim
  }

  /// A claim that was made elsewhere for the family, under a scheme: it holds whom it counts and nothing that is measured.
  public func notedElsewhere(under scheme: ClaimScheme) -> FrozenClaim {
    FrozenClaim(
      family: family.id, reference: reference, people: counted, scheme: scheme.name,
      schemeVersion: scheme.version, path: scheme.path, results: [], amount: .zero,
      attachedOn: life.attachedOn ?? asOf, attachmentYear: FinancialYear(containing: asOf),
      criteria: [], run: context.run, asOf: asOf)
  }

  /// Everyone who belonged to the family from attachment on: nobody of them may be counted again.
  private var counted: [CountedPerson] {
    var people: [CountedPerson] = []
    for person in belonging where !people.contains(where: { $0.id == file.people[person].id }) {
      let id = file.people[person].id
      people.append(
        CountedPerson(id: id, role: role(of: person), records: (records[id] ?? []).sorted()))
    }
    return people.sorted { $0.id < $1.id }
  }

  private func lateEvidence(_ claim: FrozenClaim) -> [ClaimGap] {
    let late = claim.rows.count { ($0.held ?? asOf) > asOf }
    guard late > 0 else { return [] }
    let rows = Numbers.counted(late, "row")
    return [ClaimGap("late-evidence", "\(rows) came after the day of the claim")]
  }

  // MARK: Which results

  private struct Choice {
    var findings: [ResultFinding]
    var amount: Pence?
  }

  /// The results that are claimed together: a main one, which excludes other main ones, and what adds to it.
  private func choice(
    of found: [ResultFinding], _ scheme: ClaimScheme, _ wanted: String?
  ) -> Choice {
    let mains = found.filter { scheme.result(named: $0.result)?.addsTo == nil }
      .filter { wanted == nil || $0.result == wanted }
    var best: Choice?
    for main in mains where main.isReached {
      let additions = found.filter {
        $0.isReached && scheme.result(named: $0.result)?.addsTo == main.result
      }
      let choice = priced([main] + additions, scheme)
      if let amount = choice.amount, amount > best?.amount ?? Pence(-1) { best = choice }
    }
    if let best { return best }
    let nearest = mains.min { rank($0) < rank($1) }
    return priced(nearest.map { [$0] } ?? [], scheme)
  }

  /// Reached without a rate, then what data could settle, then by how much is missing, and last what does not concern
  /// the family.
  private func rank(_ found: ResultFinding) -> Int {
    if found.isReached { return 0 }
    if found.elements.allSatisfy({ $0.answer == .notRelevant }) { return 2_000 }
    return found.gaps.count + (found.cannotTell ? 0 : 1_000)
  }

  private func priced(_ findings: [ResultFinding], _ scheme: ClaimScheme) -> Choice {
    let year = life.attachment?.year ?? FinancialYear(containing: asOf)
    var sum = Pence.zero
    for finding in findings {
      guard let amount = scheme.rates.amount(of: finding.result, in: year) else {
        return Choice(findings: findings, amount: nil)
      }
      sum += amount
    }
    return Choice(findings: findings, amount: findings.isEmpty ? nil : sum)
  }

  private static func once(_ elements: [FrozenElement]) -> [FrozenElement] {
    var kept: [FrozenElement] = []
    for element in elements where !kept.contains(where: { $0.element == element.element }) {
      kept.append(element)
    }
    return kept
  }
}
