import Vocabulary

/// What one row has to tell: whom it is about, when, where, and the matter itself.
struct Entry<Matter: Sendable>: Sendable {
  /// The people of the row by the slots of the contract.
  var slots: [(name: String, person: Person)]
  /// When it happened or began.
  var from: PartialDate
  /// When it ended, as far as the agency knew when it made the extract.
  var until: Day?
  /// Where.
  var home: Dwelling?
  /// What the agency's own columns say.
  var matter: Matter
  /// The day of the extract.
  var day: Day
  /// What makes the entry the same in the next extract.
  var key: UInt64
  /// What is wrong with it before it is written.
  var errors: [ErrorKind] = []

  /// The person in a slot; nil for an empty one.
  func person(_ slot: String) -> Person? { slots.first { $0.name == slot }?.person }

  /// The legal name of the person in a slot, when the entry was made or, before birth, the first.
  func name(_ slot: String) -> NameSpell? { person(slot)?.name(on: day) }

  /// The first day it can have happened.
  var start: Day { from.earliest }

  /// A number of the entry for references that agencies give.
  func number(below bound: Int) -> Int {
    var chance = Chance(key)
    return chance.below(bound)
  }

  /// One of a few, always the same for the same entry: a worker, a court, an officer.
  func pick(_ choices: [String], salt: UInt64 = 0) -> String {
    var chance = Chance(key, salt)
    return chance.pick(choices) ?? ""
  }
}
