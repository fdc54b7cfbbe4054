import YAMLFiles

/// Reads a command line against a command's specification.
///
/// Pure: the same words and specification give the same answer. It reads to the end and reports
/// every mistake it met, rather than the first.
struct ArgumentParser {
  private let specification: CommandSpecification
  private var words: ArraySlice<String>
  private var parsed: ParsedArguments
  private var problems: [UsageProblem] = []
  private var positionalsRead = 0
  private var seen: Set<String> = []

  /// After an unknown option the next bare word may have been its value, so it is let pass.
  private var forgivesNextWord = false
  private var hasForgivenAWord = false

  private init(_ specification: CommandSpecification, _ words: [String]) {
    self.specification = specification
    self.words = words[...]
    parsed = ParsedArguments(specification)
  }

  /// Parses the words that follow the command's name.
  static func parse(
    _ words: [String], as specification: CommandSpecification
  ) throws(UsageProblems) -> ParsedArguments {
    var parser = ArgumentParser(specification, words)
    parser.readAll()
    // A plea for help outranks every mistake.
    if parser.parsed.wantsHelp { return parser.parsed }
    parser.checkWhatIsMissing()
    guard parser.problems.isEmpty else {
      throw UsageProblems(command: specification.name, problems: parser.problems)
    }
    return parser.parsed
  }
}

// MARK: - Reading

extension ArgumentParser {
  private mutating func readAll() {
    while let word = words.popFirst() {
      if word == "--" {
        words.forEach { readPositional($0) }
        return
      }
      if word.hasPrefix("--") {
        readLong(word)
      } else if word.hasPrefix("-"), word != "-" {
        readShort(word)
      } else if forgivesNextWord {
        (forgivesNextWord, hasForgivenAWord) = (false, true)
      } else {
        readPositional(word)
      }
    }
  }

  private mutating func readLong(_ word: String) {
    forgivesNextWord = false
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let attached = parts.count == 2 ? String(parts[1]) : nil
    if name == Option.help.name, attached == nil { return parsed.askForHelp() }
    guard let option = specification.option(named: name) else {
      return reject(unknown: "--\(name)", isComplete: attached != nil)
    }
    read(option, attached: attached)
  }

  /// Reads `-q`, or several letters together: `-qv`.
  private mutating func readShort(_ word: String) {
    forgivesNextWord = false
    let letters = word.dropFirst()
    let isKnown = letters.allSatisfy { $0 == Option.help.short || isFlag($0) }
    guard isKnown else { return reject(unknown: word, isComplete: false) }
    for letter in letters {
      if letter == Option.help.short { parsed.askForHelp() }
      if let option = specification.option(short: letter) { read(option, attached: nil) }
    }
  }

  private func isFlag(_ letter: Character) -> Bool {
    specification.option(short: letter).map { $0.value == nil } ?? false
  }

  private mutating func reject(unknown typed: String, isComplete: Bool) {
    let names = (specification.options + [.help]).map(\.name)
    let bare = String(typed.drop { $0 == "-" }.prefix { $0 != "=" })
    // A known name with one dash is spelled right, and still no option.
    let nearest =
      names.contains(bare) ? bare : NearestWord.suggestion(for: bare, among: names)
    problems.append(.unknownOption(typed, nearest: nearest.map { "--\($0)" }))
    let meantFlag = nearest.flatMap(specification.option(named:)).map { $0.value == nil }
    forgivesNextWord = !isComplete && meantFlag != true
  }

  private mutating func read(_ option: Option, attached: String?) {
    let isFirst = seen.insert(option.name).inserted
    if !isFirst, !option.isRepeatable { note(.repeatedOption(option.spelling)) }
    guard let value = option.value else {
      if attached != nil { problems.append(.unexpectedValue(option: option.spelling)) }
      return parsed.raise(option)
    }
    guard let typed = attached ?? takeValue() else {
      return problems.append(
        .missingValue(option: option.spelling, placeholder: value.placeholder))
    }
    switch value.kind.read(typed) {
    case .success(let read): parsed.add(read, to: option)
    case .failure(let problem): refuse(option.spelling, typed, problem)
    }
  }

  /// The next word, unless it is plainly an option itself; a negative number is a value.
  private mutating func takeValue() -> String? {
    guard let next = words.first else { return nil }
    let isOption = next.hasPrefix("-") && next != "-" && Int(next) == nil
    return isOption ? nil : words.popFirst()
  }

  private mutating func readPositional(_ word: String) {
    let last = specification.positionals.count - 1
    let takesMore = last >= 0 && specification.positionals[last].isRepeatable
    guard positionalsRead <= last || takesMore else {
      return problems.append(.unexpectedArgument(word))
    }
    let positional = specification.positionals[min(positionalsRead, last)]
    positionalsRead += 1
    switch positional.kind.read(word) {
    case .success(let value): parsed.add(value, to: positional)
    case .failure(let problem): refuse(positional.name, word, problem)
    }
  }

  private mutating func refuse(_ argument: String, _ value: String, _ problem: ValueProblem) {
    problems.append(.wrongValue(argument: argument, value: value, problem.fault))
  }

  /// Adds a problem that is worth saying only once.
  private mutating func note(_ problem: UsageProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }
}

// MARK: - What only the end shows

extension ArgumentParser {
  private mutating func checkWhatIsMissing() {
    for positional in specification.positionals.dropFirst(positionalsRead)
    where positional.isRequired && !hasForgivenAWord {
      problems.append(.missingArgument(positional.name))
    }
    for option in specification.options where option.isRequired && !seen.contains(option.name) {
      let placeholder = option.value?.placeholder ?? ""
      problems.append(.missingOption(option.spelling, placeholder: placeholder))
    }
    for conflict in specification.conflicts
    where seen.contains(conflict.first) && seen.contains(conflict.second) {
      problems.append(.conflictingOptions("--\(conflict.first)", "--\(conflict.second)"))
    }
  }
}
