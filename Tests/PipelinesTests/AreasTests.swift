import TestSupport
import Testing
import Vocabulary
import YAMLFiles

@testable import Pipelines

@Suite struct AreasTests {
  private static let harbour = Area(district: "Tinyton", ward: "Harbour")

  private static let map = """
    {"type": "FeatureCollection", "features": [{"type": "Feature",
      "properties": {"ward": "Harbour", "district": "Tinyton"},
      "geometry": {"type": "Polygon",
        "coordinates": [[[-1.5, 50.75], [-1.25, 50.75], [-1.25, 51.0], [-1.5, 50.75]]]}}]}
    """

  /// Loads a pipeline with areas, or throws what is wrong with them.
  private func load(_ postcodes: String, _ map: String?) throws -> AreasDefinition? {
    try withTemporaryFolder { (folder: String) throws in
      let tiny = try TinyPipeline(in: folder)
      let boundaries = map == nil ? "" : ", boundaries: ../wards.geojson"
      try tiny.edit(
        "council/pipeline.yaml", "calendar: ",
        "areas: {postcodes: ../areas.csv\(boundaries)}\ncalendar: ")
      try tiny.write(postcodes, to: "areas.csv")
      if let map { try tiny.write(map, to: "wards.geojson") }
      return try tiny.load().definition.areas
    }
  }

  @Test func wardsAndTheirMapAreRead() throws {
    let areas = try #require(
      try load("postcode,ward,district\nSX1,Harbour,Tinyton\n", Self.map))
    #expect(areas.table.area(of: try Postcode("SX1 0AA")) == Self.harbour)
    #expect(
      areas.outlines == [
        AreaOutline(
          area: Self.harbour,
          rings: [
            [
              .init(longitude: -1_500_000, latitude: 50_750_000),
              .init(longitude: -1_250_000, latitude: 50_750_000),
              .init(longitude: -1_250_000, latitude: 51_000_000),
            ]
          ])
      ])
  }

  @Test func thereMayBeNoMapAndNoAreas() throws {
    let areas = try load("postcode,ward,district\nSX1,Harbour,Tinyton\n", nil)
    #expect(areas?.outlines.isEmpty == true)
    try withTemporaryFolder { (folder: String) throws in
      #expect(try TinyPipeline(in: folder).load().definition.areas == nil)
    }
  }

  @Test(arguments: [
    ("postcode,ward\nSX1,Harbour\n", map, "the header is not postcode,ward,district"),
    ("postcode,ward,district\nSX,Harbour,Tinyton\n", map, "there is no postcode that begins so"),
    (
      "postcode,ward,district\nSX1,Harbour,Tinyton\nsx1,Quay,Tinyton\n", map,
      "the postcode is there twice"
    ),
    (
      "postcode,ward,district\nSX1,Harbour,Tinytown\n", map,
      "the ward 'Harbour' of 'Tinyton' has no postcode"
    ),
    ("postcode,ward,district\nSX1,Harbour,Tinyton\n", "{}", "the file is no map of wards"),
    (
      "postcode,ward,district\nSX1,Harbour,Tinyton\n", map.replacing("-1.5", with: "441000"),
      "the file is no map of wards"
    ),
  ])
  func aMistakeIsToldWithItsPlace(_ postcodes: String, _ map: String, _ what: String) throws {
    let error = #expect(throws: PipelineMistakes.self) { try load(postcodes, map) }
    #expect(error?.mistakes.map(\.what) == [what])
  }
}
