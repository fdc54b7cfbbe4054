import CSVFiles
import Vocabulary

/// The cells of a row.
extension RowReader {
  /// Reads the cells: first all those that are known at a glance, then the others, one by one.
  mutating func readCells(_ row: CSVRow) {
    // The row's bytes go into the batch at once; most cells are kept as they stand there.
    let start = text.count
    let count = row.fieldCount == 0 ? 0 : row.fieldRange(row.fieldCount - 1).upperBound
    text.append(row.bytes.span.extracting(0..<count))
    asGiven = text.range(from: start)
    unread.removeAll(keepingCapacity: true)
    readPlainCells(row, at: start)
    for index in unread.indices { readInFull(unread[index], row, at: start) }
  }

  /// Reads the cells of the commonest forms, and puts the others on a list.
  private mutating func readPlainCells(_ row: CSVRow, at start: Int) {
    let bytes = row.bytes.span
    let columns = plan.columns
    // Taken out, so that nobody has to be asked for each cell whether they are shared.
    var (ownCells, ownProfiles): ([Cell], [ColumnProfile]) = ([], [])
    swap(&ownCells, &self.cells)
    swap(&ownProfiles, &self.profiles)
    defer {
      swap(&ownCells, &self.cells)
      swap(&ownProfiles, &self.profiles)
    }
    var cells = ownCells.mutableSpan
    var profiles = ownProfiles.mutableSpan
    for number in columns.indices where columns[number].field < row.fieldCount {
      let range = row.fieldRange(columns[number].field)
      cells[number] = Cell()
      if range.isEmpty {
        // What a row has to say is missed where cells are read in full.
        if columns[number].isRequired {
          unread.append(number)
        } else {
          profiles[number].noteAbsent()
        }
        continue
      }
      let field = bytes.extracting(range)
      let place = start + range.lowerBound
      switch columns[number].way {
      case .text where TidyText.isPlain(field):
        cells[number] = Cell(asGiven: field, at: place)
        profiles[number].note(field)
      case .identifier where columns[number].identifier.isCanonical(field):
        cells[number] = Cell(asGiven: field, at: place)
        profiles[number].note(field)
      case .date:
        guard let day = columns[number].plainDay(field) else { fallthrough }
        cells[number] = Cell(of: text.append(columns[number].date.text(of: field).span))
        cells[number].number = day
        profiles[number].note(day)
      case .repeated:
        guard let given = RecentCells.Given(range, of: bytes),
          recentCells.read(given, of: number, at: place, into: &text, &cells[number])
        else { fallthrough }
        profiles[number].note(cells[number], in: text)
      default: unread.append(number)
      }
    }
  }

  /// Reads a cell that says more than can be known at a glance.
  private mutating func readInFull(_ number: ColumnNumber, _ row: CSVRow, at start: Int) {
    let range = row.fieldRange(plan.columns[number].field)
    let field = row.bytes.span.extracting(range)
    let place = start + range.lowerBound
    let reader = plan.cellReaders[number]
    canonical.removeAll(keepingCapacity: true)
    let problem = reader.read(field, into: &canonical, &cells[number])
    if cells[number].state == .present { setText(of: number, field, at: place) }
    let problems = reasons.count + blanked.count
    report(problem, number, reader, field)
    if problems == reasons.count + blanked.count, plan.columns[number].way == .repeated,
      let given = RecentCells.Given(range, of: row.bytes.span)
    {
      recentCells.keep(given, of: number, at: place, cells[number], in: text)
    }
    profiles[number].note(cells[number], in: text)
  }

  /// Puts the canonical text of a cell into the batch, unless it stands there as it was given.
  private mutating func setText(of number: ColumnNumber, _ field: Span<UInt8>, at place: Int) {
    let isAsGiven =
      field.count == canonical.count && field.indices.allSatisfy { field[$0] == canonical[$0] }
    if isAsGiven {
      cells[number].text = TextRange(start: UInt32(place), count: UInt32(field.count))
    } else {
      cells[number].text = text.append(canonical)
    }
  }

  /// Notes what is wrong with a cell.
  private mutating func report(
    _ problem: ProblemCode?, _ number: ColumnNumber, _ reader: CellReader, _ field: Span<UInt8>
  ) {
    if let problem {
      if cells[number].state == .invalid && reader.rejectsInvalid {
        return reject(problem, column: number, value: field)
      }
      blanked.append((problem, number))
    }
    if reader.isUnique && cells[number].state == .present {
      let hash = text.withBytes(cells[number].text) { StableHash.sipHash($0) }
      ownValues.append((number, hash == 0 ? 1 : hash))
    }
    if reader.isRequired && cells[number].state != .present {
      reject(.requiredValue, column: number)
    }
  }

  private mutating func reject(_ code: ProblemCode, column: Int, value: Span<UInt8>) {
    let start = batch.rejectedText.count
    MaskedValue.append(
      value, isSensitive: plan.cellReaders[column].isSensitive, to: &batch.rejectedText)
    let range = TextRange(
      start: UInt32(start), count: UInt32(batch.rejectedText.count - start))
    reasons.append(Rejection.Reason(code: code, column: column, maskedValue: range))
  }
}

extension Cell {
  /// A good value that stands in the text as it was given.
  @inline(__always)
  fileprivate init(asGiven field: Span<UInt8>, at place: Int) {
    self.init(of: TextRange(start: UInt32(place), count: UInt32(field.count)))
  }

  /// A good value.
  @inline(__always)
  fileprivate init(of text: TextRange) {
    state = .present
    self.text = text
  }
}
