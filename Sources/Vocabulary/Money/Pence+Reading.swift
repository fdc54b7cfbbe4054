/// What an amount may be written with; each is allowed only where a contract says so.
public struct PenceRules: OptionSet, Sendable, Hashable {
  /// The rules as bits.
  public let rawValue: UInt8

  /// The rules of the bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A pound sign before the digits: `£12`.
  public static let poundSign = PenceRules(rawValue: 1)
  /// Commas between groups of three: `1,234.56`.
  public static let thousands = PenceRules(rawValue: 2)
  /// A minus before or after: `-3.20`, `3.20-`.
  public static let minus = PenceRules(rawValue: 4)
  /// Brackets for negative amounts: `(3.20)`.
  public static let brackets = PenceRules(rawValue: 8)
  /// `CR` after a credit, which is then negative, and `DR` after a debit.
  public static let creditSuffix = PenceRules(rawValue: 16)

  /// All of them.
  public static let all: PenceRules = [.poundSign, .thousands, .minus, .brackets, .creditSuffix]
}

/// Why a text is not an amount.
public enum PenceProblem: Error, Sendable, Hashable {
  /// Nothing is there.
  case empty
  /// It isn't written as an amount, or with a sign that the rules don't allow.
  case wrongShape
  /// It has a part of a penny.
  case fractionOfPenny
  /// It is more than 100 billion pounds.
  case tooLarge
}

extension Pence {
  /// Reads an amount in pounds, such as `1,234.56`, `£12`, `-3.20` or `12.00 CR`.
  ///
  /// One decimal is tens of pence, since spreadsheets drop a last zero; more than two must be zeros.
  public init(_ bytes: Span<UInt8>, _ rules: PenceRules) throws(PenceProblem) {
    let range = bytes.trimmedRange()
    if range.isEmpty { throw .empty }
    var digits = bytes.extracting(range)
    let isNegative = try Self.takeSigns(from: &digits, rules)
    var index = 0
    let pounds = try Self.pounds(in: digits, at: &index, rules)
    let pence = try Self.pence(in: digits, at: index)
    let amount = Int64(pounds) * 100 + Int64(pence)
    guard amount <= 10_000_000_000_000 else { throw .tooLarge }
    self.init(isNegative ? -amount : amount)
  }

  /// Reads an amount in pounds, such as `1,234.56`, `£12`, `-3.20` or `12.00 CR`.
  public init(_ text: String, _ rules: PenceRules) throws(PenceProblem) {
    try self.init(text.utf8.span, rules)
  }

  /// Takes off what stands around the digits, and says if the amount is negative.
  private static func takeSigns(
    from digits: inout Span<UInt8>, _ rules: PenceRules
  ) throws(PenceProblem) -> Bool {
    // One mark of sign at most: who writes two may mean either.
    var signs: [Bool] = []
    if rules.contains(.creditSuffix), digits.count > 2 {
      let start = digits.count - 2
      let isCredit = digits.startsIgnoringCase("cr", at: start)
      if isCredit || digits.startsIgnoringCase("dr", at: start) {
        signs.append(isCredit)
        digits = digits.extracting(..<start)
      }
    }
    digits = digits.extracting(digits.trimmedRange())
    if rules.contains(.brackets), digits.count > 2, digits[0] == 0x28,
      digits[digits.count - 1] == 0x29
    {
      signs.append(true)
      digits = digits.extracting(1..<digits.count - 1)
    }
    if rules.contains(.minus), digits.count > 1 {
      if digits[digits.count - 1] == 0x2D {
        signs.append(true)
        digits = digits.extracting(..<(digits.count - 1))
      }
      takeMinus(from: &digits, &signs)
    }
    if rules.contains(.poundSign) {
      takePoundSign(from: &digits)
      if rules.contains(.minus) { takeMinus(from: &digits, &signs) }
    }
    guard signs.count <= 1 else { throw .wrongShape }
    return signs.first ?? false
  }

  private static func takeMinus(from digits: inout Span<UInt8>, _ signs: inout [Bool]) {
    guard digits.count > 1, digits[0] == 0x2D else { return }
    signs.append(true)
    digits = digits.extracting(1...)
  }

  private static func takePoundSign(from digits: inout Span<UInt8>) {
    guard digits.count > 2, digits[0] == 0xC2, digits[1] == 0xA3 else { return }
    let rest = digits.extracting(2...)
    digits = rest.extracting(rest.trimmedRange())
  }

  private static func pounds(
    in digits: Span<UInt8>, at index: inout Int, _ rules: PenceRules
  ) throws(PenceProblem) -> Int {
    var pounds = 0
    var digitCount = 0
    var groupLength: Int?
    while index < digits.count {
      if let digit = ASCII.digit(digits[index]) {
        digitCount += 1
        if digitCount > 15 { throw .tooLarge }
        pounds = pounds * 10 + digit
        groupLength = groupLength.map { $0 + 1 }
      } else if digits[index] == 0x2C, rules.contains(.thousands), digitCount > 0,
        groupLength.map({ $0 == 3 }) ?? (digitCount <= 3)
      {
        groupLength = 0
      } else {
        break
      }
      index += 1
    }
    guard groupLength ?? 3 == 3 else { throw .wrongShape }
    return pounds
  }

  private static func pence(in digits: Span<UInt8>, at start: Int) throws(PenceProblem) -> Int {
    if start == digits.count, start > 0 { return 0 }
    guard digits.count > start + 1, digits[start] == 0x2E else { throw .wrongShape }
    var pence = 0
    for index in start + 1..<digits.count {
      guard let digit = ASCII.digit(digits[index]) else { throw .wrongShape }
      switch index - start {
      case 1: pence = digit * 10
      case 2: pence += digit
      default: if digit > 0 { throw .fractionOfPenny }
      }
    }
    return pence
  }
}
