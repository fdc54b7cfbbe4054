import Vocabulary

extension ExtractReading {
  /// What is wrong with the file as a whole, known once it has been read.
  public var fileProblems: [FileProblem] {
    let contract = shape.bound.contract
    var problems: [FileProblem] = []
    if hasEncodingError { problems.append(FileProblem(.encodingError)) }
    if let otherHeaderLine {
      problems.append(FileProblem(.otherHeader, note: "line \(otherHeaderLine)"))
    }
    if let stated = account.statedTotal {
      if stated != account.dataRows {
        problems.append(
          FileProblem(.countMismatch, note: "\(stated) stated, \(account.dataRows) found"))
      }
    } else if contract.footer.contains(where: \.isTotal) {
      problems.append(FileProblem(.noTotal))
    }
    if !account.endsWithLineEnd {
      // Without a line end a last cell cut short looks like a whole one, so it is at least said.
      problems.append(FileProblem(.cutShort, severity: endedRagged ? .error : .warning))
    }
    let rows = Numbers.counted(account.dataRows, "row")
    if let least = contract.file.leastRows, account.dataRows < least {
      problems.append(FileProblem(.rowCount, note: "\(rows), at least \(least) expected"))
    }
    if let most = contract.file.mostRows, account.dataRows > most {
      problems.append(FileProblem(.rowCount, note: "\(rows), at most \(most) expected"))
    }
    return problems
  }
}
