/// Where in the drawing the points are, and by what scales.
struct PlotFrame {
  let width = 720
  let height: Int
  let top = 56
  let left: Int
  let right = 700
  let bottom: Int
  /// Between what is written to the left of the points and the points.
  static let gap = 8
  /// The height of a row of bars.
  static let row = 22

  /// The labels of the bars, each once, in the order they come.
  let labels: [String]
  /// From left to right.
  let across: PlotScale
  /// From the bottom up.
  let up: PlotScale

  init(_ plot: Plot) {
    let points = plot.series.flatMap(\.points)
    var labels: [String] = []
    if plot.shape == .bars {
      for point in points where !labels.contains(point.label) { labels.append(point.label) }
    }
    self.labels = labels
    let longest = labels.map(\.unicodeScalars.count).max() ?? 0
    left = plot.shape == .bars ? min(max(80, longest * 8 + Self.gap), 360) : 84
    bottom = top + (plot.shape == .bars ? Self.row * max(labels.count, 1) : 280)
    height = bottom + 48
    switch plot.shape {
    case .bars:
      // Room for the figure at the end of the longest bar.
      across = PlotScale(points.map(\.y) + [0], from: left, to: right - 60)
      up = across
    case .columns:
      let width = Plot.columnWidth(points)
      across = PlotScale(points.flatMap { [$0.x, $0.x + width] }, from: left, to: right)
      up = PlotScale(Plot.columnHeights(plot.series) + [0], from: bottom, to: top)
    case .lines:
      across = PlotScale(points.map(\.x), from: left, to: right)
      up = PlotScale(points.map(\.y), from: bottom, to: top)
    }
  }
}
