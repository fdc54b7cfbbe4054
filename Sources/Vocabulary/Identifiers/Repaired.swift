/// A value, and what had to be repaired to read it: never a silent guess.
public struct Repaired<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value.
  public let value: Value

  /// What was repaired, or nothing if the text was sound.
  public let repair: Repair?

  /// A value with the repair that it took.
  public init(_ value: Value, repair: Repair?) {
    self.value = value
    self.repair = repair
  }
}

/// What was repaired in a text.
public enum Repair: Sendable, Hashable {
  /// That many zeros were put back in front, and the check digit confirms them.
  case leadingZeros(Int)
}

extension CompactText {
  /// The digits with zeros before them up to the width, or nothing if they aren't digits or are too many.
  func paddedWithZeros(toWidth width: Int) -> CompactText? {
    guard count > 0, count <= width, let number = number(in: 0..<count) else { return nil }
    var bytes: [UInt8] = []
    bytes.append(digitsOf: number, width: width)
    return CompactText(bytes.span)
  }
}
