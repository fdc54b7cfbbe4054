/// An amount of money in whole pence; never a fraction, never rounded.
public struct Pence: Sendable, Hashable, Comparable {
  /// How many pence; negative for a credit or a debt, as the source has it.
  public let count: Int64

  /// That many pence.
  public init(_ count: Int64) {
    self.count = count
  }

  /// No money.
  public static let zero = Pence(0)

  /// Whether the first is less.
  public static func < (left: Pence, right: Pence) -> Bool {
    left.count < right.count
  }
}

// Amounts that are read are at most 100 billion pounds, so 900,000 of the largest fit into a sum. Beyond
// that the program stops rather than claim a wrong amount.
extension Pence {
  /// The sum.
  public static func + (left: Pence, right: Pence) -> Pence {
    Pence(left.count + right.count)
  }

  /// The difference.
  public static func - (left: Pence, right: Pence) -> Pence {
    Pence(left.count - right.count)
  }

  /// The amount with the other sign.
  public static prefix func - (amount: Pence) -> Pence {
    Pence(-amount.count)
  }

  /// That many times the amount.
  public static func * (amount: Pence, times: Int) -> Pence {
    Pence(amount.count * Int64(times))
  }

  /// Adds the amount.
  public static func += (left: inout Pence, right: Pence) {
    left = left + right
  }
}

extension Pence: CustomStringConvertible {
  /// The amount as in `£1,234.56` or `-£3.20`.
  public var text: String {
    String(appending: appendText)
  }

  /// The same as ``text``.
  public var description: String { text }

  /// Appends the amount as in `£1,234.56` or `-£3.20`.
  public func appendText(to bytes: inout [UInt8]) {
    if count < 0 { bytes.append(0x2D) }
    bytes.append(text: "£")
    appendPounds(Int(count.magnitude / 100), to: &bytes)
    bytes.append(0x2E)
    bytes.append(digitsOf: Int(count.magnitude % 100), width: 2)
  }

  private func appendPounds(_ pounds: Int, to bytes: inout [UInt8]) {
    if pounds < 1_000 { return bytes.append(digitsOf: pounds) }
    appendPounds(pounds / 1_000, to: &bytes)
    bytes.append(0x2C)
    bytes.append(digitsOf: pounds % 1_000, width: 3)
  }
}
