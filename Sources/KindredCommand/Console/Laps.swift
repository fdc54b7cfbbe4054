import Disk

/// How long the steps of some work took, for whoever asked to be told more.
struct Laps {
  private var last = SystemClock.monotonicNanoseconds()

  /// The seconds since the lap before; a new lap begins.
  mutating func next() -> Double {
    let now = SystemClock.monotonicNanoseconds()
    defer { last = now }
    return Double(now - last) / 1e9
  }

  /// Seconds to the hundredth, as in `0.35 s`.
  static func text(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
