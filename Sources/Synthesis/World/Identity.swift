/// A number that names one thing of a kind in the whole county.
///
/// It is the neighbourhood's number times a million plus the thing's place in that
/// neighbourhood's list, so a neighbourhood can be made alone and its things found without a table.
public struct Identity<Of>: Hashable, Comparable, Sendable {
  /// The whole number, unique in the county among things of this kind.
  public let rawValue: Int

  /// The identity of the thing at a place in a neighbourhood's list.
  public init(neighbourhood: Int, place: Int) {
    precondition(place < Self.room, "a neighbourhood has room for a million of each kind")
    rawValue = neighbourhood * Self.room + place
  }

  /// The place in the list of its neighbourhood.
  public var place: Int { rawValue % Self.room }

  /// The number of the neighbourhood it belongs to.
  public var neighbourhood: Int { rawValue / Self.room }

  private static var room: Int { 1_000_000 }

  /// Orders by neighbourhood, then by place.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
