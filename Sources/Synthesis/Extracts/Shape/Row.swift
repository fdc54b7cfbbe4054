/// One record of an extract, before anything has gone wrong with it.
struct Row: Sendable {
  /// A person that the row is about, by the name of the slot in the contract.
  struct Slot: Sendable {
    var name: String
    var person: Person.ID
  }

  /// The fields in the order of the columns.
  var cells: [String]
  /// The people the row is about.
  var slots: [Slot]
  /// What makes it the same record in the next extract.
  var key: UInt64
  /// What is already wrong with it.
  var errors: [ErrorKind]

  /// The person in a slot.
  func person(in slot: String?) -> Person.ID? {
    slots.first { $0.name == slot }?.person
  }
}

/// A heading of an extract, what stands below it, and whose it is.
struct Column: Sendable {
  var heading: String
  var meaning: Meaning
  /// The person slot that the column tells of; nil for the others.
  var slot: String?
}
