/// The outline of an area on a map, for drawing: rings of points, with holes as rings of their own.
public struct AreaOutline: Hashable, Sendable {
  /// A place by its longitude and latitude in millionths of a degree.
  public struct Point: Hashable, Sendable {
    /// Degrees east, in millionths.
    public var longitude: Int
    /// Degrees north, in millionths.
    public var latitude: Int

    /// Names a place.
    public init(longitude: Int, latitude: Int) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// Whose outline it is.
  public var area: Area
  /// The rings, each closed without its first point said again.
  public var rings: [[Point]]

  /// Outlines an area.
  public init(area: Area, rings: [[Point]]) {
    self.area = area
    self.rings = rings
  }
}
