import Vocabulary

/// Where the places of a map are drawn: north up, and a mile as long across as up.
struct MapFrame {
  /// How high the map is.
  let height: Int
  private let west: Int
  private let north: Int
  /// How many millionths of a degree of latitude one step of the drawing is.
  private let step: Double
  /// How much shorter a degree of longitude is than one of latitude.
  private let shrinking: Double

  /// A frame that holds all outlines; nil where there are none with any extent.
  init?(_ outlines: [AreaOutline], width: Int) {
    let points = outlines.flatMap { $0.rings.joined() }
    guard let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max(),
      let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max(),
      east > west, north > south
    else { return nil }
    let middle = Double(north + south) / 2_000_000 * Double.pi / 180
    self.west = west
    self.north = north
    shrinking = Self.cosine(middle)
    // A hair of room, so that the outermost lines are whole.
    step = Double(east - west) * shrinking / Double(width - 4)
    height = Int((Double(north - south) / step).rounded(.up)) + 4
  }

  /// The cosine by its series, which is exact to nine digits below a right angle.
  private static func cosine(_ angle: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for order in stride(from: 2.0, through: 20, by: 2) {
      term *= -angle * angle / (order * (order - 1))
      sum += term
    }
    return sum
  }

  private func place(_ point: AreaOutline.Point) -> (x: Int, y: Int) {
    (
      Int((Double(point.longitude - west) * shrinking / step).rounded()) + 2,
      Int((Double(north - point.latitude) / step).rounded()) + 2
    )
  }

  /// The rings as the path of a drawing.
  func path(_ rings: [[AreaOutline.Point]]) -> String {
    rings.filter { $0.count > 2 }.map { ring in
      "M" + ring.map { place($0) }.map { "\($0.x) \($0.y)" }.joined(separator: "L") + "Z"
    }.joined()
  }

  /// The middle of some outlines.
  func middle(of outlines: [AreaOutline]) -> (x: Int, y: Int) {
    let places = outlines.flatMap { $0.rings.joined() }.map { place($0) }
    guard !places.isEmpty else { return (0, 0) }
    let (x, y) = places.reduce((0, 0)) { ($0.0 + $1.x, $0.1 + $1.y) }
    return (x / places.count, y / places.count)
  }
}
