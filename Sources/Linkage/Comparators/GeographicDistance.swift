import Glibc

/// A place on the Earth in degrees, north and east being positive.
struct GeographicPoint: Equatable {
  var latitude: Double
  var longitude: Double
}

/// How far two places are apart on the Earth taken as a sphere, which is right to half a percent.
enum GeographicDistance {
  /// The mean radius, as Splink and most others have it.
  private static let radiusInKilometres = 6371.0
  private static let radiansPerDegree = Double.pi / 180

  /// The distance along the great circle, by the haversine formula.
  static func kilometres(_ left: GeographicPoint, _ right: GeographicPoint) -> Double {
    let acrossLatitude = sin((right.latitude - left.latitude) * radiansPerDegree / 2)
    let acrossLongitude = sin((right.longitude - left.longitude) * radiansPerDegree / 2)
    let squared =
      acrossLatitude * acrossLatitude
      + cos(left.latitude * radiansPerDegree) * cos(right.latitude * radiansPerDegree)
      * acrossLongitude * acrossLongitude
    // Rounding may lift opposite places above 1.
    return 2 * radiusInKilometres * asin(min(squared, 1).squareRoot())
  }

  /// Whether the places are at most so far apart; the latitudes alone mostly tell.
  static func isWithin(
    _ kilometres: Double, _ left: GeographicPoint, _ right: GeographicPoint
  ) -> Bool {
    let slack = 1e-6
    let northward = abs(left.latitude - right.latitude) * radiansPerDegree * radiusInKilometres
    return northward <= kilometres + slack && self.kilometres(left, right) <= kilometres
  }
}
