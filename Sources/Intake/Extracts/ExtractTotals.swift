import Vocabulary

/// Adds up what the blocks of one extract came to, in the order of the file.
public struct ExtractTotals: Sendable {
  private let contract: SourceContract
  private var account = BlockAccount()
  private var profiles: [ColumnProfile]
  /// For columns whose values should be each row's own, those seen; of more than half a million, the earliest are
  /// forgotten, and a value that comes again after so many goes unnoticed.
  private var seenValues: [Int: RecentKeys] = [:]

  /// Begins with nothing.
  public init(of shape: ExtractShape) {
    contract = shape.bound.contract
    profiles = contract.columns.map { ColumnProfile(of: $0) }
  }

  /// Adds what a block came to, and notes in its batch how far the reading has come.
  public mutating func add(_ batch: inout IntakeBatch) {
    account.records.add(batch.account.records)
    account.tally.add(batch.account.tally)
    account.endsRagged = batch.account.endsRagged
    account.otherHeaderLine = account.otherHeaderLine ?? batch.account.otherHeaderLine
    for value in batch.account.ownValues { note(value) }
    batch.bytesRead = account.records.bytes
  }

  private mutating func note(_ value: BlockAccount.OwnValue) {
    let isSeen = seenValues[value.column, default: RecentKeys(bits: 17)].insert(value.hash)
    guard isSeen, let line = value.line else { return }
    account.tally.note(.notUnique, column: value.column, isRejection: false, line: line)
  }

  /// Adds what a reader found the columns to hold.
  public mutating func add(_ profiles: [ColumnProfile]) {
    for index in profiles.indices { self.profiles[index].add(profiles[index]) }
  }

  /// What all of it came to, once all blocks are added.
  public func result(of blocks: borrowing ExtractBlocks) -> ExtractResult {
    ExtractResult(
      account: account.records, tally: account.tally, profiles: profiles,
      problems: fileProblems(of: blocks),
      balances: account.records.balances(textBytes: blocks.textBytes))
  }

  /// What is wrong with the file as a whole.
  private func fileProblems(of blocks: borrowing ExtractBlocks) -> [FileProblem] {
    let records = account.records
    var problems: [FileProblem] = []
    if blocks.hasEncodingError { problems.append(FileProblem(.encodingError)) }
    if let line = account.otherHeaderLine {
      problems.append(FileProblem(.otherHeader, note: "line \(line)"))
    }
    if let stated = records.statedTotal {
      if stated != records.dataRows {
        problems.append(
          FileProblem(.countMismatch, note: "\(stated) stated, \(records.dataRows) found"))
      }
    } else if contract.footer.contains(where: \.isTotal) {
      problems.append(FileProblem(.noTotal))
    }
    if !records.endsWithLineEnd {
      // Without a line end a last cell cut short looks like a whole one, so it is at least said.
      problems.append(FileProblem(.cutShort, severity: account.endsRagged ? .error : .warning))
    }
    let rows = Numbers.counted(records.dataRows, "row")
    if let least = contract.file.leastRows, records.dataRows < least {
      problems.append(FileProblem(.rowCount, note: "\(rows), at least \(least) expected"))
    }
    if let most = contract.file.mostRows, records.dataRows > most {
      problems.append(FileProblem(.rowCount, note: "\(rows), at most \(most) expected"))
    }
    return problems
  }
}

/// How the reading of one extract went.
public struct ExtractResult: Sendable {
  /// Where the records went.
  public var account: ExtractAccount
  /// What was wrong with rows and cells.
  public var tally: ProblemTally
  /// What the columns hold.
  public var profiles: [ColumnProfile]
  /// What is wrong with the file as a whole.
  public var problems: [FileProblem]
  /// Whether every record and every byte of the text went into the account.
  public var balances: Bool
}
