import Store

/// What a CSV file holds, as «CSV on the Web» describes tables: its columns with their types.
struct TableDescription {
  /// The folder in that of the reports; empty for itself.
  var folder = ""
  var fileName: String
  var title: String
  var columns: [Column]
  /// Texts that stand in place of a value that is not told.
  var nulls: [String] = []

  /// A column, with the type of its values.
  struct Column: Hashable, Sendable {
    var heading: String
    /// A type of XML Schema, such as `integer`.
    var type: String
  }

  /// The file beside the table.
  var file: ReportFile {
    let table = JSONValue.members([
      ("@context", .text("http://www.w3.org/ns/csvw")), ("url", .text(fileName)),
      ("dc:title", .text(title)),
      (
        "dialect",
        .members([("encoding", .text("utf-8")), ("lineTerminators", .texts(["\r\n"]))])
      ),
      (
        "tableSchema",
        .members([
          (
            "columns",
            .list(
              columns.map { column in
                .members([
                  ("titles", .text(column.heading)), ("datatype", .text(column.type)),
                  ("null", nulls.isEmpty ? nil : .texts([""] + nulls)),
                ])
              })
          )
        ])
      ),
    ])
    return ReportFile(
      path: "reports/\(folder)\(fileName)-metadata.json", bytes: Array((table.line + "\n").utf8))
  }
}

extension ReportTable {
  /// The table as CSV, and its description, in a folder of the reports or beside them.
  func files(in folder: String = "") -> [ReportFile] {
    let fileName = "\(name).csv"
    let description = TableDescription(
      folder: folder, fileName: fileName, title: title,
      columns: columns.enumerated().map { place, column in
        .init(heading: column.heading, type: type(ofColumn: place))
      }, nulls: rows.joined().contains(.suppressed) ? [Self.suppressedText] : [])
    return [ReportFile(path: "reports/\(folder)\(fileName)", bytes: csv), description.file]
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
