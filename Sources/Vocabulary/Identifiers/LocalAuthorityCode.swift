/// A local authority by the three digits that the education department uses: `851` is Portsmouth.
public struct LocalAuthorityCode: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .localAuthority }

  private let number: UInt16

  /// The identifier as one number.
  public var packed: UInt64 { UInt64(number) }

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes, leavingOut: .blanks)
    guard text.count == 3 else { throw .wrongLength(expected: 3) }
    guard let number = text.number(in: 0..<3) else { throw .wrongShape }
    if number == 0 || number == 999 { throw .placeholder }
    self.init(unchecked: UInt16(number))
  }

  init(unchecked number: UInt16) {
    self.number = number
  }

  /// Appends it as in `851`.
  public func appendText(to bytes: inout [UInt8]) {
    bytes.append(digitsOf: Int(number), width: 3)
  }

  /// Whether the department's list for pupil numbers has it.
  public var isAllocated: Bool {
    switch number {
    case 1...5, 201...213, 301...320, 330...336, 340...344, 350...359, 370...373, 380...384,
      390...394, 420, 660...681, 701...708:
      true
    case 800...803, 805...808, 810...813, 815, 816, 820...823, 825, 826, 830, 831, 835...841, 845,
      846, 850...852, 855...857, 860, 861, 865...896:
      true
    case 908, 909, 916, 919, 921, 925, 926, 928, 929, 931, 933, 935...938, 940...943:
      true
    default:
      false
    }
  }
}
