import SQLiteAccess
import Store
import Vocabulary

/// Whoever may not see who is protected still decides who is who, and is not told to which family somebody belongs whose address is
/// withheld: the family's home would be theirs.
extension Visit {
  /// Whether the families of any of these people are kept from whoever asks.
  func hidesFamilies(of people: [PersonID]) throws -> Bool {
    guard !may(.seeProtected) else { return false }
    return try generation.read { (file) throws(DatabaseError) in
      for person in people {
        if let known = try file.knownPerson(person), known.isProtected { return true }
      }
      return false
    }
  }

  /// Whether the families of the people whom a decision is about are kept from whoever asks.
  func hidesFamilies(_ subject: DecisionSubject) throws -> Bool {
    guard !may(.seeProtected) else { return false }
    let people = try generation.read { (file) throws(DatabaseError) in
      var people: [PersonID] = []
      for record in subject.records {
        if let person = try file.person(of: record) { people.append(person) }
      }
      return people
    }
    return try hidesFamilies(of: people)
  }

  /// Whether a decision says of somebody to which family they belong, and that is kept from whoever asks.
  func hidesWhom(_ subject: DecisionSubject) throws -> Bool {
    switch subject {
    case .joinFamily, .leaveFamily: try hidesFamilies(subject)
    default: false
    }
  }
}
