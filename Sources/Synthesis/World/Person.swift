public import Vocabulary

/// One invented human being, with everything any agency could know of who they are.
public struct Person: Sendable {
  /// Names a person in the whole county.
  public typealias ID = Identity<Person>

  /// The sex that agencies record.
  public enum Sex: String, Sendable, CaseIterable {
    case female = "F"
    case male = "M"
  }

  /// Which person this is.
  public var id: ID
  /// Female or male.
  public var sex: Sex
  /// The day of birth.
  public var born: Day
  /// The day of death, of someone who has died.
  public var died: Day?
  /// Where the family's names come from.
  public var origin: Origin
  /// The school census ethnicity code, such as `WBRI`.
  public var ethnicity: String
  /// Every legal name in turn, earliest first; never empty and without gaps.
  public var names: [NameSpell]
  /// What friends and some agencies call them instead of the forename: Kate, Mo, Jimmy.
  public var knownAs: String?
  /// The mother, when she lives or lived in the neighbourhood.
  public var mother: ID?
  /// The father, when he lives or lived in the neighbourhood.
  public var father: ID?
  /// The twin, of someone who is one.
  public var twin: ID?
  /// The numbers that agencies know them by.
  public var identifiers: Identifiers
}

extension Person {
  /// The legal name on a day; the first name before any, for an unborn child.
  public func name(on day: Day) -> NameSpell {
    names.last { $0.from <= day } ?? names[0]
  }

  /// Completed years of life on a day, negative before birth.
  public func age(on day: Day) -> Int { born.completedYears(to: day) }

  /// Whether they have been born and have not died.
  public func isAlive(on day: Day) -> Bool {
    guard born <= day else { return false }
    guard let died else { return true }
    return day < died
  }
}

/// A legal name and the days it was borne.
public struct NameSpell: Hashable, Sendable {
  /// Why the name is as it is.
  public enum Reason: String, Sendable, CaseIterable {
    case birth, marriage, divorce, stepfamily, fleeing, choice
  }

  /// The first day of the name.
  public var from: Day
  /// `Miss`, `Mr`, `Mrs`, `Ms`, `Master`.
  public var title: String
  /// The first given name.
  public var forename: String
  /// The other given names, in one string; empty for none.
  public var middleNames: String
  /// The family name.
  public var surname: String
  /// What brought the name about.
  public var reason: Reason
}

/// The numbers that agencies know one person by; all are valid, none is in real use.
public struct Identifiers: Hashable, Sendable {
  /// The unique pupil number, of someone who has been in a state school since 1999.
  public var upn: String?
  /// An earlier permanent number, of a pupil who was given two.
  public var formerUPN: String?
  /// A temporary number (letter last) used until the permanent one was found.
  public var temporaryUPN: String?
  /// The NHS number, in the 999 range that is kept for invented people.
  public var nhsNumber: String?
  /// The National Insurance number, from sixteen.
  public var nino: String?
  /// The unique learner number, from fourteen.
  public var uln: String?
  /// The Police National Computer number, only of people arrested.
  public var pnc: String?
  /// The criminal records office number, only of people convicted.
  public var cro: String?
  /// The children's social care number, only of children known there.
  public var socialCare: String?

  /// No number at all.
  public init() {}
}

/// The tradition a person's names come from, in the shares of a southern English county.
public enum Origin: String, Sendable, CaseIterable {
  case british, irish, polish, pakistani, bangladeshi, indian, somali
  case african, caribbean, chinese, iberian, mixed
}
