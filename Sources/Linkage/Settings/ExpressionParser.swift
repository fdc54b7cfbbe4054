/// What is wrong in an expression, and at which character it was seen.
struct ExpressionMistake: Error, Hashable {
  let what: String
  let character: Int
}

/// Reads expressions and conditions as they stand in settings.
///
///     condition  = part { "or" part }        part = factor { "and" factor }
///     factor     = "not" factor | "(" condition ")" | test
///     test       = name "(" expression { "," expression } ")" [ (">=" | "<=") number ]
///     expression = name [ "(" argument { "," argument } ")" ]
struct ExpressionParser {
  private enum Token: Equatable {
    case name(String)
    case number(Double)
    case symbol(String)
    case end
  }

  private let tokens: [(token: Token, place: Int)]
  private var next = 0

  init(_ text: String) throws(ExpressionMistake) {
    tokens = try Self.tokens(of: text)
  }

  /// One condition and nothing after it.
  static func condition(_ text: String) throws(ExpressionMistake) -> Condition {
    var parser = try ExpressionParser(text)
    let condition = try parser.condition()
    try parser.finish()
    return condition
  }

  /// Expressions with commas or «and» between them, as blocking rules are written.
  static func list(_ text: String) throws(ExpressionMistake) -> [Expression] {
    var parser = try ExpressionParser(text)
    var items = [try parser.expression()]
    while parser.take(.symbol(",")) || parser.take(.name("and")) {
      items.append(try parser.expression())
    }
    try parser.finish()
    return items
  }

  private mutating func condition() throws(ExpressionMistake) -> Condition {
    var parts = [try conjunction()]
    while take(.name("or")) { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(ExpressionMistake) -> Condition {
    var parts = [try factor()]
    while take(.name("and")) { parts.append(try factor()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func factor() throws(ExpressionMistake) -> Condition {
    if take(.name("not")) { return .not(try factor()) }
    if take(.symbol("(")) {
      let inner = try condition()
      try expect(")")
      return inner
    }
    return .test(try test())
  }

  private mutating func test() throws(ExpressionMistake) -> TestCall {
    guard case .name(let name) = tokens[next].token else {
      throw mistake("a test is wanted here, such as exact(surname)")
    }
    next += 1
    guard take(.symbol("(")) else {
      throw mistake("'\(name)' is no test: write what it compares, such as exact(\(name))")
    }
    var inputs = [try expression()]
    while take(.symbol(",")) { inputs.append(try expression()) }
    try expect(")")
    return TestCall(name: name, inputs: inputs, bound: try bound())
  }

  private mutating func bound() throws(ExpressionMistake) -> Bound? {
    let relation: Bound.Relation
    switch tokens[next].token {
    case .symbol(">="): relation = .atLeast
    case .symbol("<="): relation = .atMost
    default: return nil
    }
    next += 1
    guard case .number(let number) = tokens[next].token else {
      throw mistake("a number is wanted after '\(relation.rawValue)'")
    }
    next += 1
    return Bound(relation: relation, number: number)
  }

  private mutating func expression() throws(ExpressionMistake) -> Expression {
    guard case .name(let name) = tokens[next].token else {
      throw mistake("a column or a function of columns is wanted here")
    }
    next += 1
    guard take(.symbol("(")) else { return .column(name) }
    var inputs: [Expression] = []
    var numbers: [Int] = []
    repeat {
      if case .number(let number) = tokens[next].token {
        guard let whole = Int(exactly: number) else {
          throw mistake("a whole number is wanted here")
        }
        next += 1
        numbers.append(whole)
      } else {
        inputs.append(try expression())
      }
    } while take(.symbol(","))
    try expect(")")
    return .call(name, inputs, numbers)
  }

  private mutating func take(_ token: Token) -> Bool {
    guard tokens[next].token == token else { return false }
    next += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(ExpressionMistake) {
    guard take(.symbol(symbol)) else { throw mistake("'\(symbol)' is wanted here") }
  }

  private func finish() throws(ExpressionMistake) {
    guard tokens[next].token == .end else { throw mistake("nothing more is expected here") }
  }

  private func mistake(_ what: String) -> ExpressionMistake {
    ExpressionMistake(what: what, character: tokens[next].place + 1)
  }

  private static func tokens(
    of text: String
  ) throws(ExpressionMistake) -> [(token: Token, place: Int)] {
    let bytes = Array(text.utf8)
    var tokens: [(token: Token, place: Int)] = []
    var index = 0
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A {
        index += 1
      } else if isNameByte(byte), !isDigit(byte) {
        while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
        tokens.append((.name(String(decoding: bytes[start..<index], as: UTF8.self)), start))
      } else if isDigit(byte) || byte == UInt8(ascii: "-") {
        index += 1
        while index < bytes.count, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") {
          index += 1
        }
        let written = String(decoding: bytes[start..<index], as: UTF8.self)
        guard let number = Double(written) else {
          throw ExpressionMistake(what: "'\(written)' is no number", character: start + 1)
        }
        tokens.append((.number(number), start))
      } else {
        let pair = bytes[start..<min(start + 2, bytes.count)]
        let isBound = pair.elementsEqual(">=".utf8) || pair.elementsEqual("<=".utf8)
        let symbol = String(decoding: isBound ? pair : bytes[start...start], as: UTF8.self)
        guard [">=", "<=", "(", ")", ","].contains(symbol) else {
          throw ExpressionMistake(
            what: "'\(symbol)' means nothing here; bounds are written >= and <=",
            character: start + 1)
        }
        tokens.append((.symbol(symbol), start))
        index += symbol.utf8.count
      }
    }
    tokens.append((.end, bytes.count))
    return tokens
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
