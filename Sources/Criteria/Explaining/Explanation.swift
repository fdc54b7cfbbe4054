public import Vocabulary

/// Why a criterion came out as it did, and what would change it, in sentences that one can read out.
public struct Explanation: Sendable, Equatable {
  /// The criterion's name.
  public var criterion: String
  /// What people call it.
  public var title: String
  /// What came out.
  public var state: FindingState
  /// The answer with its reason, without a name, a date of birth or an address.
  public var sentence: String
  /// What would make it come out otherwise, each in a few words.
  public var changes: [String]
  /// The facts it rests on, by their places in the case file.
  public var evidence: [FindingEvidence]
}

extension CriteriaEngine {
  /// Explains every criterion of the pack for one family of the file at the date.
  public func explanations(ofFamily family: Int, in file: CaseFile, at date: Day) -> [Explanation] {
    PreparedCriteria(self, for: file, at: date).explanations(ofFamily: family, in: file)
  }
}

/// Puts findings into words.
struct Explainer {
  let engine: CriteriaEngine
  let file: CaseFile
  let date: Day
  var evaluator: CriteriaEvaluator

  init(
    _ engine: CriteriaEngine, _ file: CaseFile, _ date: Day, _ binding: CriteriaBinding
  ) {
    self.engine = engine
    self.file = file
    self.date = date
    evaluator = CriteriaEvaluator(engine.program, binding, file)
  }

  var program: CriteriaProgram { engine.program }

  mutating func explanations(ofFamily family: Int) -> [Explanation] {
    evaluator.output = Findings()
    evaluator.answer(family: family, file.families[family])
    let found = evaluator.output
    return program.pack.criteria.indices.map { place in
      let criterion = program.pack.criteria[place]
      let finding = found.findings[place]
      var reason = reason(for: Int(program.roots[place]), about: -1)
      // One change may be told by several parts of a rule.
      var told: [String] = []
      for change in reason.changes where !told.contains(change) { told.append(change) }
      let decided = evaluator.override(of: place)
      let alone =
        decided == nil
        ? finding.state : evaluator.outcome(of: Int(program.roots[place]), about: -1).state
      if alone == .notApplicable {
        reason.text = "there is nobody in the family whom it asks about"
      }
      let rule = "\(alone.title), \(Self.joining(alone)) \(reason.text)"
      return Explanation(
        criterion: criterion.name, title: criterion.title, state: finding.state,
        sentence: decided.map {
          "\(criterion.title): \(finding.state.title), since it was decided so (entry \($0.entry)); "
            + "by its rule alone: \(rule)."
        } ?? "\(criterion.title): \(rule).",
        changes: finding.state == .met ? reason.ends : told,
        evidence: Array(found.evidence(of: finding)))
    }
  }

  private static func joining(_ state: FindingState) -> String {
    state == .cannotTell ? "since" : "for"
  }
}

/// A reason in words, with what would change it.
struct Reason {
  var text: String
  /// What would bring it about, or settle it.
  var changes: [String] = []
  /// When it will no longer be so.
  var ends: [String] = []
}
