import CSVFiles
import Vocabulary

/// Reads the rows of one extract into batches: cells first, then the people, places, facts and relations they speak of.
///
/// It can't be copied, so that no closure over it does so for each row. Every function of it may change it, also where it
/// does not: one that only looks would be lent a copy of its bytes, which is a kilobyte, forty times a row.
struct RowReader: ~Copyable {
  let plan: RowPlan
  /// Whom and what the lists withhold; here, since each row asks and what an object holds is copied to be asked.
  let suppressed: SuppressionList
  let protected: ProtectedAddresses
  /// What short cells were found to mean.
  var recentCells: RecentCells
  /// What the rows came to since the batch was last taken, its text aside.
  var batch = IntakeBatch()
  /// The text of the batch.
  var text = BatchText()
  /// The cells of the row under way, one a column of the contract.
  var cells: [Cell]
  /// The columns whose cells of the row under way have to be read in full.
  var unread: [ColumnNumber] = []
  /// The canonical text of the cell under way.
  var canonical: [UInt8] = []
  /// Where the row under way stands in the batch as it was given, so that it can be taken out again.
  var asGiven = TextRange.none
  /// What is wrong with the row under way.
  var reasons: [Rejection.Reason] = []
  /// The values of the row under way that were left out or repaired.
  var blanked: [(code: ProblemCode, column: Int)] = []
  /// The values of the row under way that no other row should have, as hashes other than 0.
  var ownValues: [(column: ColumnNumber, hash: UInt64)] = []
  /// For each slot, the name of the person, taken apart.
  var names: [ReadName]
  /// What the row gives of one name or address, gathered to be looked for among those remembered.
  var given = BatchText(capacity: 1 << 10)
  /// What such a name or address was found to be, before it is remembered.
  var parsed = BatchText(capacity: 1 << 10)
  var recentNames = RecentTexts<ReadName>(bits: 14)
  var recentStreets = RecentTexts<Street>(bits: 13)
  /// For each slot, the key of the person that the row under way names there; 0 if it names none.
  var personKeys: [UInt64]
  /// The same for its places; 0 where it names none or the address is withheld.
  var placeKeys: [UInt64]
  var placeIsProtected: [Bool]
  /// Whether a row that is rejected has an address in it that must not be kept.
  var withholdsRaw = false
  var profiles: [ColumnProfile]
  var parsedPlaces: ParsedPlaceCache

  init(bound: BoundContract, context: IntakeContext) {
    let contract = bound.contract
    plan = RowPlan(bound, context)
    suppressed = context.suppressed
    protected = context.protected
    recentCells = RecentCells(columns: contract.columns.count)
    cells = Array(repeating: Cell(), count: contract.columns.count)
    names = Array(repeating: ReadName(), count: contract.people.count)
    personKeys = Array(repeating: 0, count: contract.people.count)
    placeKeys = Array(repeating: 0, count: contract.places.count)
    placeIsProtected = Array(repeating: false, count: contract.places.count)
    profiles = contract.columns.map { ColumnProfile(of: $0) }
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
    ownValues.removeAll(keepingCapacity: true)
    withholdsRaw = false
    let mark = batch.records.mark
    let textMark = text.count
    let rejectedMark = batch.rejectedText.count
    readCells(row)
    readNames()
    if isAnyoneSuppressed() {
      takeBack(to: mark, textMark)
      batch.rejectedText.removeLast(batch.rejectedText.count - rejectedMark)
      return .suppressed
    }
    guard reasons.isEmpty, readRecords(line: line) else {
      withholdsRaw = isAddressWithheld()
      parsedPlaces.forgetPending()
      takeBack(to: mark, textMark)
      return .rejected
    }
    parsedPlaces.keepPending()
    return .accepted
  }

  /// Takes a row out of the batch again.
  mutating func takeBack(to mark: RecordBatch.Mark, _ textMark: Int) {
    batch.records.truncate(to: mark)
    text.truncate(to: textMark)
  }

  /// Hands over the batch for another one, which is empty.
  mutating func exchange(_ other: inout IntakeBatch) {
    text.move(to: &batch.records.text)
    swap(&batch, &other)
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

  mutating func reject(_ code: ProblemCode, column: Int?) {
    reasons.append(Rejection.Reason(code: code, column: column, maskedValue: .none))
  }

  /// Whether the row may be about places alone, as police incidents at an address are.
  private var namesAnyPlaceForFacts: Bool {
    plan.facts.contains { fact in
      if case .place(let place) = fact.subject { placeKeys[place] != 0 } else { false }
    }
  }
}
