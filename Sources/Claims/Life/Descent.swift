/// One step of an identity from run to run: what was called this is called that, or is a part of it.
public struct Succession: Hashable, Sendable {
  /// The id before.
  public var from: Int64
  /// The id after.
  public var to: Int64

  /// States a step.
  public init(from: Int64, to: Int64) {
    self.from = from
    self.to = to
  }
}

/// Which ids may be the same one through merges and splits: what came from an id, and whatever else that came from.
///
/// Two that became one later were one all along, as far as anybody can tell. Two parts of one split are not: they came
/// apart before anything was claimed of either.
public struct Descent: Sendable {
  private var before: [Int64: [Int64]] = [:]
  private var after: [Int64: [Int64]] = [:]

  /// Reads the steps, in any order.
  public init(_ steps: [Succession] = []) {
    for step in steps { add(step) }
  }

  /// Adds a step.
  public mutating func add(_ step: Succession) {
    guard step.from != step.to else { return }
    before[step.to, default: []].append(step.from)
    after[step.from, default: []].append(step.to)
  }

  /// The id, everything that came from it, and everything that any of those came from.
  public func kin(of id: Int64) -> Set<Int64> {
    reach(from: reach(from: [id], after), before)
  }

  private func reach(from ids: Set<Int64>, _ steps: [Int64: [Int64]]) -> Set<Int64> {
    guard !steps.isEmpty else { return ids }
    var reached = ids
    var waiting = Array(ids)
    while let next = waiting.popLast() {
      for id in steps[next] ?? [] where reached.insert(id).inserted { waiting.append(id) }
    }
    return reached
  }
}

/// The lineage of families and of people, by which a claim is found again under other names.
public struct Lineage: Sendable {
  /// Of families.
  public var families: Descent
  /// Of people.
  public var people: Descent

  /// Puts both together.
  public init(families: Descent = Descent(), people: Descent = Descent()) {
    self.families = families
    self.people = people
  }
}
