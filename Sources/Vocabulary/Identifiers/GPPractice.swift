/// A general practice by its code: a letter A to Y and five digits.
public struct GPPractice: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .gpPractice }

  private let number: UInt32

  /// The identifier as one number.
  public var packed: UInt64 { UInt64(number) }

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes)
    guard text.count == 6 else { throw .wrongLength(expected: 6) }
    guard (0x41...0x59).contains(text[0]), let digits = text.number(in: 1..<6) else {
      throw .wrongShape
    }
    number = UInt32(text[0] - 0x41) * 100_000 + UInt32(digits)
  }

  /// Appends it as in `J82001`.
  public func appendText(to bytes: inout [UInt8]) {
    bytes.append(0x41 + UInt8(number / 100_000))
    bytes.append(digitsOf: Int(number % 100_000), width: 5)
  }
}

extension GPPractice {
  /// What a code says that stands for no practice.
  public enum Pseudo: Sendable, Hashable {
    /// `V81997`: the patient is registered with no practice.
    case notRegistered
    /// `V81998`: a practice does not apply to the patient.
    case notApplicable
    /// `V81999`: the practice is not known.
    case notKnown
  }

  /// What the code says if it stands for no practice.
  public var pseudo: Pseudo? {
    let codeV = UInt32(0x56 - 0x41) * 100_000
    switch number {
    case codeV + 81_997: return .notRegistered
    case codeV + 81_998: return .notApplicable
    case codeV + 81_999: return .notKnown
    default: return nil
    }
  }
}
