public import Vocabulary

/// A pack's criteria made ready for one date and for files that share their sources and what these told of.
///
/// What depends on those alone takes longest to work out; whoever asks of one family after the other, each in a file of
/// its own, makes it ready once.
public struct PreparedCriteria: Sendable {
  /// What asks the criteria.
  public let engine: CriteriaEngine
  private let date: Day
  private let binding: CriteriaBinding

  /// - Parameters:
  ///   - engine: What asks the criteria.
  ///   - common: A file without families; those that are asked of are this one with a family added.
  ///   - date: The day on which they are asked.
  public init(_ engine: CriteriaEngine, for common: CaseFile, at date: Day) {
    self.engine = engine
    self.date = date
    binding = CriteriaBinding(engine.program, to: date, in: common, terms: engine.terms)
  }

  /// Explains every criterion of the pack for one family of a file.
  public func explanations(ofFamily family: Int, in file: CaseFile) -> [Explanation] {
    let own = binding.rebound(engine.program, to: file)
    var explainer = Explainer(engine, file, date, own)
    return explainer.explanations(ofFamily: family)
  }
}
