import CSVFiles
import Vocabulary

/// Whether a row may be kept at all.
extension RowReader {
  /// Whether someone in the row is on the suppression list; asked of rejected rows too, since those are kept as received.
  mutating func isAnyoneSuppressed() -> Bool {
    guard !suppressed.isEmpty else { return false }
    for slot in plan.people.indices {
      let person = plan.people[slot]
      if hasSuppressedNumber(person) || isNameSuppressed(slot, person) { return true }
    }
    return false
  }

  private mutating func hasSuppressedNumber(_ person: PersonPlan) -> Bool {
    for index in person.identifiers.indices {
      let column = person.identifiers[index].column
      guard cells[column].state == .present else { continue }
      let isSuppressed = text.withBytes(cells[column].text) {
        suppressed.contains(
          kind: person.identifiers[index].kind, value: $0,
          telling: person.identifiers[index].telling)
      }
      if isSuppressed { return true }
    }
    return false
  }

  private mutating func isNameSuppressed(_ slot: Int, _ person: PersonPlan) -> Bool {
    guard let born = person.born, cells[born].state == .present,
      let start = names[slot].start
    else { return false }
    return text.withBytes(names[slot].suppressed.moved(by: start)) { name in
      text.withBytes(cells[born].text) {
        suppressed.contains(name: name, born: $0)
      }
    }
  }
}

/// Records whose cells can't be told apart with certainty.
extension RowReader {
  /// What may be kept of a broken record.
  enum BrokenVerdict {
    case kept
    /// Something in it may be what must not be kept: where it stands in the file is, and no more.
    case withheld
    /// Someone in it is on the suppression list.
    case suppressed
  }

  /// Judges a row with too few or too many cells: by the cells where they should be, and by each wherever it is.
  mutating func verdict(onBroken row: CSVRow) -> BrokenVerdict {
    let mark = batch.records.mark
    let textMark = text.count
    defer { takeBack(to: mark, textMark) }
    asGiven = .none
    for number in cells.indices {
      cells[number] = Cell()
      guard let field = plan.bound.fields[number], field < row.fieldCount else { continue }
      canonical.removeAll(keepingCapacity: true)
      _ = plan.cellReaders[number].read(
        row.bytes.span.extracting(row.fieldRange(field)), into: &canonical, &cells[number])
      if cells[number].state == .present { cells[number].text = text.append(canonical) }
    }
    readNames()
    defer { parsedPlaces.forgetPending() }
    if isAnyoneSuppressed() { return .suppressed }
    return verdict(onPieces: (0..<row.fieldCount).map { Array(row.bytes[row.fieldRange($0)]) })
  }

  /// Judges a record by its pieces alone, whatever columns they may belong to.
  ///
  /// Numbers are known wherever they stand. While there are people or addresses of which nothing may be kept, nothing else
  /// is: nobody can tell which of its pieces would be a surname and which a birth date, so nobody can tell that it is not
  /// about one of them.
  mutating func verdict(onPieces pieces: [[UInt8]]) -> BrokenVerdict {
    if !suppressed.isEmpty, pieces.contains(where: { isSuppressedNumber($0) }) {
      return .suppressed
    }
    guard suppressed.isEmpty, protected.isEmpty else { return .withheld }
    let namesRefuge =
      !plan.bound.contract.places.isEmpty
      && pieces.contains { piece in
        UKAddress.parse(lines: [String(decoding: piece, as: UTF8.self)]).institution == .refuge
      }
    return namesRefuge ? .withheld : .kept
  }

  private mutating func isSuppressedNumber(_ piece: [UInt8]) -> Bool {
    plan.bound.contract.people.contains { template in
      template.identifiers.contains { identifier in
        var text: [UInt8] = []
        let isNumber: Void? = try? identifier.kind.appendCanonicalText(
          of: piece.span, asOf: plan.context.asOf, to: &text)
        return isNumber != nil
          && suppressed.contains(
            kind: identifier.kind.rawValue, value: text.span,
            telling: identifier.kind.tellingBytes)
      }
    }
  }
}

/// A record that is no row of cells.
enum BrokenRecord {
  /// What lies between delimiters, quotation marks and line ends.
  static func pieces(of record: Span<UInt8>, _ delimiter: UInt8) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for index in 0..<record.count {
      let byte = record[index]
      if byte == delimiter || byte == UInt8(ascii: "\"") || byte < 0x20 {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(byte)
      }
    }
    return pieces.filter { !$0.isEmpty }
  }
}
