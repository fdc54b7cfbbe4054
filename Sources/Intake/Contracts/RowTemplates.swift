import Vocabulary

/// The position of a column in the contract's list.
typealias ColumnNumber = Int

/// How a row names an address.
struct PlaceTemplate: Hashable, Sendable {
  /// The name by which people and facts refer to it.
  var slot: String
  /// Address lines in any order of use, or none where the parts have columns of their own.
  var lines: [ColumnNumber] = []
  var saon: ColumnNumber?
  var paon: ColumnNumber?
  var street: ColumnNumber?
  var locality: ColumnNumber?
  var town: ColumnNumber?
  var postcode: ColumnNumber?
  var uprn: ColumnNumber?
  var condition: RowCondition = .always

  /// Names a place.
  init(slot: String) {
    self.slot = slot
  }
}

/// How a row names a person.
struct PersonTemplate: Hashable, Sendable {
  /// The name by which facts and relations refer to the person.
  var slot: String
  var fullName: ColumnNumber?
  var title: ColumnNumber?
  var forename: ColumnNumber?
  var middleNames: ColumnNumber?
  var surname: ColumnNumber?
  var knownAs: ColumnNumber?
  /// The first letters of forename and surname, where that is all a source gives: `JS`.
  var initials: ColumnNumber?
  var formerSurname: ColumnNumber?
  var aliases: [ColumnNumber] = []
  var born: ColumnNumber?
  var sex: ColumnNumber?
  var ethnicity: ColumnNumber?
  var identifiers: [IdentifierTemplate] = []
  /// The place where the person is said to live, by its number in the contract.
  var place: Int?
  var since: ColumnNumber?
  var until: ColumnNumber?
  /// A flag column: where it says yes, the address is withheld.
  var protected: ColumnNumber?
  var condition: RowCondition = .always

  /// Names a person.
  init(slot: String) {
    self.slot = slot
  }
}

/// A number that tells a person apart, and the column it comes from.
struct IdentifierTemplate: Hashable, Sendable {
  var kind: IdentifierKind
  var column: ColumnNumber
}

/// How a row states a fact.
struct FactTemplate: Hashable, Sendable {
  /// The kind's number in the vocabulary.
  var kind: Int
  /// The kind's name, which outlasts its number.
  var kindName: String
  var subject: FactSubject
  var time: FactTimeTemplate
  var measure: MeasureTemplate?
  /// The columns that make two rows the same fact; empty means the whole of it.
  var key: [ColumnNumber]
  /// What this fact and others of the contract are answers to, of which only one can be true: with the same key, the
  /// newest extract's takes the others' place, whatever their kinds.
  var matter: String?
  var attributes: [AttributeTemplate]
  /// A professional's name or number, kept as a keyed hash alone.
  var professional: ColumnNumber?
  var condition: RowCondition
}

/// Whom or what a fact is about.
enum FactSubject: Hashable, Sendable {
  case person(Int)
  case place(Int)
}

/// When a fact was.
enum FactTimeTemplate: Hashable, Sendable {
  case on(ColumnNumber)
  case during(start: ColumnNumber, end: ColumnNumber?)
  case term(ColumnNumber)
}

/// The two numbers of a measure.
struct MeasureTemplate: Hashable, Sendable {
  var part: Quantity
  var whole: Quantity
}

/// A number taken from a column, or counted from a column of marks.
enum Quantity: Hashable, Sendable {
  case column(ColumnNumber)
  case marks(ColumnNumber, MarkCount)
}

/// What is counted in a string of attendance marks.
enum MarkCount: String, Hashable, Sendable, CaseIterable {
  case possible, present, authorised, unauthorised, late, unexplained
}

/// A coded attribute of a fact.
struct AttributeTemplate: Hashable, Sendable {
  var name: String
  var value: AttributeValue
}

/// Where an attribute's value comes from.
enum AttributeValue: Hashable, Sendable {
  case column(ColumnNumber)
  case constant(String)
}

/// How a row relates two of its people.
struct RelationTemplate: Hashable, Sendable {
  /// The kind's number in the vocabulary.
  var kind: Int
  /// The kind's name, which outlasts its number.
  var kindName: String
  var from: Int
  var to: Int
  var since: ColumnNumber?
  var until: ColumnNumber?
  var condition: RowCondition
}

/// When a part of a contract applies to a row.
indirect enum RowCondition: Hashable, Sendable {
  case always
  case present(ColumnNumber)
  case absent(ColumnNumber)
  case isOneOf(ColumnNumber, [String])
  case not(RowCondition)
  case all([RowCondition])
}
