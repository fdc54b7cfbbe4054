import Glibc

/// What the process takes of the machine's memory.
public enum ProcessMemory {
  /// The most that the process has held at once since it began, in megabytes, rounded up.
  public static var peakMegabytes: Int {
    var usage = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    // The kernel counts in kilobytes: getrusage(2).
    return (usage.ru_maxrss + 1_023) / 1_024
  }
}
