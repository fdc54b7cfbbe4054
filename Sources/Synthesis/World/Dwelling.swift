public import Vocabulary

/// A place that people live in, with its postal address.
public struct Dwelling: Sendable {
  /// Names a dwelling in the whole county.
  public typealias ID = Identity<Dwelling>

  /// What sort of place it is.
  public enum Kind: String, Sendable, CaseIterable {
    case house, flat, sharedHouse, hostel, refuge, childrensHome, careHome, studentHall
  }

  /// By what right its residents live there.
  public enum Tenure: String, Sendable, CaseIterable {
    case council, registeredProvider, privateRent, owner, institution
  }

  /// Which dwelling this is.
  public var id: ID
  /// The unique property reference number.
  public var uprn: Int
  /// The flat or room: `Flat 3`, `Room 12`; empty for a whole building.
  public var saon: String
  /// The house number or the building's name.
  public var paon: String
  /// The street.
  public var street: String
  /// The part of the town; empty where none is used.
  public var locality: String
  /// The post town.
  public var town: String
  /// The postcode, with its space.
  public var postcode: String
  /// The electoral ward.
  public var ward: String
  /// The district council.
  public var district: String
  /// House, flat, hostel ...
  public var kind: Kind
  /// Council, registered provider, private, owned.
  public var tenure: Tenure
  /// The landlord's own number for the property, when it is let by a social landlord.
  public var landlordReference: String?

  /// Whether the address must never be shown: a refuge.
  public var isProtected: Bool { kind == .refuge }
}

/// The days that one person lived in one dwelling.
public struct Residence: Sendable {
  /// Who lived there.
  public var person: Person.ID
  /// Where.
  public var dwelling: Dwelling.ID
  /// The first day.
  public var from: Day
  /// The first day they no longer lived there; nil while they do.
  public var until: Day?
  /// Whether the address must be kept from everyone without need: people who have fled.
  public var isProtected: Bool
  /// Whether it is the second home of a child whose parents live apart.
  public var isSecondHome: Bool

  /// Whether the person lived there on a day.
  public func holds(on day: Day) -> Bool {
    guard from <= day else { return false }
    guard let until else { return true }
    return day < until
  }
}
