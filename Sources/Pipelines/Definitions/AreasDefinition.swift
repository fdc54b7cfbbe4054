import FoundationEssentials
public import Vocabulary
import YAMLFiles

/// The areas by which a council counts its families, and their outlines where there is a map.
public struct AreasDefinition: Sendable {
  /// Which area a postcode is in.
  public var table: AreaTable
  /// The areas' outlines; none where the pipeline names no boundaries.
  public var outlines: [AreaOutline]
}

extension PipelineSettings {
  /// The files that `areas:` names.
  struct Areas {
    var postcodes: String
    var boundaries: String?

    static func read(_ mapping: inout MappingReader) -> Areas? {
      let postcodes = mapping.required("postcodes") { $0.string() }
      let boundaries = mapping.optional("boundaries") { $0.string() }
      guard let postcodes else { return nil }
      return Areas(postcodes: postcodes, boundaries: boundaries)
    }
  }
}

extension PipelineLoader {
  /// Reads the list of postcodes and the map that `areas:` names.
  mutating func readAreas(_ areas: PipelineSettings.Areas) throws -> AreasDefinition? {
    let table = try readAreaTable(areas.postcodes)
    let outlines = try areas.boundaries.map { try readOutlines($0) } ?? []
    guard let table, let outlines else { return nil }
    for outline in outlines where !table.areas.contains(outline.area) {
      note(
        "the ward '\(outline.area.ward)' of '\(outline.area.district)' has no postcode",
        in: areas.boundaries ?? "", line: 1,
        advice: "write wards and districts the same in both files")
    }
    return AreasDefinition(table: table, outlines: outlines)
  }

  private mutating func readAreaTable(_ name: String) throws -> AreaTable? {
    guard let rows = try rows(of: name, headings: ["postcode", "ward", "district"]) else {
      return nil
    }
    do throws(AreaTable.Problem) {
      return try AreaTable(
        rows.map { .init($0.cells[0], Area(district: $0.cells[2], ward: $0.cells[1])) })
    } catch {
      switch error {
      case .notAPostcode(let row):
        note(
          "there is no postcode that begins so", in: name, line: rows[row].line,
          advice: "write it as SX1 0AA, SX1 0 or SX1")
      case .repeated(let row):
        note("the postcode is there twice", in: name, line: rows[row].line)
      }
      return nil
    }
  }

  private mutating func readOutlines(_ name: String) throws -> [AreaOutline]? {
    guard let bytes = try bytes(of: name) else { return nil }
    guard let map = try? JSON.read(GeoJSON.self, bytes) else {
      note(
        "the file is no map of wards", in: name, line: 1,
        advice: "it has to be a GeoJSON FeatureCollection of polygons, each with the properties "
          + "'ward' and 'district', in degrees of longitude and latitude")
      return nil
    }
    return map.features.map { feature in
      AreaOutline(
        area: Area(district: feature.properties.district, ward: feature.properties.ward),
        rings: feature.geometry.rings)
    }.sorted { $0.area < $1.area }
  }
}

/// As much of GeoJSON (RFC 7946) as a map of wards needs.
private struct GeoJSON: Decodable {
  struct Feature: Decodable {
    struct Properties: Decodable {
      var ward: String
      var district: String
    }

    var properties: Properties
    var geometry: Geometry
  }

  struct Geometry: Decodable {
    var rings: [[AreaOutline.Point]]

    private enum Keys: CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Keys.self)
      let polygons: [[[[Double]]]] =
        switch try values.decode(String.self, forKey: .type) {
        case "Polygon": [try values.decode([[[Double]]].self, forKey: .coordinates)]
        case "MultiPolygon": try values.decode([[[[Double]]]].self, forKey: .coordinates)
        default:
          throw DecodingError.dataCorruptedError(
            forKey: .type, in: values, debugDescription: "not a polygon")
        }
      rings = try polygons.joined().map { ring in
        let points = try ring.map { pair in try Self.point(pair, in: values) }
        return points.first == points.last ? Array(points.dropLast()) : points
      }
    }

    private static func point(
      _ pair: [Double], in values: KeyedDecodingContainer<Keys>
    ) throws -> AreaOutline.Point {
      guard pair.count >= 2, abs(pair[0]) <= 180, abs(pair[1]) <= 90 else {
        throw DecodingError.dataCorruptedError(
          forKey: .coordinates, in: values, debugDescription: "not in degrees")
      }
      return AreaOutline.Point(
        longitude: Int((pair[0] * 1_000_000).rounded()),
        latitude: Int((pair[1] * 1_000_000).rounded()))
    }
  }

  var features: [Feature]
}
