import CSVFiles
import Vocabulary

/// Reads the rows of one extract into batches: cells first, then the people, places, facts and relations they speak of.
///
/// It can't be copied, so that no closure over it does so for each row; and it is kept small, since a function that only
/// looks at it may be lent a copy of its bytes.
struct RowReader: ~Copyable {
  let plan: RowPlan
  /// What short cells were found to mean.
  var recentCells: RecentCells
  /// What the rows came to since the batch was last taken.
  var batch = IntakeBatch()
  /// The cells of the row under way, one a column of the contract.
  var cells: [Cell]
  /// Where the row under way stands in the batch as it was given, so that it can be taken out again.
  var asGiven = TextRange.none
  /// What is wrong with the row under way.
  var reasons: [Rejection.Reason] = []
  /// The values of the row under way that were left out, were repaired, or came before.
  var blanked: [(code: ProblemCode, column: Int)] = []
  /// For each slot, the name of the person, taken apart.
  var names: [ReadName?]
  /// What the row gives of one name or address, gathered to be looked for among those remembered.
  var given: [UInt8] = []
  var recentNames = RecentTexts<RememberedName>(bits: 14)
  var recentStreets = RecentTexts<Street>(bits: 13)
  /// For each slot, the key of the person that the row under way names there; 0 if it names none.
  var personKeys: [UInt64]
  /// The same for its places; 0 where it names none or the address is withheld.
  var placeKeys: [UInt64]
  var placeIsProtected: [Bool]
  /// Whether a row that is rejected has an address in it that must not be kept.
  var withholdsRaw = false
  var profiles: [ColumnProfile]
  /// For columns whose values should be each row's own, those seen; of more than half a million, the earliest are
  /// forgotten, and a value that comes again after so many goes unnoticed.
  var seenValues: [RecentKeys?]
  var parsedPlaces: ParsedPlaceCache

  init(bound: BoundContract, context: IntakeContext) {
    let contract = bound.contract
    plan = RowPlan(bound, context)
    recentCells = RecentCells(columns: contract.columns.count)
    cells = Array(repeating: Cell(), count: contract.columns.count)
    names = Array(repeating: nil, count: contract.people.count)
    personKeys = Array(repeating: 0, count: contract.people.count)
    placeKeys = Array(repeating: 0, count: contract.places.count)
    placeIsProtected = Array(repeating: false, count: contract.places.count)
    profiles = contract.columns.map { ColumnProfile(of: $0) }
    seenValues = contract.columns.map { $0.isUnique ? RecentKeys(bits: 17) : nil }
    parsedPlaces = ParsedPlaceCache()
  }

  /// What a row came to.
  enum Outcome {
    case accepted, rejected, suppressed
  }

  /// Reads one row; where it is rejected, `reasons` says why and nothing of it is in the batch.
  mutating func read(_ row: CSVRow, line: Int) -> Outcome {
    reasons.removeAll(keepingCapacity: true)
    blanked.removeAll(keepingCapacity: true)
    withholdsRaw = false
    let mark = batch.records.mark
    let rejectedMark = batch.rejectedText.count
    readCells(row)
    readNames()
    if isAnyoneSuppressed() {
      batch.records.truncate(to: mark)
      batch.rejectedText.removeLast(batch.rejectedText.count - rejectedMark)
      return .suppressed
    }
    guard reasons.isEmpty, readRecords(line: line) else {
      withholdsRaw = isAddressWithheld()
      parsedPlaces.forgetPending()
      batch.records.truncate(to: mark)
      return .rejected
    }
    parsedPlaces.keepPending()
    return .accepted
  }

  /// Reads what the cells say; false, with the reason noted, where the row can't be used.
  private mutating func readRecords(line: Int) -> Bool {
    readPlaces()
    readPeople(line: line)
    if !plan.people.isEmpty && personKeys.allSatisfy({ $0 == 0 })
      && !namesAnyPlaceForFacts
    {
      reject(.nobodyNamed, column: nil)
      return false
    }
    return readFacts(line: line) && readRelations(line: line)
  }

