import Vocabulary

extension ClaimCase {
  /// What an auditor would ask before any outcome: eligibility at attachment, the whole family, the way of working.
  func readiness(for scheme: ClaimScheme) -> [ClaimGap] {
    guard let attachment = life.attachment, let attachedOn = life.attachedOn else {
      return [ClaimGap("not-attached", "the family was never attached to the programme")]
    }
    return eligibility(attachment.snapshot, attachedOn, scheme) + left() + wholeFamily()
      + wayOfWorking()
  }

  private func eligibility(
    _ snapshot: EligibilitySnapshot, _ attachedOn: Day, _ scheme: ClaimScheme
  ) -> [ClaimGap] {
    var gaps: [ClaimGap] = []
    if snapshot.on != attachedOn {
      gaps.append(
        ClaimGap(
          "snapshot-date",
          "eligibility was judged for \(snapshot.on.iso) and not for the day of attachment, "
            + attachedOn.iso))
    }
    if !scheme.packs.contains(snapshot.pack) {
      gaps.append(
        ClaimGap("pack", "the scheme does not accept the criteria pack '\(snapshot.pack)'"))
    }
    let problems = scheme.problems(of: snapshot.met)
    if !snapshot.isEligible || problems.count < scheme.criteriaNeeded {
      gaps.append(
        ClaimGap(
          "not-eligible",
          "the family met \(problems.count) criteria at attachment, and "
            + "\(scheme.criteriaNeeded) are needed"))
    }
    if snapshot.discretion == .missing {
      gaps.append(
        ClaimGap("local-filter", "the local concern that brought the family in is not recorded"))
    }
    let late = snapshot.findings.filter { $0.answer == .met }.flatMap(\.evidence).contains {
      ($0.from ?? attachedOn) > attachedOn
    }
    if late {
      gaps.append(ClaimGap("criterion-later", "a criterion was only shown after attachment"))
    }
    return gaps
  }

  /// What is told of a family after it declined or moved away is none of the programme's results.
  private func left() -> [ClaimGap] {
    guard life.hasLeft(by: asOf), let ended = life.ended else { return [] }
    let what = life.status == .declined ? "declined" : "moved to another authority"
    return [
      ClaimGap("left", "the family \(what) on \(ended.iso), before the time to measure ended")
    ]
  }

  private func wholeFamily() -> [ClaimGap] {
    var gaps: [ClaimGap] = []
    let children = residents.filter { isUnder18($0, on: PartialDate(asOf)) != .no }
    if openQuestions > 0 {
      gaps.append(
        ClaimGap(
          "open-questions", "\(openQuestions) questions about who belongs to the family are open"))
    }
    if children.isEmpty {
      gaps.append(ClaimGap("no-child", "nobody under 18 lives with the family"))
    }
    return gaps
  }

  private func wayOfWorking() -> [ClaimGap] {
    var gaps: [ClaimGap] = []
    if (life.assessed ?? .latest) > asOf {
      gaps.append(ClaimGap("no-assessment", "the whole family's needs were not assessed"))
    }
    if (life.planned ?? .latest) > asOf {
      gaps.append(ClaimGap("no-plan", "there is no plan for the whole family"))
    }
    if life.leadProfessional.isEmpty {
      gaps.append(ClaimGap("no-lead", "no lead professional is named"))
    }
    if life.lawfulBasis.isEmpty {
      gaps.append(
        ClaimGap("no-lawful-basis", "the legal ground for using the data is not recorded"))
    }
    return gaps
  }
}
