import Glibc

/// The machine's clocks; rules never read them, only the run and its log.
public enum SystemClock {
  /// The moment that it is.
  public static func now() -> Instant {
    let time = read(CLOCK_REALTIME)
    return Instant(milliseconds: time.tv_sec * 1_000 + time.tv_nsec / 1_000_000)
  }

  /// Nanoseconds of a clock that never goes back, to measure how long things take.
  public static func monotonicNanoseconds() -> Int {
    let time = read(CLOCK_MONOTONIC)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    // clock_gettime(2) fails only for clocks that are not there; these two always are.
    _ = unsafe clock_gettime(clock, &time)
    return time
  }
}
