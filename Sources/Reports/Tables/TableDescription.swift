import Store

/// What a CSV file holds, as «CSV on the Web» describes tables: its columns with their types.
///
/// https://www.w3.org/TR/tabular-metadata/
public struct TableDescription: Sendable {
  private let fileName: String
  private let title: String
  private let columns: [Column]
  private let nulls: [String]

  /// A column, with the type of its values.
  public struct Column: Sendable {
    private let heading: String
    private let meaning: String?
    private let type: String

    /// Describes a column by its heading, the type of XML Schema that its values have, such as `integer`, and what it
    /// means where the heading is a short name.
    public init(heading: String, meaning: String? = nil, type: String) {
      self.heading = heading
      self.meaning = meaning
      self.type = type
    }

    fileprivate func description(nulls: [String]) -> JSONValue {
      .members([
        ("name", meaning == nil ? nil : .text(heading)), ("titles", .text(heading)),
        ("dc:description", meaning.map(JSONValue.text)), ("datatype", .text(type)),
        ("null", nulls.isEmpty ? nil : .texts([""] + nulls)),
      ])
    }
  }

  /// Describes a file; `nulls` are texts that stand in place of a value that is not told.
  public init(fileName: String, title: String, columns: [Column], nulls: [String] = []) {
    self.fileName = fileName
    self.title = title
    self.columns = columns
    self.nulls = nulls
  }

  /// What the file beside the table holds.
  public var bytes: [UInt8] {
    let table = JSONValue.members([
      ("@context", .text("http://www.w3.org/ns/csvw")), ("url", .text(fileName)),
      ("dc:title", .text(title)),
      (
        "dialect",
        .members([("encoding", .text("utf-8")), ("lineTerminators", .texts(["\r\n"]))])
      ),
      (
        "tableSchema",
        .members([("columns", .list(columns.map { $0.description(nulls: nulls) }))])
      ),
    ])
    return Array((table.line + "\n").utf8)
  }

  /// How the name of the file beside a table ends.
  public static let ending = "-metadata.json"
}

extension ReportTable {
  /// The table as CSV, and its description, in a folder of the reports or beside them.
  func files(in folder: String = "") -> [ReportFile] {
    files(at: "reports/\(folder)\(name).csv")
  }

  /// The table as CSV at a path, and its description beside it.
  func files(at path: String) -> [ReportFile] {
    let fileName = path.split(separator: "/").last.map(String.init) ?? path
    let description = TableDescription(
      fileName: fileName, title: title,
      columns: columns.enumerated().map { place, column in
        .init(heading: column.heading, type: type(ofColumn: place))
      }, nulls: rows.joined().contains(.suppressed) ? [Self.suppressedText] : [])
    return [
      ReportFile(path: path, bytes: csv),
      ReportFile(path: path + TableDescription.ending, bytes: description.bytes),
    ]
  }

  /// The type that all values of a column have.
  private func type(ofColumn place: Int) -> String {
    let types = Set(rows.compactMap { $0[place].type })
    return types.count == 1 ? types.first ?? "string" : "string"
  }
}

extension ReportTable.Value {
  fileprivate var type: String? {
    switch self {
    case .text, .state: "string"
    case .number: "integer"
    case .money, .share: "decimal"
    case .day: "date"
    case .suppressed, .none: nil
    }
  }
}
