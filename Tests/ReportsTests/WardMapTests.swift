import Testing
import Vocabulary

@testable import Reports

@Suite struct WardMapTests {
  private static let wards = ["Bay", "Down", "Quay", "West"].map {
    Area(district: "Tinyton", ward: $0)
  }

  /// Four wards in a row, each a tenth of a degree wide.
  private static let outlines = wards.enumerated().map { place, area in
    let west = -1_500_000 + place * 100_000
    return AreaOutline(
      area: area,
      rings: [
        [(west, 50_700_000), (west + 100_000, 50_700_000), (west + 100_000, 50_800_000)].map {
          AreaOutline.Point(longitude: $0.0, latitude: $0.1)
        }
      ])
  }

  private func map(_ counts: [Int?]) -> String {
    var told: [Area: Int] = [:]
    for (area, count) in zip(Self.wards, counts) { told[area] = count }
    return WardMap(title: "Families <b>", outlines: Self.outlines, counts: told).markup.html
  }

  @Test func theMoreThereAreTheDarkerTheWard() {
    let html = map([0, 5, 70, 900])
    let fills = html.split(separator: "<path d=\"M").dropFirst(2).map { piece in
      piece.split(separator: "fill=\"")[1].prefix(7)
    }
    #expect(fills.count == 4 && fills[0] == "#ffffff" && Set(fills).count == 4)
    #expect(fills[3] == "#123a4d")
    #expect(html.contains("<title>Quay, Tinyton: 70</title>"))
    #expect(html.contains("Families &lt;b&gt;"))
  }

  @Test func aWardThatIsTooSmallIsHatchedAndItsNumberIsNowhere() {
    let html = map([nil, 5, 70, 900])
    #expect(html.contains("<title>Bay, Tinyton: [c]</title>"))
    #expect(html.contains("too small to be published"))
  }

  @Test func aWardIsDrawnInItsPlaceWithTrueProportions() throws {
    let frame = try #require(MapFrame(Self.outlines, width: 404))
    // Four tenths of a degree across are, at 50.75 north, about 2.53 tenths of latitude.
    #expect((156...166).contains(frame.height))
    #expect(frame.path(Self.outlines[0].rings).hasPrefix("M2 "))
    #expect(MapFrame([], width: 404) == nil)
  }
}
