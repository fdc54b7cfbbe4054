/// A decision with its place in the ledger.
public struct NotedDecision: Hashable, Sendable {
  /// The number of the ledger's entry.
  public var number: Int
  /// What was decided.
  public var decision: Decision

  /// Numbers a decision.
  public init(number: Int, _ decision: Decision) {
    self.number = number
    self.decision = decision
  }
}

/// The decisions that hold, found by going through all of them in order.
///
/// Undoing is an entry of its own, and an undone undoing brings the earlier decision back. A decision about a pair takes
/// the place of every earlier one about the same pair, and so does one about the same finding or the same tie.
public struct DecisionFold: Sendable {
  /// How an entry stands.
  public enum State: Hashable, Sendable {
    /// It holds.
    case holds
    /// The entry of this number undid it.
    case undone(by: Int)
    /// The entry of this number took its place.
    case superseded(by: Int)
  }

  /// Every decision, oldest first.
  public let all: [NotedDecision]
  /// How each stands, in the same order.
  public let states: [State]

  /// Goes through decisions that stand in the order of their numbers.
  public init(_ decisions: [NotedDecision]) {
    all = decisions
    var states = [State](repeating: .holds, count: decisions.count)
    let places = Dictionary(
      decisions.indices.map { (decisions[$0].number, $0) }, uniquingKeysWith: { first, _ in first })
    // From the newest back: an undoing counts only while nothing later undid it.
    for place in decisions.indices.reversed() where states[place] == .holds {
      guard case .undo(let number) = decisions[place].decision.subject,
        let undone = places[number], undone < place, states[undone] == .holds
      else { continue }
      states[undone] = .undone(by: decisions[place].number)
    }
    Self.supersede(decisions, places, &states)
    self.states = states
  }

  private static func supersede(
    _ decisions: [NotedDecision], _ places: [Int: Int], _ states: inout [State]
  ) {
    var latest: [DecisionTopic: Int] = [:]
    for place in decisions.indices where states[place] == .holds {
      let noted = decisions[place]
      if let old = noted.decision.supersedes, let before = places[old], before < place,
        states[before] == .holds
      {
        states[before] = .superseded(by: noted.number)
      }
      guard let topic = DecisionTopic(noted.decision.subject) else { continue }
      if let before = latest[topic], states[before] == .holds {
        states[before] = .superseded(by: noted.number)
      }
      latest[topic] = place
    }
  }

  /// The decisions that hold, oldest first; undoings are not among them.
  public var holding: [NotedDecision] {
    zip(all, states).compactMap { noted, state in
      state == .holds && noted.decision.subject.kind != .undo ? noted : nil
    }
  }

  /// How the entry of a number stands; nil where no decision has it.
  public func state(of number: Int) -> State? {
    all.firstIndex { $0.number == number }.map { states[$0] }
  }
}

/// What a decision is about, so that the next about the same takes its place; notes and undoings have none.
private enum DecisionTopic: Hashable {
  case pair(RecordPair)
  case split(RecordKey, [RecordKey])
  case tie(RecordKey, RecordKey)
  case finding(RecordKey, String, String)
  case discretion(RecordKey, String)

  init?(_ subject: DecisionSubject) {
    switch subject {
    case .match(let pair), .notMatch(let pair), .cannotTell(let pair), .sameHousehold(let pair):
      self = .pair(pair)
    case .split(let record, let others): self = .split(record, others.sorted())
    case .joinFamily(let tie), .leaveFamily(let tie): self = .tie(tie.person, tie.family)
    case .override(let finding):
      self = .finding(finding.family, finding.pack, finding.criterion)
    case .localDiscretion(let discretion):
      self = .discretion(discretion.family, discretion.pack)
    case .note, .undo: return nil
    }
  }
}
