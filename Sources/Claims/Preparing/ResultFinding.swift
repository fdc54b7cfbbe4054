public import Vocabulary

/// What a result came to for a family: its elements, and what stands against it.
public struct ResultFinding: Hashable, Sendable {
  /// The result.
  public var result: String
  /// Its gates and elements as measured.
  public var elements: [FrozenElement]
  /// What stands against it; empty where it is reached.
  public var gaps: [ClaimGap]

  /// Whether it is reached.
  public var isReached: Bool { gaps.isEmpty }
  /// Whether only missing data stands against it.
  public var cannotTell: Bool {
    !gaps.isEmpty && gaps.allSatisfy { $0.code == "cannot-tell" }
  }
}

extension ClaimCase {
  /// Judges a result: every gate and element holds, one element at least came about, and each problem has an answer.
  ///
  /// What cannot be told never counts as reached.
  public func judge(
    _ result: ClaimScheme.Result, of scheme: ClaimScheme, problems: [String]
  ) -> ResultFinding {
    let names = result.gates + result.elements.filter { !result.gates.contains($0) }
    let elements = names.compactMap(scheme.element(named:)).map {
      evaluate($0, problems: problems)
    }
    var gaps: [ClaimGap] = []
    for found in elements {
      let title = scheme.element(named: found.element)?.title ?? found.element
      switch found.answer {
      case .notAchieved:
        gaps.append(
          ClaimGap("not-achieved", Self.sentence(title, found.reasons, "is not reached")))
      case .cannotTell:
        gaps.append(
          ClaimGap("cannot-tell", Self.sentence(title, found.missing, "cannot be told: missing")))
      case .achieved, .neutral, .notRelevant: break
      }
    }
    let asked = elements.filter { result.elements.contains($0.element) }
    if gaps.isEmpty, !asked.contains(where: { $0.answer == .achieved }) {
      gaps.append(ClaimGap("nothing-achieved", "\(result.title): no problem was turned around"))
    }
    if result.coversAllProblems {
      gaps += unanswered(problems, by: asked, scheme).map {
        ClaimGap("problem-unanswered", "no progress is shown on the problem '\($0)'")
      }
    }
    return ResultFinding(result: result.name, elements: elements, gaps: gaps)
  }

  /// The problems that no element says anything of; one of which data is missing is told already, with what is missing.
  private func unanswered(
    _ problems: [String], by elements: [FrozenElement], _ scheme: ClaimScheme
  ) -> [String] {
    problems.filter { problem in
      !elements.contains { found in
        [.achieved, .neutral, .cannotTell].contains(found.answer)
          && scheme.element(named: found.element)?.problems.contains(problem) == true
      }
    }
  }

  private static func sentence(_ title: String, _ words: [String], _ verb: String) -> String {
    var told: [String] = []
    for word in words where !told.contains(word) { told.append(word) }
    let more = told.count > 6 ? ["and \(told.count - 6) more"] : []
    let list = (told.prefix(6) + more).joined(separator: "; ")
    return list.isEmpty ? "\(title) \(verb)" : "\(title) \(verb): \(list)"
  }
}
