extension Plot {
  /// The lines of both scales, with their numbers and words.
  func axes(_ frame: PlotFrame) -> [Markup] {
    let rows = frame.up.marks.map { mark -> Markup in
      let y = PlotNumber.place(frame.up.place(mark))
      return """
        <path d="M\(frame.left) \(y)H\(frame.right)" stroke="#d3d9e0"/><text x="\(frame.left - PlotFrame.gap)" \
        y="\(y)" dy="4" text-anchor="end">\(frame.up.words(mark))</text>
        """
    }
    let columns = frame.across.marks.map { mark -> Markup in
      let x = PlotNumber.place(frame.across.place(mark))
      return """
        <path d="M\(x) \(frame.bottom)v5" stroke="#4b5867"/><text x="\(x)" y="\(frame.bottom + 20)" \
        text-anchor="middle">\(frame.across.words(mark))</text>
        """
    }
    return rows + columns + [
      "<path d=\"M\(frame.left) \(frame.bottom)H\(frame.right)\" stroke=\"#4b5867\"/>",
      """
      <text x="\((frame.left + frame.right) / 2)" y="\(frame.bottom + 40)" text-anchor="middle" \
      fill="#4b5867">\(horizontal)</text>
      """,
      """
      <text transform="translate(14 \((frame.top + frame.bottom) / 2)) rotate(-90)" text-anchor="middle" \
      fill="#4b5867">\(vertical)</text>
      """,
    ]
  }

  /// A line for each series; a single point is a dot.
  func lines(_ frame: PlotFrame) -> [Markup] {
    series.enumerated().map { place, each in
      let stroke = PlotStroke(place)
      let path = each.points.enumerated().map { index, point in
        (index == 0 ? "M" : "L") + PlotNumber.place(frame.across.place(point.x)) + " "
          + PlotNumber.place(frame.up.place(point.y))
      }.joined()
      guard each.points.count > 1 else {
        return
          "<path d=\"\(path)h0\" stroke=\"\(stroke.colour)\" stroke-width=\"7\" stroke-linecap=\"round\"/>"
      }
      return """
        <path d="\(path)" fill="none" stroke="\(stroke.colour)" stroke-width="2" stroke-linejoin="round"\
        \(stroke.dashes)/>
        """
    }
  }

  /// The columns of all series on one another, the first at the bottom.
  func columns(_ frame: PlotFrame) -> [Markup] {
    let width = Self.columnWidth(series.flatMap(\.points))
    var heights: [Double: Double] = [:]
    return series.enumerated().map { place, each in
      var path = ""
      for point in each.points where point.y > 0 {
        let base = heights[point.x, default: 0]
        heights[point.x] = base + point.y
        let (left, right) = (frame.across.place(point.x), frame.across.place(point.x + width))
        let (low, high) = (frame.up.place(base), frame.up.place(base + point.y))
        // What there is a little of is seen, too.
        path += "M\(PlotNumber.place(left)) \(PlotNumber.place(min(high, low - 1)))"
        path += "H\(PlotNumber.place(max(right - 1, left + 0.5)))V\(PlotNumber.place(low))"
        path += "H\(PlotNumber.place(left))Z"
      }
      return "<path d=\"\(path)\" fill=\"\(PlotStroke(place).colour)\"/>"
    }
  }

  /// A row for each label, with the bars of all series under one another.
  func bars(_ frame: PlotFrame) -> [Markup] {
    let zero = frame.across.place(0)
    let height = (PlotFrame.row - 6) / max(series.count, 1)
    let rows = frame.labels.enumerated().flatMap { row, label -> [Markup] in
      let y = frame.top + row * PlotFrame.row
      let words: Markup = """
        <text x="\(frame.left - PlotFrame.gap)" y="\(y + 15)" text-anchor="end">\(shortened(label, frame))</text>
        """
      return [words]
        + series.enumerated().flatMap { place, each in
          each.points.filter { $0.label == label }.map { point in
            bar(point, zero, y + 3 + place * height, height, PlotStroke(place), frame)
          }
        }
    }
    let axis = PlotNumber.place(zero)
    return rows + [
      "<path d=\"M\(axis) \(frame.top)V\(frame.bottom)\" stroke=\"#4b5867\"/>",
      "<text x=\"\(axis)\" y=\"\(frame.bottom + 20)\" text-anchor=\"middle\" fill=\"#4b5867\">\(horizontal)</text>",
    ]
  }

  private func bar(
    _ point: Point, _ zero: Double, _ y: Int, _ height: Int, _ stroke: PlotStroke,
    _ frame: PlotFrame
  ) -> Markup {
    let end = frame.across.place(point.y)
    let (left, right) = (min(zero, end), max(zero, end))
    let areWhole = series.allSatisfy { $0.points.allSatisfy { $0.y == $0.y.rounded() } }
    // One series alone has room for its figures.
    let figure: Markup =
      series.count > 1
      ? ""
      : """
      <text x="\(PlotNumber.place(right + 5))" y="\(y + 12)">\(PlotNumber.text(point.y, places: areWhole ? 0 : 2))</text>
      """
    return """
      <rect x="\(PlotNumber.place(left))" y="\(y)" width="\(PlotNumber.place(max(right - left, 1)))" \
      height="\(height)" fill="\(stroke.colour)"/>\(figure)
      """
  }

  private func shortened(_ label: String, _ frame: PlotFrame) -> String {
    let most = (frame.left - PlotFrame.gap) / 8
    guard label.count > most else { return label }
    return label.prefix(most - 1) + "…"
  }

  /// How wide a column is: the least distance between two.
  static func columnWidth(_ points: [Point]) -> Double {
    let places = Set(points.map(\.x)).sorted()
    return zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? 1
  }

  /// How high the columns are with all series on one another.
  static func columnHeights(_ series: [Series]) -> [Double] {
    var heights: [Double: Double] = [:]
    for point in series.flatMap(\.points) where point.y > 0 {
      heights[point.x, default: 0] += point.y
    }
    return heights.values.sorted()
  }
}
