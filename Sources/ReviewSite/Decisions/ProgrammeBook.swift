import Cohorts
import Pipelines
import SQLiteAccess
import Store
import Synchronization

/// Families' lives and claims, as the ledger tells them, kept ready; what is entered goes by the terminal's own desk.
final class ProgrammeBook: Sendable {
  private struct State: ~Copyable {
    var ledger: Ledger
    var desk: ProgrammeDesk?
    var cases: ProgrammeCases?
    /// The run whose pipeline says by which rules.
    var run: RunName?
    /// How far the ledger was read.
    var seen = 0
    /// Lists of the cohort as they are at the desk, by their filters.
    var lists: [CohortFilter: CohortList] = [:]
    /// Families at each step, as they are at the desk.
    var funnel: Funnel?

    mutating func forgetLists() { (lists, funnel) = ([:], nil) }
  }

  private let state: Mutex<State>
  private let workspace: Workspace

  init(_ workspace: Workspace) throws {
    self.workspace = workspace
    state = Mutex(State(ledger: try workspace.openLedger()))
  }

  /// The programme as it stands; nil where the pipeline names none.
  func desk(_ generation: Generation) throws -> ProgrammeDesk? {
    try state.withLock { (state) throws in
      try Self.catchUp(&state, generation, workspace)
      return state.desk
    }
  }

  /// The families of a list; worked out once, until something is entered.
  func list(_ filter: CohortFilter, _ generation: Generation) throws -> CohortList {
    try state.withLock { (state) throws in
      try Self.catchUp(&state, generation, workspace)
      if let known = state.lists[filter] { return known }
      let list = CohortList(filter, generation.index, state.desk?.cohort.lives ?? [])
      if state.lists.count >= Self.mostLists { state.lists = [:] }
      state.lists[filter] = list
      return list
    }
  }

  /// Families at each step on the day of the run, as its report counts them, with what was entered since; nil where there is
  /// no programme.
  func funnel(_ generation: Generation) throws -> Funnel? {
    try state.withLock { (state) throws in
      try Self.catchUp(&state, generation, workspace)
      guard let desk = state.desk else { return nil }
      if let known = state.funnel { return known }
      let funnel = try generation.read { (file) throws in
        try Cohort(of: &file, desk, asOf: generation.run.asOf).funnel
      }
      state.funnel = funnel
      return funnel
    }
  }

  /// How many lists are kept.
  private static let mostLists = 48

  /// Does something at the desk, with the run's families at hand, and keeps what came of it.
  ///
  /// What a rule refuses is thrown, and nothing is written then.
  func work<Value: Sendable>(
    _ generation: Generation,
    _ body: (inout ProgrammeDesk, inout ProgrammeCases) throws -> Value
  ) throws -> Value {
    try state.withLock { (state) throws in
      try Self.catchUp(&state, generation, workspace)
      guard var desk = state.desk, let pipeline = generation.loaded else {
        throw ProgrammeProblem.noProgramme
      }
      if state.cases == nil {
        state.cases = try ProgrammeCases(
          RunKeeper(workspace), pipeline, run: generation.run.id)
      }
      guard var cases = state.cases.take() else { throw ProgrammeProblem.noProgramme }
      // Whatever becomes of it, the desk is read again from the ledger by whoever comes next, and the run stays open.
      state.desk = nil
      let value: Value
      do {
        value = try body(&desk, &cases)
      } catch {
        state.cases = consume cases
        throw error
      }
      state.cases = consume cases
      return value
    }
  }

  private static func catchUp(
    _ state: inout State, _ generation: Generation, _ workspace: Workspace
  ) throws {
    if state.run != generation.run {
      state.desk = nil
      state.cases = nil
      state.forgetLists()
    }
    state.run = generation.run
    guard let definition = generation.pipeline?.programme else { return }
    let end = try state.ledger.head().entries
    if state.desk != nil, end > state.seen {
      for kind in ProgrammeDesk.entryKinds {
        if try !state.ledger.entries(ofKind: kind, after: state.seen).isEmpty { state.desk = nil }
      }
    }
    if state.desk == nil {
      var desk = try ProgrammeDesk(workspace, definition)
      // Families and people are known by the ids of the run that is shown: nobody is claimed twice under two ids.
      try desk.follow(RunKeeper(workspace), run: generation.run.id)
      state.desk = desk
      state.forgetLists()
    }
    state.seen = end
  }
}
