import TestSupport
import Testing

@testable import Reports

@Suite struct PlotScaleTests {
  @Test(arguments: [
    ([0, 1], 0, 1, 0.2), ([0.91, 0.98], 0.9, 0.98, 0.02), ([-7.5, 33], -10, 40, 10),
    ([5], 5, 6, 0.2), ([0], 0, 1, 0.2), ([], 0, 1, 0.2), ([0, 12_345], 0, 15_000, 5_000),
    ([-3, -1], -3, -1, 0.5), ([1e9, 4e9], 1e9, 4e9, 5e8),
  ])
  func `the ends are round`(numbers: [Double], low: Double, high: Double, step: Double) {
    let scale = PlotScale(numbers, from: 0, to: 100)
    #expect(abs(scale.low - low) < 1e-9 * step, "\(scale)")
    #expect(abs(scale.high - high) < 1e-6 * step, "\(scale)")
    #expect(abs(scale.step - step) < 1e-9 * step, "\(scale)")
  }

  @Test func `every number has its place between the ends, and marks are neither few nor many`() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let size = [0.001, 1, 300, 1e7][random.below(4)]
      let numbers = (0..<random.below(5)).map { _ in
        (Double(random.below(2_000)) - 1_000) / 1_000 * size
      }
      let scale = PlotScale(numbers, from: 80, to: 700)
      for number in numbers {
        #expect((79.999...700.001).contains(scale.place(number)), "\(numbers) \(scale)")
      }
      #expect((2...9).contains(scale.marks.count), "\(numbers) \(scale)")
      #expect(Set(scale.marks.map(scale.words)).count == scale.marks.count, "\(numbers) \(scale)")
    }
  }

  @Test(arguments: [
    (0, "0"), (1.25, "1.3"), (-0.04, "0"), (-12.5, "-12.5"), (700, "700"),
  ])
  func `places have at most one digit after the point`(number: Double, text: String) {
    #expect(PlotNumber.place(number) == text)
  }
}

@Suite struct PlotTests {
  static let shapes: [Plot.Shape] = [.lines, .columns, .bars]

  static func plot(_ shape: Plot.Shape, _ points: [[Plot.Point]]) -> Plot {
    Plot(
      title: "Pairs <by> weight", shape: shape, horizontal: "weight & more", vertical: "pairs",
      series: points.enumerated().map { Plot.Series(name: "series \($0)", points: $1) })
  }

  @Test(arguments: shapes)
  func `a chart is well formed whatever its points`(_ shape: Plot.Shape) {
    let one = Plot.Point(x: 1, y: 2, label: "a <b> & \"c\"")
    let cases: [[[Plot.Point]]] = [
      [], [[]], [[one]], [[one], []], [[one, one], [one]],
      [[one, .init(x: 2, y: -5, label: "x"), .init(x: .nan, y: 1), .init(x: 1, y: .infinity)]],
      [(0..<50).map { .init(x: Double($0), y: Double($0 % 7), label: "row \($0)") }],
    ]
    for points in cases {
      let svg = Self.plot(shape, points).svg
      #expect(HTMLOutline("<!DOCTYPE html>\(svg)").problems == [], "\(points.count)")
      #expect(!svg.contains("<by>") && !svg.contains("<b>"))
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }

  @Test func `a chart without points says so`() {
    #expect(Self.plot(.lines, [[]]).svg.contains("Nothing to show."))
    #expect(!Self.plot(.lines, [[.init(x: 1, y: 1)]]).svg.contains("Nothing to show."))
  }

  @Test func `a line goes through its points in their order`() {
    let svg = Self.plot(.lines, [[.init(x: 0, y: 0), .init(x: 1, y: 1)]]).svg
    #expect(svg.contains("d=\"M84 336L700 56\""))
  }

  @Test func `columns stand on one another`() {
    let svg = Self.plot(.columns, [[.init(x: 0, y: 1)], [.init(x: 0, y: 3)]]).svg
    #expect(svg.contains("d=\"M84 266H699V336H84Z\""))
    #expect(svg.contains("d=\"M84 56H699V266H84Z\""))
  }

  @Test func `bars go to either side of zero, and have their figures`() {
    let svg = Self.plot(
      .bars, [[.init(x: 0, y: 6, label: "yes"), .init(x: 1, y: -2, label: "no")]]
    )
    .svg
    #expect(svg.contains(">6</text>"))
    #expect(svg.contains(">−2</text>"))
    #expect(svg.contains(">yes</text>"))
  }

  @Test func `several series have a legend, one has none`() {
    let point = Plot.Point(x: 1, y: 1)
    #expect(Self.plot(.lines, [[point], [point]]).svg.contains(">series 1</text>"))
    #expect(!Self.plot(.lines, [[point]]).svg.contains(">series 0</text>"))
  }
}
