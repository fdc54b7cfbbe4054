import Vocabulary

/// Turns cells into records, and makes the errors that whole records suffer.
struct RecordPress {
  let shape: FileShape
  let columns: [Column]
  let scene: Scene

  /// The record, or two of it, each with what is wrong with it as a record.
  func records(of row: Row, cells: [String]) -> [(record: String, made: [Spoiler.Made])] {
    var chance = Chance(
      scene.seed, scene.source, row.key, UInt64(bitPattern: Int64(scene.day.daysSince1970)))
    let (record, made) = record(of: cells, &chance)
    guard chance.happens(scene.settings[.duplicateRow]) else { return [(record, made)] }
    let again = Spoiler.Made(column: "", kind: .duplicateRow)
    return [(record, made), (record, made + [again])]
  }

  private func record(
    of cells: [String], _ chance: inout Chance
  ) -> (record: String, made: [Spoiler.Made]) {
    let settings = scene.settings
    if chance.happens(settings[.cutShort]), cells.count > 4 {
      let kept = cells.prefix(cells.count / 2)
      return (shape.record(Array(kept)), [Spoiler.Made(column: "", kind: .cutShort)])
    }
    if chance.happens(settings[.extraSeparators]) {
      let record = shape.record(cells) + shape.separator + shape.separator
      return (record, [Spoiler.Made(column: "", kind: .extraSeparators)])
    }
    if chance.happens(settings[.unquotedSeparator]),
      let place = cells.firstIndex(where: isBreakable)
    {
      let fields = cells.indices.map { $0 == place ? cells[$0] : shape.field(cells[$0]) }
      return (
        fields.joined(separator: shape.separator),
        [Spoiler.Made(column: columns[place].heading, kind: .unquotedSeparator)]
      )
    }
    return (shape.record(cells), [])
  }

  /// Whether a cell left without quotes would be read as two.
  private func isBreakable(_ text: String) -> Bool {
    text.utf8.contains(shape.separatorByte) && !text.utf8.contains(UInt8(ascii: "\r"))
  }
}
