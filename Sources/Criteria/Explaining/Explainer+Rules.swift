import Vocabulary

extension Explainer {
  /// What a step comes to, leaving no trace in the findings.
  mutating func outcome(of place: Int, about person: Int) -> (Outcome, Findings) {
    evaluator.output = Findings()
    let outcome = evaluator.outcome(of: place, about: person)
    let found = evaluator.output
    evaluator.output = Findings()
    return (outcome, found)
  }

  /// Why a step comes to what it comes to.
  mutating func reason(for place: Int, about person: Int) -> Reason {
    let step = program.steps[place]
    let (outcome, found) = outcome(of: place, about: person)
    switch step.operation {
    case .atLeast, .allRelevant: return combined(step, outcome, person)
    case .not, .perhaps: return turned(step, outcome, person)
    case .some, .every: return quantified(step, outcome, person)
    case .criterion: return referred(step, outcome)
    case .facts: return counted(step, outcome, found)
    case .measure, .share: return shared(step, outcome, found)
    case .latest: return latest(step, outcome, found)
    case .fall: return fallen(step, outcome, found)
    case .spell:
      return settled(
        "\(Numbers.counted(Int(outcome.part), "day")) of \(titles(step.kinds)) \(window(step)), "
          + "and it takes \(outcome.needed)",
        outcome, found)
    case .unanswered:
      let title = titles(step.kinds)
      return settled(
        outcome.part > 0
          ? "\(title) has been waiting for an answer for more than \(step.days) days"
          : "nothing of the kind «\(title)» is overdue",
        outcome, found)
    case .member:
      let group = program.pack.groups[step.group].name
      return settled(
        outcome.part > 0
          ? "the family has someone in the group «\(group)»"
          : "the family has nobody in the group «\(group)»", outcome, found)
    case .covered: return settled("everything it needs was delivered", outcome, found)
    case .decision:
      let matter = program.names[step.attribute]
      return Reason(
        text: outcome.state == .met
          ? "it was decided so in the matter «\(matter)»"
          : "nobody decided so in the matter «\(matter)»",
        changes: ["if it is decided so in the matter «\(matter)»"])
    case .notComputable: return Reason(text: whyNotComputable(place))
    }
  }

  private func whyNotComputable(_ place: Int) -> String {
    for criterion in program.pack.criteria {
      guard case .notComputable(let why) = criterion.rule else { continue }
      if program.roots.indices.contains(where: {
        Int(program.roots[$0]) == place && program.pack.criteria[$0].name == criterion.name
      }) {
        return Spoken.small(String(why.hasSuffix(".") ? why.dropLast() : why[...]))
      }
    }
    return "no kind of fact says it"
  }

  // MARK: Combinations

  private mutating func combined(_ step: Step, _ outcome: Outcome, _ person: Int) -> Reason {
    var (met, open, failed): ([Reason], [Reason], [Reason]) = ([], [], [])
    for child in step.children {
      let place = Int(program.children[Int(child)])
      let state = self.outcome(of: place, about: person).0.state
      let reason = reason(for: place, about: person)
      switch state {
      case .met: met.append(reason)
      case .cannotTell: open.append(reason)
      case .notMet: failed.append(reason)
      case .notApplicable: break
      }
    }
    let needed = step.operation == .atLeast ? Int(step.least) : Int(outcome.needed)
    let total = step.children.count
    switch outcome.state {
    case .met:
      return Reason(
        text: Spoken.list(met.map(\.text)),
        ends: met.count == needed ? met.flatMap(\.ends) : [])
    case .cannotTell:
      let so = met.isEmpty ? "" : Spoken.list(met.map(\.text)) + ", but "
      return Reason(
        text: so + Spoken.list(open.map(\.text)), changes: open.flatMap(\.changes))
    case .notMet, .notApplicable:
      let few = needed == 1 ? "" : "\(Spoken.number(met.count)) of \(Spoken.number(needed)) needed"
      let told = few.isEmpty || met.isEmpty ? few : few + " (\(Spoken.list(met.map(\.text))))"
      let text =
        if needed == 1 {
          total == 1
            ? failed.first?.text ?? "nothing of it is so"
            : "none of \(Spoken.number(total)) is so"
        } else { told }
      return Reason(text: text, changes: (open + failed).flatMap(\.changes))
    }
  }

  private mutating func turned(_ step: Step, _ outcome: Outcome, _ person: Int) -> Reason {
    let inner = reason(for: Int(program.children[Int(step.children.lowerBound)]), about: person)
    if step.operation == .perhaps, outcome.state == .cannotTell {
      return Reason(
        text: "it points to it that \(inner.text), and nothing proves it",
        changes: ["if somebody looks into it"] + inner.changes)
    }
    return Reason(
      text: inner.text, changes: outcome.state == .cannotTell ? inner.changes : [])
  }

  private mutating func quantified(_ step: Step, _ outcome: Outcome, _ person: Int) -> Reason {
    let child = Int(program.children[Int(step.children.lowerBound)])
    guard person < 0 else { return reason(for: child, about: person) }
    guard outcome.person >= 0 else {
      guard step.operation == .every, outcome.state == .met else {
        return Reason(text: "there is nobody whom it asks about")
      }
      return Reason(text: "it holds for everyone whom it asks about")
    }
    var reason = reason(for: child, about: Int(outcome.person))
    let (inner, _) = self.outcome(of: child, about: Int(outcome.person))
    if inner.state != outcome.state {
      reason.text = "it is not certain whom it is about: a birth date is missing or too vague"
      reason.changes = ["if the birth date is found out"]
    }
    return reason
  }

  private func referred(_ step: Step, _ outcome: Outcome) -> Reason {
    let criterion = program.pack.criteria[step.criterion]
    let title = "«\(criterion.title)»"
    switch outcome.state {
    case .met: return Reason(text: "\(title) is met", ends: [])
    case .cannotTell:
      return Reason(
        text: "one cannot tell about \(title)", changes: ["if \(title) is settled"])
    case .notMet: return Reason(text: "\(title) is not met", changes: ["if \(title) is met"])
    case .notApplicable: return Reason(text: "\(title) does not apply")
    }
  }
}