  private mutating func readCells(_ row: CSVRow) {
    // The row's bytes go into the batch at once; most cells are kept as they stand there.
    let start = batch.records.text.count
    let bytes = row.bytes
    let count = row.fieldCount == 0 ? 0 : row.fieldRange(row.fieldCount - 1).upperBound
    batch.records.text.append(bytes.span.extracting(0..<count))
    asGiven = range(from: start)
    for number in cells.indices {
      guard let field = plan.bound.fields[number], field < row.fieldCount else {
        cells[number] = Cell()
        continue
      }
      readCell(number, row.fieldRange(field), of: bytes.span, at: start)
    }
    var profiles: [ColumnProfile] = []
    swap(&profiles, &self.profiles)
    for number in cells.indices {
      guard let field = plan.bound.fields[number], field < row.fieldCount else { continue }
      profiles[number].note(cells[number], in: batch.records.text.span)
    }
    swap(&profiles, &self.profiles)
  }

  private mutating func readCell(
    _ number: Int, _ range: Range<Int>, of bytes: Span<UInt8>, at start: Int
  ) {
    if range.isEmpty && !plan.isRequired[number] { return cells[number] = Cell() }
    let place = start + range.lowerBound
    guard plan.mayRepeat[number], let given = RecentCells.Given(range, of: bytes) else {
      return readCell(number, plan.cellReaders[number], bytes.extracting(range), at: place)
    }
    if recentCells.read(
      given, of: number, at: place, into: &batch.records.text, &cells[number])
    {
      return
    }
    let problems = reasons.count + blanked.count
    readCell(number, plan.cellReaders[number], bytes.extracting(range), at: place)
    guard reasons.count + blanked.count == problems else { return }
    recentCells.keep(
      given, of: number, at: place, cells[number], in: batch.records.text)
  }

  private mutating func readCell(
    _ number: Int, _ reader: CellReader, _ field: Span<UInt8>, at place: Int
  ) {
    let problem = reader.read(field, at: place, into: &batch.records.text, &cells[number])
    if let problem {
      if cells[number].state == .invalid && reader.rejectsInvalid {
        return reject(problem, column: number, value: field)
      }
      blanked.append((problem, number))
    }
    if reader.isUnique && cells[number].state == .present && isSeen(number) {
      blanked.append((.notUnique, number))
    }
    if reader.isRequired && cells[number].state != .present {
      reject(.requiredValue, column: number)
    }
  }

  private mutating func isSeen(_ number: ColumnNumber) -> Bool {
    let hash = StableHash.sipHash(
      batch.records.text.span.extracting(cells[number].text.indices))
    return Self.insert(hash == 0 ? 1 : hash, into: &seenValues[number])
  }

  private static func insert(_ value: UInt64, into seen: inout RecentKeys?) -> Bool {
    seen?.insert(value) == true
  }

  mutating func reject(_ code: ProblemCode, column: Int?) {
    reasons.append(Rejection.Reason(code: code, column: column, maskedValue: .none))
  }

  private mutating func reject(_ code: ProblemCode, column: Int, value: Span<UInt8>) {
    let start = batch.rejectedText.count
    MaskedValue.append(
      value, isSensitive: plan.cellReaders[column].isSensitive, to: &batch.rejectedText)
    let range = TextRange(
      start: UInt32(start), count: UInt32(batch.rejectedText.count - start))
    reasons.append(Rejection.Reason(code: code, column: column, maskedValue: range))
  }

  /// Whether the row may be about places alone, as police incidents at an address are.
  private var namesAnyPlaceForFacts: Bool {
    plan.facts.contains { fact in
      if case .place(let place) = fact.subject { placeKeys[place] != 0 } else { false }
    }
  }
}
