import Vocabulary

/// All files of a council while they are open.
struct Desk {
  /// One extract of a series, open.
  private struct Series {
    var extract: any Extract
    var delivery: Schedule.Delivery
    var columns: [Column]
    var file: OpenFile
  }

  private let writer: CouncilWriter
  private var series: [Series] = []
  private var truth: [OpenFile]

  init(writer: CouncilWriter) {
    self.writer = writer
    for extract in AllExtracts.list {
      for delivery in extract.schedule.deliveries(asOf: writer.asOf) {
        let columns = extract.columns
        let file = OpenFile(
          name: extract.fileName(delivery.day), shape: extract.shape,
          heading: columns.map(\.heading), day: delivery.day)
        series.append(
          Series(extract: extract, delivery: delivery, columns: columns, file: file))
      }
    }
    let shape = FileShape(lineEnd: "\n")
    truth = TruthFile.allCases.map {
      OpenFile(name: $0.path, shape: shape, heading: $0.heading, day: writer.asOf)
    }
  }

  /// Writes one neighbourhood into every file.
  mutating func write(_ neighbourhood: Neighbourhood) {
    let index = NeighbourhoodIndex(neighbourhood)
    let truth = TruthWriter(neighbourhood: neighbourhood, index: index, asOf: writer.asOf)
    for row in truth.people() { tell(.people, row) }
    for row in truth.families() { tell(.families, row) }
    for row in truth.events() { tell(.events, row) }
    for place in series.indices { write(neighbourhood, index, into: place) }
  }

  /// Writes what stands below the last rows.
  mutating func close() {
    for place in series.indices { series[place].file.close() }
  }

  /// The bytes that every file has gained.
  mutating func take(isFirst: Bool, isLast: Bool) -> [(path: String, bytes: [UInt8])] {
    var pieces: [(path: String, bytes: [UInt8])] = []
    for place in series.indices {
      let bytes = series[place].file.take(isFirst: isFirst, isLast: isLast)
      pieces.append(("extracts/\(series[place].file.name)", bytes))
    }
    for place in truth.indices {
      pieces.append((truth[place].name, truth[place].take(isFirst: isFirst, isLast: isLast)))
    }
    return pieces.filter { !$0.bytes.isEmpty }
  }

  private mutating func write(
    _ neighbourhood: Neighbourhood, _ index: NeighbourhoodIndex, into place: Int
  ) {
    let extract = series[place].extract
    let scene = Scene(
      neighbourhood: neighbourhood, index: index, delivery: series[place].delivery,
      asOf: writer.asOf,
      seed: writer.seed, source: Chance.part(extract.source), settings: writer.errors)
    let spoiler = Spoiler(
      scene: scene, columns: series[place].columns, isTypedByHand: extract.isTypedByHand,
      encoding: extract.shape.encoding)
    let press = RecordPress(shape: extract.shape, columns: series[place].columns, scene: scene)
    for row in extract.rows(in: scene) {
      let (cells, made) = spoiler.spoil(row)
      for (record, more) in press.records(of: row, cells: cells) {
        let line = series[place].file.append(record: record)
        tell(row, cells, made + more, line, place)
      }
    }
  }

  /// Tells the truth of a record: who is in it and what is wrong with it.
  private mutating func tell(
    _ row: Row, _ cells: [String], _ made: [Spoiler.Made], _ line: Int, _ place: Int
  ) {
    let (file, columns) = (series[place].file.name, series[place].columns)
    for slot in row.slots {
      let isMention = columns.indices.contains {
        columns[$0].slot == slot.name && columns[$0].meaning.tellsWho && !cells[$0].isEmpty
      }
      if isMention {
        tell(.mentions, [file, "\(line)", slot.name, "\(slot.person.rawValue)"])
      }
    }
    for error in made { tell(.errors, [file, "\(line)", error.column, error.kind.rawValue]) }
  }

  private mutating func tell(_ file: TruthFile, _ fields: [String]) {
    guard let place = TruthFile.allCases.firstIndex(of: file) else { return }
    _ = truth[place].append(record: FileShape.plain.record(fields))
  }
}
